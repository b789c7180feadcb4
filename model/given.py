#!/usr/bin/env python3
"""Scores the rules alone: our own articles with their attributions given, through the example `given`.

usage: given.py [--binary PATH] [--shared DIR] [--acts] [--names] [--misses] [FOLDER ...]

Prints, of the statements whose attribution came out as given, how many have the right speaker
(canonical name), act, target (of those that have one) and form. With --acts the acts are given too:
targets apart from errors of acts. With --names the rules know the names that the model reads, as in the
program. The folder is that of our
development articles unless another is named. Build the example first:

    cargo build --release -p gainsay-statements --example given
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from gainsay_model.corpus import Article, read
from gainsay_model.corpus.record import write_records

HERE = os.path.dirname(os.path.abspath(__file__))


def main() -> None:
    """Reads the options; feeds, scores and prints."""
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(HERE, "..", "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="FOLDER", default=[os.path.join(HERE, "data", "dev")])
    parser.add_argument("--binary", default=os.path.join(target, "release", "examples", "given"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    parser.add_argument("--acts", action="store_true", help="give the acts, too")
    parser.add_argument("--names", action="store_true", help="let the model read the names")
    parser.add_argument("--misses", action="store_true", help="print each statement that is not wholly right")
    options = parser.parse_args()
    scorer = os.path.join(options.shared, "tools")
    if not os.path.isdir(scorer):
        sys.exit(f"{scorer}: the scorer is not there; name its folder with --shared")
    sys.path.insert(0, scorer)
    for folder in options.folders:
        # Articles from before there were targets would count every target as none.
        articles = [article for article in read(folder) if has_targets(folder, article.name)]
        with tempfile.TemporaryDirectory() as work:
            texts, records, lines = (os.path.join(work, name) for name in ("texts", "records", "lines.jsonl"))
            write_records(articles, texts, records)
            printed = given(options.binary, articles, options.acts, *(["--names"] if options.names else []))
            with open(lines, "w", encoding="utf8") as file:
                file.write(printed)
            command = [sys.executable, os.path.join(scorer, "score_record.py"), records, texts, lines, "--json"]
            scores = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["all"]
        figures = "  ".join(f"{name} {scores[name]:.1f}" for name in ("speaker", "act", "target", "form", "linked_f1"))
        print(f"{os.path.basename(os.path.normpath(folder))}: {len(articles)} articles  {figures}")
        if options.misses:
            found = {line["path"]: line["statements"] for line in map(json.loads, printed.splitlines())}
            for article in articles:
                misses(article, found.get(article.name + ".txt", []))


def has_targets(folder: str, name: str) -> bool:
    """Whether the article's table has a column for targets."""
    with open(os.path.join(folder, name + ".md"), encoding="utf8") as file:
        return any(line.startswith("|") and "| target |" in line for line in file)


def given(binary: str, articles: list[Article], acts: bool = False, *options: str) -> str:
    """What the rules print of the articles with their own attributions."""
    lines = [
        json.dumps(
            {
                "path": article.name + ".txt",
                "text": article.text,
                "attributions": [
                    {
                        "source": one.source,
                        "cue": one.cue,
                        "content": one.content,
                        "act": one.labels.acts[0] if acts else None,
                    }
                    for one in article.attributions
                ],
            }
        )
        for article in articles
    ]
    try:
        ended = subprocess.run(
            [binary, *options], input="\n".join(lines), encoding="utf8", stdout=subprocess.PIPE, check=True
        )
    except FileNotFoundError:
        sys.exit(f"{binary}: build it first, or name it with --binary")
    return ended.stdout


def misses(article: Article, statements: list[dict]) -> None:
    """Prints what is wrong with each statement, found again by its cue and content."""
    from score_record import canon  # names that count as one, as the scorer has them

    print(article.name)
    spans = lambda list_: [(s["start"], s["end"]) for s in list_]
    for one in article.attributions:
        labels = one.labels
        meets = [
            found
            for found in statements
            if spans(found["cue"]) == list(one.cue)
            and any(a < d and c < b for a, b in spans(found["content"]) for c, d in one.content)
        ]
        words = lambda place: " … ".join(article.text[a:b] for a, b in place)
        here = f"[{words(one.source)}] {words(one.cue)} | {words(one.content)[:90]}"
        if not meets:
            print(f"  lost: {labels.speaker}: {here}")
            continue
        found, wrong = meets[0], []
        if canon(found["speaker"]["name"]) != canon(labels.speaker):
            wrong.append(f"speaker {found['speaker']['name']!r}, not {labels.speaker!r}")
        if found["act"] not in labels.acts:
            wrong.append(f"act {found['act']}, not {'/'.join(labels.acts)}")
        names = [target["name"] for target in found["targets"]]
        if labels.targets and not {canon(name) for name in names} & {canon(name) for name in labels.targets}:
            wrong.append(f"{labels.acts[0]} target {names}, not {list(labels.targets)}")
        if wrong:
            print(f"  {'; '.join(wrong)}: {here}")


if __name__ == "__main__":
    main()
