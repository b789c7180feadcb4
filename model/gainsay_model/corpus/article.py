"""What an annotated article is."""

import dataclasses
import re

Span = tuple[int, int]  # half-open, in code points

ACTS = (
    "accuse",
    "criticize",
    "deny",
    "admit",
    "demand",
    "refuse",
    "threaten",
    "promise",
    "praise",
    "decline",
    "state",
)
NAMES = ("person", "organization", "country", "place", "group", "nationality", "role", "other")


@dataclasses.dataclass(frozen=True)
class Labels:
    """What our own articles say of a statement besides its spans."""

    acts: tuple[str, ...]  # the best first; what else may be accepted after it
    targets: tuple[str, ...] | None  # canonical names; `None` where nobody has looked for them
    speaker: str = ""  # canonical name
    form: str = ""
    kind: str = ""  # nested, paragraphs, neighbour, headline, standfirst, caption or ordinary


@dataclasses.dataclass(frozen=True)
class Attribution:
    """Who said what, as spans of the text; each role in pieces, in text order.

    `source` and `cue` may be empty.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    labels: Labels | None = None


@dataclasses.dataclass(frozen=True)
class Article:
    """One annotated text."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    names: tuple[tuple[Span, str], ...] | None = None  # each with its kind, in text order; `None`: not annotated


def without_that(span: Span, text: str) -> Span:
    """The record leaves out the complementizer that PolNeAR keeps in its contents."""
    found = re.match(r"that\s+", text[span[0] : span[1]], re.IGNORECASE)
    return (span[0] + found.end(), span[1]) if found else span
