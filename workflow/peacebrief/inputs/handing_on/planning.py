"""What is read of the inputs of a case, each part in a file that is named after its content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from peacebrief.inputs import resolve_case
from peacebrief.rebuilding.contents import digest_of

if TYPE_CHECKING:  # a start of the workflow with known inputs reads none of them
    from peacebrief.inputs.handing_on.resolving import Resolved
    from peacebrief.inputs.handing_on.stage_record import Record

# What the briefs print, and what each stage reads.
PARTS = ("evidence", "sizing", "generation", "logistics", "feasibility")
DIGITS = 12


class Plan(TypedDict):
    """The file of each part, and the options of the case in the order of their table."""

    files: dict[str, str]
    options: list[str]


def planned(inputs_dir: Path, case: str) -> Plan:
    """The plan of the checked inputs of `case`. Raises InputProblems with every problem."""
    found = resolve_case(inputs_dir, case)
    options = [str(row["id"]) for row in found.evidence["tables"]["options"]]
    return {"files": {name: file_name(name, record) for name, record in parts(found).items()}, "options": options}


def parts(found: Resolved) -> dict[str, Record]:
    """The parts of resolved inputs by name."""
    return {"evidence": found.evidence, **{str(name): record for name, record in found.stages.items()}}


def file_name(name: str, record: Record) -> str:
    """The name of the file of a part.

    The digest is of the values that are handed on and of their order, which briefs print; how they were spelt is gone.
    """
    return f"{name}-{digest_of(json.dumps(record, ensure_ascii=False))[:DIGITS]}.json"
