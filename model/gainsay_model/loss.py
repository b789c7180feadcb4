"""What training lessens: the errors of the heads, against annotations and against a teacher."""

import numpy as np
import torch
from torch.nn import functional as F

from . import windows
from .batch import Batch
from .corpus import ACTS

TAUGHT = 0.6  # weight of the teacher's opinion where there is one; the rest is the annotation's


def batch_loss(modules: dict[str, torch.nn.Module], group: list[windows.Window]) -> tuple[torch.Tensor, dict]:
    """The loss of some windows, and its parts by name. `modules`: encoder, arcs and acts."""
    encoder, arcs = modules["encoder"], modules["arcs"]
    batch = Batch(group, encoder.device)
    length, device, cue = batch.length, batch.device, batch.of("cue", -100)
    states, scores, names = batch.encode(encoder)
    scores = scores.float()
    parts = {"name": token_loss(names.float(), batch.of("names", -100), 0.2)}
    soft = soft_rows([w.soft_cue for w in group], length, device)
    parts["cue"] = mixed(scores, cue, soft) / max(1, sum(len(w.anchors) for w in group))
    # Cues of the annotation and the teacher, and tokens wrongly taken for one: around those nothing is to be found.
    rows, first, last, target, taught, aimed, act = [], [], [], [], [], [], []
    likely = scores.detach().softmax(-1)[:, :, windows.B_CUE]
    for i, window in enumerate(group):
        for k, ((a, b), arc) in enumerate(zip(window.anchors, window.arcs)):
            rows.append(i), first.append(a), last.append(b)
            target.append(arc), aimed.append(window.targets[k]), act.append(window.acts[k])
            taught.append(None if window.soft_arcs is None else window.soft_arcs[k])
        known = set(window.anchors[:, 0])
        wrong = torch.nonzero((likely[i] > 0.3) & (cue[i] == windows.O)).flatten().tolist()
        for a in [a for a in wrong if a not in known][:4]:
            rows.append(i), first.append(a), last.append(a), taught.append(None)
            size = len(window.ids)
            target.append(np.full(size, windows.NONE)), aimed.append(np.full(size, -100))
            act.append(np.full(len(ACTS), np.nan))
    if not rows:
        return sum(parts.values()), {k: v.item() for k, v in parts.items()}
    row, at, to = (torch.tensor(np.array(x), device=device) for x in (rows, first, last))
    out, target = batch.read_around(arcs, states, row, at, to), batch.padded(target, -100)
    taught = soft_rows(taught, length, device)
    parts["arc"] = mixed(out[:, :, :3], target, taught) / len(rows) / 16
    parts["target"] = target_loss(out[:, :, 3], batch.padded(aimed, -100))
    # The act is judged where the annotation has content: by it, not by what the head has found.
    weights = torch.from_numpy(np.stack(act).astype(np.float32)).to(device)
    known = torch.nonzero(~weights[:, 0].isnan() & (target == windows.CONTENT).any(1)).flatten()
    if len(known):
        where = row[known]
        inside = lambda label: (target[known] == label).float()  # noqa: E731
        with torch.autocast(device.type, enabled=False):
            scores = modules["acts"](
                states[where].float(),
                states[where, at[known]].float(),
                states[where, to[known]].float(),
                inside(windows.CONTENT),
                inside(windows.SOURCE),
            )
        parts["act"] = -(weights[known] * scores.log_softmax(-1)).sum(-1).mean()
    return sum(parts.values()), {k: v.item() for k, v in parts.items()}


def token_loss(scores: torch.Tensor, labels: torch.Tensor, weight: float) -> torch.Tensor:
    """Mean cross entropy over the tokens that have a label, times twenty (few tokens are names)."""
    known = labels != -100
    if not known.any():
        return scores.sum() * 0.0
    return 20 * weight * F.cross_entropy(scores[known], labels[known])


def target_loss(scores: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross entropy of being a target, per statement with known targets, over a sixteenth of its tokens."""
    known = labels != -100
    if not known.any():
        return scores.sum() * 0.0
    each = F.binary_cross_entropy_with_logits(scores, labels.clamp(min=0).float(), reduction="none")
    return (each * known).sum() / known.any(1).sum() / 16


def soft_rows(rows: list[np.ndarray | None], length: int, device) -> torch.Tensor | None:
    """The teacher's probabilities [n, length, 3], not a number where it has none."""
    if all(row is None for row in rows):
        return None
    found = np.full((len(rows), length, 3), np.nan, dtype=np.float32)
    for i, row in enumerate(rows):
        if row is not None:
            found[i, : len(row)] = row
    return torch.from_numpy(found).to(device)


def mixed(scores: torch.Tensor, target: torch.Tensor, soft: torch.Tensor | None) -> torch.Tensor:
    """Sum over the tokens of the cross entropy with the annotation [n, t] and with the teacher [n, t, 3]."""
    hard = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-100, reduction="none")
    if soft is None:
        return hard.sum()
    taught = ~soft[:, :, 0].isnan().flatten()
    toward = -(soft.nan_to_num() * scores.log_softmax(-1)).sum(-1).flatten()
    known = (target != -100).flatten()
    weight = torch.where(taught, torch.where(known, TAUGHT, 1.0), 0.0)
    return (toward * weight + hard * (1 - weight)).sum()
