"""The windows that training cuts are those that the program reads: both hold to `windows.json`.

`python model/tests/test_windows.py write` writes that file anew; the program's side of the test is in
`crates/language/src/window.rs`.
"""

import json
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))

KEPT = os.path.join(HERE, "windows.json")
TOKENIZER = os.path.join(HERE, "..", "weights", "tokenizer.json")

LONG = "The port authority of Quell, which had run the ferries since the flood, kept every ledger. " * 17
TEXT = "\n".join(
    [
        "“Not one barrel left,” QUELL says; McOrrin’s ‘port office’ disagrees",
        "",
        'Zażółć Müller-Østby, 47, of the 3rd Fleet (R-Kell) said: "We didn\'t sign — ever." He left.',
        "   \t",
        "Nai\u0308ve cafe\u0301 owners on the quay 🚢 told Radio Ünsal that 港 “was shut”"
        " at 5.30pm, for U.S.-made $2bn cranes.",
        "An unclosed “quotation, and Mr. Vey's answer",
        LONG.strip(),
        "Short.",
    ]
)


def windows() -> list[dict]:
    """The windows of the text as plain lists; a special token has no place."""
    from tokenizers import Tokenizer

    from gainsay_model.windows import cut, paragraphs

    tokenizer = Tokenizer.from_file(TOKENIZER)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return [
        {
            "ids": list(map(int, window.ids)),
            "case": list(map(int, window.case)),
            "quoted": list(map(int, window.quoted)),
            "line": list(map(int, window.paragraph)),
            "places": [None if end == 0 else [start, end] for start, end in window.offsets],
        }
        for window in cut(paragraphs(TEXT, tokenizer), tokenizer)
    ]


class Windows(unittest.TestCase):
    """Training and program see the same."""

    def test_windows_are_those_of_the_program(self):
        try:
            cut = windows()
        except ModuleNotFoundError as error:
            self.skipTest(f"{error.name} is not installed: pip install -r model/requirements.txt")
        with open(KEPT, encoding="utf8") as file:
            kept = json.load(file)
        self.assertEqual(kept["text"], TEXT)
        self.assertEqual(kept["windows"], cut)


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        with open(KEPT, "w", encoding="utf8") as out:
            json.dump({"text": TEXT, "windows": windows()}, out, ensure_ascii=False, separators=(",", ":"))
            out.write("\n")
    else:
        unittest.main()
