"""The network: a small BERT with two heads, one that finds cues and one that reads around a cue."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC = 128  # width of the second head
BUCKETS = 33  # signed, logarithmic distances between a cue and a token
CASES, LABELS = 5, 3


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.merge = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)  # noqa: E731
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if mask is None:  # one window, no padding
            seen = self.attend(q, k, v)
        else:
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.after_attention(x, seen)

    def attend(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
        """Attention written out, as it is exported: [b, heads, t, width of a head] each."""
        return (q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5).softmax(-1) @ v

    def after_attention(self, x: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """The rest of the layer."""
        seen = seen.transpose(1, 2).reshape(x.shape)
        x = self.norm(x + self.merge(seen))
        return self.norm_out(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Tokens, their case and whether they are quoted, to states and cue scores."""

    def __init__(self, vocabulary: int, dropout: float = 0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case, self.quoted = nn.Embedding(CASES, WIDTH), nn.Embedding(2, WIDTH)
        nn.init.normal_(self.case.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.cue = nn.Sequential(nn.Linear(WIDTH, WIDTH // 2), nn.GELU(), nn.Linear(WIDTH // 2, LABELS))

    def forward(self, ids, case, quoted, mask=None):
        place = self.position.weight[: ids.shape[1]]
        x = self.word(ids) + place + self.kind + self.case(case) + self.quoted(quoted)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x, self.cue(x)

    def load_minilm(self, path: str) -> None:
        """Starts from the weights of all-MiniLM-L6-v2."""
        weights = load_file(path)
        take = lambda name: weights[name]  # noqa: E731
        own = {
            "word.weight": take("embeddings.word_embeddings.weight"),
            "position.weight": take("embeddings.position_embeddings.weight"),
            "kind": take("embeddings.token_type_embeddings.weight")[0],
            "norm.weight": take("embeddings.LayerNorm.weight"),
            "norm.bias": take("embeddings.LayerNorm.bias"),
        }
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "merge": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_out": "output.LayerNorm",
        }
        for i in range(LAYERS):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    own[f"layers.{i}.{ours}.{part}"] = take(f"encoder.layer.{i}.{theirs}.{part}")
        missing, unexpected = self.load_state_dict(own, strict=False)
        assert not unexpected, unexpected
        assert all(name.split(".")[0] in ("case", "quoted", "cue") for name in missing), missing


def distance_bucket(distance: torch.Tensor) -> torch.Tensor:
    """Signed token distances to 0 … BUCKETS-1: exact up to 4, then logarithmic up to 256."""
    size = distance.abs()
    far = 4 + (torch.log2(size.clamp(min=4).float() / 4) * 2).floor().long()
    bucket = torch.where(size <= 4, size, far).clamp(max=BUCKETS // 2)
    return bucket * distance.sign() + BUCKETS // 2


class Arcs(nn.Module):
    """For each cue, whether each token belongs to its source, its content or neither.

    States of cue and token are added and multiplied (a biaffine score of low rank, after Dozat and
    Manning 2017), joined with their distance, and smoothed by convolutions along the text, so that
    a token's label depends on its neighbours' and on the best evidence anywhere in the window.
    """

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.cue_add, self.cue_times = nn.Linear(2 * WIDTH, ARC), nn.Linear(2 * WIDTH, ARC)
        self.token_add, self.token_times = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.distance, self.neighbour = nn.Embedding(BUCKETS, ARC), nn.Embedding(3, ARC)
        self.norm = nn.LayerNorm(ARC)
        self.near = nn.Conv1d(ARC, ARC, 3, padding=1)
        self.wide = nn.Conv1d(ARC, ARC, 3, padding=4, dilation=4)
        self.pool = nn.Linear(ARC, ARC)
        self.out = nn.Linear(ARC, LABELS)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states, first, last, distance, neighbour, real=None):
        """Scores [n, t, 3] for n cues.

        states [n or 1, t, WIDTH]; first, last [n, WIDTH]: the states of each cue's first and last
        token; distance, neighbour [n, t]; real [n, t]: false where a token is padding.
        """
        cue = torch.cat([first, last], -1)
        x = self.cue_add(cue)[:, None] + self.token_add(states)
        x = x + self.cue_times(cue)[:, None] * self.token_times(states)
        x = F.gelu(self.norm(x + self.distance(distance) + self.neighbour(neighbour)))
        x = self.dropout(x)
        best = x if real is None else x.masked_fill(~real[:, :, None], -1e4)
        y = x + self.pool(best.amax(1, keepdim=True))
        if real is not None:  # beyond the end the convolutions must see zeros, as they do unpadded
            y = y * real[:, :, None]
        y = y.transpose(1, 2)
        y = y + F.gelu(self.near(y))
        y = y + F.gelu(self.wide(y))
        return self.out(y.transpose(1, 2))
