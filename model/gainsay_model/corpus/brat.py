"""Attributions in brat standoff: `.ann` files with an event for each, whose roles are text spans.

The layout is PolNeAR's (`text/NAME.txt`, `attributions/NAME_ANNOTATOR.ann`) or brat's own
(`NAME.txt` and `NAME.ann` side by side). Offsets are code points, end exclusive, pieces of a
discontinuous span parted by semicolons (https://brat.nlplab.org/standoff.html).
"""

import glob
import os
import re

from .article import Article, Attribution, Span, without_that


def read_brat(folder: str) -> list[Article]:
    """All annotated texts of a folder; of several annotators the first by name."""
    split = os.path.isdir(os.path.join(folder, "attributions"))
    texts = os.path.join(folder, "text") if split else folder
    annotated: dict[str, str] = {}
    for path in sorted(glob.glob(os.path.join(folder, "attributions" if split else "", "*.ann"))):
        name = os.path.basename(path)[: -len(".ann")]
        annotated.setdefault(name.rsplit("_", 1)[0] if split else name, path)
    if not annotated:
        raise SystemExit(f"{folder}: neither .md, .jsonl nor .ann files here (nor in {folder}/attributions)")
    articles = []
    for name, path in sorted(annotated.items()):
        with open(os.path.join(texts, name + ".txt"), encoding="utf8", newline="") as file:
            text = file.read()
        articles.append(Article(name, text, attributions(path, text)))
    if not any(article.attributions for article in articles):
        raise SystemExit(
            f"{folder}: {len(articles)} .ann files, but no event with a Content and a Cue or trigger, such as "
            "'E1<tab>Attribution:T4 Source:T1 Cue:T2 Content:T3'"
        )
    return articles


def attributions(path: str, text: str) -> tuple[Attribution, ...]:
    """The attributions of one `.ann` file.

    A T line's text may hold a newline, so records are split where a new id begins. Roles may be
    numbered (`Content2`): the pieces of all of them belong to one attribution. Where an event has no
    Cue its trigger is the cue.
    """
    with open(path, encoding="utf8", newline="") as file:
        records = re.split(r"\n(?=[TEAR#*]\d*\t)", file.read())
    spans: dict[str, list[Span]] = {}
    for record in records:
        if record.startswith("T"):
            name, kind_and_place, _ = record.rstrip("\n").split("\t", 2)
            place = kind_and_place.split(" ", 1)[1]
            spans[name] = [tuple(map(int, piece.split())) for piece in place.split(";")]
            for start, end in spans[name]:
                if not 0 <= start <= end <= len(text):
                    raise SystemExit(f"{path}: {name} is {start}–{end}, but the text has {len(text)} characters")
    found = []
    for record in records:
        if not record.startswith("E"):
            continue
        trigger, *rest = record.rstrip("\n").split("\t", 1)[1].split()
        roles: dict[str, list[Span]] = {}
        for role in rest:
            kind, _, reference = role.partition(":")
            roles.setdefault(re.sub(r"\d+$", "", kind), []).extend(spans.get(reference, []))
        cue = roles.get("Cue") or spans.get(trigger.partition(":")[2], [])
        if cue and roles.get("Content"):
            found.append(
                Attribution(
                    tuple(sorted(roles.get("Source", []))),
                    tuple(sorted(cue)),
                    tuple(without_that(span, text) for span in sorted(roles["Content"])),
                )
            )
    return tuple(found)


def write_brat(articles: list[Article], folder: str) -> None:
    """Writes articles in PolNeAR's layout, for its scorer."""
    for name in ("text", "attributions"):
        os.makedirs(os.path.join(folder, name))
    for article in articles:
        with open(os.path.join(folder, "text", article.name + ".txt"), "w", encoding="utf8", newline="") as file:
            file.write(article.text)
        lines, count = [], 0
        for number, attribution in enumerate(article.attributions, 1):
            roles = []
            for role in ("Source", "Cue", "Content"):
                spans = getattr(attribution, role.lower())
                if spans:
                    count += 1
                    place = ";".join(f"{start} {end}" for start, end in spans)
                    words = " ".join(article.text[start:end] for start, end in spans)
                    lines.append(f"T{count}\t{role} {place}\t{words}")
                    roles.append(f"{role}:T{count}")
            lines.append(f"E{number}\tAttribution:T{count} " + " ".join(roles))
        path = os.path.join(folder, "attributions", article.name + "_own.ann")
        with open(path, "w", encoding="utf8", newline="") as file:
            file.write("\n".join([*lines, ""]))
