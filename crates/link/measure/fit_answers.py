"""Fits the weights of the judge of answers to what the example `answers` prints, and says how good they are.

    fit_answers.py JUDGED.jsonl [WEIGHTS.rs]   F1 by ten-fold cross-validation; writes the weights
    fit_answers.py JUDGED.jsonl --score        F1 of the judgements as the program made them

Logistic regression with a penalty on the squares; the threshold is 0. Groups of articles that were read
together stay in one fold. "Sure" are the labelled pairs of which the reader was sure; "read whole" are all
pairs of the articles read that share a key: what the reader did not list there is taken for none.
"""

import collections
import json
import sys
import zlib

import numpy as np
from regression import fit, rates

PENALTY = 3.0
UNSURE = 0.3  # what a pair counts of which the reader was not sure
UNLISTED = 0.04  # what a pair counts that the reader of its articles did not list
SHARE = 0.4  # of the pairs above: they are many, and a hash leaves out the rest when fitting


def report(pairs, found, true):
    listed = np.array([one["pair"] == "answer" for one in pairs])
    sure = np.array([bool(one.get("sure")) for one in pairs])
    across = np.array([one["from"][0] != one["to"][0] for one in pairs])
    whole = ~listed | np.array([bool(one.get("whole")) for one in pairs])
    for name, of in (
        ("sure", sure),
        ("  across articles", sure & across),
        ("  within one", sure & ~across),
        ("labelled", listed),
        ("read whole", whole),
    ):
        print(f"{name:18} {rates(found[of], true[of], 'answers')}")
    kinds = collections.Counter(one["kind"] for one, is_sure in zip(pairs, sure) if is_sure and one["kind"] != "no")
    hit = collections.Counter(one["kind"] for one, is_sure, f in zip(pairs, sure, found) if is_sure and f and one["kind"] != "no")
    print("found by kind:", ", ".join(f"{kind} {hit[kind]} of {n}" for kind, n in sorted(kinds.items())))


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        pairs = [json.loads(line) for line in file]
    place = lambda one: (one["from"][0], one["at"][0], one["to"][0], one["at"][1])  # noqa: E731
    listed = {place(one) for one in pairs if one["pair"] == "answer"}
    read = {place(one) for one in pairs if one["pair"] != "answer"}
    pairs = [one for one in pairs if one["pair"] == "answer" or place(one) not in listed]
    for one in pairs:
        one["whole"] = place(one) in read
    true = np.array([one.get("kind", "no") != "no" for one in pairs])
    meet = np.array([one["meet"] for one in pairs])
    if "--score" in sys.argv:
        found = np.array([one["found"] != "no" for one in pairs]) & meet
        report(pairs, found, true)
        right = [one["found"] == one["kind"] for one, f, t in zip(pairs, found, true) if f and t and one["sure"]]
        print(f"kind right: {sum(right)} of {len(right)} found")
        return
    names = next(one["names"] for one in pairs if "names" in one)
    x = np.array([one["values"] for one in pairs], np.float32).astype(float)
    may = meet & (x[:, names.index("same speaker")] == 0)
    counts = np.array([(1.0 if one["sure"] else UNSURE) if one["pair"] == "answer" else UNLISTED / SHARE for one in pairs])
    drawn = np.array([one["pair"] == "answer" or zlib.crc32(repr(place(one)).encode()) % 1000 < 1000 * SHARE for one in pairs])
    # Articles that a pair joins stay together.
    parent = {}

    def root(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for one in pairs:
        parent[root(one["from"][0])] = root(one["to"][0])
    folds = np.array([zlib.crc32(root(one["from"][0]).encode()) % 10 for one in pairs])
    score = np.full(len(pairs), -9.0)
    for fold in range(10):
        learn, held = (folds != fold) & may & drawn, (folds == fold) & may
        score[held] = x[held] @ fit(x[learn], true[learn], counts[learn], PENALTY)
    report(pairs, score > 0, true)
    sure = np.array([bool(one.get("sure")) for one in pairs])
    for cut in (-1.5, -1.2, -0.9, -0.6, -0.3, 0.3, 0.6):
        print(f"cut at {cut:4}: sure {rates((score > cut)[sure], true[sure], 'answers')}")
    if len(sys.argv) > 2:
        weights = fit(x[may & drawn], true[may & drawn], counts[may & drawn], PENALTY)
        with open(sys.argv[2], "w", encoding="utf8") as out:
            print("//! What each piece of evidence adds. Written by `measure/fit_answers.py`.\n", file=out)
            print("#[rustfmt::skip]", file=out)
            print(f"pub(super) const WEIGHTS: [(&str, f32); {len(names)}] = [", file=out)
            for name, weight in zip(names, weights):
                print(f'    ("{name}", {weight:.2f}),', file=out)
            print("];", file=out)


main()
