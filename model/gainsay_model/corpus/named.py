"""Names in corpora of others, to measure on: people, organisations, places.

Corpora come as tokens. They are put back together as a newspaper prints them ("Japan's", "(ANA)",
"al-Qaeda"), since that is what the program reads.
"""

import dataclasses
import glob
import os
import re
import xml.etree.ElementTree as xml
from collections.abc import Iterator

from . import gum as trees

Named = tuple[int, int, str]  # start, end, kind
Span = tuple[int, int]


@dataclasses.dataclass(frozen=True)
class Text:
    """A text with its names. Beyond `end` nothing is annotated."""

    name: str
    text: str
    names: list[Named]
    others: list[Span]  # what is annotated as another kind: products, events, descriptions
    end: int
    least: dict[Span, Span] = dataclasses.field(default_factory=dict)  # the core of a name, where the corpus gives it

    def annotated(self, at: int) -> bool:
        """Whether a place is in the annotated part."""
        return at < self.end

    def trimmed(self, start: int, end: int) -> Span:
        """A span without a leading article or a possessive ending, on which corpora differ."""
        words = self.text[start:end]
        lead = re.match(r"(?:the|a|an)\s+", words, re.IGNORECASE)
        tail = re.search(r"\s*['’]s?\s*$", words)
        return start + (lead.end() if lead else 0), end - (len(words) - tail.start() if tail else 0)


_CLOSES = re.compile(r"[,.;:!?)\]}%…]+|''|”|n['’]t|['’](?:s|re|ve|ll|d|m|t)?", re.IGNORECASE)
_OPENS = re.compile(r"[(\[{$£€#]|``|“|[A-Z]{1,3}\$")
_AFTER_APOSTROPHE = ("s", "t", "re", "ve", "ll", "d", "m")


class _Writer:
    """Tokens to text, and where they went."""

    def __init__(self):
        self.text, self.places, self.before = "", [], []

    def token(self, word: str) -> None:
        if self.before and not self._apart(word):
            self.text = self.text.rstrip(" ")
        shown = {"``": "“", "''": "”"}.get(word, word)
        self.places.append((len(self.text), len(self.text) + len(shown)))
        self.text += shown + " "
        self.before.append(word)

    def line(self) -> None:
        self.text, self.before = self.text.rstrip(" ") + "\n", []

    def _apart(self, word: str) -> bool:
        """Whether a blank stands before the token."""
        last, earlier = self.before[-1], self.before[-2] if len(self.before) > 1 else ""
        if last in "’'" and earlier[:1].isalpha():
            if word in _AFTER_APOSTROPHE or len(earlier) <= 3 and earlier[0].isupper():
                return False  # "it ' s", "O ' Leary"
        if word in ("-", "/"):
            return last in ("-", "/", ",")  # "al - Qaeda", but not a dash of two
        if last in ("-", "/"):
            return earlier in ("", "-", "/", ",")
        if earlier[-1:].isdigit() and word.isdigit():
            return not (last in (".", ":") or last == "," and len(word) == 3)  # "4.5", "10,000", not "13, 2005"
        return not (_CLOSES.fullmatch(word) or _OPENS.fullmatch(last))


def meantime(folder: str) -> list[Text]:
    """MEANTIME: mentions marked as names of persons, organisations and locations, in their whole extent
    ("Senator John McCain"). Only the first six sentences of an article are annotated."""
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
            if not spans:
                continue
            start, stop = min(a for a, _ in spans), max(b for _, b in spans)
            named = mention.get("syntactic_type") in ("NAM", "PRE.NAM")
            kind = kinds.get(entity.get(kind_of.get(mention.get("m_id")), "")) if named else None
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
            into = None
            for row in sentence:
                word, _, label = row.partition("\t")
                write.token(word)
                start, end = write.places[-1]
                kind = label[2:]
                if label.startswith("B-"):
                    into = names if kind in kinds else others
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
    for path in trees.paths(folder, genre):
        names, others, least = [], [], {}
        text, tokens = trees.read(path)
        tags = [columns[3] for columns in trees.rows(path)]
        for entity in entities(path):
            span = (tokens[entity.first][0], tokens[entity.last][1])
            of = tags[entity.first : entity.last + 1]
            proper = "PROPN" in of and set(of) <= {"PROPN", "DET", "ADP", "CCONJ", "PUNCT", "NUM", "PART"}
            if proper and entity.kind in kinds:
                names.append((*span, kinds[entity.kind]))
                core = tokens[entity.core[0]][0], tokens[entity.core[1]][1]
                least[span] = core
            else:
                others.append(span)
        found.append(Text("gum " + os.path.basename(path), text, names, others, len(text), least))
    return found


@dataclasses.dataclass(frozen=True)
class Entity:
    """A mention in GUM: which entity, of what kind, from which token to which, and its core."""

    group: str
    kind: str
    first: int
    last: int
    core: Span  # the least words that are this mention, as tokens


def entities(path: str) -> Iterator[Entity]:
    """Every mention of a CoNLL-U file, as it ends. Tokens are counted through the file, from 0.

    An opening bracket is "(group-kind-…", with the tokens of the core as the sixth field, counted within the
    mention from 1; a closing one names its group where the mention has more than one token.
    """
    open_: list[tuple[str, str, int, str]] = []
    for number, columns in enumerate(trees.rows(path)):
        marks = re.search(r"(?:^|\|)Entity=([^|]+)", columns[9])
        # A bracket that opens, with the one that closes it at once; or one that closes an earlier one.
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", marks[1]) if marks else ():
            if mark.startswith("("):
                group, kind, *rest = mark.strip("()").split("-")
                open_.append((group, kind, number, rest[3] if len(rest) > 3 else "1"))
            if mark.endswith(")"):
                group = mark.strip("()").split("-")[0]
                at = next((i for i in reversed(range(len(open_))) if open_[i][0] == group), None)
                if at is None:
                    continue
                group, kind, first, core = open_.pop(at)
                inner = [int(n) for n in core.split(",") if n.isdigit()] or [1]
                yield Entity(group, kind, first, number, (first + min(inner) - 1, min(first + max(inner) - 1, number)))
