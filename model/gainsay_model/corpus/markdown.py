"""Our own articles: sections `## Article`, `## Statements` (a table of verbatim cells) and, in some,
`## Names` (which words are names, by kind)."""

import glob
import os
import re

from .article import NAMES, Article, Attribution, Labels, Span


def read_markdown(folder: str) -> list[Article]:
    """All articles of a folder. A cell is the occurrence of its words that lies closest to the other
    cells of its row."""
    articles = []
    for path in sorted(glob.glob(os.path.join(folder, "*.md"))):
        with open(path, encoding="utf8", newline="") as file:
            page = file.read()
        text = re.search(r"## Article\n+(.*?)\n+## Statements\n", page, re.DOTALL).group(1)
        found = []
        for cells in rows(page, path):
            attribution = place(cells, text, path)
            if attribution.content:
                found.append(attribution)
        articles.append(Article(os.path.basename(path)[:-3], text, tuple(found), names(page, text, path)))
    return articles


def rows(page: str, path: str) -> list[dict[str, str]]:
    """The table of statements, a dictionary a row."""
    table = page[page.index("## Statements") :].partition("\n## Names\n")[0]
    lines = re.findall(r"^\|(.*)\|\s*$", table, re.MULTILINE)
    header = [cell.strip() for cell in lines[0].split("|")]
    found = []
    for line in lines[2:]:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(header):
            raise SystemExit(f"{path}: {len(cells)} cells, not {len(header)}, in the row {line.strip()!r}")
        found.append(dict(zip(header, cells, strict=True)))
    return found


def place(cells: dict[str, str], text: str, path: str) -> Attribution:
    """The spans of one row."""

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
    if not pieces:  # a speaker who declined to comment on nothing named
        return Attribution((), (), ())
    sources = all_of(cells["source"]) if cells["source"] else [None]
    best = None
    for cue in all_of(cells["cue"]) if cells["cue"] else pieces[0]:
        for source in sources:
            content = [min(p, key=lambda s: min(abs(s[0] - cue[1]), abs(s[1] - cue[0]))) for p in pieces]
            taken = [cue, source or cue, *content]
            clash = any(a[0] < cue[1] and cue[0] < a[1] for a in content if cells["cue"]) or any(
                source and a[0] < source[1] and source[0] < a[1] for a in content
            )
            width = max(b for _, b in taken) - min(a for a, _ in taken)
            if best is None or (clash, width) < best[0]:
                best = ((clash, width), source, cue, sorted(content))
    _, source, cue, content = best
    return Attribution((source,) if source else (), (cue,) if cells["cue"] else (), tuple(content), labels(cells))


def labels(cells: dict[str, str]) -> Labels:
    """The rest of a row; older articles have neither class nor target."""
    targets = None
    if "target" in cells:
        targets = tuple(name.strip() for name in cells["target"].split(";") if name.strip())
    acts = tuple(cells["act"].split("/"))
    return Labels(acts, targets, cells["speaker"], cells["form"], cells.get("class", ""))


def names(page: str, text: str, path: str) -> tuple[tuple[Span, str], ...] | None:
    """The names of an article: a list of their forms for each kind, parted by `; `.

    A form stands for all its occurrences as whole words, the longer one where two overlap. The kind
    `none` takes single occurrences out again, and any kind may name one: `Pruitt (3)` is the third.
    """
    section = page.partition("\n## Names\n")[2]
    if not section:
        return None
    found: dict[Span, str] = {}
    single: dict[Span, str] = {}
    for kind, forms in re.findall(r"^\| (\w+) \|(.*)\|\s*$", section, re.M):
        if kind not in (*NAMES, "none", "kind"):
            raise SystemExit(f"{path}: {kind!r} is no kind of name; there are {', '.join(NAMES)}")
        for form in filter(None, map(str.strip, forms.split(";"))) if kind != "kind" else ():
            words, number = re.fullmatch(r"(.*?)(?: \((\d+)\))?", form).groups()
            places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
            if len(places) < int(number or 1):
                raise SystemExit(f"{path}: the name {form!r} is not in the article")
            if number:
                single[places[int(number) - 1]] = kind
            else:
                found.update((place, kind) for place in places)
    found.update(single)
    kept: list[tuple[Span, str]] = []
    for (start, end), kind in sorted(found.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if all(end <= a or b <= start for (a, b), _ in kept):
            kept.append(((start, end), kind))
    return tuple(sorted(name for name in kept if name[1] != "none"))
