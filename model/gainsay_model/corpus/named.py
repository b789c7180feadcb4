"""Names in corpora of others, to measure on: people, organisations, places."""

import dataclasses
import glob
import os
import re
import xml.etree.ElementTree as xml

Named = tuple[int, int, str]  # start, end, kind


@dataclasses.dataclass(frozen=True)
class Text:
    """A text with its names. Beyond `end` nothing is annotated."""

    name: str
    text: str
    names: list[Named]
    others: list[tuple[int, int]]  # names of other kinds
    end: int

    def annotated(self, at: int) -> bool:
        """Whether a place is in the annotated part."""
        return at < self.end

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without a leading article or a possessive ending, on which corpora differ."""
        words = self.text[start:end]
        lead = re.match(r"(?:the|a|an)\s+", words, re.IGNORECASE)
        tail = re.search(r"\s*['’]s?\s*$", words)
        return start + (lead.end() if lead else 0), end - (len(words) - tail.start() if tail else 0)


class _Writer:
    """Tokens to text, and where they went."""

    def __init__(self):
        self.text, self.places = "", []

    def token(self, word: str, space: bool = True) -> None:
        self.places.append((len(self.text), len(self.text) + len(word)))
        self.text += word + " " * space

    def line(self) -> None:
        self.text = self.text.rstrip(" ") + "\n"


def meantime(folder: str) -> list[Text]:
    """MEANTIME: mentions marked as names of persons, organisations and locations. Only the first six
    sentences of an article are annotated."""
    kinds, found = {"PER": "person", "ORG": "organization", "LOC": "place"}, []
    for path in sorted(glob.glob(os.path.join(folder, "intra-doc_annotation", "*", "*.xml"))):
        root, write, place, before, end = xml.parse(path).getroot(), _Writer(), {}, None, 0
        for token in root.iter("token"):
            sentence = int(token.get("sentence"))
            if before is not None and sentence != before:
                write.line()
            before = sentence
            write.token(token.text or "")
            place[token.get("t_id")] = write.places[-1]
            end = write.places[-1][1] if sentence <= 5 else end
        kind_of = {}
        for relation in root.iter("REFERS_TO"):
            target = relation.find("target")
            for source in relation.findall("source"):
                kind_of[source.get("m_id")] = target.get("m_id")
        entity = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
        names, others = [], []
        for mention in root.iter("ENTITY_MENTION"):
            spans = [place[a.get("t_id")] for a in mention.findall("token_anchor")]
            if mention.get("syntactic_type") not in ("NAM", "PRE.NAM") or not spans:
                continue
            start, stop = min(a for a, _ in spans), max(b for _, b in spans)
            kind = kinds.get(entity.get(kind_of.get(mention.get("m_id")), ""))
            names.append((start, stop, kind)) if kind else others.append((start, stop))
        found.append(Text("meantime " + os.path.basename(path), write.text, names, others, end))
    return found


def re3d(path: str, capital: bool) -> list[Text]:
    """re3d, some sentences a text: `capital` leaves out descriptions and pronouns."""
    kinds, found = {"Person": "person", "Organisation": "organization", "Location": "place"}, []
    with open(path, encoding="utf8") as file:
        sentences = [block.splitlines() for block in file.read().split("\n\n") if block.strip()]
    for number in range(0, len(sentences), 20):
        write, names, others = _Writer(), [], []
        for sentence in sentences[number : number + 20]:
            for row in sentence:
                word, _, label = row.partition("\t")
                write.token(word)
                start, end = write.places[-1]
                kind = label[2:]
                into = names if kind in kinds else others
                if label.startswith("B-"):
                    into.append([start, end, kinds.get(kind)])
                elif label.startswith("I-") and into:
                    into[-1][1] = end
            write.line()
        text = write.text
        proper = lambda span: re.search(
            r"(?!\b(?:The|A|An|He|She|It|They|We|I|His|Her|Its|Their|This|Our)\b)\b[A-Z]", text[span[0] : span[1]]
        )  # noqa: B023
        kept = [tuple(span) for span in names if not capital or proper(span)]
        others += [span for span in names if capital and not proper(span)]
        found.append(Text(f"re3d {number}", text, kept, [(a, b) for a, b, _ in others], len(text)))
    return found


def gum(folder: str, genre: str) -> list[Text]:
    """GUM: entities that are made of proper nouns (with what joins them), by the entity's kind."""
    kinds = {"person": "person", "organization": "organization", "place": "place"}
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "dep", f"GUM_{genre}_*.conllu"))):
        write, open_, names, others, tags = _Writer(), [], [], [], []
        with open(path, encoding="utf8") as file:
            for row in file:
                columns = row.rstrip("\n").split("\t")
                if len(columns) != 10 or not columns[0].isdigit():
                    if not row.strip() and write.text:
                        write.line()
                    continue
                write.token(columns[1], "SpaceAfter=No" not in columns[9])
                tags.append(columns[3])
                marks = re.search(r"Entity=([^|]+)", columns[9])
                for mark in re.findall(r"\([^()]+|\)?[^()]*\)", marks[1]) if marks else ():
                    if mark.startswith("("):
                        parts = mark[1:].split("-")
                        open_.append((parts[0], parts[1], len(tags) - 1))
                    if mark.endswith(")"):
                        key = mark.strip(")")
                        at = next((i for i in reversed(range(len(open_))) if not key or open_[i][0] == key), None)
                        if at is None:
                            continue
                        _, kind, first = open_.pop(at)
                        of = tags[first:]
                        if "PROPN" in of and set(of) <= {"PROPN", "DET", "ADP", "CCONJ", "PUNCT", "NUM"}:
                            span = (write.places[first][0], write.places[-1][1])
                            names.append((*span, kinds[kind])) if kind in kinds else others.append(span)
        found.append(Text("gum " + os.path.basename(path), write.text, names, others, len(write.text)))
    return found
