"""Annotated statements of PolNeAR as the program judges them, in the form that the examples read.

    polnear.py input POLNEAR                 prints the articles as JSON Lines for `gainsay extract --with text`
    polnear.py attributions POLNEAR          prints the annotated attributions as the example `given` reads them
    polnear.py judged POLNEAR GIVEN FOUND    prints what `given` made of them, each line with its text, and each
                                             statement with the act, speaker, targets, addressee and day of the
                                             statement that the program itself found in its place (FOUND, as
                                             `gainsay extract` printed it); what it did not find stays as given

POLNEAR holds `train` and `dev`; an article is called `SPLIT/NAME`. Run with `PYTHONPATH=model`.
"""

import json
import re
import sys

from gainsay_model.corpus import read

TAKEN = (
    "act", "act_confidence", "act_basis", "act_runner_up", "speaker", "sourcing", "via", "targets", "addressee", "said",
    "mode",
)  # fmt: skip


def corpus(polnear):
    for split in ("train", "dev"):
        for article in read(f"{polnear}/{split}"):
            yield f"{split}/{article.name}", article


def put_in(polnear):
    for name, article in corpus(polnear):
        day = re.search(r"_(\d{4}-\d\d-\d\d)_", name)[1]
        outlet = article.name.split("_")[0]
        print(json.dumps({"id": name, "text": article.text, "outlet": outlet, "published": day}))


def attributions(polnear):
    for name, article in corpus(polnear):
        spans = [{"source": one.source, "cue": one.cue, "content": one.content} for one in article.attributions]
        print(json.dumps({"path": name, "text": article.text, "attributions": spans}))


def place(statement):
    return [(span["start"], span["end"]) for span in statement["content"] + statement["cue"]]


def twin(one, found):
    """The statement found that shares most with this one, if that is half of either."""
    own = place(one)
    best, most = None, 0.5
    for other in found:
        theirs = place(other)
        both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in own for b in theirs)
        share = both / max(1, sum(b - a for a, b in own), sum(b - a for a, b in theirs))
        if share >= most and (best is None or share > most):
            best, most = other, share
    return best


def judged(polnear, given, found):
    texts = {name: article.text for name, article in corpus(polnear)}
    with open(found, encoding="utf8") as lines:
        known = {line["path"]: line["statements"] for line in map(json.loads, lines)}
    taken = all_of = 0
    with open(given, encoding="utf8") as lines:
        for line in map(json.loads, lines):
            for one in line["statements"]:
                all_of += 1
                if other := twin(one, known.get(line["path"], [])):
                    taken += 1
                    one.pop("act_runner_up", None)
                    one |= {key: other[key] for key in TAKEN if key in other}
            print(json.dumps(line | {"text": texts[line["path"]]}))
    print(f"{taken} of {all_of} statements as found", file=sys.stderr)


if __name__ == "__main__":
    commands = {"input": put_in, "attributions": attributions, "judged": judged}
    if sys.argv[1:2] and sys.argv[1] in commands:
        commands[sys.argv[1]](*sys.argv[2:])
    else:
        raise SystemExit(__doc__)
