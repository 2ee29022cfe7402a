"""Bring the facts of all stages together and judge the claims against them."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import facts_document
from peacebrief.saving import read_json, save_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("evidence", type=Path, help="resolved evidence of the case")
    parser.add_argument("stages", type=Path, nargs="+", help="records of the stages")
    parser.add_argument("--facts", type=Path, required=True, help="written: every fact of the case")


def run(*, evidence: Path, stages: list[Path], facts: Path) -> str:
    """Write every fact of the case."""
    found = read_json(evidence)
    collected = collect_facts(stages=[read_json(stage) for stage in stages], evidence=found)
    save_text(facts, facts_document(collected, case=found["case"]["id"], edition=found["case"]["edition"]))
    return f"{len(collected)} facts collected"
