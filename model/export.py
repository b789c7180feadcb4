#!/usr/bin/env python3
"""Turns a checkpoint into the weights that ship: model/weights.

usage: export.py CHECKPOINT... --version V [--polnear DIR] [--to DIR] [--full]

Writes `encoder.onnx` (8-bit unless --full), `arcs.onnx`, `acts.onnx` and `tokenizer.json`, fits the
confidence on PolNeAR dev as the graphs read it and chooses from which on an attribution is given, writes
both to `model.json`, and prints what the 8 bits cost.
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

# From which confidence on an attribution is given: one of these. F1 is best where what is less often right
# than half of the best F1 is left out (Lipton, Elkan and Naryanaswamy, ECML 2014): here about 0.4.
LEAST = (0.34, 0.36, 0.38, 0.4, 0.42, 0.44, 0.46)
WEIGHTS = ["bias", "cue", "source", "content", "no_source"]


def odds(p: float) -> float:
    """Log-odds, clamped as in `crates/language/src/confidence.rs`."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return float(np.log(p / (1 - p)))


def evidence(one) -> list[float]:
    """What the confidence of an attribution is made of, in the order of `WEIGHTS`."""
    return [1.0, odds(one.cue_score), odds(one.source_score), odds(one.content_score), float(not one.source)]


def calibrate(articles: list[Article], found) -> dict[str, float]:
    """Logistic regression from the model's own probabilities to being right (Platt 1999)."""
    rows, right = [], []
    for article, own in zip(articles, found):
        for one, attribution in own:
            rows.append(evidence(one))
            right.append(float(is_right(attribution, article)))
    x, y = torch.tensor(rows), torch.tensor(right)
    weights = torch.zeros(len(WEIGHTS), requires_grad=True)
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
    return {name: round(float(w), 4) for name, w in zip(WEIGHTS, weights.detach())}


def best(articles: list[Article], found, calibration: dict[str, float]) -> tuple[float, dict[str, float]]:
    """The least confidence that gives the best linked F1, and the figures there."""
    figures = {}
    for least in LEAST:
        given = [[attribution for one, attribution in own if confidence(one, calibration) >= least] for own in found]
        figures[least] = linked(articles, given)
    return max(figures.items(), key=lambda pair: pair[1]["linked"])


def confidence(one, calibration: dict[str, float]) -> float:
    """The calibrated probability that an attribution is right."""
    return 1 / (1 + np.exp(-sum(calibration[name] * x for name, x in zip(WEIGHTS, evidence(one)))))


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
    full = [read(modules["encoder"].eval(), modules["arcs"].eval(), tokenizer, article) for article in dev]
    os.makedirs(options.to, exist_ok=True)
    export(modules, options.to, quantize=not options.full)
    encoder, arcs = Exported(options.to, "encoder"), Exported(options.to, "arcs")
    exported = [read(encoder, arcs, tokenizer, article) for article in dev]
    for name, found in {"32 bits": full, "as exported": exported}.items():
        calibration = calibrate(dev, found)
        least, figures = best(dev, found, calibration)
        print(f"{name}, from a confidence of {least} on: {figures}", flush=True)
    description = {"version": options.version, "least_confidence": least, "calibration": calibration}
    tokenizer.save(os.path.join(options.to, "tokenizer.json"), pretty=False)
    with open(os.path.join(options.to, "model.json"), "w", encoding="utf8") as file:
        json.dump(description, file, indent=1)
        file.write("\n")
    print(json.dumps(description))


if __name__ == "__main__":
    main()
