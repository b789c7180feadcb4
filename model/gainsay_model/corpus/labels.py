"""Our labels on statements of PolNeAR, by offsets only (`model/data/labels`)."""

import json
import os
from collections.abc import Callable

from .article import Article, Attribution

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "labels")


def labels(split: str) -> list[dict]:
    """The labels of `train` or `dev`, a dictionary a statement; none where the file is missing."""
    path = os.path.join(FOLDER, f"polnear-{split}.jsonl")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file]


def modes(split: str) -> Callable[[Article, Attribution], str]:
    """What names the mode of a statement, `utterance` or `attitude`; empty where it is not labelled."""
    known = {(label["article"], tuple(map(tuple, label["content"]))): label["mode"] for label in labels(split)}
    return lambda article, attribution: known.get((article.name, attribution.content), "")
