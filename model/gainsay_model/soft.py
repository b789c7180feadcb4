"""What a teacher thinks of a text, laid on its characters.

A teacher reads each text once. Its probabilities are kept by the place of a token's first character,
so that a student can be taught by them in windows cut elsewhere and in text set otherwise (knowledge
distillation, Hinton et al. 2015).
"""

import dataclasses

import numpy as np
import torch

from . import windows
from .batch import Batch

LIKELY = 0.25  # a token that the teacher takes for the beginning of a cue with this probability is read around


@dataclasses.dataclass
class Soft:
    """One text as the teacher sees it."""

    starts: np.ndarray  # [n] first character of each token, ascending
    cue: np.ndarray  # [n, 3] probabilities
    anchors: np.ndarray  # [m, 2] first character of the first and of the last token of each cue
    arcs: list[tuple[int, np.ndarray]]  # for each cue its first token's number and probabilities [k, 3] from there on

    def onto(self, window: windows.Window, annotated: bool) -> None:
        """Lays the teacher's probabilities on a window.

        Cues that only the teacher finds are added to the window's; around them nothing is annotated,
        or everything is unknown where the text is not `annotated`.
        """
        size = len(window.ids)
        starts = np.array([a if b > a else -1 for a, b in window.offsets])
        at = np.searchsorted(self.starts, starts)
        known = (starts >= 0) & (self.starts[np.minimum(at, len(self.starts) - 1)] == starts)
        window.soft_cue = np.full((size, 3), np.nan, dtype=np.float32)
        window.soft_cue[known] = self.cue[at[known]]
        token_of = {int(start): token for token, start in enumerate(starts) if start >= 0}
        own = {int(starts[a]): row for row, (a, _) in enumerate(window.anchors)}
        anchors, arcs = list(map(tuple, window.anchors)), list(window.arcs)
        acts, targets = list(window.acts), list(window.targets)
        soft = [np.full((size, 3), np.nan, dtype=np.float32) for _ in anchors]
        nothing = np.full(size, windows.NONE if annotated else -100, dtype=np.int64)
        for (first, last), (offset, probability) in zip(self.anchors, self.arcs):
            if int(first) not in token_of or int(last) not in token_of:
                continue
            row = own.get(int(first))
            if row is None:
                row = len(anchors)
                anchors.append((token_of[int(first)], token_of[int(last)]))
                arcs.append(nothing)
                acts.append(np.full(window.acts.shape[1], np.nan, dtype=np.float32))
                targets.append(np.full(size, -100, dtype=np.int64))
                soft.append(np.full((size, 3), np.nan, dtype=np.float32))
            index = at - offset
            inside = known & (index >= 0) & (index < len(probability))
            soft[row][inside] = probability[index[inside]]
        window.anchors = np.asarray(anchors, dtype=np.int64).reshape(-1, 2)
        window.arcs = np.asarray(arcs, dtype=np.int64).reshape(-1, size)
        window.acts = np.asarray(acts, dtype=np.float32).reshape(-1, window.acts.shape[1])
        window.targets = np.asarray(targets, dtype=np.int64).reshape(-1, size)
        window.soft_arcs = np.asarray(soft, dtype=np.float32).reshape(-1, size, 3)
        if not annotated:
            window.cue = np.full(size, -100, dtype=np.int64)


@torch.no_grad()
def teach(encoder, arcs, tokenizer, articles, batch: int = 8):
    """Yields (name, Soft) of each article. Runs of articles are read together, short windows with short ones."""
    encoder.eval(), arcs.eval()
    for begin in range(0, len(articles), 40):
        some = articles[begin : begin + 40]
        work = []
        for number, article in enumerate(some):
            for window in windows.cut(windows.paragraphs(article.text, tokenizer), tokenizer, windows.LENGTH):
                windows.label(window, article)
                work.append((number, window))
        order = sorted(range(len(work)), key=lambda i: len(work[i][1].ids))
        results: dict[int, tuple] = {}
        for i in range(0, len(order), batch):
            group = order[i : i + batch]
            for which, result in zip(group, _read(encoder, arcs, [work[j][1] for j in group])):
                results[which] = result
        for number, article in enumerate(some):
            yield article.name, _join([(work[i][1], results[i]) for i in range(len(work)) if work[i][0] == number])


def _read(encoder, arcs, group):
    """For each window: cue probabilities, anchors, arc probabilities."""
    batch = Batch(group, encoder.device)
    states, scores, _ = batch.encode(encoder)
    cue = scores.float().softmax(-1).cpu().numpy()
    rows, anchors = [], []
    for i, window in enumerate(group):
        own = {int(a): int(b) for a, b in window.anchors}
        for a in np.flatnonzero(cue[i, : len(window.ids), windows.B_CUE] > LIKELY):
            b = int(a)
            while b + 1 < len(window.ids) and cue[i, b + 1, windows.I_CUE] >= 0.5:
                b += 1
            if window.offsets[a][1] > window.offsets[a][0]:
                own.setdefault(int(a), b)
        for a, b in sorted(own.items()):
            rows.append(i), anchors.append((a, b))
    found = [[] for _ in group]
    if rows:
        row, at, to = (torch.tensor(x, device=batch.device) for x in (rows, *zip(*anchors)))
        out = batch.read_around(arcs, states, row, at, to)[:, :, :3].softmax(-1).cpu().numpy().astype(np.float16)
        for i, anchor, probability in zip(rows, anchors, out):
            found[i].append((anchor, probability[: len(group[i].ids)]))
    return [(cue[i, : len(w.ids)].astype(np.float16), found[i]) for i, w in enumerate(group)]


def _join(parts) -> Soft:
    """The windows of one text, one after the other; separators are left out."""
    starts, cues, anchors, arcs = [], [], [], []
    for window, (cue, found) in parts:
        real = np.array([b > a for a, b in window.offsets])
        begin = sum(map(len, starts))
        place = np.array([a for a, _ in window.offsets], dtype=np.int64)
        starts.append(place[real]), cues.append(cue[real])
        for (first, last), probability in found:
            anchors.append((place[first], place[last]))
            arcs.append((begin, probability[real]))
    if not starts:
        return Soft(np.zeros(0, np.int64), np.zeros((0, 3), np.float16), np.zeros((0, 2), np.int64), [])
    return Soft(np.concatenate(starts), np.concatenate(cues), np.asarray(anchors, dtype=np.int64).reshape(-1, 2), arcs)
