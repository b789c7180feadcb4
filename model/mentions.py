#!/usr/bin/env python3
"""Scores the names that `extract --with mentions` prints, on corpora that it was not trained on.

usage: mentions.py [--binary PATH] [--shared DIR]

MEANTIME (Wikinews; names of the annotated first sentences), GUM news (names, by a proper noun as head)
and re3d (test part; also descriptions and pronouns count there, so that names alone cannot reach them
all: given once whole and once for phrases with a capital). People, organisations with governments, and
places; a span counts when both ends and the kind agree, but for a leading article and a possessive ending.
"""

import argparse
import json
import os
import subprocess
import tempfile

from gainsay_model.corpus import named

HERE = os.path.dirname(os.path.abspath(__file__))
KIND = {
    "person": "person",
    "organization": "organization",
    "group": "organization",
    "government": "state",
    "place": "state",
}


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    options = parser.parse_args()
    at = lambda *parts: os.path.join(options.shared, "corpora", *parts)
    print("| corpus | F1 | precision | recall | F1 where the spans overlap |\n| --- | --- | --- | --- | --- |")
    for name, texts in (
        ("MEANTIME", named.meantime(at("meantime"))),
        ("GUM news", named.gum(at("gum"), "news")),
        ("re3d test, all", named.re3d(at("re3d", "test.txt"), False)),
        ("re3d test, with a capital", named.re3d(at("re3d", "test.txt"), True)),
    ):
        found = mentions(options.binary, texts)
        exact, near = score(texts, found, False), score(texts, found, True)
        print(f"| {name} | {exact[2]:.1f} | {exact[0]:.1f} | {exact[1]:.1f} | {near[2]:.1f} |")


def mentions(binary: str, texts: list[named.Text]) -> dict[str, list[tuple[int, int, str]]]:
    """What the program finds in each text: start, end, kind."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for text in texts:
            file.write(json.dumps({"id": text.name, "text": text.text, "title": text.name}) + "\n")
        file.flush()
        ran = subprocess.run(
            [binary, "extract", "--quiet", "--with", "mentions", file.name], stdout=subprocess.PIPE, check=False
        )
    found = {}
    for line in map(json.loads, ran.stdout.splitlines()):
        spans = [(m["span"]["start"], m["span"]["end"], m["kind"]) for m in line["mentions"]]
        found[line["path"]] = [(a, b, KIND[kind]) for a, b, kind in spans if kind in KIND]
    return found


def score(texts: list[named.Text], found: dict, overlap: bool) -> tuple[float, float, float]:
    """Precision, recall, F1, in percent, of spans with their kinds: the same, or one to one with any
    word in common (corpora differ on titles and what follows a name).

    A state is a place to one corpus and an organisation to another: it is right as either.
    """
    right = predicted = wanted = 0
    for text in texts:
        gold = sorted({(*text.trimmed(a, b), kind) for a, b, kind in text.names}, key=lambda n: (n[1] - n[0], n))
        # What is annotated as another kind of name (an event, a product) is no matter here.
        others = {text.trimmed(*span) for span in text.others}
        own = {(*text.trimmed(a, b), kind) for a, b, kind in found.get(text.name, []) if text.annotated(a)}
        own = sorted(name for name in own if name[:2] not in others)
        wanted += len(gold)
        predicted += len(own)
        for start, end, kind in own:
            same = [
                name
                for name in gold
                if (name[2] == kind or kind == "state" and name[2] in ("place", "organization"))
                and (name[:2] == (start, end) or overlap and name[0] < end and start < name[1])
            ]
            if same:
                right += 1
                gold.remove(same[0])
    precision, recall = 100 * right / max(predicted, 1), 100 * right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()
