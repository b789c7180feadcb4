"""Texts as the network sees them: windows of subword tokens with features and labels.

The Rust program (`crates/language/src/window.rs`) cuts its windows by the same rules.
"""

import dataclasses
import random
import re

import numpy as np
from tokenizers import Tokenizer

from .corpus import ACTS, NAMES, Article, Attribution

LENGTH = 256  # tokens in a window at most, [CLS] and [SEP] included
PACKED = 128  # whole paragraphs are packed up to so many

O, B_CUE, I_CUE = 0, 1, 2  # noqa: E741
NONE, SOURCE, CONTENT = 0, 1, 2


@dataclasses.dataclass
class Paragraph:
    """One line of an article as tokens."""

    ids: list[int]
    offsets: list[tuple[int, int]]  # code points into the article's text
    case: list[int]
    quoted: list[int]


@dataclasses.dataclass
class Window:
    """A stretch of an article that goes through the network at once."""

    ids: np.ndarray
    case: np.ndarray
    quoted: np.ndarray
    paragraph: np.ndarray  # number of the paragraph of each token, special tokens with theirs
    offsets: list[tuple[int, int]]  # (0, 0) for special tokens
    cue: np.ndarray | None = None
    anchors: np.ndarray | None = None  # [n, 2]: first and last token of each cue
    arcs: np.ndarray | None = None  # [n, tokens]: NONE, SOURCE or CONTENT for each cue
    acts: np.ndarray | None = None  # [n, acts]: how much each act is right, not a number where unknown
    targets: np.ndarray | None = None  # [n, tokens]: 1 where the target is named, -100 where unknown
    names: np.ndarray | None = None  # [tokens]: 0, or 1 + 2 kind at the beginning of a name, one more inside it
    soft_cue: np.ndarray | None = None  # [tokens, 3]: a teacher's probabilities, not a number where it has none
    soft_arcs: np.ndarray | None = None  # [n, tokens, 3]: likewise


def inside_quotes(line: str) -> list[bool]:
    """For each character whether it stands within quotation marks, the marks themselves included.

    Marks are paired within a line only. A straight mark closes what is open and opens otherwise; a
    single curly mark opens at the start of a word and closes at the end of one.
    """
    inside, double, single = [], False, False
    for i, c in enumerate(line):
        before = line[i - 1] if i else " "
        after = line[i + 1] if i + 1 < len(line) else " "
        closes = False
        if c in "“«":
            double = True
        elif c in "”»":
            closes, double = double, False
        elif c == '"':
            closes, double = double, not double
        elif c == "‘" and not before.isalnum():
            single = True
        elif c == "’" and single and not after.isalnum():
            closes, single = True, False
        inside.append(double or single or closes)
    return inside


