"""Renew the example that a visitor sees before building anything: the summary, and its first page as a picture."""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.saving import saved

RASTERISER = "pdftoppm"
DOTS_PER_INCH = "80"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("edition", type=Path, help="folder of the published briefs")
    parser.add_argument("example", type=Path, help="folder of the example")


def run(*, edition: Path, example: Path) -> str:
    """Copy the summary and draw its first page. Raises AnalystError where the program that draws pages is missing."""
    program = shutil.which(RASTERISER)
    if program is None:
        raise AnalystError(f"{RASTERISER} is not installed; it comes with poppler (Debian: apt install poppler-utils).")
    summary = edition / "summary.pdf"
    command = [program, "-png", "-singlefile", "-r", DOTS_PER_INCH, str(summary)]
    page = subprocess.run(command, check=True, capture_output=True).stdout
    with saved(example / "summary.pdf", example / "summary.png") as (document, picture):
        shutil.copyfile(summary, document)
        picture.write_bytes(page)
    return f"example renewed from {summary}"
