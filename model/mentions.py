#!/usr/bin/env python3
"""Scores the names that `extract --with mentions` prints, on corpora that it was not trained on.

usage: mentions.py [--binary PATH] [--shared DIR]

People, organisations with governments, and places, in MEANTIME (Wikinews; its names, in the annotated first
sentences), GUM news (names, by a proper noun as head) and re3d (test part; also descriptions and pronouns
count there: once whole and once those with a capital).

Ours are names without title, article and what follows ("John McCain"); the corpora take more in, each in its
own way ("Senator John McCain (R-AZ", "European airframer Airbus", "Islamic State militants"). So there are
three figures:

* exact: both ends and the kind agree, but for a leading article and a possessive ending;
* head: what both have. A corpus's name is right when one of ours of its kind stands within it and holds its
  head word, the last before a preposition, comma, bracket or relative (where GUM gives the words that matter
  most, their last). Two of the corpus that share their head are one. Ours that stand within an annotated
  phrase without being its head ("United States" in "United States manufacturer Boeing") are not counted,
  since flat corpora have no name there;
* overlap: the kind agrees and the spans share a word.

Ours that are descriptions ("the Verran army") count where the corpus counts descriptions, in re3d; so do
roles that stand alone there ("the Foreign Secretary" is a person to re3d), and "he" and "she".
"""

import argparse
import dataclasses
import json
import os
import re
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
# Before which words a phrase has said what it is.
CUT = re.compile(
    r"\s*[,(;:\[]|\s+(?:of|in|for|at|from|on|near|with|by|to|who|which|that|and)\b|\s+[-–—]+\s", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True)
class Corpus:
    """A corpus and what it counts."""

    title: str
    texts: list[named.Text]
    descriptions: bool  # whether descriptions and roles count
    common: bool = False  # whether those without a capital do, pronouns too


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    options = parser.parse_args()
    at = lambda *parts: os.path.join(options.shared, "corpora", *parts)
    print("| corpus | names | exact F1 | precision | recall | head F1 | precision | recall | overlap F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for corpus in (
        Corpus("MEANTIME", named.meantime(at("meantime")), False),
        Corpus("GUM news", named.gum(at("gum"), "news"), False),
        Corpus("re3d test, with a capital", named.re3d(at("re3d", "test.txt"), True), True),
        Corpus("re3d test, all", named.re3d(at("re3d", "test.txt"), False), True, common=True),
    ):
        found = mentions(options.binary, corpus)
        count = sum(len(set(text.names)) for text in corpus.texts)
        figures = [f"{figure:.1f}" for rule in (exact, head) for figure in score(corpus.texts, found, rule)]
        figures.append(f"{score(corpus.texts, found, overlap)[0]:.1f}")
        print(f"| {corpus.title} | {count} | {' | '.join(figures)} |", flush=True)


def mentions(binary: str, corpus: Corpus) -> dict[str, list[named.Named]]:
    """What the program finds in each text: start, end, kind; of what the corpus counts."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for text in corpus.texts:
            file.write(json.dumps({"id": text.name, "text": text.text}) + "\n")
        file.flush()
        ran = subprocess.run(
            [binary, "extract", "--quiet", "--with", "mentions", file.name], stdout=subprocess.PIPE, check=False
        )
    return {
        line["path"]: counted([(m["span"], m["kind"]) for m in line["mentions"]], corpus)
        for line in map(json.loads, ran.stdout.splitlines())
    }


def counted(all_: list[tuple[dict, str]], corpus: Corpus) -> list[named.Named]:
    """Start, end and kind of the mentions that a corpus counts."""
    people = [span["start"] for span, kind in all_ if kind == "person"]
    found = []
    for span, kind in all_:
        start, end, words = span["start"], span["end"], span["exact"]
        if kind == "role":
            # A title before a name belongs to the name.
            alone = not any(0 <= person - end <= 2 for person in people)
            if corpus.descriptions and alone:
                found.append((start, end, "person"))
        elif kind == "pronoun":
            if corpus.common and words.lower() in ("he", "him", "she", "her"):
                found.append((start, end, "person"))
        elif corpus.descriptions or not described(words):
            found.append((start, end, KIND[kind]))
    if corpus.descriptions and not corpus.common:
        capital = {(span["start"], span["end"]) for span, _ in all_ if re.search("[A-Z]", span["exact"])}
        found = [name for name in found if name[:2] in capital]
    if corpus.descriptions:
        # Flat corpora have the longest phrase.
        found = [a for a in found if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in found)]
    return found


def described(words: str) -> bool:
    """Whether a phrase's noun is a common one."""
    noun = words[: head_of(words)[1]].split()[-1]
    return not re.search(r"[A-Z0-9]", noun)


def head_of(words: str) -> named.Span:
    """Where the head word of a phrase stands: the last before what follows the noun."""
    cut = CUT.search(words, 1)
    end = cut.start() if cut and words[: cut.start()].strip() else len(words)
    start = max(words.rfind(" ", 0, end), words.rfind("\n", 0, end)) + 1
    return start, end


def exact(text: named.Text, gold: named.Named, own: named.Named) -> bool:
    """Both ends agree."""
    return gold[:2] == own[:2]


def overlap(text: named.Text, gold: named.Named, own: named.Named) -> bool:
    """The spans share something."""
    return gold[0] < own[1] and own[0] < gold[1]


def head(text: named.Text, gold: named.Named, own: named.Named) -> bool:
    """Ours stands within the corpus's name and holds its head word."""
    start, end = head_in(text, gold[:2])
    return gold[0] <= own[0] <= start and end <= own[1] <= gold[1]


def head_in(text: named.Text, span: named.Span) -> named.Span:
    """The head word of an annotated phrase."""
    least = next((core for whole, core in text.least.items() if text.trimmed(*whole) == span), span)
    least = text.trimmed(*least)
    start, end = head_of(text.text[least[0] : least[1]])
    return least[0] + start, least[0] + end


def score(texts: list[named.Text], found: dict, rule) -> tuple[float, float, float]:
    """F1, precision, recall, in percent, one to one.

    A state is a place to one corpus and an organisation to another: it is right as either.
    """
    right = predicted = wanted = 0
    for text in texts:
        gold = sorted({(*text.trimmed(a, b), kind) for a, b, kind in text.names}, key=lambda n: (n[1] - n[0], n))
        # What is annotated as another kind of thing (an event, a product, a description) is no matter here.
        others = {text.trimmed(*span) for span in text.others}
        own = {(*text.trimmed(a, b), kind) for a, b, kind in found.get(text.name, []) if text.annotated(a)}
        own = sorted(name for name in own if name[:2] not in others)
        annotated = others | {name[:2] for name in gold}
        if rule is head:  # "U.S. automaker Chrysler" and the "Chrysler" in it are one
            heads = {(head_in(text, name[:2]), name[2]): name for name in gold}
            gold = sorted(heads.values(), key=lambda n: (n[1] - n[0], n))
        wanted += len(gold)
        for name in own:
            start, end, kind = name
            same = [
                entity
                for entity in gold
                if (entity[2] == kind or kind == "state" and entity[2] in ("place", "organization"))
                and rule(text, entity, name)
            ]
            if same:
                right += 1
                predicted += 1
                gold.remove(same[0])
                continue
            modifier = lambda span: head_in(text, span) != head_in(text, (start, end))  # noqa: B023
            inside = any(a <= start and end <= b and modifier((a, b)) for a, b in annotated if b - a > end - start)
            predicted += not (rule is head and inside)
    precision, recall = 100 * right / max(predicted, 1), 100 * right / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


if __name__ == "__main__":
    main()
