"""Past deployments: which of them test the rate by line of communication, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.lines_of_communication import Prediction, predict, rate_per_line
from peacebrief.logistics.supply import at_level

Row = Mapping[str, Any]
RATE = "loc_rate"
USES = {"calibration": "used to set the rate or to plan, no test of it", "context": "context only, no outcome to test"}
PRE_STAGED = "pre-staged beside the crossing, so no rate by line of communication is tested"
NO_NUMBER = "no number of troops or vehicles moved by a day is known"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """One past deployment: the rows about it and the row that tests the rate, or the reason why none does."""

    id: str
    name: str
    use: str
    row: Row | None
    rows: tuple[Row, ...]
    left_out: str


def calibration_row(inputs: LogisticsInputs, unit: str) -> Row | None:
    """The row that sets the rate: the first calibration case that moved troops, by `persons` or `vehicles`."""
    used = [row for row in inputs.record["deployments"] if row["use"] == "calibration" and row["moved"]]
    first = next((row["case"] for row in used if row["moved_unit"] == "persons"), None)
    return next((row for row in used if row["case"] == first and row["moved_unit"] == unit), None)


def past_cases(inputs: LogisticsInputs) -> list[PastCase]:
    """Every past deployment in the order of the table."""
    cases: dict[str, list[Row]] = {}
    for row in inputs.record["deployments"]:
        cases.setdefault(str(row["case"]), []).append(row)
    return [_case(case, rows) for case, rows in cases.items()]


def rates(inputs: LogisticsInputs, unit: str) -> tuple[float, float, float] | None:
    """Low, central and high rate a day on one line: the central one as calibrated, the range of the assumption.

    Vehicles have the range of troops in proportion. None where nothing sets the rate.
    """
    row, troops = calibration_row(inputs, unit), calibration_row(inputs, "persons")
    if row is None or troops is None:
        return None
    central, persons = rate_of(row), rate_of(troops)
    low, high = (at_level(inputs, RATE, level) / persons * central for level in ("low", "high"))
    return low, central, high


def rate_of(row: Row) -> float:
    """Persons or vehicles a day on one line, as a past deployment moved them."""
    return rate_per_line(moved=float(row["moved"]), days=float(row["day"]), lines=float(row["loc_central"]))


def prediction(inputs: LogisticsInputs, case: PastCase) -> Prediction | None:
    """The days predicted for a case that tests the rate."""
    row = case.row
    span = rates(inputs, str(row["moved_unit"])) if row else None
    if row is None or span is None:
        return None
    lines = (float(row["loc_low"]), float(row["loc_central"]), float(row["loc_high"]))
    return predict(moved=float(row["moved"]), observed=float(row["day"]), rates=span, lines=lines)


def _case(case: str, rows: Iterable[Row]) -> PastCase:
    known = tuple(rows)
    tests = [row for row in known if row["moved"] and row["day"]]
    use = str(known[0]["use"])
    reason = USES.get(use) or (PRE_STAGED if int(known[0]["pre_staged"]) else "" if tests else NO_NUMBER)
    row = None if reason else tests[-1]
    return PastCase(id=case.lower(), name=str(known[0]["name"]), use=use, row=row, rows=known, left_out=reason)
