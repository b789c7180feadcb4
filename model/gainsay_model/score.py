"""A quick score during training. The figures that count come from `evaluate.py`, on the binary's output."""

from .corpus import Article, Attribution


def characters(spans, text: str) -> set[int]:
    """The places of all characters of the spans that are not white space."""
    return {c for a, b in spans for c in range(a, b) if not text[c].isspace()}


def is_right(attribution: Attribution, article: Article) -> bool:
    """Whether some annotated attribution has the same content, by half, and the same source."""
    content, source = characters(attribution.content, article.text), characters(attribution.source, article.text)
    for gold in article.attributions:
        other = characters(gold.content, article.text)
        speaker = characters(gold.source, article.text)
        if 2 * len(content & other) >= 0.5 * (len(content) + len(other)) and (
            source & speaker or not (source or speaker)
        ):
            return True
    return False


def linked(articles: list[Article], predictions: list[list[Attribution]]) -> dict[str, float]:
    """Linked F1: contents' character F1 of at least 0.5 and overlapping sources, one to one."""
    gold_total = predicted_total = matched = 0
    for article, predicted in zip(articles, predictions):
        side = lambda xs: [(characters(x.content, article.text), characters(x.source, article.text)) for x in xs]  # noqa: E731
        gold, guess = side(article.attributions), side(predicted)
        pairs = []
        for i, (content, source) in enumerate(gold):
            for j, (other, speaker) in enumerate(guess):
                common = len(content & other)
                if common and (source & speaker or not (source or speaker)):
                    overlap = 2 * common / (len(content) + len(other))
                    if overlap >= 0.5:
                        pairs.append((-overlap, i, j))
        used_i, used_j = set(), set()
        for _, i, j in sorted(pairs):
            if i not in used_i and j not in used_j:
                used_i.add(i), used_j.add(j)
        matched += len(used_i)
        gold_total += len(gold)
        predicted_total += len(guess)
    f1 = 200.0 * matched / max(1, gold_total + predicted_total)
    return {"linked": round(f1, 2), "precision": round(100 * matched / max(1, predicted_total), 2),
            "recall": round(100 * matched / max(1, gold_total), 2)}
