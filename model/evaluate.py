#!/usr/bin/env python3
"""Evaluates the program, model and rules together, on development data.

usage: evaluate.py [--binary PATH] [--shared DIR]

Runs `gainsay extract` and the scorers, and prints one table: PolNeAR dev in every figure of the
scorer, the two open seed records, and the calibration of the confidence on PolNeAR dev.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

from gainsay_model.corpus import Attribution, read_polnear
from gainsay_model.score import is_right

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command: list[str]) -> bytes:
    """What a command prints."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def extract(binary: str, articles: str, to: str) -> None:
    """Writes what `extract` prints of a folder."""
    with open(to, "wb") as file:
        file.write(run([binary, "extract", "--quiet", articles]))


def table(title: str, figures: dict) -> None:
    """Prints figures as Markdown."""
    print(f"\n| {title} | |\n| --- | --- |")
    for name, value in figures.items():
        print(f"| {name} | {value:.1f} |" if isinstance(value, float) else f"| {name} | {value} |")


def calibration(folder: str, predictions: str) -> None:
    """How often statements of each confidence are right, and the expected calibration error."""
    articles = {article.name: article for article in read_polnear(folder)}
    bins = collections.defaultdict(lambda: [0, 0.0, 0])
    total = 0
    with open(predictions, encoding="utf8") as file:
        for line in map(json.loads, file):
            article = articles[os.path.basename(line["path"])[: -len(".txt")]]
            for statement in line["statements"]:
                spans = lambda role: tuple((s["start"], s["end"]) for s in statement[role])  # noqa: E731, B023
                found = Attribution(spans("source"), spans("cue"), spans("content"))
                if not found.content:
                    continue
                bin = bins[min(int(statement["confidence"] * 10), 9)]
                bin[0] += 1
                bin[1] += statement["confidence"]
                bin[2] += is_right(found, article)
                total += 1
    print("\n| confidence | statements | mean confidence | right |\n| --- | --- | --- | --- |")
    error = 0.0
    for low, (count, confidence, right) in sorted(bins.items()):
        print(f"| {low / 10:.1f}–{low / 10 + 0.1:.1f} | {count} | {confidence / count:.2f} | {right / count:.2f} |")
        error += abs(confidence - right) / total
    print(f"\nexpected calibration error {error:.3f}")


def main() -> None:
    """Evaluates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    options = parser.parse_args()
    if not os.path.isdir(options.shared):
        sys.exit(f"{options.shared}: there is no such folder; the corpora and scorers are read from it")
    at = lambda *parts: os.path.join(options.shared, *parts)  # noqa: E731
    dev, seeds = at("corpora", "polnear", "dev"), at("seeds")
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "dev.jsonl")
        extract(options.binary, os.path.join(dev, "text"), out)
        score = [sys.executable, at("tools", "score_attribution.py"), f"{dev}/text", f"{dev}/attributions", out, "--json"]
        table("PolNeAR dev", json.loads(run(score)))
        table("PolNeAR dev, all annotators", json.loads(run([*score, "--all-annotators"])))
        calibration(dev, out)
        out = os.path.join(folder, "seeds.jsonl")
        extract(options.binary, seeds, out)
        score = [sys.executable, at("tools", "score_record.py"), f"{seeds}/gold", seeds, out, "--json"]
        for name, figures in json.loads(run(score)).items():
            table(f"seed record {name}", figures)


if __name__ == "__main__":
    main()
