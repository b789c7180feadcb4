#!/usr/bin/env python3
"""Lets a teacher read the training texts, and some without annotations, for a student to learn from.

usage: teach.py CHECKPOINT --to FILE [--polnear DIR] [--own DIR] [--add CORPUS ...] [--corpora DIR]

CHECKPOINT is the teacher's, of `train.py --base mpnet`. Every hundred articles what is done is saved;
a run that was stopped goes on from there. `train.py --soft FILE` uses it.
"""

import argparse
import os

import torch

from gainsay_model.base import base
from gainsay_model.corpus import gum, plain, read
from gainsay_model.network import network
from gainsay_model.soft import teach
from train import HERE, load


def main() -> None:
    """Teaches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("--to", required=True)
    parser.add_argument("--corpora", default=os.path.join(HERE, "..", "..", "shared", "corpora"))
    parser.add_argument("--own", default=os.path.join(HERE, "data", "fiction"))
    parser.add_argument("--add", action="append", default=[], metavar="CORPUS")
    options = parser.parse_args()
    at = lambda *parts: os.path.join(options.corpora, *parts)
    annotated = [*read(at("polnear", "train")), *read(options.own)]
    for path in options.add:
        annotated += read(path)
    unannotated = [*plain.timebank(at("tempeval")), *gum.texts(at("gum")), *plain.meantime(at("meantime"))]

    start = base("mpnet")
    modules = network(start.shape, start.tokenizer.get_vocab_size())
    device = "cuda" if torch.cuda.is_available() else "cpu"
    load(modules, options.checkpoint)
    encoder, arcs = modules["encoder"].to(device), modules["arcs"].to(device)
    done = {"soft": {}, "plain": unannotated}
    if os.path.exists(options.to):
        done["soft"] = torch.load(options.to, weights_only=False)["soft"]
    left = [article for article in [*annotated, *unannotated] if article.name not in done["soft"]]
    for begin in range(0, len(left), 100):
        done["soft"].update(teach(encoder, arcs, start.tokenizer, left[begin : begin + 100]))
        torch.save(done, options.to + ".new")
        os.replace(options.to + ".new", options.to)
        print(f"{begin + len(left[begin : begin + 100])} of {len(left)} texts read", flush=True)


if __name__ == "__main__":
    main()
