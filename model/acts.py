#!/usr/bin/env python3
"""Scores the acts that the program gives on the labelled statements of PolNeAR dev.

usage: acts.py [--binary PATH] [--shared DIR]

A labelled statement counts where the program finds one with the same cue, or a part of it. Prints the
share of right acts, the F1 of each act with ten labels or more, and their mean.
"""

import argparse
import collections
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ENOUGH = 10


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    options = parser.parse_args()
    labels = collections.defaultdict(list)
    with open(os.path.join(HERE, "data", "labels", "polnear-dev.jsonl"), encoding="utf8") as file:
        for label in map(json.loads, file):
            labels[label["article"]].append(label)
    folder = os.path.join(options.shared, "corpora", "polnear", "dev", "text")
    ran = subprocess.run([options.binary, "extract", "--quiet", folder], stdout=subprocess.PIPE, check=False)
    right, gold, given = collections.Counter(), collections.Counter(), collections.Counter()
    for line in map(json.loads, ran.stdout.splitlines()):
        name = os.path.basename(line["path"])[: -len(".txt")]
        for label in labels[name]:
            act = found(line["statements"], label["cue"])
            if act is not None:
                gold[label["act"]] += 1
                given[act] += 1
                right[act] += act == label["act"]
    scores = {act: 200 * right[act] / (gold[act] + given[act]) for act in sorted(gold) if gold[act] >= ENOUGH}
    print(f"{gold.total()} of {sum(map(len, labels.values()))} found")
    print(f"act {100 * right.total() / gold.total():.1f}, macro-F1 {sum(scores.values()) / len(scores):.1f}")
    print(", ".join(f"{act} {score:.0f}" for act, score in scores.items()))


def found(statements: list[dict], cue: list[list[int]]) -> str | None:
    """The act of the statement with this cue."""
    for statement in statements:
        if any(s["start"] < end and start < s["end"] for s in statement["cue"] for start, end in cue):
            return statement["act"]
    return None


if __name__ == "__main__":
    main()
