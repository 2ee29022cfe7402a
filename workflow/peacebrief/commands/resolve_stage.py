"""Check every input of a case and write what one stage reads."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.assumption import Stage
from peacebrief.inputs.digest import stage_digest
from peacebrief.saving import save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("inputs", type=Path, help="folder of all inputs")
    parser.add_argument("case", help="name of the case, a folder in the inputs")
    parser.add_argument("stage", choices=get_args(Stage), help="name of the stage")
    parser.add_argument("digest", help="how the digest of what the stage reads begins")
    parser.add_argument("resolved", type=Path, help="written: what the stage reads, and nothing else")


def run(*, inputs: Path, case: str, stage: Stage, digest: str, resolved: Path) -> str:
    """Write what the stage reads. Raises AnalystError with every problem found in the inputs."""
    record = resolve_case(inputs, case).stages[stage]
    if not stage_digest(inputs, case, stage).startswith(digest):
        raise AnalystError(f"the inputs of {case} were edited after the run was planned; run it again.")
    save_json(resolved, record)
    return f"{len(record['quantities'])} quantities of {case} resolved for {stage}"
