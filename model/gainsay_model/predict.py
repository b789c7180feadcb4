"""Runs the network on an article, as the Rust program does."""

import numpy as np
import torch

from . import decode, windows
from .corpus import Article, Attribution
from .network import around


@torch.no_grad()
def scores(encoder, arcs, window: windows.Window) -> list[tuple[tuple[int, int, float], np.ndarray]]:
    """The cues of a window, each with its scores [tokens, 4]."""
    device = encoder.device
    row = lambda x: torch.from_numpy(x)[None].to(device)
    states, cue_scores, _ = encoder(row(window.ids), row(window.case), row(window.quoted))
    found = decode.cues(window, cue_scores[0].cpu().numpy())
    if not found:
        return []
    at, to = (torch.tensor([c[k] for c in found], device=device) for k in (0, 1))
    out = arcs.at(states, at, to, *around(row(window.paragraph), at))
    return list(zip(found, out.cpu().numpy()))


def read(encoder, arcs, tokenizer, article: Article) -> list[tuple[decode.Found, Attribution]]:
    """Whatever may be an attribution in an article: as token runs with their probabilities, and as spans."""
    found = []
    for window in windows.cut(windows.paragraphs(article.text, tokenizer), tokenizer):
        for cue, arc in scores(encoder, arcs, window):
            one = decode.attribution(window, cue, arc)
            if one:
                place = lambda runs: tuple(decode.span(window, run) for run in runs)  # noqa: B023
                cue_run = (one.cue[0], one.cue[1] + 1)
                found.append((one, Attribution(place(one.source), place([cue_run]), place(one.content))))
    return found


def predict(encoder, arcs, tokenizer, article: Article) -> list[Attribution]:
    """The attributions of an article by a network that is not calibrated yet: those whose cue is likelier
    than not."""
    encoder.eval(), arcs.eval()
    return [attribution for one, attribution in read(encoder, arcs, tokenizer, article) if one.cue_score >= 0.5]


@torch.no_grad()
def judged(modules: dict[str, torch.nn.Module], tokenizer, articles: list[Article]) -> dict[str, float]:
    """Accuracy of the acts, F1 of target tokens and of names, where they are annotated, around the
    annotated cues and contents."""
    for module in modules.values():
        module.eval()
    device = modules["encoder"].device
    right = whole = 0
    counts = {"target": [0, 0, 0], "name": [0, 0, 0]}  # both, predicted, annotated

    def count(name: str, predicted: set, annotated: set) -> None:
        for i, found in enumerate((predicted & annotated, predicted, annotated)):
            counts[name][i] += len(found)

    for article in articles:
        for window in windows.cut(windows.paragraphs(article.text, tokenizer), tokenizer):
            windows.label(window, article)
            row = lambda x: torch.from_numpy(x)[None].to(device)  # noqa: E731
            states, _, names = modules["encoder"](row(window.ids), row(window.case), row(window.quoted))
            if article.names is not None:
                labels = names[0].argmax(-1).cpu().numpy()
                labels[[b == a for a, b in window.offsets]] = 0
                count("name", names_of(labels), names_of(window.names))
            if not len(window.anchors):
                continue
            at, to = torch.from_numpy(window.anchors.T.copy()).to(device)
            arcs = torch.from_numpy(window.arcs).to(device)
            inside = lambda label: (arcs == label).float()  # noqa: E731, B023
            acts = modules["acts"](
                states, states[0, at], states[0, to], inside(windows.CONTENT), inside(windows.SOURCE)
            )
            for guess, weights in zip(acts.argmax(-1).tolist(), window.acts):
                if not np.isnan(weights[0]) and weights.sum():
                    right, whole = right + bool(weights[guess] > 0), whole + 1
            out = modules["arcs"].at(states, at, to, *around(row(window.paragraph), at))
            for k, scores in enumerate(out[:, :, 3].cpu().numpy()):
                if (window.targets[k] != -100).all():
                    token = lambda hit: {(k, int(i)) for i in np.flatnonzero(hit)}  # noqa: E731, B023
                    count("target", token(scores > 0), token(window.targets[k] == 1))
    figures = {"act": round(100 * right / whole, 2)} if whole else {}
    for name, (both, predicted, annotated) in counts.items():
        if annotated:
            figures[name] = round(200 * both / (predicted + annotated), 2)
    return figures


def names_of(labels: np.ndarray) -> set[tuple[int, int, int]]:
    """The names that labels spell: first token, end, kind."""
    found, start = set(), None
    for token in range(len(labels) + 1):
        label = labels[token] if token < len(labels) else 0
        inside = start is not None and label == labels[start] + 1
        if start is not None and not inside:
            found.add((start, token, int(labels[start] - 1) // 2))
            start = None
        if label > 0 and label % 2 == 1:
            start = token
    return found
