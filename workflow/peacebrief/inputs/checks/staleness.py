"""Evidence that nobody has looked at for a while: a warning, never an error."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.problem import Problem
from peacebrief.inputs.row import Evidence


def staleness_warnings(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Rows checked longer before the edition than the case allows, and rows said to be checked after it."""
    for _, table in tables.evidence():
        for index, row in table.located():
            if not isinstance(row, Evidence) or row.checked is None:
                continue
            age = (settings.date - row.checked).days
            if age > settings.stale_after_days:
                message = (
                    f"checked {age} days before the edition of {settings.date}; check it again and write the new date."
                )
                yield table.at(index, "checked", message)
            elif age < 0:
                yield table.at(
                    index, "checked", f"{row.checked} is after the edition of {settings.date}; correct one of them."
                )
