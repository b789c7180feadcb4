#!/usr/bin/env python3
"""Trains the attribution model.

usage: train.py [--polnear DIR] [--own DIR] [--epochs N] [--work DIR] [--resume] [--start CHECKPOINT]

Reads PolNeAR (train and dev) and our own annotated articles (`model/data`), writes checkpoints to
the work folder after each epoch and prints the development score. Two cores suffice. `export.py`
turns a checkpoint into what ships.
"""

import argparse
import json
import os
import random
import time

import numpy as np
import torch
from safetensors.torch import save_file, load_file
from tokenizers import Tokenizer
from torch.nn import functional as F

from gainsay_model import windows
from gainsay_model.base import minilm
from gainsay_model.corpus import Article, read_markdown, read_polnear
from gainsay_model.network import Arcs, Encoder, distance_bucket
from gainsay_model.predict import predict
from gainsay_model.score import linked

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", default=os.path.join(HERE, "..", "..", "shared", "corpora", "polnear"))
    parser.add_argument("--own", default=os.path.join(HERE, "data", "fiction"), help="our own articles (Markdown)")
    parser.add_argument("--own-times", type=int, default=4, help="how often each of them is seen an epoch")
    parser.add_argument("--work", default=os.path.join(HERE, "checkpoints"), help="checkpoints go here")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=16, help="windows a step")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="learning rate of the encoder's top layer")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9, help="learning rate of a layer against the one above")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--start", help="begin with the weights of this checkpoint")
    parser.add_argument("--limit", type=int, help="steps after which to stop, for a trial")
    return parser.parse_args()


