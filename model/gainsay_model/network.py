"""The network: a BERT with four heads. Two look at every token, for cues and for names; one reads
around a cue, for its source, its content and whom it is aimed at; one judges the act of a statement."""

import dataclasses
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .corpus import ACTS, NAMES

ARC = 128  # width of the second head
BUCKETS = 33  # signed, logarithmic distances between a cue and a token
CASES, LABELS = 5, 3
NAME_LABELS = 1 + 2 * len(NAMES)


@dataclasses.dataclass(frozen=True)
class Shape:
    """The measures of an encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float = 1e-12
    relative: bool = False  # attention has a bias by distance, as in MPNet


MINILM = Shape(384, 6, 12, 1536)  # the model that ships
MPNET = Shape(768, 12, 12, 3072, 1e-5, True)  # its teacher


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT (Devlin et al. 2019)."""

    def __init__(self, shape: Shape, dropout: float):
        super().__init__()
        self.heads, width = shape.heads, shape.width
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.merge = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm_out = nn.LayerNorm(width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if mask is None:  # one window, no padding
            seen = self.attend(q, k, v)
        else:
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.after_attention(x, seen)

    def attend(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
        """Attention written out, as it is exported: [b, heads, t, width of a head] each."""
        return (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5).softmax(-1) @ v

    def after_attention(self, x: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """The rest of the layer."""
        seen = seen.transpose(1, 2).reshape(x.shape)
        x = self.norm(x + self.merge(seen))
        return self.norm_out(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Tokens, their case and whether they are quoted, to states and cue scores."""

    def __init__(self, shape: Shape, vocabulary: int, dropout: float = 0.1):
        super().__init__()
        self.shape, width = shape, shape.width
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.case, self.quoted = nn.Embedding(CASES, width), nn.Embedding(2, width)
        nn.init.normal_(self.case.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.bias = nn.Embedding(32, shape.heads) if shape.relative else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.cue = nn.Sequential(nn.Linear(width, width // 2), nn.GELU(), nn.Linear(width // 2, LABELS))
        self.name = nn.Linear(width, NAME_LABELS)

    def forward(self, ids, case, quoted, real=None):
        """States [b, t, width], cue scores [b, t, 3] and name scores [b, t, NAME_LABELS] of ids, case,
        quoted [b, t]; real [b, t] is false where a token is padding."""
        place = self.position.weight[: ids.shape[1]]
        x = self.word(ids) + place + self.kind + self.case(case) + self.quoted(quoted)
        x = self.dropout(self.norm(x))
        mask = self.mask(ids.shape[1], real)
        for layer in self.layers:
            x = layer(x, mask)
        return x, self.cue(x), self.name(x)

    @property
    def device(self) -> torch.device:
        """Where its weights lie."""
        return self.kind.device

    def mask(self, length: int, real: torch.Tensor | None) -> torch.Tensor | None:
        """What is added to the attention: nothing, the bias by distance, minus infinity at padding."""
        if self.bias is None:
            return None if real is None else real[:, None, None, :]
        place = torch.arange(length, device=self.kind.device)
        bias = self.bias(mpnet_bucket(place[None] - place[:, None])).permute(2, 0, 1)[None]
        if real is not None:
            bias = bias.masked_fill(~real[:, None, None, :], float("-inf"))
        return bias

    def load_base(self, path: str) -> None:
        """Starts from published weights: all-MiniLM-L6-v2, or all-mpnet-base-v2 for the teacher."""
        weights = load_file(path)
        own = {
            "word.weight": weights["embeddings.word_embeddings.weight"],
            "position.weight": weights["embeddings.position_embeddings.weight"],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        if self.shape.relative:
            # Tokens are numbered as BERT's, four later; places from 2 on.
            own["word.weight"] = mpnet_words(own["word.weight"])
            own["position.weight"] = own["position.weight"][2:]
            own["bias.weight"] = weights["encoder.relative_attention_bias.weight"]
        else:
            own["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
        for i in range(self.shape.layers):
            for ours, theirs in (MPNET_NAMES if self.shape.relative else BERT_NAMES).items():
                for part in ("weight", "bias"):
                    own[f"layers.{i}.{ours}.{part}"] = weights[f"encoder.layer.{i}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        assert not unexpected, unexpected
        assert all(name.split(".")[0] in ("case", "quoted", "cue", "name", "kind") for name in missing), missing


BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "merge": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_out": "output.LayerNorm",
}
MPNET_NAMES = BERT_NAMES | {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "merge": "attention.attn.o",
    "norm": "attention.LayerNorm",
}


def mpnet_words(table: torch.Tensor) -> torch.Tensor:
    """MPNet's word vectors in the order of BERT's vocabulary, so that one tokenizer serves both."""
    words = table[4:].clone()
    words = torch.cat([words, table[:4]])[:30522]
    for bert, mpnet in ((0, 1), (101, 0), (102, 2)):  # [PAD], [CLS], [SEP]
        words[bert] = table[mpnet]
    return words


def mpnet_bucket(distance: torch.Tensor) -> torch.Tensor:
    """The bucket 0 … 31 of the distance from query to key, as MPNet (Song et al. 2020) and T5 number them."""
    ahead = (distance > 0).long() * 16
    size = distance.abs()
    far = 8 + (torch.log(size.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
    return ahead + torch.where(size < 8, size, far.clamp(max=15))


def distance_bucket(distance: torch.Tensor) -> torch.Tensor:
    """Signed token distances to 0 … BUCKETS-1: exact up to 4, then logarithmic up to 256."""
    size = distance.abs()
    far = 4 + (torch.log2(size.clamp(min=4).float() / 4) * 2).floor().long()
    bucket = torch.where(size <= 4, size, far).clamp(max=BUCKETS // 2)
    return bucket * distance.sign() + BUCKETS // 2


def around(paragraph: torch.Tensor, at: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """How far each token is from a cue and whether it stands in a line before, in its line or after.

    paragraph [n or 1, t]: the number of each token's line; at [n]: the first token of each cue.
    """
    lines = paragraph.expand(len(at), -1)
    place = torch.arange(lines.shape[1], device=lines.device)
    neighbour = (lines - lines.gather(1, at[:, None])).clamp(-1, 1) + 1
    return distance_bucket(place[None] - at[:, None]), neighbour


class Arcs(nn.Module):
    """For each cue, whether each token belongs to its source, its content or neither, and whether it
    names whom the statement is aimed at.

    States of cue and token are added and multiplied (a biaffine score of low rank, after Dozat and
    Manning 2017), joined with their distance, and smoothed by convolutions along the text, so that
    a token's label depends on its neighbours' and on the best evidence anywhere in the window.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        width = shape.width
        self.cue_add, self.cue_times = nn.Linear(2 * width, ARC), nn.Linear(2 * width, ARC)
        self.token_add, self.token_times = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.distance, self.neighbour = nn.Embedding(BUCKETS, ARC), nn.Embedding(3, ARC)
        self.norm = nn.LayerNorm(ARC)
        self.near = nn.Conv1d(ARC, ARC, 3, padding=1)
        self.wide = nn.Conv1d(ARC, ARC, 3, padding=4, dilation=4)
        self.pool = nn.Linear(ARC, ARC)
        self.out = nn.Linear(ARC, LABELS + 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states, first, last, distance, neighbour, real=None, row=None):
        """Scores [n, t, 4] for n cues: neither, source, content; and apart from these, target.

        states [windows, t, width]; first, last [n, width]: the states of each cue's first and last
        token; distance, neighbour [n, t]; real [n, t]: false where a token is padding; row [n]: the
        window of each cue, where there are several.
        """
        cue = torch.cat([first, last], -1)
        added, times = self.token_add(states), self.token_times(states)
        if row is not None:
            added, times = added[row], times[row]
        x = self.cue_add(cue)[:, None] + added + self.cue_times(cue)[:, None] * times
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

    def at(self, states, at, to, distance, neighbour):
        """The same for one window [1, t, width], its cues given by their first and last tokens [n]."""
        return self(states, states[0, at], states[0, to], distance, neighbour)


class Acts(nn.Module):
    """The act of a statement, from the states of its cue, its source and its content."""

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        width = shape.width
        self.inner = nn.Linear(5 * width, 256)
        self.weigh = nn.Linear(width, 1)
        self.out = nn.Linear(256, len(ACTS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states, first, last, content, source):
        """Scores [n, acts] for n statements.

        states [n or 1, t, width]; first, last [n, width]: the states of each cue's first and last
        token; content, source [n, t]: 1 where a token belongs to it, else 0.
        """

        def mean(weight):
            total = weight @ states[0] if states.shape[0] == 1 else torch.einsum("nt,ntw->nw", weight, states)
            return total / weight.sum(-1, keepdim=True).clamp(min=1e-6)

        # Some words of a content tell more of the act than others: it is weighed, and taken evenly too.
        telling = content * torch.sigmoid(self.weigh(states)[:, :, 0])
        x = torch.cat([first, last, mean(content), mean(telling), mean(source)], -1)
        return self.out(self.dropout(F.gelu(self.inner(x))))


def network(shape: Shape, vocabulary: int) -> dict[str, nn.Module]:
    """All parts, by the names that checkpoints give them."""
    return {"encoder": Encoder(shape, vocabulary), "arcs": Arcs(shape), "acts": Acts(shape)}
