"""Put one finished brief in the place of the last one."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from peacebrief.saving import saved


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("files", type=Path, nargs="+", help="the formats of one brief")
    parser.add_argument("--folder", type=Path, required=True, help="where readers find it")


def run(*, files: list[Path], folder: Path) -> str:
    """Copy all files, then move all into place."""
    with saved(*(folder / file.name for file in files)) as temporary:
        for source, target in zip(files, temporary, strict=True):
            shutil.copyfile(source, target)
    return f"published: {', '.join(str(folder / file.name) for file in files)}"
