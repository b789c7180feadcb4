"""Matching of predicted with annotated attributions, as `score_attribution.py` does it.

The figures that count are the scorer's; this serves while training, and for figures by class.
"""

from .corpus import Article, Attribution


def characters(spans, text: str) -> set[int]:
    """The places of all characters of the spans that are not white space."""
    return {c for a, b in spans for c in range(a, b) if not text[c].isspace()}


def pairs(article: Article, predicted: list[Attribution]) -> list[tuple[int, int]]:
    """Which annotated attribution each predicted one is, one to one: contents' character F1 of at
    least 0.5, and overlapping sources or none on both sides. Best overlap first."""
    side = lambda xs: [(characters(x.content, article.text), characters(x.source, article.text)) for x in xs]
    gold, guess = side(article.attributions), side(predicted)
    candidates = []
    for i, (content, source) in enumerate(gold):
        for j, (other, speaker) in enumerate(guess):
            common = len(content & other)
            if common and (source & speaker or not (source or speaker)):
                overlap = 2 * common / (len(content) + len(other))
                if overlap >= 0.5:
                    candidates.append((-overlap, i, j))
    used_i, used_j, found = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in used_i and j not in used_j:
            used_i.add(i), used_j.add(j), found.append((i, j))
    return found


def is_right(attribution: Attribution, article: Article) -> bool:
    """Whether some annotated attribution has the same content, by half, and the same source."""
    return bool(pairs(article, [attribution]))


def linked(articles: list[Article], predictions: list[list[Attribution]]) -> dict[str, float]:
    """Linked F1, precision and recall in percent."""
    gold = sum(len(article.attributions) for article in articles)
    predicted = sum(map(len, predictions))
    matched = sum(len(pairs(article, own)) for article, own in zip(articles, predictions, strict=True))
    percent = lambda part, whole: round(100.0 * part / max(1, whole), 2)
    return {
        "linked": percent(2 * matched, gold + predicted),
        "precision": percent(matched, predicted),
        "recall": percent(matched, gold),
    }
