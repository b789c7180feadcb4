"""Fits the weights of the echo judge to what the example `echoes` prints, and says how good they are.

    fit_echoes.py JUDGED.jsonl          the weights, and F1 by ten-fold cross-validation
    fit_echoes.py JUDGED.jsonl --score  F1 of the judgements as the program made them

Logistic regression with a penalty on the squares; the threshold is 0. Pairs of one article stay in one
fold. "Labelled" are the echoes and hard non-pairs that readers listed; "all of clusters" adds every other
pair of the articles read that shares a key: the reader listed all echoes he saw there.
"""

import collections
import json
import sys
import zlib

import numpy as np
from regression import fit, rates

PENALTY = 1.0
UNLABELLED = 0.25  # what a pair of a read cluster counts that the reader did not list as an echo


def report(pairs, found):
    true = np.array([one["echo"] != "no" for one in pairs])
    listed = np.array([one["set"] != "all" for one in pairs])
    cross = np.array([one["a"][0] != one["b"][0] for one in pairs])
    sure = np.array([one.get("sure", True) for one in pairs])
    folder = np.array([one["set"] == "echoes" for one in pairs])
    kind = np.array([one["echo"] for one in pairs])
    named = np.array([one["speakers"] == "Same" for one in pairs])
    for name, of in (
        ("labelled", listed),
        ("labelled, sure", listed & sure),
        ("  across articles", listed & cross),
        ("  within one", listed & ~cross),
        ("  folder echoes", folder),
        ("  one speaker", listed & named),
        ("  one, across", listed & named & cross),
        ("all of clusters", ~folder),
        ("  across articles", ~folder & cross),
        ("  within one", ~folder & ~cross),
    ):
        print(f"{name:18} {rates(found[of], true[of], 'echoes')}")
    for name in ("same", "part", "paraphrase"):
        for where, of in (("across", cross), ("within one", ~cross)):
            these = of & (kind == name)
            print(f"{name:11}{where:11} found {found[these].sum()} of {these.sum()}, {100 * found[these].mean():.1f}%")
    wrong = [one["why"] for one, f, t in zip(pairs, found, true) if f and not t]
    print("false:", collections.Counter(wrong).most_common(8))


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        pairs = [one for one in map(json.loads, file) if "story" not in one]
    # A pair that the reader of its cluster listed is there twice.
    place = lambda one: tuple(sorted(map(tuple, (one["a"], one["b"]))))  # noqa: E731
    listed = {place(one) for one in pairs if one["set"] != "all"}
    pairs = [one for one in pairs if one["set"] != "all" or place(one) not in listed]
    for one in pairs:
        if one["set"] == "all":
            one |= {"echo": "no", "why": "not listed"}
    if "--score" in sys.argv:
        report(pairs, np.array([one["found"] != "no" and one["meet"] for one in pairs]))
        kinds = collections.Counter((one["echo"], one["found"]) for one in pairs if one["set"] != "all" and one["echo"] != "no")
        print("kinds (labelled, found):", dict(sorted(kinds.items())))
        found = [one for one in pairs if one["found"] != "no" and one["set"] != "all" and one["meet"]]
        for kind in ("same", "part", "paraphrase"):
            these = [one["echo"] != "no" for one in found if one["found"] == kind]
            print(f"found as {kind}: {sum(these)} of {len(these)} labelled pairs are echoes")
        return
    may_be = np.array([one["may_be"] and one["meet"] for one in pairs])
    x = np.array([one["values"] for one in pairs])
    y = np.array([one["echo"] != "no" for one in pairs])
    counts = np.array([UNLABELLED if one["set"] == "all" else 1.0 for one in pairs])
    folds = np.array([zlib.crc32(one["a"][0].encode()) % 10 for one in pairs])
    across = np.array([one["a"][0] != one["b"][0] for one in pairs])
    found = np.zeros(len(pairs), bool)
    for where in (across, ~across):
        for fold in range(10):
            learn, held = (folds != fold) & may_be & where, (folds == fold) & where
            w = fit(x[learn], y[learn], counts[learn], PENALTY)
            found[held] = (x[held] @ w > 0) & may_be[held]
    report(pairs, found)
    for name, where in (("ACROSS", across), ("WITHIN", ~across)):
        of = may_be & where
        print(name, ", ".join(f"{value:.2f}" for value in fit(x[of], y[of], counts[of], PENALTY)))


main()
