#!/usr/bin/env python3
"""Trains the attribution model.

usage: train.py [--base minilm|mpnet] [--polnear DIR] [--own DIR] [--add CORPUS[*TIMES] ...]
                [--soft FILE] [--epochs N] [--work DIR] [--resume]

Reads PolNeAR (train and dev), our own annotated articles (`model/data`) and what `--add` names, writes
checkpoints to the work folder and prints the development score after each epoch. Two cores suffice; a
GPU is used where there is one. `teach.py` lets a teacher read the texts first, `export.py` turns a
checkpoint into what ships.

A CORPUS is a folder of brat standoff, JSON Lines as `gainsay extract --with text` prints them, or a
folder of articles like those in `model/data`; TIMES is how often it is seen in an epoch (1).
"""

import argparse
import collections
import dataclasses
import json
import os
import random
import time

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from gainsay_model import windows
from gainsay_model.base import base
from gainsay_model.corpus import Article, read
from gainsay_model.corpus.labels import attach
from gainsay_model.loss import batch_loss
from gainsay_model.network import network
from gainsay_model.predict import judged, predict
from gainsay_model.score import linked
from gainsay_model.soft import Soft


@dataclasses.dataclass(frozen=True)
class Text:
    """An article to train on."""

    article: Article
    annotated: bool
    soft: Soft | None  # what the teacher thinks of it


HERE = os.path.dirname(os.path.abspath(__file__))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", choices=["minilm", "mpnet"], default="minilm", help="mpnet: the teacher")
    parser.add_argument("--polnear", default=os.path.join(HERE, "..", "..", "shared", "corpora", "polnear"))
    parser.add_argument("--own", default=os.path.join(HERE, "data", "fiction"), help="our own articles (Markdown)")
    parser.add_argument("--own-times", type=int, default=4, help="how often each of them is seen an epoch")
    parser.add_argument("--add", action="append", default=[], metavar="CORPUS[*TIMES]", help="a further corpus")
    parser.add_argument("--soft", help="what teach.py wrote")
    parser.add_argument("--work", default=os.path.join(HERE, "checkpoints"), help="checkpoints go here")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=16, help="windows a step")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="learning rate of the encoder's top layer")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9, help="learning rate of a layer against the one above")
    parser.add_argument("--freeze", type=int, default=0, help="how many of the lowest layers stay as they are")
    parser.add_argument("--empty", type=float, default=1.0, help="share of the windows without a cue that is kept")
    parser.add_argument("--save-every", type=int, default=100, help="steps between states to resume from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--start", nargs="+", help="begin with this checkpoint, or the mean of these")
    parser.add_argument("--limit", type=int, help="steps after which to stop, for a trial")
    return parser.parse_args()