def case_of(word: str) -> int:
    """0 no capital, 1 first letter only, 2 all capitals, 3 mixed, 4 begins with a digit."""
    if word[:1].isdigit():
        return 4
    letters = [c for c in word if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 0
    if upper == len(letters) and upper > 1:
        return 2
    if upper == 1 and letters[0].isupper():
        return 1
    return 3


def paragraphs(text: str, tokenizer: Tokenizer) -> list[Paragraph]:
    """The lines of a text that are not blank, as tokens."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        encoding = tokenizer.encode(line.group(), add_special_tokens=False)
        if not encoding.ids:
            continue
        quoted = inside_quotes(line.group())
        words: dict[int, tuple[int, int]] = {}
        for word, (a, b) in zip(encoding.word_ids, encoding.offsets):
            start, end = words.get(word, (a, b))
            words[word] = (min(start, a), max(end, b))
        cases = {w: case_of(line.group()[a:b]) for w, (a, b) in words.items()}
        found.append(
            Paragraph(
                list(encoding.ids),
                [(line.start() + a, line.start() + b) for a, b in encoding.offsets],
                [cases[w] for w in encoding.word_ids],
                [int(quoted[a]) for a, _ in encoding.offsets],
            )
        )
    return found


def cut(lines: list[Paragraph], tokenizer: Tokenizer, length: int = PACKED, skip: int = 0) -> list[Window]:
    """Packs whole paragraphs into windows of up to `length` tokens.

    A longer paragraph has a window of its own, and is cut where that reaches LENGTH. `skip`
    (tokens) makes the first window shorter, so that training sees each paragraph in different
    company.
    """
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    room = LENGTH - 2
    pieces = [
        (number, start, min(start + room, len(line.ids)))
        for number, line in enumerate(lines)
        for start in range(0, len(line.ids), room)
    ]
    windows, parts, used, limit = [], [], 1, length - skip
    for piece in pieces:
        size = piece[2] - piece[1] + 1
        if parts and used + size > limit:
            windows.append(_window(lines, parts, cls, sep))
            parts, used, limit = [], 1, length
        parts.append(piece)
        used += size
    if parts:
        windows.append(_window(lines, parts, cls, sep))
    return windows


def _window(lines, parts, cls, sep) -> Window:
    ids, case, quoted, paragraph, offsets = [cls], [0], [0], [parts[0][0]], [(0, 0)]
    for number, start, end in parts:
        line = lines[number]
        ids += [*line.ids[start:end], sep]
        case += [*line.case[start:end], 0]
        quoted += [*line.quoted[start:end], 0]
        offsets += [*line.offsets[start:end], (0, 0)]
        paragraph += [number] * (end - start + 1)
    array = lambda x: np.asarray(x, dtype=np.int64)  # noqa: E731
    return Window(array(ids), array(case), array(quoted), array(paragraph), offsets)


def label(window: Window, article: Article) -> None:
    """Writes the article's attributions onto a window."""
    starts = np.asarray([a for a, _ in window.offsets])
    ends = np.asarray([b for _, b in window.offsets])

    def tokens(spans) -> np.ndarray:
        hit = np.zeros(len(starts), dtype=bool)
        for a, b in spans:
            hit |= (starts < b) & (ends > a) & (ends > starts)
        return np.flatnonzero(hit)

    cue = np.zeros(len(starts), dtype=np.int64)
    anchors, arcs, acts, targets = [], [], [], []
    for attribution in article.attributions:
        at = tokens(attribution.cue[:1])
        if not len(at):
            continue
        cue[at] = I_CUE
        cue[at[0]] = B_CUE
        arc = np.zeros(len(starts), dtype=np.int64)
        arc[tokens(attribution.content)] = CONTENT
        arc[tokens(attribution.source)] = SOURCE
        anchors.append((at[0], at[-1]))
        arcs.append(arc)
        acts.append(act_weights(attribution))
        target = np.full(len(starts), -100, dtype=np.int64)
        named = target_spans(attribution, article.text)
        if named is not None:
            target[:] = 0
            target[tokens(named)] = 1
        targets.append(target)
    window.cue = cue
    window.anchors = np.asarray(anchors, dtype=np.int64).reshape(-1, 2)
    window.arcs = np.asarray(arcs, dtype=np.int64).reshape(-1, len(starts))
    window.acts = np.asarray(acts, dtype=np.float32).reshape(-1, len(ACTS))
    window.targets = np.asarray(targets, dtype=np.int64).reshape(-1, len(starts))
    window.names = np.full(len(starts), -100 if article.names is None else 0, dtype=np.int64)
    for span, kind in article.names or ():
        inside = tokens([span])
        if len(inside):
            window.names[inside] = 2 + 2 * NAMES.index(kind)
            window.names[inside[0]] = 1 + 2 * NAMES.index(kind)


def act_weights(attribution: Attribution) -> np.ndarray:
    """The act of a statement, a quarter of it for the runner-up."""
    weights = np.full(len(ACTS), np.nan, dtype=np.float32)
    if attribution.labels:
        weights[:] = 0
        first, *others = attribution.labels.acts
        weights[ACTS.index(first)] = 0.75 if others else 1.0
        for act in others:
            weights[ACTS.index(act)] += 0.25 / len(others)
    return weights


def target_spans(attribution: Attribution, text: str) -> list[tuple[int, int]] | None:
    """Where the sentence of a statement names its targets; `None` where it is not known.

    Targets are labelled by canonical names. What is looked for is the name, its last word, and the
    name without its first word ("the Verran Navy": "navy"), from the line's start to the end of
    the content; a target that stands there under none of these may be a pronoun, and is unknown.
    """
    labels = attribution.labels
    if labels is None or labels.targets is None or not attribution.content:
        return None
    begin = text.rfind("\n", 0, min(a for a, _ in (*attribution.cue, *attribution.content))) + 1
    end = max(b for _, b in (*attribution.cue, *attribution.content))
    found = []
    for name in labels.targets:
        words = name.removeprefix("unnamed ")
        forms = [words, words.rpartition(" ")[2], words.partition(" ")[2]]
        for form in (form for form in forms if len(form) > 3):
            places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text[begin:end], re.I)]
            places = [(a + begin, b + begin) for a, b in places]
            places = [
                place for place in places if not any(a < place[1] and place[0] < b for a, b in attribution.source)
            ]
            if places:
                found += places
                break
        else:
            return None
    return found


def vary(text: str, rng: random.Random) -> str:
    """The same text as another paper might set it, character for character the same length."""
    roll = rng.random()
    if roll < 0.25:
        text = text.replace("“", '"').replace("”", '"')
    elif roll < 0.35:
        text = re.sub(r"“", "‘", text).replace("”", "’")
    elif roll < 0.45:
        text = re.sub(r"[“”]", lambda m: rng.choice('“”"') if rng.random() < 0.15 else m.group(), text)
    if rng.random() < 0.3:
        text = text.replace("’", "'")
    if rng.random() < 0.3:
        head, newline, rest = text.partition("\n")
        lowered = head[:1] + head[1:].lower()
        if len(lowered) == len(head):
            text = lowered + newline + rest
    return text


# PolNeAR is about one election: a few surnames fill most of its sources. Now and then others stand
# in their place (single tokens both), so that the network learns the construction, not the name.
COMMON = "trump clinton sanders cruz rubio obama bush pence hillary donald ted bernie".split()
OTHERS = (
    "khan ali hassan singh kumar chen wang kim park lee ivan petrov santos silva garcia lopez martin "
    "ahmed hussein mohammed omar ibrahim abbas rahman malik sharma patel gupta das nguyen tran ito "
    "sato tanaka suzuki yang liu zhao novak horvath popov kowalski jansen berg hansen larsen nilsson "
    "moreau dubois rossi ricci weber fischer wagner costa pereira diaz torres ramos mendoza ortiz okafor "
    "mensah mandela zuma mugabe cohen levy katz murphy kelly walsh campbell stewart ross fraser"
).split()


def rename(window: Window, tokenizer: Tokenizer, rng: random.Random) -> None:
    """Puts other surnames for the commonest, the same one throughout a window."""
    for name in COMMON:
        other = tokenizer.token_to_id(rng.choice(OTHERS))
        if other is not None:
            window.ids[window.ids == tokenizer.token_to_id(name)] = other
