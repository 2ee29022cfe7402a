"""Reduce the typefaces to what web pages need of them, once for all pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.saving import saved
from peacebrief.typefaces.subsetting import subset


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("faces", type=Path, nargs="+", help="written: <face>.woff2, one for each face wanted")
    parser.add_argument("--fonts", type=Path, required=True, help="folder of the whole faces, <face>.ttf")


def run(*, faces: list[Path], fonts: Path) -> str:
    """Write every face, or none. Raises AnalystError where a face lacks a character of the fixed set."""
    try:
        subsets = [subset(fonts / f"{face.stem}.ttf") for face in faces]
    except ValueError as error:
        raise AnalystError(str(error)) from error
    with saved(*faces) as temporary:
        for file, content in zip(temporary, subsets, strict=True):
            file.write_bytes(content)
    return f"{len(faces)} faces subset"
