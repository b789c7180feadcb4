#!/usr/bin/env python3
"""Scores whom the program takes "he", "she", "it" and "they" to mean, where they say something, on GUM.

usage: coref.py [--binary PATH] [--shared DIR] [--genres news,interview] [--errors]

Counted are third-person pronouns that are the subject of a verb of saying, or of the clause that attributes in
one of GUM's attribution relations, and whose entity can speak (a person, an organisation, a place) and has
another mention than pronouns, before or after. Right: what the program calls the speaker is a name or description
of that entity, that is, one of its own mentions of that party holds the head of a mention that GUM gives the
entity, or both have the same words. Unknown is an answer too, and is counted apart: accuracy is given with it as
wrong ("of all" that were found) and without it ("of answered").

Given by the statement that has the pronoun as its source, and by the mention of the pronoun, which is there
where no statement was found; and, since those are few, for every "he" and "she" in whatever case, speaking or not.
"""

import argparse
import dataclasses
import json
import os
import re
import subprocess
import tempfile
from collections import Counter

from gainsay_model.corpus import gum, named

HERE = os.path.dirname(os.path.abspath(__file__))
SAYING = {
    "accuse", "acknowledge", "add", "admit", "affirm", "allege", "announce", "answer", "argue", "ask", "assert",
    "assure", "call", "claim", "comment", "complain", "concede", "conclude", "condemn", "confirm", "contend",
    "criticize", "declare", "demand", "deny", "describe", "emphasize", "estimate", "explain", "express", "insist",
    "maintain", "mention", "note", "observe", "offer", "pledge", "point", "praise", "predict", "promise", "propose",
    "recall", "remark", "reply", "report", "request", "respond", "reveal", "say", "state", "stress", "suggest", "tell",
    "testify", "threaten", "urge", "vow", "warn", "write",
}  # fmt: skip
PRONOUNS = {"he", "she", "it", "they"}
PEOPLE = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
STATEMENT, MENTION, ANY = "statement", "mention", "mention of any he or she"
SPEAK = {"person", "organization", "place"}


