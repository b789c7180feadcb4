#!/usr/bin/env python3
"""Fits the weights of the grounds by which targets are found, and says how good they are.

usage: fit_targets.py GIVEN --seen DEV [--polnear FOLDER] [--write] [--rounds N] FOLDER ...

GIVEN is the example `given` of this crate. The statements of the articles in the folders, and those of
PolNeAR's training part that have our labels, are given to it with their acts (those without labels with what
the model makes of them); it prints whom each may be aimed at and why. Of these a softmax chooses one, or
nobody. What a candidate scores is the sum of the weights of its grounds and of a few hidden sums that
count where they are above zero (`src/targets/weights.rs`).

What is believed of one statement is a ground for another, so it is fitted in rounds, and what is believed in
one half of the articles is made by weights fitted to the other.

The model was trained on these articles and sees their targets better than it sees others. So its marks
are drawn by lot, anew each time round, as often right and wrong as in DEV, which it was not trained
on, apart for parties that stand near the statement in different ways. Nothing else is taken from DEV.

Prints how good the weights are on DEV, with the acts of the labels and with the program's own; with
--write, writes `src/targets/fitted.rs`.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import zlib

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = os.path.join(HERE, "..", "src", "targets")
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "model"))
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "..", "shared", "tools"))

from gainsay_model.corpus import read  # noqa: E402
from gainsay_model.corpus.labels import attach  # noqa: E402
from given import has_targets  # noqa: E402
from score_record import canon  # noqa: E402  # names that count as one, as the scorer has them

ACTS = ["accuse", "criticize", "deny", "admit", "demand", "refuse", "threaten", "promise", "praise", "decline", "state"]
HIDDEN = 32
DROPPED = 0.15  # of the grounds and hidden sums, while fitting
DECAY = 0.02
RATE = 4e-3
EPOCHS = 15
BATCH = 128  # statements
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given", metavar="GIVEN")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--seen", required=True, metavar="DEV", help="articles that the model was not trained on")
    parser.add_argument("--polnear", metavar="FOLDER", help="PolNeAR's training part, for our labels on it")
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    names = grounds()
    program = Program(options.given, names)
    texts = program.lines(article for folder in options.folders for article in own(folder))
    if options.polnear:
        texts += program.lines(labelled(options.polnear), mentions=True)
    unseen = program.lines(own(options.seen))
    halves = [[line for line in texts if zlib.crc32(line["path"].encode()) % 2 == k] for k in (0, 1)]
    odds = marking(program.cases(unseen, None, "--model"), names)
    weights = [None, None]
    for _ in range(options.rounds):
        cases = [program.cases(half, given) for half, given in zip(halves, weights)]
        found = sum(case["right"].any() for half in cases for case in half if case["gold"])
        gold = sum(bool(case["gold"]) for half in cases for case in half)
        print(f"{gold} statements with targets, {100 * found / gold:.1f} % of these among the candidates", flush=True)
        weights = [fit(cases[1], names, odds), fit(cases[0], names, odds)]
    final = fit(cases[0] + cases[1], names, odds)
    for title, acts in (("acts of the labels", True), ("the program's acts", False)):
        tested = program.cases(unseen, final, "--model", acts=acts)
        print(f"{title}: {report(tested, final, names)}")
    if options.write:
        write(final, names)


def own(folder):
    return [article for article in read(folder) if has_targets(folder, article.name)]


def labelled(folder):
    """The articles of PolNeAR of which we have labels."""
    known = lambda article: any(one.labels and one.labels.targets is not None for one in article.attributions)  # noqa: E731
    return [article for article in attach(read(folder), "train") if known(article)]


def grounds():
    """The names of the grounds, in their order."""
    with open(os.path.join(TARGETS, "ground.rs"), encoding="utf8") as file:
        listed = file.read().split("\ngrounds! {\n", 1)[1].split("\n}\n", 1)[0]
    return re.findall(r"^    (\w+),$", listed, re.M)


def places(spans):
    return [(span["start"], span["end"]) for span in spans]


class Program:
    """The example `given`."""

    def __init__(self, binary, names):
        self.binary = binary
        self.place = {name: i for i, name in enumerate(names)}

    def run(self, lines, *options):
        text = "\n".join(map(json.dumps, lines))
        command = [self.binary, *options]
        printed = subprocess.run(command, input=text, encoding="utf8", stdout=subprocess.PIPE, check=True).stdout
        return {line["path"]: line for line in map(json.loads, printed.splitlines())}

    def lines(self, articles, mentions=False):
        """What `given` reads of the articles: with the names that the model sees, and its acts."""
        articles = list(articles)
        spans = lambda one: {"source": one.source, "cue": one.cue, "content": one.content}  # noqa: E731
        lines = [
            {"path": article.name + ".txt", "text": article.text, "attributions": list(map(spans, article.attributions))}
            for article in articles
        ]
        read_ = self.run(lines, "--names", "--model")
        kept = []
        for article, line in zip(articles, lines):
            if line["path"] in read_:
                found = read_[line["path"]]
                line.update(names=found["names"], article=article, mentions=mentions)
                line["model"] = {i: found["statements"][j]["act"] for i, j in pairs(article, found).items()}
                kept.append(line)
        return kept

    def cases(self, lines, weights, *options, acts=True):
        """Each labelled statement with its candidates [candidates, grounds], which of them are right, and its
        act. What is believed of the others rests on the weights; without any, on those that ship."""
        asked = []
        for line in lines:
            for i, one in enumerate(line["attributions"]):
                labels = line["article"].attributions[i].labels
                one["act"] = labels.acts[0] if acts and labels else line["model"].get(i)
            asked.append({key: line[key] for key in ("path", "text", "attributions", "names")})
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            if weights is not None:
                json.dump(weights, file)
                file.flush()
                options = (*options, "--weights", file.name)
            printed = self.run(asked, "--grounds", *options)
        cases = []
        for line in lines:
            if line["path"] in printed:
                cases += self.cases_of(line, printed[line["path"]])
        return cases

    def cases_of(self, line, found):
        article, met = line["article"], pairs(line["article"], found)
        labels = {i: article.attributions[i].labels for i in met}
        labels = {i: own for i, own in labels.items() if own is not None and own.targets is not None}
        speaker = lambda i: canon(found["statements"][met[i]]["speaker"]["name"])  # noqa: E731
        known = {} if line["mentions"] else aliases((canon(own.speaker), speaker(i)) for i, own in labels.items())
        for i, own in labels.items():
            candidates = found["grounds"][met[i]]
            x = np.zeros((len(candidates), len(self.place)), dtype=np.float32)
            for row, (_, held) in enumerate(candidates):
                for ground, value in held:
                    x[row, self.place[ground]] = value
            called = [canon(name) if name else None for name, _ in candidates]
            gold = {canon(name) for name in own.targets}
            if not gold:
                right = [name is None for name in called]
            elif line["mentions"]:
                fits = [max(alike(name, other) for name in gold) if other else 0 for other in called]
                right = [fit > 0 and fit == max(fits) for fit in fits]
            else:
                ours = gold | {known[name] for name in gold if name in known}
                right = [name in ours for name in called]
            act = ACTS.index(line["attributions"][i]["act"] or "state")
            yield {"act": act, "x": x, "right": np.array(right), "gold": gold, "called": called}


def pairs(article, found):
    """Which statement of the program each annotated one is."""
    met = {}
    for i, one in enumerate(article.attributions):
        for j, statement in enumerate(found["statements"]):
            meets = any(a < d and c < b for a, b in places(statement["content"]) for c, d in one.content)
            if meets and places(statement["cue"]) == list(one.cue):
                met[i] = j
                break
    return met


def alike(label, name):
    """How surely a name is whom a mention names: 2 for the same words, 1 for a part with the same last word."""
    if label == name:
        return 2
    ours, theirs = re.findall(r"\w+", label), re.findall(r"\w+", name)
    part = set(ours) <= set(theirs) or set(theirs) <= set(ours)
    return int(bool(ours and theirs) and part and ours[-1] == theirs[-1])


def aliases(both):
    """Under which name the program has whom the labels call otherwise, by the statements both have: what
    the weights are fitted to is who is meant, not how he is called."""
    counts = collections.Counter((label, name) for label, name in both if "unknown" not in (label, name))
    right = {label for label, name in counts if label == name}
    known = {}
    for (label, name), _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        if label not in right and name not in right:
            known.setdefault(label, name)
    return known


# How a party may stand near a statement, the nearest last, and how sure the model may be of it.
NEAR = [
    [],
    ["Second", "Later", "InSentence", "MeantFirst", "Meant", "MeantPerhaps", "Before", "BeforeSubject"],
    ["First", "Between"],
    ["Object"],
]
SURE = [None, "SeenPerhaps", "Seen", "SeenSurely"]


def nearness(x, names):
    """How near each candidate stands."""
    near = np.zeros(len(x), dtype=int)
    for k, listed in enumerate(NEAR):
        for ground in listed:
            near[x[:, names.index(ground)] > 0] = k
    return near


def marking(cases, names):
    """How often a party is marked how surely: [right or not, nearness, sureness]."""
    counts = np.full((2, len(NEAR), len(SURE)), 0.01)
    for case in cases:
        sure = np.zeros(len(case["x"]), dtype=int)
        for k, ground in enumerate(SURE[1:], 1):
            sure[case["x"][:, names.index(ground)] > 0] = k
        for right, near, level, name in zip(case["right"], nearness(case["x"], names), sure, case["called"]):
            if name is not None:
                counts[int(right), near, level] += 1
    return counts / counts.sum(2, keepdims=True)


class Rows:
    """All candidates of many statements under each other."""

    def __init__(self, cases, names, odds):
        sizes = [len(case["x"]) for case in cases]
        self.x = np.concatenate([case["x"] for case in cases])
        self.right = np.concatenate([case["right"] for case in cases])
        self.party = np.array([name is not None for case in cases for name in case["called"]])
        self.start = np.cumsum([0, *sizes])
        self.of = np.repeat(np.arange(len(cases)), sizes)
        self.act = np.array([case["act"] for case in cases])
        self.odds = odds.cumsum(2)[self.right.astype(int), nearness(self.x, names)]
        self.seen = [names.index(ground) for ground in SURE[1:]]
        self.nobody = [names.index(ground) for ground in ("NobodyThoughSeen", "NobodyThoughMaybeSeen")]

    def mark(self, lot):
        """Draws what the model sees."""
        sure = (lot.random(len(self.x))[:, None] > self.odds).sum(1).clip(0, len(self.seen))
        sure[~self.party] = 0
        for k, column in enumerate(self.seen, 1):
            self.x[:, column] = sure == k
        surest = np.maximum.reduceat(sure, self.start[:-1])[self.of]
        self.x[:, self.nobody[0]] = ~self.party & (surest > 1)
        self.x[:, self.nobody[1]] = ~self.party & (surest == 1)

    def batch(self, those):
        rows = np.concatenate([np.arange(self.start[j], self.start[j + 1]) for j in those])
        of = np.repeat(np.arange(len(those)), [self.start[j + 1] - self.start[j] for j in those])
        to = torch.from_numpy
        return to(self.x[rows]), to(self.act[those][of]), to(of), to(self.right[rows])


class Network(torch.nn.Module):
    """As in `src/targets/weights.rs`."""

    def __init__(self, columns):
        super().__init__()
        self.plain = torch.nn.Parameter(torch.zeros(columns))
        self.by_act = torch.nn.Parameter(torch.zeros(len(ACTS), columns))
        self.hidden = torch.nn.Linear(columns, HIDDEN, bias=False)
        self.begin = torch.nn.Parameter(0.1 * torch.randn(len(ACTS), HIDDEN))
        self.out = torch.nn.Parameter(torch.zeros(HIDDEN))

    def forward(self, x, act):
        drop = torch.nn.functional.dropout
        x = drop(x, DROPPED, self.training)
        hidden = drop(torch.relu(self.hidden(x) + self.begin[act]), DROPPED, self.training)
        return x @ self.plain + (x * self.by_act[act]).sum(1) + hidden @ self.out


def total(scores, of, count):
    """The logarithm of the sum of the exponentials, for each statement."""
    top = torch.full((count,), -1e9).scatter_reduce(0, of, scores, "amax")
    return top + torch.log(torch.zeros(count).index_add(0, of, torch.exp(scores - top[of])) + 1e-12)


def fit(cases, names, odds):
    """The weights by the names of the grounds, as `given --weights` reads them."""
    torch.manual_seed(0)
    lot = np.random.default_rng(0)
    rows = Rows([case for case in cases if case["right"].any()], names, odds)
    network, count = Network(len(names)), len(rows.act)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-count // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        rows.mark(lot)
        order = lot.permutation(count)
        for at in range(0, count, BATCH):
            those = order[at : at + BATCH]
            x, act, of, right = rows.batch(those)
            scores = network(x, act)
            only = torch.where(right, scores, torch.tensor(-1e9))
            loss = (total(scores, of, len(those)) - total(only, of, len(those))).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    values = {name: value.detach().numpy().round(3) for name, value in network.named_parameters()}
    columns = [values["plain"][:, None], values["by_act"].T, values["hidden.weight"].T]
    weights = dict(zip(names, np.concatenate(columns, axis=1).tolist()))
    weights.update(zip(ACTS, values["begin"].tolist()), out=values["out"].tolist())
    return weights


# As in src/targets/mod.rs.
RATHER_THAN_NOBODY = 0.15
BESIDE_THE_FIRST = 0.6


def choose(case, weights, names):
    """The names chosen."""
    w = np.array([weights[name] for name in names])
    plain = w[:, 0] + w[:, 1 + case["act"]]
    hidden = np.maximum(0, case["x"] @ w[:, 1 + len(ACTS) :] + weights[ACTS[case["act"]]])
    score = case["x"] @ plain + hidden @ np.array(weights["out"])
    nobody = max(score[i] for i, name in enumerate(case["called"]) if name is None)
    order = [i for i in np.argsort(-score, kind="stable") if case["called"][i] is not None]
    if not order or score[order[0]] < nobody + np.log(RATHER_THAN_NOBODY):
        return set()
    return {i for i in order[:3] if score[i] >= score[order[0]] + np.log(BESIDE_THE_FIRST)}


def report(cases, weights, names):
    both = [(case, choose(case, weights, names)) for case in cases]
    targeted = [(case, got) for case, got in both if case["gold"]]
    hit = sum(any(case["right"][i] for i in got) for case, got in targeted)
    true = sum(bool(case["right"][i]) for case, got in targeted for i in got)
    precision = true / max(1, sum(len(got) for _, got in both))
    recall = true / max(1, sum(len(case["gold"]) for case, _ in both))
    silent = [not got for case, got in both if not case["gold"]]
    return (
        f"right {100 * hit / max(1, len(targeted)):.1f} of {len(targeted)}, names P {100 * precision:.1f}"
        f" R {100 * recall:.1f}, silent where nobody {100 * sum(silent) / max(1, len(silent)):.1f} of {len(silent)}"
    )


def write(weights, names):
    """Writes the table of the program."""
    path = os.path.join(TARGETS, "fitted.rs")
    with open(path, encoding="utf8") as file:
        head = file.read().split("/// How many hidden sums", 1)[0]
    line = lambda values: "[" + ", ".join(f"{value + 0.0:.3f}" for value in values) + "]"  # noqa: E731
    split = 1 + len(ACTS)
    with open(path, "w", encoding="utf8") as file:
        file.write(head)
        file.write(f"/// How many hidden sums there are.\npub(super) const HIDDEN: usize = {HIDDEN};\n\n")
        file.write("#[rustfmt::skip]\n#[allow(clippy::approx_constant)]\n")
        file.write("pub(super) const FITTED: &[(Ground, Row, Hidden)] = &[\n")
        for name in names:
            file.write(f"    (Ground::{name}, {line(weights[name][:split])}, {line(weights[name][split:])}),\n")
        file.write("];\n\n#[rustfmt::skip]\n#[allow(clippy::approx_constant)]\n")
        file.write("pub(super) const ACTS: &[Hidden] = &[\n")
        for act in ACTS:
            file.write(f"    {line(weights[act])},\n")
        file.write("];\n\n#[rustfmt::skip]\n#[allow(clippy::approx_constant)]\n")
        file.write(f"pub(super) const OUT: Hidden = {line(weights['out'])};\n")


if __name__ == "__main__":
    main()
