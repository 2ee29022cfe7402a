"""Check every input of a case and write what sizing reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.digest import stage_digest
from peacebrief.saving import save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("inputs", type=Path, help="folder of all inputs")
    parser.add_argument("case", help="name of the case, a folder in the inputs")
    parser.add_argument("digest", help="how the digest of what sizing reads begins")
    parser.add_argument("resolved", type=Path, help="written: what sizing reads, and nothing else")


def run(*, inputs: Path, case: str, digest: str, resolved: Path) -> str:
    """Write what sizing reads. Raises AnalystError with every problem found in the inputs."""
    sizing = resolve_case(inputs, case).sizing
    if not stage_digest(inputs, case, "sizing").startswith(digest):
        raise AnalystError(f"the inputs of {case} were edited after the run was planned; run it again.")
    save_json(resolved, sizing)
    return f"{len(sizing['quantities'])} quantities of {case} resolved for sizing"
