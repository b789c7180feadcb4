"""Names in corpora of others: tokens become text again, brackets become entities, and scores are what they say."""

import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

import mentions
from gainsay_model.corpus import named


def written(tokens: str) -> str:
    """The text that some tokens make."""
    write = named._Writer()
    for token in tokens.split():
        write.token(token)
    return write.text.strip()


class Text(unittest.TestCase):
    def test_tokens_are_put_together_as_print_has_them(self):
        for tokens, text in (
            ("Quell 's envoy ( the Fox ) left , he said .", "Quell's envoy (the Fox) left, he said."),
            ("al - Marr , held by Merrow - led troops", "al-Marr, held by Merrow-led troops"),
            ("`` No , '' Tessen said", "“No,” Tessen said"),
            ("$ 40 , or US$ 4 . 5 , on May 3 , 2031", "$40, or US$4.5, on May 3, 2031"),
            ("it ’ s O ’ Quor ’ s , and 10 , 000 men", "it’s O’Quor’s, and 10,000 men"),
        ):
            self.assertEqual(written(tokens), text)

    def test_places_hold(self):
        write = named._Writer()
        for token in ("Quell", "'s", "(", "QB", ")"):
            write.token(token)
        self.assertEqual([write.text[a:b] for a, b in write.places], ["Quell", "'s", "(", "QB", ")"])


class Entities(unittest.TestCase):
    def test_brackets_that_close_together(self):
        marks = [
            "Entity=(1-person-new-sssss-cf1-2-coref",
            "_",
            "Entity=(2-place-new-sssss-cf2-1-sgl)1)",
            "Entity=(3-place-new-sssss-cf2-1-sgl)",
        ]
        with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf8") as file:
            for number, mark in enumerate(marks, 1):
                file.write("\t".join([str(number), "w", "w", "PROPN", "_", "_", "0", "_", "_", mark]) + "\n")
            file.flush()
            found = [(e.group, e.first, e.last, e.core) for e in named.entities(file.name)]
        self.assertEqual(found, [("2", 2, 2, (2, 2)), ("1", 0, 2, (1, 1)), ("3", 3, 3, (3, 3))])


class Score(unittest.TestCase):
    text = "The Verran airframer Quell Works (QW) hired Senator Ada Quist of Merrow."

    def span(self, words: str, kind: str) -> named.Named:
        at = self.text.index(words)
        return at, at + len(words), kind

    def scored(self, rule, own: list[named.Named]) -> tuple[float, float, float]:
        gold = [
            self.span("The Verran airframer Quell Works (QW", "organization"),
            self.span("Senator Ada Quist of Merrow", "person"),
        ]
        text = named.Text("a", self.text, gold, [], len(self.text))
        return mentions.score([text], {"a": own}, rule)

    def test_head_takes_the_name_within_and_leaves_modifiers_out(self):
        own = [
            self.span("Verran", "state"),
            self.span("Quell Works", "organization"),
            self.span("Ada Quist", "person"),
            self.span("Merrow", "state"),
        ]
        self.assertEqual(self.scored(mentions.exact, own)[0], 0.0)
        self.assertEqual(self.scored(mentions.head, own), (100.0, 100.0, 100.0))

    def test_a_wrong_kind_or_half_a_head_is_wrong(self):
        own = [self.span("Quell", "organization"), self.span("Ada Quist", "organization")]
        f1, precision, recall = self.scored(mentions.head, own)
        self.assertEqual((f1, precision, recall), (0.0, 0.0, 0.0))


if __name__ == "__main__":
    unittest.main()
