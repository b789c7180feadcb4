"""GUM's attributions: the relations `attribution-positive` and `attribution-negative` of its RST trees.

A satellite ("the minister said") attributes its nucleus, one or more discourse units. The guidelines take
clauses only: neither noun phrases ("allegations that") nor contents within the clause ("denied the
charge"), so that recall can be measured on them and precision cannot (Zeldes 2017; Zeldes et al. 2025).
"""

import dataclasses
import glob
import os
import xml.etree.ElementTree as xml

from .article import Article, Span


@dataclasses.dataclass(frozen=True)
class Attributed:
    """One relation: where the satellite and where the nucleus stands."""

    satellite: tuple[Span, ...]
    nucleus: tuple[Span, ...]


def attributed(folder: str, genre: str) -> list[tuple[Article, list[Attributed]]]:
    """The articles of a genre, a paragraph a line, and their attribution relations."""
    found = []
    for path in paths(folder, genre):
        name = os.path.basename(path)[: -len(".conllu")]
        text, tokens = read(path)
        found.append((Article(name, text, ()), relations(folder, name, tokens)))
    return found


def texts(folder: str, genres: tuple[str, ...] = ("news", "interview", "speech", "court", "bio")) -> list[Article]:
    """The texts of some genres alone, for a teacher to read to a student."""
    paths = [path for genre in genres for path in paths(folder, genre)]
    return [Article("gum " + os.path.basename(path)[: -len(".conllu")], read(path)[0], ()) for path in paths]


def paths(folder: str, genre: str) -> list[str]:
    """The files of a genre."""
    return sorted(glob.glob(os.path.join(folder, "dep", f"GUM_{genre}_*.conllu")))


def rows(path: str) -> list[list[str]]:
    """The ten columns of each token of a CoNLL-U file."""
    with open(path, encoding="utf8") as file:
        split = (line.rstrip("\n").split("\t") for line in file)
        return [columns for columns in split if len(columns) == 10 and columns[0].isdigit()]


def read(path: str) -> tuple[str, list[Span]]:
    """The text of a CoNLL-U file and where its tokens stand."""
    text, tokens, covered = "", [], 0
    with open(path, encoding="utf8") as file:
        for line in file:
            if line.startswith("# newpar") and not line.startswith("# newpar_block") and text:
                text = text.rstrip(" ") + "\n"
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 10 or "." in columns[0]:
                continue
            if "-" in columns[0]:  # "don't": written as one, counted as its parts
                first, last = map(int, columns[0].split("-"))
                parts, whole, space = last - first + 1, columns[1], "SpaceAfter=No" not in columns[9]
                covered, at = parts, len(text)
                text += whole + " " * space
                continue
            if covered:
                size = len(columns[1])
                tokens.append((at, at + size))
                at += size
                covered -= 1
                continue
            tokens.append((len(text), len(text) + len(columns[1])))
            text += columns[1] + " " * ("SpaceAfter=No" not in columns[9])
    return text.rstrip() + "\n", tokens


def relations(folder: str, name: str, tokens: list[Span]) -> list[Attributed]:
    """The attribution relations of a text."""
    root = xml.parse(os.path.join(folder, "rstweb", name + ".rs4")).getroot()
    rst = {rel.get("name") for rel in root.iter("rel") if rel.get("type") == "rst"}
    places: dict[str, Span] = {}
    parents: dict[str, tuple[str | None, str | None]] = {}
    count = 0
    for segment in root.iter("segment"):
        size = len((segment.text or "").split())
        places[segment.get("id")] = (tokens[count][0], tokens[count + size - 1][1])
        count += size
        parents[segment.get("id")] = (segment.get("parent"), segment.get("relname"))
    if count != len(tokens):
        raise SystemExit(f"{name}: {count} tokens in the tree, {len(tokens)} in the text")
    for group in root.iter("group"):
        parents[group.get("id")] = (group.get("parent"), group.get("relname"))
    children: dict[str, list[tuple[str, str]]] = {}
    for node, (parent, relation) in parents.items():
        children.setdefault(parent, []).append((node, relation))

    def under(node: str, satellites: bool) -> list[Span]:
        spans = [places[node]] if node in places else []
        for child, relation in children.get(node, []):
            if satellites or relation not in rst:
                spans += under(child, True)
        return sorted(spans)

    return [
        Attributed(tuple(under(node, True)), tuple(under(parent, False)))
        for node, (parent, relation) in sorted(parents.items(), key=lambda item: int(item[0]))
        if relation and relation.startswith("attribution")
    ]
