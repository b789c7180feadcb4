#!/usr/bin/env python3
"""How well names are clustered: B3 over gold mentions, which the example `parties` clusters.

usage: parties.py polnear LABELS TEXTS BINARY [--misses]     LABELS: model/data/labels/parties.jsonl
       parties.py meantime CORPUS BINARY [--misses]          CORPUS: intra_cross-doc_annotation

PolNeAR: the names of 136 articles, all of them names. MEANTIME: people, organisations and places
with an identity across articles; of its mentions those that name (see `name_of`), and all.
"""
import collections, glob, json, os, subprocess, sys
import xml.etree.ElementTree as tree


def b3(gold, found):
    """Precision, recall and F1 over mentions."""
    size, ours, both = collections.Counter(gold), collections.Counter(found), collections.Counter(zip(gold, found))
    p = sum(both[g, f] / ours[f] for g, f in zip(gold, found)) / len(gold)
    r = sum(both[g, f] / size[g] for g, f in zip(gold, found)) / len(gold)
    return p, r, 2 * p * r / (p + r)


def polnear(labels, texts):
    for line in open(labels, encoding="utf8"):
        party = json.loads(line)
        for stem, start, end in party["mentions"]:
            split, name = stem.split("/")
            text = read(os.path.join(texts, split, "text", name + ".txt"))
            kind = "person" if party["kind"] == "person" else "body"
            yield stem, start, {"text": text[start:end], "class": kind, "gold": party["party"]}


def read(path, known={}):
    if path not in known:
        known[path] = open(path, encoding="utf8", newline="").read()
    return known[path]


ROLES = set("ceo chairman chief executive officer president vice prime minister secretary executive senator analyst co-founder founder director".split())
SMALL = {"of", "and", "&", "de", "the", "for", "-"}


def name_of(words):
    """The name within a mention, or None where it describes. MEANTIME marks whole noun phrases ("U.S.
    automaker GM", "Alan Mulally, chief executive of Ford"); a pipeline that finds names hands over
    names. The name is the last run of capitalised words of the first part that ends in one."""
    text = [w for w in words if w not in {"``", "\'\'", '"'}]
    parts, part = [], []
    for word in text + [","]:
        if word in {",", "(", ")", "--", "which", "who"}:
            parts.append(part)
            part = []
        else:
            part.append(word)
    for part in parts:
        while part and part[0] in {"The", "the", "A", "a", "Mr.", "Mr"}:
            part = part[1:]
        if not part or not part[-1][0].isupper() or part[-1].lower() in ROLES or part[-1] in {"We", "It", "They", "He", "She", "I", "Our", "Its", "His", "Her", "Both"}:
            if part and part[-1][0].islower() and len(parts) > 1 and any(w[0].islower() for w in part):
                continue  # "European aircraft manufacturer, Airbus"
            if part and part[-1].lower() not in ROLES:
                return None
            if not part or len(parts) == 1:
                return None
            continue
        start = len(part)
        while start > 0:
            word = part[start - 1]
            small = word in SMALL and start - 1 > 0 and part[start - 2][0].isupper()
            if not (word[0].isupper() or word[0].isdigit() or small) or word.lower() in ROLES:
                break
            start -= 1
        name = part[start:]
        while name and name[0] in SMALL:
            name = name[1:]
        return " ".join(name) or None
    return None


def meantime(folder):
    classes = {"PER": "person", "ORG": "body", "LOC": "thing"}
    for path in sorted(glob.glob(os.path.join(folder, "*", "*.xml"))):
        root = tree.parse(path).getroot()
        tokens = {t.get("t_id"): (int(t.get("number")), t.text) for t in root.findall("token")}
        marks = {m.get("m_id"): m for m in root.find("Markables")}
        for link in root.find("Relations").findall("REFERS_TO"):
            party = marks[link.find("target").get("m_id")]
            if party.get("ent_type") not in classes or not party.get("instance_id"):
                continue
            for source in link.findall("source"):
                mark = marks[source.get("m_id")]
                if mark.tag != "ENTITY_MENTION":
                    continue
                words = [tokens[a.get("t_id")] for a in mark.findall("token_anchor")]
                text = [word for _, word in words]
                name = name_of(text)
                yield os.path.basename(path), words[0][0], {
                    "text": name or " ".join(text), "class": classes[party.get("ent_type")],
                    "gold": party.get("instance_id"), "named": bool(name)}


def score(name, mentions, binary, misses):
    lines = "".join(json.dumps(m | {"article": a}) + "\n" for a, _, m in mentions)
    found = subprocess.run([binary], input=lines, capture_output=True, text=True, check=True).stdout.split()
    gold = [m["gold"] for _, _, m in mentions]
    p, r, f = b3(gold, found)
    print(f"{name}: {len(gold)} mentions, {len(set(gold))} parties, {len(set(found))} found: "
          f"B3 precision {100 * p:.1f} recall {100 * r:.1f} F1 {100 * f:.1f}")
    for kind in sorted({m["class"] for _, _, m in mentions}):
        at = [i for i, (_, _, m) in enumerate(mentions) if m["class"] == kind]
        p, r, f = b3([gold[i] for i in at], [found[i] for i in at])
        print(f"  {kind}: {len(at)} mentions: precision {100 * p:.1f} recall {100 * r:.1f} F1 {100 * f:.1f}")
    if misses:
        show(mentions, gold, found)


def show(mentions, gold, found):
    for what, one, other in [("one in truth, several found", gold, found), ("one found, several in truth", found, gold)]:
        print("--", what)
        parts = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
        for (_, _, m), a, b in zip(mentions, one, other):
            parts[a][b][m["text"]] += 1
        split = [(sum(sum(c.values()) for c in x.values()), x) for x in parts.values() if len(x) > 1]
        for n, x in sorted(split, key=lambda s: -s[0])[:60]:
            print(n, " || ".join(", ".join(f"{t} {k}" for t, k in c.most_common(6)) for c in x.values())[:600])


def main():
    arguments = [a for a in sys.argv[1:] if a != "--misses"]
    misses = "--misses" in sys.argv
    if arguments[:1] == ["polnear"] and len(arguments) == 4:
        mentions = sorted(polnear(*arguments[1:3]), key=lambda m: m[:2])
        score("PolNeAR", mentions, arguments[3], misses)
    elif arguments[:1] == ["meantime"] and len(arguments) == 3:
        mentions = sorted(meantime(arguments[1]), key=lambda m: m[:2])
        score("MEANTIME, names", [m for m in mentions if m[2]["named"]], arguments[2], misses)
        score("MEANTIME, all mentions", mentions, arguments[2], misses)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
