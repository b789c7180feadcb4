"""The corpora that can be trained on: what is written is read back, and what is wrong is named."""

import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, MODEL)

from gainsay_model.corpus import Article, Attribution, read  # noqa: E402
from gainsay_model.corpus.brat import write_brat  # noqa: E402

TEXT = "Quell denies charge\n\nThe harbour was never closed, the “port office” of Quell said, and blamed the fog.\n"


def span(words: str) -> tuple[int, int]:
    """Where words stand in the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


SAID = Attribution(
    (span("the “port office” of Quell"),), (span("said"),), (span("The harbour was never closed"), span("the fog"))
)


class Corpora(unittest.TestCase):
    """Each form a corpus may have."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name: str, words: str) -> str:
        """A file in the folder."""
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf8", newline="") as file:
            file.write(words)
        return path

    def refused(self, path: str) -> str:
        """What is said of a corpus that cannot be read."""
        with self.assertRaises(SystemExit) as stopped, contextlib.redirect_stderr(io.StringIO()):
            read(path)
        return str(stopped.exception)

    def test_brat_as_polnear_has_it_is_read_back(self):
        write_brat([Article("quell", TEXT, (SAID,))], self.folder)
        self.assertEqual(read(self.folder), [Article("quell", TEXT, (SAID,))])

    def test_brat_side_by_side_without_a_cue_takes_the_trigger(self):
        (a, b), (c, d) = SAID.cue[0], SAID.content[0]
        self.write("quell.txt", TEXT)
        self.write("quell.ann", f"T1\tSays {a} {b}\tsaid\nT2\tContent {c} {d}\t…\nE1\tSays:T1 Content:T2\n")
        (article,) = read(self.folder)
        self.assertEqual(article.attributions, (Attribution((), SAID.cue, (SAID.content[0],)),))

    def test_brat_with_an_offset_outside_the_text_names_it(self):
        self.write("quell.txt", TEXT)
        self.write("quell.ann", "T1\tCue 5 9000\tsaid\n")
        self.assertIn("T1 is 5–9000, but the text has", self.refused(self.folder))

    def test_lines_are_read_and_their_words_compared(self):
        spans = lambda role: [{"start": a, "end": b, "exact": TEXT[a:b]} for a, b in role]
        statement = {"source": spans(SAID.source), "cue": spans(SAID.cue), "content": spans(SAID.content)}
        line = {"path": "quell", "text": TEXT, "statements": [statement]}
        path = self.write("corrected.jsonl", json.dumps(line) + "\n")
        self.assertEqual(read(path), [Article("quell", TEXT, (SAID,))])
        statement["cue"][0]["exact"] = "told"
        path = self.write("corrected.jsonl", "\n" + json.dumps(line) + "\n")
        self.assertIn("corrected.jsonl, line 2: ValueError: cue", self.refused(path))

    def test_a_folder_with_nothing_to_learn_from_says_what_is_expected(self):
        self.assertIn("neither .md, .jsonl nor .ann files", self.refused(self.folder))

    def test_our_own_articles_are_sound(self):
        for name in ("fiction", "dev"):
            articles = read(os.path.join(MODEL, "data", name))
            self.assertGreater(len(articles), 20)
            for article in articles:
                for attribution in article.attributions:
                    for start, end in (*attribution.source, *attribution.cue, *attribution.content):
                        self.assertNotIn("\n", article.text[start:end].strip(), article.name)


if __name__ == "__main__":
    unittest.main()
