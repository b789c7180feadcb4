#!/usr/bin/env python3
"""Fits the weights of the grounds by which "he" and "she" find whom they stand for.

usage: fit_pronouns.py GIVEN --polnear FOLDER [--write] [--rounds N] FOLDER ...

GIVEN is the example `given` of this crate. It is given the attributions of our articles in the folders and
of PolNeAR's training part (those articles that have labels), and prints of each pronoun that is a source
whom it may stand for and why. Of these a softmax chooses one; what a candidate scores is the sum of the
weights of its grounds. Which mention of a candidate counts depends on the weights, so that it is fitted in
rounds, GIVEN built anew for each.

Prints by ten-fold cross-validation, articles in one fold, how often the likeliest candidate is the one
labelled, how often none is safe, and how often another is; with --write, writes
`src/speaker/antecedents/fitted.rs`.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import zlib

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
FITTED = os.path.join(HERE, "..", "src", "speaker", "antecedents", "fitted.rs")
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "model"))
from gainsay_model.corpus import read  # noqa: E402
from gainsay_model.corpus.labels import labels  # noqa: E402

PERSONS = {"he", "him", "his", "she", "her"}
SAFE = 0.25  # as in the program
SMALL = ("the", "a", "an", "mr", "mrs", "ms", "unnamed", "president", "sen", "gov")


def main() -> None:
    """Reads the options; gathers, fits, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given")
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--polnear", required=True)
    parser.add_argument("--lines", default="pronouns.jsonl", help="where the articles are kept with their names")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not os.path.exists(options.lines):
        gather(options)
    cases = asked(options.given, options.lines)
    grounds = sorted({ground for case in cases for _, held in case["those"] for ground in held})
    print(f"{len(cases)} pronouns with their speaker among the candidates or not, {len(grounds)} grounds")
    counts: collections.Counter = collections.Counter()
    for fold in range(10):
        seen = [case for case in cases if case["fold"] != fold]
        weights = fitted(seen, grounds)
        for case in cases:
            if case["fold"] == fold:
                counts[case["from"], judged(case, weights)] += 1
    for corpus in ("polnear", "own"):
        figures(corpus, {k[1]: n for k, n in counts.items() if k[0] == corpus})
    weights = fitted(cases, grounds)
    for ground, weight in sorted(weights.items(), key=lambda pair: -abs(pair[1])):
        print(f"{weight:6.2f} {ground}")
    if options.write:
        write(weights)


def figures(corpus: str, counts: dict[str, int]) -> None:
    """One line."""
    whole = sum(counts.values())
    print(f"{corpus}: " + ", ".join(f"{name} {n} ({100 * n / whole:.1f}%)" for name, n in sorted(counts.items())))


def gather(options: argparse.Namespace) -> None:
    """Writes the articles that have labels, with their attributions, the labels and the names that the
    model reads."""
    wanted: dict[str, list[tuple]] = collections.defaultdict(list)
    for label in labels("train"):
        wanted[label["article"]].append((label["cue"], label["content"], label["speaker"] or label["unnamed"]))
    lines = []
    for article in read(os.path.join(options.polnear, "train")):
        gold = [None] * len(article.attributions)
        for k, one in enumerate(article.attributions):
            for cue, _, speaker in wanted.get(article.name, ()):
                if speaker and [list(span) for span in one.cue] == cue:
                    spans = speaker if isinstance(speaker[0], list) else [speaker]
                    is_text = isinstance(speaker, str)
                    gold[k] = speaker if is_text else " ".join(article.text[a:b] for a, b in spans)
        if any(gold):
            lines.append(line("polnear", article, gold))
    for folder in options.folders:
        for article in read(folder):
            lines.append(line("own", article, [one.labels.speaker for one in article.attributions]))
    half = [given(options.given, lines[k::2], "--names") for k in (0, 1)]
    with open(options.lines, "w", encoding="utf8") as file:
        for before, printed in ((lines[k::2], half[k]) for k in (0, 1)):
            for one, found in zip(before, printed, strict=True):
                file.write(json.dumps(one | {"names": found["names"]}) + "\n")


