"""Annotated articles of any form: [`read`] finds out which it is.

Three forms are read: brat standoff (`brat.py`; PolNeAR's layout or text and annotation side by side),
JSON Lines as `gainsay extract --with text` prints them (`lines.py`), and our own Markdown articles
(`markdown.py`).
"""

import glob
import os

from .article import ACTS, NAMES, Article, Attribution, Labels, Span, without_that
from .brat import read_brat
from .lines import read_lines
from .markdown import read_markdown

__all__ = ["ACTS", "NAMES", "Article", "Attribution", "Labels", "Span", "read", "without_that"]


def read(path: str) -> list[Article]:
    """The articles of a folder or file, in the order of their names."""
    if not os.path.exists(path):
        raise SystemExit(f"{path}: there is no such corpus")
    if os.path.isfile(path):
        return read_lines(path)
    if glob.glob(os.path.join(path, "*.md")):
        return read_markdown(path)
    lines = sorted(glob.glob(os.path.join(path, "*.jsonl")))
    if lines:
        return [article for file in lines for article in read_lines(file)]
    return read_brat(path)
