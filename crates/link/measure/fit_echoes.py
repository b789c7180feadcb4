"""Fits the weights of the judge of echoes to what the example `echoes` prints, and says how good they are.

    fit_echoes.py JUDGED.jsonl [WEIGHTS.rs]   F1 by ten-fold cross-validation; writes the weights
    fit_echoes.py JUDGED.jsonl --score        F1 of the judgements as the program made them

Logistic regression with a penalty on the squares; the threshold is 0. Articles that were read together or
that a pair joins stay in one fold. "Labelled" are the echoes and hard non-pairs that readers listed; "read
whole" are all pairs of the articles read that share a key: the readers listed every echo they saw there.
"""

import json
import sys
import zlib

import numpy as np
from regression import fit, rates

PENALTY = 3.0
UNSURE = 0.5  # what a pair counts of which the reader was not sure
UNLISTED = {"across": 0.1, "within": 0.1}  # what a pair counts that the reader of its articles did not list

def report(pairs, found, true):
    listed = np.array([one["pair"] == "echo" for one in pairs])
    across = np.array([one["at"][0][0] != one["at"][1][0] for one in pairs])
    sure = np.array([bool(one.get("sure")) for one in pairs])
    whole = np.array([one["whole"] for one in pairs])
    named = np.array([one["speakers"] == "Same" for one in pairs])
    for name, of in (
        ("labelled", listed),
        ("  sure", listed & sure),
        ("  across articles", listed & across),
        ("  within one", listed & ~across),
        ("  one speaker", listed & named),
        ("read whole", whole),
        ("  across articles", whole & across),
        ("  within one", whole & ~across),
    ):
        print(f"{name:18} {rates(found[of], true[of], 'echoes')}")
    for kind in ("same", "part", "paraphrase"):
        for where, of in (("across", across), ("within one", ~across)):
            these = found[of & np.array([one.get("kind") == kind for one in pairs])]
            print(f"{kind:11}{where:11} found {these.sum()} of {len(these)}, {100 * these.mean():.1f}%")


def folds_of(pairs, groups):
    parent = {}

    def root(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for group in groups:
        for name in group["articles"]:
            parent[root(name)] = root(group["articles"][0])
    for one in pairs:
        parent[root(one["at"][0][0])] = root(one["at"][1][0])
    return np.array([zlib.crc32(root(one["at"][0][0]).encode()) % 10 for one in pairs])


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        lines = [json.loads(line) for line in file]
    groups = [one for one in lines if "story" in one]
    place = lambda one: tuple(map(tuple, one["at"]))  # noqa: E731
    pairs = {}
    together = {frozenset((a, b)) for group in groups for a in group["articles"] for b in group["articles"]}
    for one in lines:
        if "story" in one or one["at"][0] == one["at"][1]:
            continue
        known = pairs.setdefault(place(one), one)
        known["whole"] = frozenset(article for article, _ in one["at"]) in together
    pairs = list(pairs.values())
    true = np.array([one.get("kind", "no") != "no" for one in pairs])
    if "--score" in sys.argv:
        report(pairs, np.array([one["found"] != "no" and one["meet"] for one in pairs]), true)
        for kind in ("same", "part", "paraphrase"):
            these = [
                is_so
                for one, is_so in zip(pairs, true)
                if one["found"] == kind and one["pair"] == "echo" and one["meet"]
            ]
            print(f"found as {kind}: {sum(these)} of {len(these)} labelled pairs are echoes")
        return
    names = next(one["names"] for one in pairs if "names" in one)
    x = np.array([one["values"] for one in pairs])
    may = np.array([one["may_be"] and one["meet"] for one in pairs])
    across = np.array([one["at"][0][0] != one["at"][1][0] for one in pairs])
    listed = np.array([one["pair"] == "echo" for one in pairs])
    counts = {
        "labelled pairs alone": np.array(
            [(1.0 if one["sure"] else UNSURE) if one["pair"] == "echo" else 0.0 for one in pairs]
        ),
    }
    unlisted = np.where(across, UNLISTED["across"], UNLISTED["within"])
    counts["with unlisted ones"] = np.where(listed, counts["labelled pairs alone"], unlisted)
    folds = folds_of(pairs, groups)
    for what, count in counts.items():
        score = np.full(len(pairs), -9.0)
        for where in (across, ~across):
            for fold in range(10):
                learn, held = (folds != fold) & may & where & (count > 0), (folds == fold) & may & where
                score[held] = x[held] @ fit(x[learn], true[learn], count[learn], PENALTY)
        print(f"-- fitted to {what}")
        report(pairs, score > 0, true)
        for cut in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5):
            print(f"cut at {cut:4}: labelled {rates((score > cut)[listed], true[listed], 'echoes')}")
    if len(sys.argv) > 2:
        write(sys.argv[2], names, [fit(x[of], true[of], count[of], PENALTY) for of in (may & across, may & ~across)])


def write(path, names, weights):
    with open(path, "w", encoding="utf8") as out:
        head = "What each piece of evidence adds, across articles and within one."
        print(f"//! {head} Written by `measure/fit_echoes.py`.\n", file=out)
        print("/// How many pieces of evidence there are.", file=out)
        print(f"pub(super) const WEIGHED: usize = {len(names)};\n", file=out)
        print("#[rustfmt::skip]", file=out)
        print("pub(super) const WEIGHTS: [(&str, f32, f32); WEIGHED] = [", file=out)
        for name, across, within in zip(names, *weights):
            print(f'    ("{name}", {across:.2f}, {within:.2f}),', file=out)
        print("];", file=out)


main()
