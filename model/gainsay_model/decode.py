"""Scores to attributions. The Rust program decodes by the same rules (`crates/language/src/decode.rs`)."""

import dataclasses

import numpy as np

from .windows import B_CUE, CONTENT, I_CUE, SOURCE, Window

# The first head has to be this sure of a token for a cue to begin there; in the end the calibrated
# confidence decides. A cue whose beginning is missed would be taken up in its middle.
CUE_BEGINS = 0.3
# Log-odds cost of beginning and of ending a piece of content from one token to the next.
ENTER, LEAVE = 2.0, 1.0
# A source is where its likeliest token reaches the first figure, as far around it as every token
# reaches the second. Costs of change would lose the pronouns, which are one token long.
SOURCE_PEAK, SOURCE_EDGE = 0.3, 0.3


@dataclasses.dataclass
class Found:
    """One attribution as token runs of a window, with what its confidence is made of."""

    cue: tuple[int, int]  # first and last token
    source: list[tuple[int, int]]  # token runs, end exclusive
    content: list[tuple[int, int]]
    cue_score: float
    source_score: float
    content_score: float


def softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def cues(window: Window, scores: np.ndarray) -> list[tuple[int, int, float]]:
    """What may be cues, runs of tokens: (first token, last token, probability of the first)."""
    p = softmax(scores)
    p[[b == a for a, b in window.offsets]] = [1, 0, 0]
    found, i = [], 0
    while i < len(p):
        start = p[i, B_CUE]
        # A run that begins with "inside" is a cue too, where the model is sure it is no other.
        if start + (p[i, I_CUE] if start >= p[i, I_CUE] else 0.0) >= CUE_BEGINS or (
            p[i, I_CUE] >= CUE_BEGINS and (not found or found[-1][1] != i - 1)
        ):
            end = i
            while end + 1 < len(p) and p[end + 1, I_CUE] >= 0.5:
                end += 1
            found.append((i, end, float(p[i, B_CUE] + p[i, I_CUE])))
            i = end + 1
        else:
            i += 1
    return found


def content_labels(p: np.ndarray) -> np.ndarray:
    """For probabilities [tokens] of being content the best sequence of yes and no (Viterbi)."""
    log = np.log(np.stack([1 - p + 1e-6, p + 1e-6], 1))
    change = np.array([[0.0, -ENTER], [-LEAVE, 0.0]])
    best, back = log[0], np.zeros(log.shape, dtype=np.int64)
    for t in range(1, len(log)):
        step = best[:, None] + change
        back[t] = step.argmax(0)
        best = step.max(0) + log[t]
    path = [int(best.argmax())]
    for t in range(len(log) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return np.array(path[::-1], dtype=bool)


def runs(labels: np.ndarray) -> list[tuple[int, int]]:
    """The stretches of true, end exclusive."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], labels.astype(int), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def attribution(window: Window, cue: tuple[int, int, float], scores: np.ndarray) -> Found | None:
    """Reads one cue's scores [tokens, 3 or 4]; `None` where no content is found."""
    p = softmax(scores[:, :3])
    real = np.array([b > a for a, b in window.offsets])
    p[cue[0] : cue[1] + 1] = [1, 0, 0]  # a cue is neither source nor content
    p[~real] = [1, 0, 0]
    source, likely = [], p[:, SOURCE]
    peak = int(likely.argmax())
    if likely[peak] >= SOURCE_PEAK:
        first, end = peak, peak + 1
        while first > 0 and likely[first - 1] >= SOURCE_EDGE:
            first -= 1
        while end < len(p) and likely[end] >= SOURCE_EDGE:
            end += 1
        source = [(first, end)]
    inside = p[:, CONTENT].copy()
    for a, b in source:
        inside[a:b] = 0
    # A separator between two paragraphs ends a run: pieces lie within paragraphs.
    labels = content_labels(inside) & real
    for a, b in source:
        labels[a:b] = False
    content = runs(labels)
    if not content:
        return None
    mean = lambda spans, k: float(np.mean(np.concatenate([p[a:b, k] for a, b in spans])))
    return Found(
        (cue[0], cue[1]),
        source,
        content,
        cue[2],
        mean(source, SOURCE) if source else float(1 - likely[peak]),
        mean(content, CONTENT),
    )


def span(window: Window, run: tuple[int, int]) -> tuple[int, int]:
    """Code points of a token run."""
    inside = [o for o in window.offsets[run[0] : run[1]] if o[1] > o[0]]
    return inside[0][0], inside[-1][1]
