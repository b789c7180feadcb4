"""Runs the network on an article, as the Rust program does."""

import numpy as np
import torch

from . import decode, windows
from .corpus import Article, Attribution
from .network import distance_bucket


@torch.no_grad()
def scores(
    encoder, arcs, window: windows.Window, threshold: float = decode.CUE_THRESHOLD
) -> list[tuple[tuple[int, int, float], np.ndarray]]:
    """The cues of a window, each with its scores [tokens, 3]."""
    device = encoder.kind.device
    row = lambda x: torch.from_numpy(x)[None].to(device)
    states, cue_scores = encoder(row(window.ids), row(window.case), row(window.quoted))
    found = decode.cues(window, cue_scores[0].cpu().numpy(), threshold)
    if not found:
        return []
    at, to = (torch.tensor([c[k] for c in found], device=device) for k in (0, 1))
    paragraph = torch.from_numpy(window.paragraph).to(device)
    distance = distance_bucket(torch.arange(len(window.ids), device=device)[None] - at[:, None])
    neighbour = (paragraph[None] - paragraph[at][:, None]).clamp(-1, 1) + 1
    out = arcs(states, states[0, at], states[0, to], distance, neighbour)
    return list(zip(found, out.cpu().numpy()))


def read(
    encoder, arcs, tokenizer, article: Article, threshold: float = decode.CUE_THRESHOLD
) -> list[tuple[decode.Found, Attribution]]:
    """What is found in an article: as token runs with their probabilities, and as spans."""
    found = []
    for window in windows.cut(windows.paragraphs(article.text, tokenizer), tokenizer):
        for cue, arc in scores(encoder, arcs, window, threshold):
            one = decode.attribution(window, cue, arc)
            if one:
                place = lambda runs: tuple(decode.span(window, run) for run in runs)  # noqa: B023
                cue_run = (one.cue[0], one.cue[1] + 1)
                found.append((one, Attribution(place(one.source), place([cue_run]), place(one.content))))
    return found


def predict(encoder, arcs, tokenizer, article: Article) -> list[Attribution]:
    """The attributions of an article."""
    encoder.eval(), arcs.eval()
    return [attribution for _, attribution in read(encoder, arcs, tokenizer, article)]
