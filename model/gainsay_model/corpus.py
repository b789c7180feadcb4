"""Annotated articles: brat standoff in the layout of PolNeAR, and our own Markdown articles."""

import dataclasses
import glob
import os
import re

Span = tuple[int, int]  # half-open, in code points


@dataclasses.dataclass(frozen=True)
class Attribution:
    """Who said what, as spans of the text; each role in pieces, in text order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclasses.dataclass(frozen=True)
class Article:
    """One annotated text."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def without_that(span: Span, text: str) -> Span:
    """The record leaves out the complementizer that PolNeAR keeps in its contents."""
    found = re.match(r"that\s+", text[span[0] : span[1]], re.IGNORECASE)
    return (span[0] + found.end(), span[1]) if found else span


def read_brat(path: str, text: str) -> tuple[Attribution, ...]:
    """The attributions of one `.ann` file.

    A T line's text may hold a newline, so records are split where a new id begins. Roles may be
    numbered (`Content2`): the pieces of all of them belong to one attribution.
    """
    with open(path, encoding="utf8", newline="") as file:
        records = re.split(r"\n(?=[TEAR#*]\d*\t)", file.read())
    spans: dict[str, list[Span]] = {}
    found = []
    for record in records:
        if record.startswith("T"):
            name, kind_and_place, _ = record.rstrip("\n").split("\t", 2)
            place = kind_and_place.split(" ", 1)[1]
            spans[name] = [tuple(map(int, piece.split())) for piece in place.split(";")]
        elif record.startswith("E"):
            roles: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for role in record.rstrip("\n").split("\t", 1)[1].split()[1:]:
                kind, _, reference = role.partition(":")
                roles.setdefault(re.sub(r"\d+$", "", kind), []).extend(spans.get(reference, []))
            if roles["Cue"] and roles["Content"]:
                found.append(
                    Attribution(
                        tuple(sorted(roles["Source"])),
                        tuple(sorted(roles["Cue"])),
                        tuple(without_that(s, text) for s in sorted(roles["Content"])),
                    )
                )
    return tuple(found)


def read_polnear(folder: str) -> list[Article]:
    """All texts of `folder/text` with the annotations of the first annotator by name."""
    annotated: dict[str, str] = {}
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        annotated.setdefault(os.path.basename(path)[:-4].rsplit("_", 1)[0], path)
    if not annotated:
        raise SystemExit(f"{folder}/attributions holds no .ann file: is this a PolNeAR folder?")
    articles = []
    for name, path in sorted(annotated.items()):
        with open(os.path.join(folder, "text", name + ".txt"), encoding="utf8", newline="") as file:
            text = file.read()
        articles.append(Article(name, text, read_brat(path, text)))
    return articles


def read_markdown(folder: str) -> list[Article]:
    """Our own articles: a `## Article` section and a `## Statements` table of verbatim cells.

    A cell is looked for next to the cue; statements without a cue are left to the rules of the
    program and are not learnt.
    """
    articles = []
    for path in sorted(glob.glob(os.path.join(folder, "*.md"))):
        with open(path, encoding="utf8", newline="") as file:
            page = file.read()
        text = re.search(r"## Article\n+(.*?)\n+## Statements\n", page, re.S).group(1)
        rows = re.findall(r"^\|(.*)\|\s*$", page[page.index("## Statements") :], re.M)
        header = [cell.strip() for cell in rows[0].split("|")]
        found = []
        for row in rows[2:]:
            cells = dict(zip(header, (cell.strip() for cell in row.split("|")), strict=True))
            if cells["cue"]:
                found.append(_place(cells, text, path))
        articles.append(Article(os.path.basename(path)[:-3], text, tuple(found)))
    return articles


def _place(cells: dict[str, str], text: str, path: str) -> Attribution:
    """The spans of one row: the occurrences of its cells that lie closest together."""

    def all_of(words: str) -> list[Span]:
        places = [(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
        bounded = [
            (a, b)
            for a, b in places
            if not (a and text[a - 1].isalnum() and text[a].isalnum())
            and not (b < len(text) and text[b].isalnum() and text[b - 1].isalnum())
        ]
        if not bounded:
            raise SystemExit(f"{path}: {words!r} is not in the article")
        return bounded

    pieces = [all_of(piece) for piece in cells["content"].split(" [...] ") if piece]
    sources = all_of(cells["source"]) if cells["source"] else [None]
    best = None
    for cue in all_of(cells["cue"]):
        for source in sources:
            at = source or cue
            content = [min(p, key=lambda s: min(abs(s[0] - cue[1]), abs(s[1] - cue[0]))) for p in pieces]
            taken = [cue, at, *content]
            clash = any(a[0] < cue[1] and cue[0] < a[1] for a in content) or any(
                source and a[0] < source[1] and source[0] < a[1] for a in content
            )
            width = max(b for _, b in taken) - min(a for a, _ in taken)
            if best is None or (clash, width) < best[0]:
                best = ((clash, width), source, cue, sorted(content))
    _, source, cue, content = best
    return Attribution((source,) if source else (), (cue,), tuple(content))
