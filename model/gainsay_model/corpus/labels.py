"""Our labels on statements of PolNeAR, by offsets only (`model/data/labels`)."""

import dataclasses
import json
import os
from collections.abc import Callable

from .article import Article, Attribution, Labels

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "labels")


def labels(split: str, what: str = "polnear") -> list[dict]:
    """The labels of `train` or `dev`, a dictionary a statement, or a dictionary an article for
    what="names"."""
    with open(os.path.join(FOLDER, f"{what}-{split}.jsonl"), encoding="utf8") as file:
        return [json.loads(line) for line in file]


def modes(split: str) -> Callable[[Article, Attribution], str]:
    """What names the mode of a statement, `utterance` or `attitude`; empty where it is not labelled."""
    known = {(label["article"], tuple(map(tuple, label["content"]))): label["mode"] for label in labels(split)}
    return lambda article, attribution: known.get((article.name, attribution.content), "")


def attach(articles: list[Article], split: str) -> list[Article]:
    """The articles of a split with our labels on the statements, and our names, where there are some."""
    names = {
        label["article"]: tuple(((start, end), kind) for start, end, kind in label["names"])
        for label in labels(split, "names")
    }
    known = {(label["article"], tuple(map(tuple, label["content"]))): label for label in labels(split)}

    def labelled(article: Article, attribution: Attribution) -> Attribution:
        label = known.get((article.name, attribution.content))
        if label is None:
            return attribution
        acts = tuple(filter(None, (label["act"], label["runner_up"])))
        targets = tuple(article.text[start:end] for start, end in label["targets"])
        return dataclasses.replace(attribution, labels=Labels(acts, targets))

    return [
        dataclasses.replace(
            article,
            attributions=tuple(labelled(article, one) for one in article.attributions),
            names=names.get(article.name),
        )
        for article in articles
    ]
