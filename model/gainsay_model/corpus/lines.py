"""Attributions as `gainsay extract --with text` prints them, after somebody has corrected them."""

import json
import os

from .article import Article, Attribution


def read_lines(path: str) -> list[Article]:
    """One article a line: `path` or `id`, `text`, and `statements` with `source`, `cue`, `content`,
    each a list of `{"start", "end"}` in code points. Where a line has no `text` it is the file that
    `path` names, beside the JSON Lines file if the path is relative."""
    articles = []
    with open(path, encoding="utf8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                articles.append(_article(json.loads(line), path))
            except (ValueError, KeyError, TypeError, OSError) as error:
                raise SystemExit(f"{path}, line {number}: {type(error).__name__}: {error}") from error
    return articles


def _article(record: dict, path: str) -> Article:
    name = record.get("path") or record["id"]
    text = record.get("text")
    if text is None:
        with open(os.path.join(os.path.dirname(path), name), encoding="utf8", newline="") as file:
            text = file.read()
    found = []
    for statement in record["statements"]:
        place = lambda role: tuple((span["start"], span["end"]) for span in statement.get(role) or [])  # noqa: B023
        for role in ("source", "cue", "content"):
            for span in statement.get(role) or []:
                exact = span.get("exact", text[span["start"] : span["end"]])
                if text[span["start"] : span["end"]] != exact:
                    raise ValueError(f"{role} {span['start']}–{span['end']} is not {exact!r} in the text of {name}")
        if place("content"):
            found.append(Attribution(place("source"), place("cue"), place("content")))
    return Article(name, text, tuple(found))
