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
    """Write the evidence; what deserves a look is said. Raises AnalystError with every problem found."""
    resolved = resolve_case(inputs, case)
    save_json(evidence, resolved.evidence)
    return "\n".join([f"inputs of {case} checked", *(f"WARNING {warning}" for warning in resolved.warnings)])