def epoch_windows(texts: list[Text], tokenizer: Tokenizer, rng: random.Random, empty: float) -> list[windows.Window]:
    """Every text varied and cut at places of its own; of windows without a cue a share."""
    found = []
    for text in texts:
        lines = windows.paragraphs(windows.vary(text.article.text, rng), tokenizer)
        length = rng.choice([windows.PACKED, windows.LENGTH])
        for window in windows.cut(lines, tokenizer, length, skip=rng.randrange(0, length // 2)):
            windows.label(window, text.article)
            if text.soft is not None:
                text.soft.onto(window, text.annotated)
            if not len(window.anchors) and rng.random() >= empty:
                continue
            if rng.random() < 0.4:
                windows.rename(window, tokenizer, rng)
            found.append(window)
    # Neighbours in length share a batch, so that little is padded; the order of batches is random.
    found.sort(key=lambda w: (len(w.ids) // 16, rng.random()))
    return found


def training_texts(options: argparse.Namespace) -> list[Text]:
    """All texts of an epoch; one that is to be seen several times stands there as often."""
    corpora = [(os.path.join(options.polnear, "train"), 1), (options.own, options.own_times)]
    for added in options.add:
        path, _, times = added.partition("*")
        corpora.append((path, int(times or 1)))
    taught = torch.load(options.soft, weights_only=False) if options.soft else {"soft": {}, "plain": []}
    texts = []
    for path, times in corpora:
        articles = attach(read(path), "train") if path.endswith("train") else read(path)
        texts += [Text(article, True, taught["soft"].get(article.name)) for article in articles] * times
    texts += [Text(article, False, taught["soft"][article.name]) for article in taught["plain"]]
    return texts


def optimizer(modules: dict[str, torch.nn.Module], options: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW with lower rates for lower layers; the word vectors stay as they are."""
    encoder = modules["encoder"]
    encoder.word.weight.requires_grad_(False)
    if options.freeze:
        encoder.position.weight.requires_grad_(False), encoder.kind.requires_grad_(False)
        encoder.norm.requires_grad_(False), encoder.layers[: options.freeze].requires_grad_(False)
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
    rest = [encoder.position.weight, encoder.kind, *encoder.norm.parameters()]
    add([*rest, *(encoder.bias.parameters() if encoder.bias else [])], bottom)
    add([encoder.case.weight, encoder.quoted.weight], options.head_rate)
    heads = [encoder.cue, encoder.name, modules["arcs"], modules["acts"]]
    add([parameter for head in heads for parameter in head.parameters()], options.head_rate)
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
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    start = base(options.base)
    tokenizer = start.tokenizer
    dev = attach(read(os.path.join(options.polnear, "dev")), "dev")
    own_dev = read(os.path.join(HERE, "data", "dev"))

    texts = training_texts(options)
    print(f"{len(texts)} texts an epoch to train on, {len(dev)} to measure on", flush=True)

    modules = network(start.shape, tokenizer.get_vocab_size())
    modules["encoder"].load_base(start.weights)
    for module in modules.values():
        module.to(device)
    if options.start:
        fill(modules, mean_of([load_file(path) for path in options.start]))
    learner = optimizer(modules, options)
    average = Average(modules)
    run = Run(options.work, modules, learner, average)
    first_epoch, first_step = run.resume() if options.resume else (0, 0)

    for epoch in range(first_epoch, options.epochs):
        rng = random.Random(f"{options.seed} {epoch}")
        torch.manual_seed(options.seed * 1000 + epoch)
        found = epoch_windows(texts, tokenizer, rng, options.empty)
        groups = [found[i : i + options.batch] for i in range(0, len(found), options.batch)]
        rng.shuffle(groups)
        total, began, tokens = collections.Counter(), time.time(), 0
        for module in modules.values():
            module.train()
        for step, group in enumerate(groups):
            if epoch == first_epoch and step < first_step:
                continue
            done = (epoch + step / len(groups)) / options.epochs
            factor = min(done / 0.05, 1.0) * max(0.02, 1 - max(0.0, done - 0.05) / 0.95)
            for parameters in learner.param_groups:
                parameters["lr"] = parameters["top"] * factor
            loss, parts = batch_loss(modules, group)
            learner.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for m in modules.values() for p in m.parameters()], 1.0)
            learner.step()
            average.step()
            tokens += sum(len(w.ids) for w in group)
            total.update(parts)
            if (step + 1) % 20 == 0:
                speed = tokens / (time.time() - began)
                shown = " ".join(f"{k} {v / 20:.3f}" for k, v in sorted(total.items()))
                print(f"epoch {epoch} step {step + 1}/{len(groups)} {shown} {speed:.0f} tokens/s", flush=True)
                total.clear()
            if (step + 1) % options.save_every == 0:
                run.save(epoch, step + 1)
            if options.limit and step + 1 >= options.limit:
                return
        path = os.path.join(options.work, f"epoch{epoch}.safetensors")
        save_file(average.mean, path)
        run.save(epoch + 1, 0)
        mean = network(start.shape, tokenizer.get_vocab_size())
        load(mean, path)
        encoder, arcs = mean["encoder"].to(device), mean["arcs"].to(device)
        mean["acts"].to(device)
        for name, articles in {"PolNeAR": dev, "own": own_dev}.items():
            figures = linked(articles, [predict(encoder, arcs, tokenizer, article) for article in articles])
            figures |= judged(mean, tokenizer, articles)
            print(json.dumps({"epoch": epoch, "dev": name, **figures}), flush=True)


class Run:
    """What a training that was stopped goes on from."""

    def __init__(self, folder: str, modules: dict, learner: torch.optim.Optimizer, average: Average):
        self.path = os.path.join(folder, "state.pt")
        self.modules, self.learner, self.average = modules, learner, average

    def save(self, epoch: int, step: int) -> None:
        """Writes the state before a step."""
        state = {name: module.state_dict() for name, module in self.modules.items()}
        state |= {"learner": self.learner.state_dict(), "mean": self.average.mean, "at": (epoch, step)}
        torch.save(state, self.path + ".new")
        os.replace(self.path + ".new", self.path)

    def resume(self) -> tuple[int, int]:
        """Reads it back: the epoch and the step to go on with; (0, 0) where there is none."""
        if not os.path.exists(self.path):
            return 0, 0
        state = torch.load(self.path, weights_only=True)
        for name, module in self.modules.items():
            module.load_state_dict(state[name])
        self.learner.load_state_dict(state["learner"])
        self.average.mean = state["mean"]
        return state["at"]


def load(modules: dict[str, torch.nn.Module], path: str) -> None:
    """Reads a checkpoint into the modules."""
    fill(modules, load_file(path))


def mean_of(checkpoints: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights (Wortsman et al., ICML 2022): of runs from one start better than any of them."""
    first, *_ = checkpoints
    return {
        key: torch.stack([weights[key] for weights in checkpoints]).mean(0) if value.is_floating_point() else value
        for key, value in first.items()
    }


def fill(modules: dict[str, torch.nn.Module], weights: dict[str, torch.Tensor]) -> None:
    """Gives the modules the weights of a checkpoint."""
    for name, module in modules.items():
        own = {k.removeprefix(name + "."): v for k, v in weights.items() if k.startswith(name + ".")}
        module.load_state_dict(own)


if __name__ == "__main__":
    main()
