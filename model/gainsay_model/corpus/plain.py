"""Texts of other corpora, without attributions: what a teacher reads to a student."""

import glob
import html
import os
import re
import xml.etree.ElementTree as xml

from .article import Article


def timebank(folder: str) -> list[Article]:
    """TimeBank and AQUAINT (`tempeval/TBAQ-cleaned`): the text of each `.tml` file."""
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.tml"), recursive=True)):
        with open(path, encoding="utf8", errors="replace") as file:
            body = re.search(r"<TEXT>(.*?)</TEXT>", file.read(), re.DOTALL).group(1)
        text = html.unescape(re.sub(r"<[^>]+>", "", body))
        # Lines are broken where the wire broke them: only a blank line ends a paragraph.
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
        found.append(Article("tbaq " + os.path.basename(path), "\n".join(filter(None, paragraphs)), ()))
    return found


def meantime(folder: str) -> list[Article]:
    """MEANTIME: Wikinews, a sentence a line."""
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "intra-doc_annotation", "*", "*.xml"))):
        sentences: dict[str, list[str]] = {}
        for token in xml.parse(path).getroot().iter("token"):
            sentences.setdefault(token.get("sentence"), []).append(token.text or "")
        found.append(Article("meantime " + os.path.basename(path), "\n".join(map(spaced, sentences.values())), ()))
    return found


def spaced(tokens: list[str]) -> str:
    """Tokens as text: no space before a closing mark or after an opening one."""
    text = " ".join(tokens)
    text = re.sub(r" ([,.;:!?)\]%’”]|'s\b|n't\b)", r"\1", text)
    return re.sub(r"([(\[“‘$]) ", r"\1", text)