def line(corpus: str, article, gold: list) -> dict:
    """An article as the example reads it, and with who speaks where."""
    spans = [{"source": one.source, "cue": one.cue, "content": one.content} for one in article.attributions]
    return {"path": f"{article.name}.txt", "text": article.text, "attributions": spans, "gold": gold, "from": corpus}


def given(binary: str, lines: list[dict], *options: str) -> list[dict]:
    """What the example prints of the articles."""
    text = "".join(json.dumps(one) + "\n" for one in lines)
    ran = subprocess.run([binary, *options], input=text, encoding="utf8", stdout=subprocess.PIPE, check=True)
    return [json.loads(one) for one in ran.stdout.splitlines()]


def asked(binary: str, path: str) -> list[dict]:
    """The pronouns that are labelled, each with its candidates, which of them is meant, and its fold."""
    with open(path, encoding="utf8") as file:
        lines = [json.loads(one) for one in file]
    found = []
    for one, printed in zip(lines, given(binary, lines, "--pronouns"), strict=True):
        gold = {}
        for attribution, speaker in zip(one["attributions"], one["gold"], strict=True):
            if speaker and len(attribution["source"]) == 1:
                gold[attribution["source"][0][0]] = speaker
        for span, those in printed["pronouns"]:
            speaker = gold.get(span["start"])
            if speaker is None or span["exact"].lower() not in PERSONS or plain(speaker) in PERSONS:
                continue
            meant = [k for k, (name, _) in enumerate(those) if same(name, speaker)]
            those = [(name, dict(held)) for name, held in those]
            fold = zlib.crc32(one["path"].encode()) % 10
            found.append({"those": those, "meant": meant, "fold": fold, "from": one["from"], "speaker": speaker})
    return found


def plain(name: str) -> str:
    """A name without titles and points, in lower case."""
    words = name.lower().replace("’", "'").replace(".", "").split()
    return " ".join(word for word in words if word not in SMALL)


def same(one: str, other: str) -> bool:
    """Whether two names are one's."""
    one, other = plain(one), plain(other)
    return bool(one and other) and (one in other or other in one)


def fitted(cases: list[dict], grounds: list[str]) -> dict[str, float]:
    """The weights under which those meant are likeliest."""
    usable = [case for case in cases if case["meant"] and len(case["those"]) > 1]
    most = max(len(case["those"]) for case in usable)
    x = np.zeros((len(usable), most, len(grounds)), np.float32)
    there = np.full((len(usable), most), -1e9, np.float32)
    meant = np.full((len(usable), most), -1e9, np.float32)
    for i, case in enumerate(usable):
        for k, (_, held) in enumerate(case["those"]):
            there[i, k] = 0
            for ground, how in held.items():
                x[i, k, grounds.index(ground)] = how
        meant[i, case["meant"]] = 0
    x, there, meant = map(torch.from_numpy, (x, there, meant))
    weights = torch.zeros(len(grounds), requires_grad=True)
    learner = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        learner.zero_grad()
        scores = x @ weights
        miss = torch.logsumexp(scores + there, 1) - torch.logsumexp(scores + meant, 1)
        value = miss.mean() + 2.0 / len(usable) * (weights**2).sum() / 2
        value.backward()
        return value

    learner.step(loss)
    return dict(zip(grounds, weights.detach().tolist()))


def judged(case: dict, weights: dict[str, float]) -> str:
    """Right, wrong or unknown."""
    score = lambda held: sum(weights[ground] * how for ground, how in held.items())  # noqa: E731
    order = sorted(range(len(case["those"])), key=lambda k: -score(case["those"][k][1]))
    if not order:
        return "unknown"
    if len(order) > 1 and score(case["those"][order[0]][1]) - score(case["those"][order[1]][1]) < SAFE:
        return "unknown"
    return "right" if order[0] in case["meant"] else "wrong"


def write(weights: dict[str, float]) -> None:
    """Writes the table."""
    rows = "".join(f"    (Ground::{ground}, {weight:.3f}),\n" for ground, weight in weights.items())
    with open(FITTED, encoding="utf8") as file:
        head, _, _ = file.read().partition("weights(&[\n")
    with open(FITTED, "w", encoding="utf8") as file:
        file.write(f"{head}weights(&[\n{rows}]);\n")


if __name__ == "__main__":
    main()
