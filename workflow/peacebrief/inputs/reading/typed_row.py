"""From cells to typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.reading.finding import sentence

AnyRow = TypeVar("AnyRow", bound=Row)


def validated(
    model: type[AnyRow], cells: Mapping[str, Any], *, file: str, row: int | None = None, label: str = ""
) -> tuple[AnyRow | None, list[Problem]]:
    """The row that `cells` make, or None, and every problem with them."""
    problem = partial(Problem, file=file, row=row, label=label)
    try:
        found = model.model_validate(dict(cells))
    except ValidationError as error:
        problems = [
            problem(column=_column(detail["loc"]), value=str(detail["input"]), message=sentence(detail, model))
            for detail in error.errors(include_url=False)
        ]
        return None, list(dict.fromkeys(problems))
    faults = [
        problem(column=fault.column, value=str(getattr(found, fault.column, "")), message=fault.message)
        for fault in found.faults()
    ]
    return found, faults


def _column(location: tuple[int | str, ...]) -> str:
    """Where in a record, as an analyst writes it: `roles.monitoring.tasks`."""
    return ".".join(str(part) for part in location if not isinstance(part, int) and part != "[key]")
