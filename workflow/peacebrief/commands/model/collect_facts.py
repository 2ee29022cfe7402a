"""Bring the facts of all stages together and judge the claims against them."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import facts_document
from peacebrief.saving import read_json, save_text
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.labels import subject_names
from peacebrief.telling.saying.voice import plainly


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("evidence", type=Path, help="resolved evidence of the case")
    parser.add_argument("stages", type=Path, nargs="+", help="records of the stages")
    parser.add_argument("--facts", type=Path, required=True, help="written: every fact of the case")
    parser.add_argument("--words", type=Path, required=True, help="folder of the phrases that name subjects of facts")


def run(*, evidence: Path, stages: list[Path], facts: Path, words: Path) -> str:
    """Write every fact of the case."""
    found = read_json(evidence)
    known = Known({}, {**found["tables"], "assumptions": found["assumptions"]}, found["case"])
    say = plainly(known, words)
    names = {slot: {one: say(name) for one, name in called.items()} for slot, called in subject_names(known).items()}
    collected = collect_facts(stages=[read_json(stage) for stage in stages], evidence=found, names=names)
    case, edition = found["case"]["id"], found["case"]["edition"]
    save_text(facts, facts_document(collected, case=case, edition=edition, names=names))
    return f"{len(collected)} facts collected"
