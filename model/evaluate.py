#!/usr/bin/env python3
"""Evaluates the program, model and rules together, on development data.

usage: evaluate.py [--binary PATH] [--shared DIR] [--plot FILE.svg]

Runs `gainsay extract` and the scorers, and prints as Markdown: PolNeAR dev in every figure of the
scorer; our own development set, whole and by class; GUM's attribution relations; the two open seed
records; and how often a statement of a given confidence is right.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from gainsay_model import report
from gainsay_model.corpus import Article, Attribution, read
from gainsay_model.corpus.brat import write_brat
from gainsay_model.corpus.gum import attributed
from gainsay_model.corpus.labels import modes
from gainsay_model.corpus.record import write_records
from gainsay_model.score import characters, is_right, pairs

HERE = os.path.dirname(os.path.abspath(__file__))
GUM_GENRES = ("news", "interview", "speech")


class Program:
    """The binary, and the scorers that read what it prints."""

    def __init__(self, binary: str, tools: str):
        self.binary, self.tools = binary, tools

    def extract(self, articles: str, to: str) -> None:
        """Writes what `extract` prints of a folder."""
        with open(to, "wb") as file:  # a text that it cannot read is named, and counts as nothing found
            ended = subprocess.run([self.binary, "extract", "--quiet", articles], stdout=file, check=False)
        if ended.returncode not in (0, 1):
            sys.exit(f"{self.binary} ended with {ended.returncode} on {articles}")

    def score(self, tool: str, *arguments: str) -> dict:
        """The figures of a scorer."""
        command = [sys.executable, os.path.join(self.tools, tool), *arguments, "--json"]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def predicted(path: str) -> dict[str, list[tuple[Attribution, float]]]:
    """What `extract` printed: for each article its statements with their confidence."""
    found = {}
    with open(path, encoding="utf8") as file:
        for line in map(json.loads, file):
            own = []
            for statement in line["statements"]:
                spans = lambda role: tuple((s["start"], s["end"]) for s in statement[role])  # noqa: B023
                if statement["content"]:
                    attribution = Attribution(spans("source"), spans("cue"), spans("content"))
                    own.append((attribution, statement["confidence"]))
            found[os.path.basename(line["path"])[: -len(".txt")]] = own
    return found


def polnear(program: Program, folder: str, out: str, plot: str | None) -> None:
    """PolNeAR dev, by form, by mode, and the calibration."""
    program.extract(f"{folder}/text", out)
    arguments = ("score_attribution.py", f"{folder}/text", f"{folder}/attributions", out)
    report.figures("PolNeAR dev, first annotator", program.score(*arguments))
    report.figures("PolNeAR dev, all annotators", program.score(*arguments, "--all-annotators"))
    articles, found = read(folder), predicted(out)
    report.recall("PolNeAR dev, statements labelled by mode", recall_by(articles, found, modes("dev")))
    judged = [
        (confidence, is_right(attribution, article))
        for article in articles
        for attribution, confidence in found.get(article.name, [])
    ]
    report.calibration(judged, plot)


def recall_by(articles, found, kinds) -> dict[str, tuple[int, int]]:
    """(found, all) of the statements of each kind; `kinds` names that of a statement, or is empty."""
    counts: dict[str, tuple[int, int]] = {}
    for article in articles:
        hit = {i for i, _ in pairs(article, [attribution for attribution, _ in found.get(article.name, [])])}
        for i, gold in enumerate(article.attributions):
            kind = kinds(article, gold)
            if kind:
                right, whole = counts.get(kind, (0, 0))
                counts[kind] = (right + (i in hit), whole + 1)
    return dict(sorted(counts.items()))


def own(program: Program, folder: str, work: str, out: str) -> None:
    """Our own development set, whole and by class."""
    articles = read(folder)
    write_brat(articles, work)
    program.extract(f"{work}/text", out)
    figures = program.score("score_attribution.py", f"{work}/text", f"{work}/attributions", out)
    report.figures("our own development set", figures)
    classes = recall_by(articles, predicted(out), lambda _, gold: gold.labels.kind)
    report.recall("the same, by class", classes)
    write_records(articles, f"{work}/text", f"{work}/records")
    figures = program.score("score_record.py", f"{work}/records", f"{work}/text", out)["all"]
    kept = ("statements", "linked_f1", "recall", "precision", "speaker", "act", "target", "form")
    report.figures("the same, as records", {name: figures[name] for name in kept})


def gum(program: Program, folder: str, work: str, out: str) -> None:
    """Recall on GUM's attributions: the cue lies in the satellite, half the content is the nucleus."""
    counts = {}
    for genre in GUM_GENRES:
        texts = os.path.join(work, genre)
        os.makedirs(texts)
        relations = attributed(folder, genre)
        for article, _ in relations:
            with open(os.path.join(texts, article.name + ".txt"), "w", encoding="utf8", newline="") as file:
                file.write(article.text)
        program.extract(texts, out)
        found = predicted(out)
        right = sum(
            any(agrees(article, relation, attribution) for attribution, _ in found[article.name])
            for article, own in relations
            for relation in own
        )
        counts[genre] = (right, sum(len(own) for _, own in relations))
    report.recall("GUM, attribution relations", counts)


def agrees(article: Article, relation, attribution: Attribution) -> bool:
    """Whether a statement is that of a relation."""
    satellite = characters(relation.satellite, article.text)
    content = characters(attribution.content, article.text)
    nucleus = characters(relation.nucleus, article.text)
    says = characters(attribution.cue or attribution.source, article.text)
    return bool(says & satellite) and 2 * len(content & nucleus) >= 0.5 * (len(content) + len(nucleus))


def main() -> None:
    """Evaluates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    parser.add_argument("--plot", help="draw the calibration here")
    options = parser.parse_args()
    if not os.path.isdir(options.shared):
        sys.exit(f"{options.shared}: there is no such folder; the corpora and scorers are read from it")
    if not os.path.exists(options.binary):
        sys.exit(f"{options.binary}: there is no such program; run `cargo build --release`, or name one with --binary")
    at = lambda *parts: os.path.join(options.shared, *parts)
    program = Program(options.binary, at("tools"))
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.jsonl")
        polnear(program, at("corpora", "polnear", "dev"), out, options.plot)
        own(program, os.path.join(HERE, "data", "dev"), os.path.join(folder, "own"), out)
        gum(program, at("corpora", "gum"), os.path.join(folder, "gum"), out)
        program.extract(at("seeds"), out)
        for name, figures in program.score("score_record.py", at("seeds", "gold"), at("seeds"), out).items():
            report.figures(f"seed record {name}", figures)


if __name__ == "__main__":
    main()
