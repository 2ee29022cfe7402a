"""Draw figures, each with its numbers and its words."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from peacebrief.facts.fact import read_facts
from peacebrief.figures.reading import figure_tables
from peacebrief.figures.save import save_figure
from peacebrief.rebuilding.contents import sha256
from peacebrief.saving import read_json, save_text
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("pictures", type=Path, nargs="+", help="written: <figure>.svg, with its other files beside it")
    parser.add_argument("--checksums", type=Path, required=True, help="written: the checksums of all these files")
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--stages", type=Path, nargs="+", required=True, help="records of the stages")
    parser.add_argument("--words", type=Path, required=True, help="folder of the phrases that figures say")


def run(*, pictures: list[Path], checksums: Path, facts: Path, evidence: Path, stages: list[Path], words: Path) -> str:
    """Write every figure as SVG, PNG, CSV (its numbers) and JSON (its words)."""
    record = read_json(evidence)
    tables = figure_tables(record, *(read_json(stage) for stage in stages))
    known = Known(read_facts(read_json(facts)), tables, record["case"])
    say = plainly(known, words)
    sums: dict[str, str] = {}
    for picture in pictures:
        picture.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=picture.parent, prefix=".") as temporary:
            for file in save_figure(picture.stem, known=known, say=say, folder=Path(temporary)):
                sums[file.name] = sha256(file)
                file.replace(picture.with_name(file.name))
    save_text(checksums, "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))
    return f"figures drawn: {', '.join(picture.stem for picture in pictures)}"
