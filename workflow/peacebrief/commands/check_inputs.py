"""Check every input of a case and write what figures and briefs print."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.inputs import resolve_case
from peacebrief.saving import save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("inputs", type=Path, help="folder of all inputs")
    parser.add_argument("case", help="name of the case, a folder in the inputs")
    parser.add_argument("evidence", type=Path, help="written: the evidence, with everything a reader may want to see")


def run(*, inputs: Path, case: str, evidence: Path) -> str:
    """Write the evidence. Raises AnalystError with every problem found in the inputs."""
    save_json(evidence, resolve_case(inputs, case).evidence)
    return f"inputs of {case} checked"
