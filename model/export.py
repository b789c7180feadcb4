#!/usr/bin/env python3
"""Turns a checkpoint into the weights that ship: model/weights.

usage: export.py CHECKPOINT... --version V [--polnear DIR] [--to DIR] [--full]

Writes `encoder.onnx` (8-bit unless --full), `arcs.onnx`, `acts.onnx` and `tokenizer.json`, chooses the
cue threshold and fits the confidence on PolNeAR dev as the graphs read it, writes both to `model.json`,
and prints what the 8 bits cost.
"""

import argparse
import json
import os

import numpy as np
import torch
from safetensors.torch import load_file

from gainsay_model.base import base
from gainsay_model.corpus import Article
from gainsay_model.corpus import read as read_corpus
from gainsay_model.export import Exported, export
from gainsay_model.network import network
from gainsay_model.predict import read
from gainsay_model.score import is_right, linked
from train import HERE, fill, mean_of

THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
LOWEST = THRESHOLDS[0]


def odds(p: float) -> float:
    """Log-odds, clamped as in `crates/language/src/confidence.rs`."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return float(np.log(p / (1 - p)))


def calibrate(articles: list[Article], found) -> dict[str, float]:
    """Logistic regression from the model's own probabilities to being right."""
    rows, right = [], []
    for article, own in zip(articles, found):
        for one, attribution in own:
            rows.append(
                [1.0, odds(one.cue_score), odds(one.source_score), odds(one.content_score), float(not one.source)]
            )
            right.append(float(is_right(attribution, article)))
    x, y = torch.tensor(rows), torch.tensor(right)
    weights = torch.zeros(5, requires_grad=True)
    fit = torch.optim.LBFGS([weights], max_iter=200)

    def closure():
        fit.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y) + 1e-4 * (weights**2).sum()
        loss.backward()
        return loss

    fit.step(closure)
    p = torch.sigmoid(x @ weights.detach())
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            error += inside.float().mean().item() * abs(p[inside].mean().item() - y[inside].mean().item())
    print(f"calibration: {len(y)} attributions, {y.mean():.3f} right, expected calibration error {error:.3f}")
    names = ["bias", "cue", "source", "content", "no_source"]
    return {name: round(float(w), 4) for name, w in zip(names, weights.detach())}


def main() -> None:
    """Exports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", nargs="+", help="of several the mean is taken")
    parser.add_argument("--version", required=True)
    parser.add_argument("--polnear", default=os.path.join(HERE, "..", "..", "shared", "corpora", "polnear"))
    parser.add_argument("--to", default=os.path.join(HERE, "weights"))
    parser.add_argument("--full", action="store_true", help="32-bit weights, to compare with")
    options = parser.parse_args()

    start = base("minilm")
    tokenizer = start.tokenizer
    modules = network(start.shape, tokenizer.get_vocab_size())
    fill(modules, mean_of([load_file(path) for path in options.checkpoint]))
    dev = read_corpus(os.path.join(options.polnear, "dev"))
    # The exporter changes the modules: what they score in 32 bits is measured first.
    full = [read(modules["encoder"].eval(), modules["arcs"].eval(), tokenizer, article, LOWEST) for article in dev]
    os.makedirs(options.to, exist_ok=True)
    export(modules, options.to, quantize=not options.full)
    encoder, arcs = Exported(options.to, "encoder"), Exported(options.to, "arcs")
    everything = [read(encoder, arcs, tokenizer, article, LOWEST) for article in dev]
    threshold = max(THRESHOLDS, key=lambda t: figures(dev, everything, t)["linked"])
    for name, found in {"32 bits": full, "as exported": everything}.items():
        print(f"{name}, cue threshold {threshold}: {figures(dev, found, threshold)}", flush=True)
    description = {
        "version": options.version,
        "cue_threshold": threshold,
        "calibration": calibrate(dev, above(everything, threshold)),
    }
    tokenizer.save(os.path.join(options.to, "tokenizer.json"), pretty=False)
    with open(os.path.join(options.to, "model.json"), "w", encoding="utf8") as file:
        json.dump(description, file, indent=1)
        file.write("\n")
    print(json.dumps(description))


def above(found, threshold: float):
    """What is left of each article's attributions under a cue threshold."""
    return [[pair for pair in own if pair[0].cue_score >= threshold] for own in found]


def figures(articles: list[Article], found, threshold: float) -> dict[str, float]:
    """Linked F1, precision and recall under a cue threshold."""
    return linked(articles, [[attribution for _, attribution in own] for own in above(found, threshold)])


if __name__ == "__main__":
    main()
