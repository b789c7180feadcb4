"""Windows side by side, as the network takes them while training and teaching."""

import numpy as np
import torch

from .network import around
from .windows import Window


class Batch:
    """Some windows, padded to the longest."""

    def __init__(self, group: list[Window], device: torch.device):
        self.group, self.device = group, device
        self.length = max(len(window.ids) for window in group)
        self.real = self.padded([np.ones(len(window.ids), dtype=bool) for window in group], False)
        self.paragraph = self.of("paragraph", -9)

    def padded(self, rows: list[np.ndarray], fill) -> torch.Tensor:
        """Rows of different lengths as one tensor [n, length]."""
        full = [np.pad(row, (0, self.length - len(row)), constant_values=fill) for row in rows]
        return torch.from_numpy(np.stack(full)).to(self.device)

    def of(self, name: str, fill: int = 0) -> torch.Tensor:
        """What the windows have under a name, [windows, length]."""
        return self.padded([getattr(window, name) for window in self.group], fill)

    def encode(self, encoder) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """States, cue scores and name scores."""
        with torch.autocast(self.device.type, torch.bfloat16):
            return encoder(self.of("ids"), self.of("case"), self.of("quoted"), self.real)

    def read_around(self, arcs, states, row, at, to) -> torch.Tensor:
        """Scores [n, length, 4] of cues given by window, first and last token [n]."""
        distance, neighbour = around(self.paragraph[row], at)
        with torch.autocast(self.device.type, torch.bfloat16):
            scores = arcs(states, states[row, at], states[row, to], distance, neighbour, self.real[row], row)
        return scores.float()
