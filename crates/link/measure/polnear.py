"""Annotated statements of PolNeAR and labelled pairs of them, in the form that the examples read.

    polnear.py prepare POLNEAR FOUND OUT     OUT/articles.jsonl: as `gainsay extract --with text` prints them,
                                             but with the annotated statements
    polnear.py attributions POLNEAR          prints the annotated attributions as the example `given` reads them
    polnear.py given POLNEAR GIVEN           prints what it made of them, each line with its text
    polnear.py pairs LABELS OUT              OUT/pairs.jsonl: the echo pairs of LABELS/echoes and LABELS/clusters*

POLNEAR holds `train` and `dev`; FOUND is what `gainsay extract --with text` printed for their articles, by
`SPLIT/NAME`. A statement takes its speaker, its zone and its day from the one that the program found in the
same place, since the corpus has none; where it found none, from the words of the annotated source.
Run with `PYTHONPATH=model`.
"""

import glob
import json
import os
import re
import sys

from gainsay_model.corpus import read


def overlap(a, b):
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def twin(one, found):
    """The statement found that covers most of this one, if it is half of either."""
    place = [*one.content, *one.cue]
    best, most = None, 0.0
    for other in found:
        spans = [(s["start"], s["end"]) for s in other["content"] + other["cue"]]
        both = overlap(place, spans)
        size = max(sum(b - a for a, b in place), sum(b - a for a, b in spans))
        if both > most * size:
            best, most = other, both / size
    return best if most >= 0.5 else None


def guessed(source, before):
    """A speaker from the words of a source: its last name, or whoever spoke before a pronoun."""
    if re.fullmatch(r"(?i)(he|she|they|him|her|his|who|whose|it|)", source.strip()) and before:
        return before
    head = re.split(r",| \(", source)[0]
    names = re.findall(r"(?:[A-Z][\w.’'-]*\s?)+", head)
    name = names[-1].strip() if names else head
    title = r"^(?:Mrs?|Ms|Mr|Sen|Rep|Gov|President|Senator|Speaker|Secretary|Governor|Justice|The|Democrat|Republican)\.? "
    while re.match(title, name):
        name = re.sub(title, "", name, count=1)
    return re.sub(r"[’']s?$", "", name) or "unknown"


def statement(article, place, one, found, before):
    spans = lambda role: [{"start": a, "end": b, "exact": article.text[a:b]} for a, b in role]  # noqa: E731
    other = twin(one, found["statements"])
    source = " ".join(article.text[a:b] for a, b in one.source)
    start = (one.content or one.cue)[0][0]
    zone = next((z["kind"] for z in found["zones"] if z["start"] <= start < z["end"]), "body")
    if other and other["speaker"]["name"] != "unknown":
        speaker = other["speaker"]
    else:
        name = guessed(source, before)
        how = "name" if name[:1].isupper() else "description"
        speaker = {"name": name, "kind": "unknown", "role": None, "speaks_for": [], "resolved_from": how}
    return {
        "id": f"{article.name}/{place}", "zone": zone, "mode": "utterance", "form": "mixed", "act": "state",
        "act_confidence": 1.0, "act_basis": "", "source": spans(one.source), "cue": spans(one.cue),
        "content": spans(one.content), "speaker": speaker, "sourcing": "named", "via": [], "targets": [],
        "addressee": other and other["addressee"], "said": other and other["said"], "confidence": 1.0, "made_by": "annotated",
    }  # fmt: skip


def prepare(polnear, found, out):
    known = {}
    with open(found, encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            known[article["path"]] = article
    os.makedirs(out, exist_ok=True)
    with open(f"{out}/articles.jsonl", "w", encoding="utf8") as file:
        for split in ("train", "dev"):
            for article in read(f"{polnear}/{split}"):
                line = known[f"{split}/{article.name}"]
                statements, before = [], None
                for place, one in enumerate(article.attributions):
                    statements.append(statement(article, place, one, line, before))
                    before = statements[-1]["speaker"]["name"]
                print(json.dumps(line | {"text": article.text, "statements": statements}), file=file)


def attributions(polnear):
    for split in ("train", "dev"):
        for article in read(f"{polnear}/{split}"):
            spans = [{"source": one.source, "cue": one.cue, "content": one.content} for one in article.attributions]
            print(json.dumps({"path": f"{split}/{article.name}", "text": article.text, "attributions": spans}))


def given(polnear, found):
    texts = {f"{split}/{one.name}": one.text for split in ("train", "dev") for one in read(f"{polnear}/{split}")}
    with open(found, encoding="utf8") as lines:
        for line in map(json.loads, lines):
            print(json.dumps(line | {"text": texts[line["path"]]}))


def pairs(labels, out):
    with open(f"{out}/pairs.jsonl", "w", encoding="utf8") as file:

        def put(name, one, a, b):
            label = {"set": name, "a": a, "b": b, "echo": one.get("echo", "no"), "sure": one["sure"], "why": one["why"]}
            print(json.dumps(label), file=file)

        for line in open(f"{labels}/echoes/labels.jsonl", encoding="utf8"):
            one = json.loads(line)
            put("echoes", one, one["a"], one["b"])
        for folder in sorted(glob.glob(f"{labels}/clusters?")):
            articles, cluster = {}, None
            for sheet in sorted(glob.glob(f"{folder}/sheet*.md")):
                for line in open(sheet, encoding="utf8"):
                    if found := re.match(r"##### CLUSTER (\d+)", line):
                        cluster = int(found[1])
                    elif found := re.match(r"=== ARTICLE ([A-C]) (\S+)", line):
                        articles[cluster, found[1]] = found[2]
            for line in open(f"{folder}/labels.jsonl", encoding="utf8"):
                one = json.loads(line)
                if "echo" in one or one.get("no") == "echo":
                    a, b = ([articles[one["cluster"], of[0]], of[1]] for of in (one["from"], one["to"]))
                    put(f"cluster {one['cluster']}", one, a, b)
                elif "story" in one:
                    these = [articles[k] for k in sorted(articles) if k[0] == one["cluster"]]
                    story = {"set": f"cluster {one['cluster']}", "story": one["story"], "articles": these}
                    print(json.dumps(story), file=file)


if __name__ == "__main__":
    if sys.argv[1:2] == ["prepare"]:
        prepare(*sys.argv[2:])
    elif sys.argv[1:2] == ["attributions"]:
        attributions(*sys.argv[2:])
    elif sys.argv[1:2] == ["given"]:
        given(*sys.argv[2:])
    elif sys.argv[1:2] == ["pairs"]:
        pairs(*sys.argv[2:])
    else:
        raise SystemExit(__doc__)
