"""Check every input of a case and write one part of what is read of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.handing_on.planning import file_name, parts
from peacebrief.saving import save_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("inputs", type=Path, help="folder of all inputs")
    parser.add_argument("case", help="name of the case, a folder in the inputs")
    parser.add_argument("file", type=Path, help="written: <part>-<digest>.json; `evidence` or a stage, as planned")


def run(*, inputs: Path, case: str, file: Path) -> str:
    """Write the part; what deserves a look is said. Raises AnalystError with every problem found in the inputs."""
    resolved = resolve_case(inputs, case)
    part = file.stem.rpartition("-")[0]
    record = parts(resolved).get(part)
    if record is None or file_name(part, record) != file.name:
        raise AnalystError(f"the inputs of {case} were edited while the run was going on; run it again.")
    save_json(file, record)
    return "\n".join([f"{part} of {case} resolved", *(f"WARNING {warning}" for warning in resolved.warnings)])