def epoch_windows(articles: list[Article], tokenizer: Tokenizer, rng: random.Random) -> list[windows.Window]:
    """Every article once, varied and cut at places of its own."""
    found = []
    for article in articles:
        lines = windows.paragraphs(windows.vary(article.text, rng), tokenizer)
        length = rng.choice([windows.PACKED, windows.LENGTH])
        for window in windows.cut(lines, tokenizer, length, skip=rng.randrange(0, length // 2)):
            windows.label(window, article)
            if rng.random() < 0.4:
                windows.rename(window, tokenizer, rng)
            found.append(window)
    # Neighbours in length share a batch, so that little is padded; the order of batches is random.
    found.sort(key=lambda w: (len(w.ids) // 16, rng.random()))
    return found


def batch_loss(encoder: Encoder, arcs: Arcs, group: list[windows.Window]) -> tuple[torch.Tensor, dict]:
    """Cue loss and arc loss of some windows."""
    length = max(len(w.ids) for w in group)
    pad = lambda name, fill=0: torch.from_numpy(  # noqa: E731
        np.stack([np.pad(getattr(w, name), (0, length - len(w.ids)), constant_values=fill) for w in group])
    )
    ids, case, quoted, cue = pad("ids"), pad("case"), pad("quoted"), pad("cue", -100)
    paragraph = pad("paragraph", -9)
    real = torch.from_numpy(np.stack([np.arange(length) < len(w.ids) for w in group]))
    with torch.autocast("cpu", torch.bfloat16):
        states, scores = encoder(ids, case, quoted, real[:, None, None, :])
    scores = scores.float()
    cue_loss = F.cross_entropy(scores.flatten(0, 1), cue.flatten(), ignore_index=-100, reduction="sum")
    cue_loss = cue_loss / max(1, int((cue == windows.B_CUE).sum()))
    # Cues of the annotation, and tokens wrongly taken for one: around those nothing is to be found.
    rows, first, last, target = [], [], [], []
    likely = scores.detach().softmax(-1)[:, :, windows.B_CUE]
    for i, window in enumerate(group):
        for (a, b), arc in zip(window.anchors, window.arcs):
            rows.append(i), first.append(a), last.append(b)
            target.append(np.pad(arc, (0, length - len(arc)), constant_values=-100))
        wrong = torch.nonzero((likely[i] > 0.3) & (cue[i] == windows.O)).flatten().tolist()
        for a in wrong[:4]:
            rows.append(i), first.append(a), last.append(a)
            none = np.full(length, -100)
            none[: len(window.ids)] = windows.NONE
            target.append(none)
    if not rows:
        return cue_loss, {"cue": cue_loss.item(), "arc": 0.0}
    row, at, to = torch.tensor(rows), torch.tensor(np.array(first)), torch.tensor(np.array(last))
    target = torch.from_numpy(np.stack(target))
    place = torch.arange(length)
    distance = distance_bucket(place[None] - at[:, None])
    neighbour = (paragraph[row] - paragraph[row, at][:, None]).clamp(-1, 1) + 1
    with torch.autocast("cpu", torch.bfloat16):
        out = arcs(states[row], states[row, at], states[row, to], distance, neighbour, real[row])
    arc_loss = F.cross_entropy(out.float().flatten(0, 1), target.flatten(), ignore_index=-100, reduction="sum")
    arc_loss = arc_loss / len(rows) / 16
    return cue_loss + arc_loss, {"cue": cue_loss.item(), "arc": arc_loss.item()}


def optimizer(encoder: Encoder, arcs: Arcs, options: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW with lower rates for lower layers; the word vectors stay as they are."""
    encoder.word.weight.requires_grad_(False)
    groups = []

    def add(parameters, rate):
        parameters = [p for p in parameters if p.requires_grad]
        for decay, wanted in ((0.01, lambda p: p.ndim > 1), (0.0, lambda p: p.ndim <= 1)):
            chosen = [p for p in parameters if wanted(p)]
            if chosen:
                groups.append({"params": chosen, "lr": rate, "top": rate, "weight_decay": decay})

    for i, layer in enumerate(reversed(encoder.layers)):
        add(layer.parameters(), options.rate * options.decay**i)
    bottom = options.rate * options.decay ** len(encoder.layers)
    add([encoder.position.weight, encoder.kind, *encoder.norm.parameters()], bottom)
    add([encoder.case.weight, encoder.quoted.weight], options.head_rate)
    add([*encoder.cue.parameters(), *arcs.parameters()], options.head_rate)
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


class Average:
    """Running mean of the weights over the last steps: steadier than any one of them."""

    def __init__(self, modules: dict[str, torch.nn.Module], keep: float = 0.995):
        self.keep, self.modules = keep, modules
        self.mean = {k: v.detach().clone() for k, v in self._now()}

    def _now(self):
        for name, module in self.modules.items():
            for key, value in module.state_dict().items():
                yield f"{name}.{key}", value

    @torch.no_grad()
    def step(self) -> None:
        for key, value in self._now():
            if not key.endswith("encoder.word.weight"):
                self.mean[key].lerp_(value, 1 - self.keep)


def main() -> None:
    """Trains."""
    options = arguments()
    torch.manual_seed(options.seed)
    os.makedirs(options.work, exist_ok=True)
    folder, tokenizer = minilm()
    train = read_polnear(os.path.join(options.polnear, "train"))
    own = read_markdown(options.own) if os.path.isdir(options.own) else []
    dev = read_polnear(os.path.join(options.polnear, "dev"))
    print(f"{len(train)} articles of PolNeAR, {len(own)} of our own, {len(dev)} to measure on", flush=True)
    train = train + own * options.own_times

    encoder, arcs = Encoder(tokenizer.get_vocab_size()), Arcs()
    encoder.load_minilm(os.path.join(folder, "model.safetensors"))
    modules = {"encoder": encoder, "arcs": arcs}
    if options.start:
        load(modules, options.start)
    learner = optimizer(encoder, arcs, options)
    average = Average(modules)
    state_path, start = os.path.join(options.work, "state.pt"), 0
    if options.resume and os.path.exists(state_path):
        state = torch.load(state_path, weights_only=True)
        encoder.load_state_dict(state["encoder"]), arcs.load_state_dict(state["arcs"])
        learner.load_state_dict(state["learner"])
        average.mean, start = state["mean"], state["epoch"] + 1

    for epoch in range(start, options.epochs):
        rng = random.Random(f"{options.seed} {epoch}")
        torch.manual_seed(options.seed * 1000 + epoch)
        found = epoch_windows(train, tokenizer, rng)
        groups = [found[i : i + options.batch] for i in range(0, len(found), options.batch)]
        rng.shuffle(groups)
        total, began, tokens = {"cue": 0.0, "arc": 0.0}, time.time(), 0
        encoder.train(), arcs.train()
        for step, group in enumerate(groups):
            done = (epoch + step / len(groups)) / options.epochs
            factor = min(done / 0.05, 1.0) * max(0.02, 1 - max(0.0, done - 0.05) / 0.95)
            for parameters in learner.param_groups:
                parameters["lr"] = parameters["top"] * factor
            loss, parts = batch_loss(encoder, arcs, group)
            learner.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for m in modules.values() for p in m.parameters()], 1.0)
            learner.step()
            average.step()
            tokens += sum(len(w.ids) for w in group)
            for name, value in parts.items():
                total[name] += value
            if (step + 1) % 20 == 0:
                speed = tokens / (time.time() - began)
                shown = " ".join(f"{k} {v / 20:.3f}" for k, v in total.items())
                print(f"epoch {epoch} step {step + 1}/{len(groups)} {shown} {speed:.0f} tokens/s", flush=True)
                total = {"cue": 0.0, "arc": 0.0}
            if options.limit and step + 1 >= options.limit:
                return
        save_file(average.mean, os.path.join(options.work, f"epoch{epoch}.safetensors"))
        torch.save(
            {"encoder": encoder.state_dict(), "arcs": arcs.state_dict(), "learner": learner.state_dict(),
             "mean": average.mean, "epoch": epoch},
            state_path,
        )
        mean_encoder, mean_arcs = Encoder(tokenizer.get_vocab_size()), Arcs()
        load({"encoder": mean_encoder, "arcs": mean_arcs}, os.path.join(options.work, f"epoch{epoch}.safetensors"))
        figures = linked(dev, [predict(mean_encoder, mean_arcs, tokenizer, a) for a in dev])
        print(json.dumps({"epoch": epoch, **figures}), flush=True)


def load(modules: dict[str, torch.nn.Module], path: str) -> None:
    """Reads a checkpoint into the modules."""
    weights = load_file(path)
    for name, module in modules.items():
        own = {k.removeprefix(name + "."): v for k, v in weights.items() if k.startswith(name + ".")}
        module.load_state_dict(own)


if __name__ == "__main__":
    main()
