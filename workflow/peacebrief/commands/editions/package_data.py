"""The data behind the briefs: facts as JSON, every table as CSV."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.facts.csv_text import csv_text
from peacebrief.facts.fact import facts_as_rows
from peacebrief.publishing.contents import data_tables
from peacebrief.saving import read_json, save_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--stages", type=Path, nargs="+", required=True, help="records of the stages")
    parser.add_argument("--folder", type=Path, required=True, help="written: the data, and nothing else in this folder")


def run(*, facts: Path, evidence: Path, stages: list[Path], folder: Path) -> str:
    """Write `facts.json`, `facts.csv` and one CSV a table."""
    document = read_json(facts)
    tables = data_tables(evidence=read_json(evidence), stages=[read_json(stage) for stage in stages])
    for former in folder.glob("*"):
        former.unlink()
    save_text(folder / "facts.json", facts.read_text(encoding="utf-8"))
    for name, rows in {**tables, "facts": facts_as_rows(document)}.items():
        save_text(folder / f"{name}.csv", csv_text(rows))
    return f"{len(tables)} tables packaged"
