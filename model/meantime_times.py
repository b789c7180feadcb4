"""Score temporal expressions on MEANTIME (NewsReader, English, Wikinews).

usage: meantime_times.py prepare DIR INPUT.jsonl        one article a line: id, text, published
       meantime_times.py score DIR PREDICTIONS.jsonl    lines as `score_times.py` reads them

DIR holds the corpus's XML files (`intra-doc_annotation`). The text is rebuilt from the tokens, a
line a sentence, and `published` is the annotated document creation time. Only the first sentences
of each article are annotated (those with number 0 to 5): what is found further on is not counted.
Nor is the creation time itself, whose value the program is given; nor TIMEX3 without words.
"""

import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from datetime import datetime

ANNOTATED = 5


def read(path):
    """Text, publication date, the gold, the end of the annotated part and the date line's span."""
    root = ET.parse(path).getroot()
    text, places, end, line = "", {}, 0, None
    for token in root.iter("token"):
        sentence = int(token.get("sentence"))
        if line is not None:
            text += " " if sentence == line else "\n\n"
        line = sentence
        start = len(text)
        text += token.text
        places[token.get("t_id")] = (start, len(text))
        if sentence <= ANNOTATED:
            end = len(text)
    published, gold, dateline = None, [], (0, 0)
    for timex in root.iter("TIMEX3"):
        anchors = [places[a.get("t_id")] for a in timex.findall("token_anchor")]
        created = timex.get("functionInDocument") == "CREATION_TIME"
        if created:
            published = iso(timex.get("value"))
        if not anchors:
            continue
        span = (min(a for a, _ in anchors), max(b for _, b in anchors))
        if created:
            dateline = span
        else:
            gold.append((*span, timex.get("type"), timex.get("value")))
    return text, published or dated(text), sorted(set(gold)), end, dateline


def iso(value):
    """The creation time where it is a date in the corpus's form; two articles have none, or "03-02-2009"."""
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value or "") else None


def dated(text):
    """The date line that every article has below its title."""
    line = re.search(r"^([A-Z][a-z]+) (\d\d?) , (\d{4})$", text, re.M)
    return line and datetime.strptime(" ".join(line.groups()), "%B %d %Y").strftime("%Y-%m-%d")


def score(directory, predictions):
    """Figures over all articles, in the terms of `score_times.py`."""
    predicted = {}
    for row in open(predictions, encoding="utf8"):
        article = json.loads(row)
        predicted[article["path"]] = article["times"]
    n = dict(gold=0, predicted=0, strict=0, relaxed=0, value=0, type=0)
    for path in files(directory):
        _, _, gold, end, (begin_line, end_line) = read(path)
        guesses = [
            (t["span"]["start"], t["span"]["end"], t["type"], t["value"])
            for t in predicted.get(os.path.basename(path), [])
        ]
        guesses = [g for g in guesses if g[0] < end and not (g[0] < end_line and begin_line < g[1])]
        n["gold"] += len(gold)
        n["predicted"] += len(guesses)
        n["strict"] += len({g[:2] for g in gold} & {g[:2] for g in guesses})
        pairs = sorted(
            (
                ((min(g[1], p[1]) - max(g[0], p[0])) / (max(g[1], p[1]) - min(g[0], p[0])), i, j)
                for i, g in enumerate(gold)
                for j, p in enumerate(guesses)
                if g[0] < p[1] and p[0] < g[1]
            ),
            reverse=True,
        )
        used_gold, used_guesses = set(), set()
        for _, i, j in pairs:
            if i in used_gold or j in used_guesses:
                continue
            used_gold.add(i)
            used_guesses.add(j)
            n["relaxed"] += 1
            n["type"] += gold[i][2] == guesses[j][2]
            n["value"] += gold[i][3] == guesses[j][3]
    total = max(1, n["gold"] + n["predicted"])
    figures = {k: round(200 * n[k] / total, 2) for k in ("strict", "relaxed", "value", "type")}
    return dict(gold=n["gold"], predicted=n["predicted"], **figures)


def files(directory):
    return sorted(glob.glob(os.path.join(directory, "**", "*.xml"), recursive=True))


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("prepare", "score"):
        sys.exit(__doc__)
    if sys.argv[1] == "score":
        print(json.dumps(score(sys.argv[2], sys.argv[3])))
        return
    with open(sys.argv[3], "w", encoding="utf8") as out:
        for path in files(sys.argv[2]):
            text, published, *_ = read(path)
            line = {"id": os.path.basename(path), "text": text, "published": published}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