@dataclasses.dataclass(frozen=True)
class Asked:
    """A pronoun, whether it says something, and what else its entity is called, as spans with their heads."""

    span: named.Span
    says: bool
    entity: tuple[tuple[named.Span, named.Span], ...]


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(HERE, "..", "target", "release", "gainsay"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    parser.add_argument("--genres", default="news,interview")
    parser.add_argument("--errors", action="store_true", help="print what was not right")
    options = parser.parse_args()
    folder = os.path.join(options.shared, "corpora", "gum")
    print("| genre | pronouns | by | right | wrong | unknown | not found | of all | of answered |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    total = {by: Counter() for by in (STATEMENT, MENTION, ANY)}
    for genre in options.genres.split(","):
        counts, errors = measured(options.binary, folder, genre)
        for by, count in counts.items():
            print(row(genre, by, count), flush=True)
            total[by] += count
        if options.errors:
            print("\n".join(errors))
    for by, count in total.items():
        print(row("all", by, count))


def row(genre: str, by: str, count: Counter) -> str:
    """A line of the table."""
    answered = count["right"] + count["wrong"]
    found = answered + count["unknown"]
    share = lambda of: f"{100 * count['right'] / of:.1f}" if of else "–"
    figures = [sum(count.values()), by, *(count[k] for k in ("right", "wrong", "unknown", "not found"))]
    return f"| {genre} | {' | '.join(map(str, figures))} | {share(found)} | {share(answered)} |"


def measured(binary: str, folder: str, genre: str) -> tuple[dict[str, Counter], list[str]]:
    """What came out for each pronoun of a genre, and lines that show what was not right."""
    counts, errors = {by: Counter() for by in (STATEMENT, MENTION, ANY)}, []
    texts = {path: gum.read(path)[0] for path in gum.paths(folder, genre)}
    lines = extracted(binary, texts)
    for path, text in texts.items():
        line = lines.get(path, {"statements": [], "mentions": []})
        mentions = [(m["span"]["start"], m["span"]["end"], m["kind"], m["party"]) for m in line["mentions"]]
        for asked in pronouns(path, folder):
            start = asked.span[0]
            says = next((s for s in line["statements"] if any(p["start"] == start for p in s["source"])), None)
            means = next((m for m in mentions if m[0] == start and m[2] == "pronoun"), None)
            spoken = says is not None, says and says["speaker"]["name"]
            meant = means is not None, means and means[3]
            answers = [(STATEMENT, spoken), (MENTION, meant)] if asked.says else []
            if text[start : asked.span[1]].lower() in PEOPLE:
                answers.append((ANY, meant))
            for by, (found, party) in answers:
                result = judged(text, asked, mentions, party) if found else "not found"
                counts[by][result] += 1
                if result != "right":
                    around = text[max(0, start - 160) : start + 60].replace("\n", " / ")
                    called = {text[a:b] for (a, b), _ in asked.entity}
                    errors.append(f"{by}: {result}: {party!r} for {sorted(called)[:4]}: {around}")
    return counts, errors


def extracted(binary: str, texts: dict[str, str]) -> dict[str, dict]:
    """The program's lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for path, text in texts.items():
            file.write(json.dumps({"id": path, "text": text}) + "\n")
        file.flush()
        ran = subprocess.run(
            [binary, "extract", "--quiet", "--with", "mentions", file.name], stdout=subprocess.PIPE, check=False
        )
    return {line["path"]: line for line in map(json.loads, ran.stdout.splitlines())}


def pronouns(path: str, folder: str) -> list[Asked]:
    """The third-person pronouns of a text that stand for somebody named or described."""
    _, tokens = gum.read(path)
    rows = gum.rows(path)
    heads, first = [], 0
    for number, columns in enumerate(rows):  # the head of each token, counted through the file
        if columns[0] == "1":
            first = number
        heads.append(first + int(columns[6]) - 1 if columns[6] != "0" else -1)
    name = os.path.basename(path)[: -len(".conllu")]
    satellites = [relation.satellite for relation in gum.relations(folder, name, tokens)]
    entities = list(named.entities(path))
    groups: dict[str, list[named.Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.group, []).append(entity)
    found = []
    for number, columns in enumerate(rows):
        verb = heads[number]
        if columns[3] != "PRON" or columns[1].lower() not in PRONOUNS | PEOPLE:
            continue
        attributes = any(
            any(a <= tokens[number][0] < b for a, b in spans) and any(a <= tokens[verb][0] < b for a, b in spans)
            for spans in satellites
        )
        subject = columns[1].lower() in PRONOUNS and columns[7] == "nsubj" and verb >= 0
        says = subject and (rows[verb][2] in SAYING or attributes)
        if not says and columns[1].lower() not in PEOPLE:
            continue
        own = next((e for e in entities if e.first == e.last == number and e.kind in SPEAK), None)
        same = groups[own.group] if own else []
        others = [e for e in same if any(r[3] != "PRON" for r in rows[e.first : e.last + 1])]
        if not others:
            continue
        spans = lambda e: (tokens[e.first][0], tokens[e.last][1])
        core = lambda e: (tokens[e.core[0]][0], tokens[e.core[1]][1])
        found.append(Asked(tokens[number], says, tuple((spans(e), core(e)) for e in others)))
    return found


def judged(text: str, asked: Asked, mentions: list, party: str | None) -> str:
    """Right, wrong or unknown."""
    if party is None or party == "unknown":
        return "unknown"
    own = [m for m in mentions if m[3] == party and m[2] != "pronoun"]
    for (start, end), (core, stop) in asked.entity:
        if any(start <= m[0] and m[1] <= end and m[0] < stop and core < m[1] for m in own):
            return "right"
        words, called = bare(text[start:end]), bare(party)
        least = bare(text[core:stop])
        if called and (called <= words and least & called or least <= called):
            return "right"
    return "wrong"


def bare(words: str) -> frozenset[str]:
    """The words that tell one name from another."""
    idle = {"the", "a", "an", "of", "and", "unnamed", "mr", "mrs", "ms", "dr", "s", "his", "her", "their"}
    return frozenset(re.findall(r"\w+", words.lower())) - idle


if __name__ == "__main__":
    main()
