"""Our own articles as hand-made records, for the scorer `score_record.py`."""

import json
import os

from .article import Article


def write_records(articles: list[Article], texts: str, records: str) -> None:
    """Writes each article's text to `texts` and its record to `records`."""
    os.makedirs(texts, exist_ok=True)
    os.makedirs(records)
    for article in articles:
        name = article.name + ".txt"
        with open(os.path.join(texts, name), "w", encoding="utf8", newline="") as file:
            file.write(article.text)
        spans = lambda place: [{"start": a, "end": b, "text": article.text[a:b]} for a, b in place]  # noqa: E731, B023
        statements = [
            {
                "speaker": one.labels.speaker,
                "act": one.labels.acts,
                "targets": one.labels.targets,
                "form": one.labels.form,
                "optional": False,
                "when": None,
                "content_spans": spans(one.content),
                "src_span": spans(one.source)[0] if one.source else None,
            }
            for one in article.attributions
            if one.labels
        ]
        record = {"file": name, "outlet": "", "published": None, "clutter": [], "statements": statements}
        with open(os.path.join(records, article.name + ".gold.json"), "w", encoding="utf8") as file:
            json.dump(record, file)
