#!/usr/bin/env python3
"""Fits the weights of the grounds by which targets are found, and says how good they are.

usage: fit_targets.py GIVEN --seen DEV [--write] [--folds N] [--rounds N] FOLDER ...

GIVEN is the example `given` of this crate. The statements of the articles in the folders are given to it
with their acts; it prints whom each may be aimed at and why. Of these a softmax chooses one, or nobody.
The weights are those under which the labelled targets are likeliest, with a penalty on their squares.

What is believed of one statement is a ground for another, so it is fitted in rounds, and no article is
judged, nor what is believed of it made, by weights that were fitted to it.

The model was trained on the articles in the folders and sees their targets better than it sees others. So
its marks are drawn by lot, as often right and wrong as in DEV, which it was not trained on, apart
for parties that stand near the statement in different ways. Nothing else is taken from DEV.

Prints the share of right targets by cross-validation; with --write, fits to all and writes
`src/targets/fitted.rs`.
"""

import argparse
import collections
import json
import os
import re
import sys
import tempfile
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
PENALTY = 3.0  # on the squares of the weights that count for every act
PENALTY_ACT = 10.0  # on those of one act: they say only how it differs
STEPS = 120


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given", metavar="GIVEN")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--seen", required=True, metavar="DEV", help="articles that the model was not trained on")
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    names = grounds()
    texts = [(folder, article) for folder in options.folders for article in read(folder)]
    texts = [article for folder, article in texts if has_targets(folder, article.name)]
    unseen = [article for article in read(options.seen) if has_targets(options.seen, article.name)]
    fold = lambda name: zlib.crc32(name.encode()) % options.folds  # noqa: E731
    weights = [None] * options.folds
    for _ in range(options.rounds):
        cases = []
        for k in range(options.folds):
            own = [article for article in texts if fold(article.name) == k]
            cases += cases_of(options.given, own, names, weights[k])
        odds = marking(list(cases_of(options.given, unseen, names, weights[0], "--model")), names)
        for case in cases:
            mark(case, names, odds)
        hold = np.array([fold(case["article"]) for case in cases])
        weights = [fit([case for case, f in zip(cases, hold) if f != k], len(names)) for k in range(options.folds)]
        print(
            f"{len(cases)} statements, {sum(bool(case['gold']) for case in cases)} with targets,"
            f" {100 * reachable(cases):.1f} % of these among the candidates"
        )
        report(cases, [choose(case, weights[f]) for case, f in zip(cases, hold)])
    if options.write:
        write(fit(cases, len(names)), names)


def grounds():
    """The names of the grounds, in their order."""
    with open(os.path.join(TARGETS, "ground.rs"), encoding="utf8") as file:
        listed = file.read().split("\ngrounds! {\n", 1)[1].split("\n}\n", 1)[0]
    return re.findall(r"^    (\w+),$", listed, re.M)


def cases_of(binary, articles, names, weights, *options):
    """Each statement with its candidates [candidates, grounds], which of them are right, and its act. What
    is believed of the others rests on the weights; without any, on those that ship."""
    place = {name: i for i, name in enumerate(names)}
    spans = lambda list_: [(s["start"], s["end"]) for s in list_]  # noqa: E731
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        chosen = ["--grounds", *options]
        if weights is not None:
            json.dump({name: [float(w) for w in row] for name, row in zip(names, weights)}, file)
            file.flush()
            chosen += ["--weights", file.name]
        printed = given(binary, articles, True, *chosen)
    by_path = {line["path"]: line for line in map(json.loads, printed.splitlines())}
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
        for one, _, candidates in met:
            gold = {canon(name) for name in one.labels.targets}
            ours = gold | {known[name] for name in gold if name in known}
            x = np.zeros((len(candidates), len(names)), dtype=np.float32)
            for row, (_, own) in enumerate(candidates):
                for ground, held in own:
                    x[row, place[ground]] = held
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


# How a party may stand near a statement, the nearest last, and how sure the model may be of it.
NEAR = [
    [],
    ["Second", "Later", "InSentence", "MeantFirst", "Meant", "MeantPerhaps", "Before", "BeforeSubject"],
    ["First", "Between"],
    ["Object"],
]
SURE = [None, "SeenPerhaps", "Seen", "SeenSurely"]


def nearness(case, names):
    """How near each candidate stands."""
    near = np.zeros(len(case["x"]), dtype=int)
    for k, grounds in enumerate(NEAR):
        for ground in grounds:
            near[case["x"][:, names.index(ground)] > 0] = k
    return near


def marking(cases, names):
    """How often a party is marked how surely: [right or not, nearness, sureness]."""
    counts = np.full((2, len(NEAR), len(SURE)), 0.01)
    for case in cases:
        sure = np.zeros(len(case["x"]), dtype=int)
        for k, ground in enumerate(SURE[1:], 1):
            sure[case["x"][:, names.index(ground)] > 0] = k
        for right, near, level, name in zip(case["right"], nearness(case, names), sure, case["called"]):
            if name is not None:
                counts[int(right), near, level] += 1
    return counts / counts.sum(2, keepdims=True)


def mark(case, names, odds):
    """Draws what the model sees."""
    lot = np.random.default_rng(zlib.crc32(f"{case['article']} {len(case['called'])} {case['called'][-1]}".encode()))
    surest = 0
    for row, near in enumerate(nearness(case, names)):
        if case["called"][row] is not None:
            sure = lot.choice(len(SURE), p=odds[int(case["right"][row]), near])
            surest = max(surest, sure)
            if sure:
                case["x"][row, names.index(SURE[sure])] = 1
    for row, name in enumerate(case["called"]):
        if name is None and surest:
            case["x"][row, names.index("NobodyThoughSeen" if surest > 1 else "NobodyThoughMaybeSeen")] = 1


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
RATHER_THAN_NOBODY = 0.15
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
    path = os.path.join(TARGETS, "fitted.rs")
    with open(path, encoding="utf8") as file:
        head = file.read().split("pub(super) const", 1)[0]
    with open(path, "w", encoding="utf8") as file:
        file.write(head + f"pub(super) const FITTED: &[(Ground, [f32; {w.shape[1]}])] = &[\n")
        for name, row in zip(names, w):
            file.write(f"    (Ground::{name}, [{', '.join(f'{value + 0.0:.2f}' for value in row)}]),\n")
        file.write("];\n")


if __name__ == "__main__":
    main()
