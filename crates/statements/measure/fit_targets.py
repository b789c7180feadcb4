#!/usr/bin/env python3
"""Fits the weights of the grounds by which targets are found, and says how good they are.

usage: fit_targets.py GIVEN [--write] [--folds N] FOLDER ...

GIVEN is the example `given` of this crate. The statements of the articles in the folders are given to it
with their acts; it prints whom each may be aimed at and why. Of these a softmax chooses one, or nobody.
The weights are those under which the labelled targets are likeliest, with a penalty on their squares.
Prints the share of right targets by cross-validation, an article in one fold; with --write, fits
to all and writes `src/targets/weights.rs`. Grounds rest on whom other statements are aimed at, so fit,
build and fit again.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import zlib

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = os.path.join(HERE, "..", "src", "targets")
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "model"))
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "..", "shared", "tools"))

from gainsay_model.corpus import read  # noqa: E402
from given import given, has_targets  # noqa: E402
from score_record import canon  # noqa: E402  # names that count as one, as the scorer has them

ACTS = ["accuse", "criticize", "deny", "admit", "demand", "refuse", "threaten", "promise", "praise", "decline", "state"]
PENALTY = 1.0  # on the squares of the weights that count for every act
PENALTY_ACT = 3.0  # on those of one act: they say only how it differs
STEPS = 120
# What the model sees is not among what is given, so its weights are set by hand.
SEEN = {"Seen": 2.0, "SeenInstitution": 0.3, "SeenCountry": 0.3, "NobodyThoughSeen": -1.0}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given", metavar="GIVEN")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    names = grounds()
    cases = [case for folder in options.folders for case in cases_of(options.given, folder, names)]
    hold = np.array([zlib.crc32(case["article"].encode()) % options.folds for case in cases])
    print(f"{len(cases)} statements, {sum(bool(case['gold']) for case in cases)} with targets, {100 * reachable(cases):.1f} % of these among the candidates")
    found = [None] * len(cases)
    for fold in range(options.folds):
        weights = fit([case for case, f in zip(cases, hold) if f != fold], len(names))
        for i in np.flatnonzero(hold == fold):
            found[i] = choose(cases[i], weights)
    report(cases, found)
    if options.write:
        write(fit(cases, len(names)), names)


def grounds():
    """The names of the grounds, in their order."""
    with open(os.path.join(TARGETS, "ground.rs"), encoding="utf8") as file:
        listed = file.read().split("\ngrounds! {\n", 1)[1].split("\n}\n", 1)[0]
    return re.findall(r"^    (\w+),$", listed, re.M)


def cases_of(binary, folder, names):
    """Each statement with its candidates [candidates, grounds], which of them are right, and its act."""
    place = {name: i for i, name in enumerate(names)}
    articles = [article for article in read(folder) if has_targets(folder, article.name)]
    spans = lambda list_: [(s["start"], s["end"]) for s in list_]  # noqa: E731
    by_path = {line["path"]: line for line in map(json.loads, given(binary, articles, True, "--grounds").splitlines())}
    for article in articles:
        line = by_path.get(article.name + ".txt")
        if line is None:
            continue
        met = []
        for one in article.attributions:
            meets = [
                (one, statement, candidates)
                for statement, candidates in zip(line["statements"], line["grounds"])
                if spans(statement["cue"]) == list(one.cue)
                and any(a < d and c < b for a, b in spans(statement["content"]) for c, d in one.content)
            ]
            if meets and one.labels is not None:
                met.append(meets[0])
        known = aliases((canon(one.labels.speaker), canon(statement["speaker"]["name"])) for one, statement, _ in met)
        for one, statement, candidates in met:
            gold = {canon(name) for name in one.labels.targets}
            ours = gold | {known[name] for name in gold if name in known}
            x = np.zeros((len(candidates), len(names)), dtype=np.float32)
            for row, (_, own) in enumerate(candidates):
                x[row, [place[ground] for ground in own]] = 1
            called = [canon(name) if name else None for name, _ in candidates]
            right = np.array([name in ours if gold else name is None for name in called])
            yield {
                "article": article.name,
                "act": ACTS.index(one.labels.acts[0]),
                "x": x,
                "right": right,
                "gold": gold,
                "called": called,
            }


def aliases(pairs):
    """Under which name the program has whom the labels call otherwise, by the statements both have: what
    the weights are fitted to is who is meant, not how he is called."""
    counts = collections.Counter((label, name) for label, name in pairs if "unknown" not in (label, name))
    right = {label for label, name in counts if label == name}
    known = {}
    for (label, name), _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        if label not in right and name not in right:
            known.setdefault(label, name)
    return known


def reachable(cases):
    own = [case for case in cases if case["gold"]]
    return sum(case["right"].any() for case in own) / max(1, len(own))


def fit(cases, columns):
    """The weights [columns, 1 + acts] by gradient descent with momentum of second order (Adam)."""
    blocks = []  # of each act: grounds, where each statement begins, of which statement a row is, what is right
    for act in range(len(ACTS)):
        own = [case for case in cases if case["act"] == act and case["right"].any()]
        if own:
            sizes = [len(case["x"]) for case in own]
            x = np.concatenate([case["x"] for case in own])
            right = np.concatenate([case["right"] for case in own])
            blocks.append((act, x, np.cumsum([0] + sizes)[:-1], np.repeat(np.arange(len(own)), sizes), right))
    w = np.zeros((columns, 1 + len(ACTS)), dtype=np.float32)
    m, v = np.zeros_like(w), np.zeros_like(w)
    penalty = np.full_like(w, PENALTY_ACT)
    penalty[:, 0] = PENALTY
    for step in range(1, STEPS + 1):
        grade = penalty * w
        for act, x, starts, of, right in blocks:
            score = x @ (w[:, 0] + w[:, 1 + act])
            score -= np.maximum.reduceat(score, starts)[of]
            p = np.exp(score)
            p /= np.add.reduceat(p, starts)[of]
            q = np.where(right, p, 0)
            q /= np.add.reduceat(q, starts)[of]
            slope = (p - q) @ x
            grade[:, 0] += slope
            grade[:, 1 + act] += slope
        m = 0.9 * m + 0.1 * grade
        v = 0.98 * v + 0.02 * grade**2
        rate = 0.15 * (1 - step / (STEPS + 1))
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.98**step)) + 1e-8)
    return w


# As in src/targets/mod.rs.
RATHER_THAN_NOBODY = 0.2
BESIDE_THE_FIRST = 0.6


def choose(case, w):
    """The names chosen."""
    score = case["x"] @ (w[:, 0] + w[:, 1 + case["act"]])
    nobody = max(score[i] for i, name in enumerate(case["called"]) if name is None)
    order = [i for i in np.argsort(-score, kind="stable") if case["called"][i] is not None]
    if not order or score[order[0]] < nobody + np.log(RATHER_THAN_NOBODY):
        return set()
    return {case["called"][i] for i in order[:3] if score[i] >= score[order[0]] + np.log(BESIDE_THE_FIRST)}


def report(cases, found):
    def line(name, own):
        targeted = [(case, got) for case, got in own if case["gold"]]
        hit = sum(bool(case["gold"] & got) for case, got in targeted)
        named = sum(len(got) for _, got in own)
        true = sum(len(case["gold"] & got) for case, got in own)
        gold = sum(len(case["gold"]) for case, _ in own)
        silent = [got for case, got in own if not case["gold"]]
        print(
            f"{name:10} {len(own):5}  right {100 * hit / max(1, len(targeted)):5.1f} of {len(targeted):4}   names P {100 * true / max(1, named):5.1f}"
            f"  R {100 * true / max(1, gold):5.1f}   silent where nobody {100 * sum(not got for got in silent) / max(1, len(silent)):5.1f} of {len(silent)}"
        )

    both = list(zip(cases, found))
    line("all", both)
    for act, name in enumerate(ACTS):
        line(name, [(case, got) for case, got in both if case["act"] == act])


def write(w, names):
    with open(os.path.join(TARGETS, "weights.rs"), encoding="utf8") as file:
        head = file.read().split("pub(super) const", 1)[0]
    with open(os.path.join(TARGETS, "weights.rs"), "w", encoding="utf8") as file:
        file.write(head + f"pub(super) const WEIGHTS: &[(Ground, [f32; {w.shape[1]}])] = &[\n")
        for name, row in zip(names, w):
            row[0] = SEEN.get(name, row[0])
            file.write(f"    (Ground::{name}, [{', '.join(f'{value + 0.0:.2f}' for value in row)}]),\n")
        file.write("];\n")


if __name__ == "__main__":
    main()
