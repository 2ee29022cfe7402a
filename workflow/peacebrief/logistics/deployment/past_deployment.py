"""Lines of communication: the rate of one past deployment, tested on others that it was not taken from.

Some past deployments test the rate by line of communication; of the others it is said why they do not. Its facts say
what set the rate, and how well it predicts deployments held out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from peacebrief.logistics.flow.flow_model import at_level
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.reasoning.record import Record, Row, Table, record, table, words_record
from peacebrief.uncertainty.arrays import Number

RATE = "loc_rate"
USES = {"calibration": "used to set the rate or to plan, no test of it", "context": "context only, no outcome to test"}
PRE_STAGED = "pre-staged beside the crossing, so no rate by line of communication is tested"
NO_NUMBER = "no number of troops or vehicles moved by a day is known"

UNITS = {"persons": ("troops", "persons_per_day"), "vehicles": ("vehicles", "vehicles_per_day")}
LOC_TESTS = ("case", "label", "days_predicted", "low", "high", "days_observed", "within", "use", "left_out")
FAMILY = "logistics.loc_test.{past_deployment}"
PREDICTED = (
    "What was moved over the rate of the calibration case times the lines of communication counted beforehand. The "
    "range has the low rate over the fewest lines and the high rate over the most."
)


def rate_per_line(*, moved: Number, days: Number, lines: Number) -> Number:
    """Persons or vehicles a day on one line of communication."""
    return moved / (days * lines)


def predicted_days(*, moved: Number, rate: Number, lines: Number) -> Number:
    """Days to move so many persons or vehicles over so many lines of communication."""
    return moved / (rate * lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """Days predicted for one case: central, the fastest and the slowest; and the days observed."""

    days: float
    fastest: float
    slowest: float
    observed: float

    @property
    def ratio(self) -> float:
        """Days predicted for each day observed; below one is too fast."""
        return self.days / self.observed

    @property
    def within(self) -> bool:
        """Whether the days observed lie in the range predicted."""
        return self.fastest <= self.observed <= self.slowest


def predict(
    *, moved: float, observed: float, rates: tuple[float, float, float], lines: tuple[float, float, float]
) -> Prediction:
    """The prediction of one case; `rates` and `lines` are low, central and high.

    The range runs from the high rate over the most lines to the low rate over the fewest.
    """
    slowest, days, fastest = (
        predicted_days(moved=moved, rate=rate, lines=count) for rate, count in zip(rates, lines, strict=True)
    )
    return Prediction(days=days, fastest=fastest, slowest=slowest, observed=observed)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """One past deployment: the rows about it and the row that tests the rate, or the reason why none does."""

    id: str
    label: str
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
    return PastCase(id=case.lower(), label=str(known[0]["name"]), use=use, row=row, rows=known, left_out=reason)


def past_deployment_facts(inputs: LogisticsInputs) -> Iterator[Record]:
    """The rate, every case that tests it, every case that does not with the reason, and the misses."""
    cases = past_cases(inputs)
    for unit, (told, measure) in UNITS.items():
        row = calibration_row(inputs, unit)
        if row is not None:
            yield record(
                f"logistics.loc_rate.{unit}",
                {"past_deployment": next(case for case in cases if row in case.rows)},
                label=f"{told} a day on one line of communication: {{past_deployment}}",
                unit=measure,
                method="Moved in all over the days and the lines of communication.",
                because=[row["origin"]],
                value=rate_of(row),
            )
    for case in cases:
        yield from _case_facts(inputs, case)
    yield from _counts(inputs, cases)


def case_because(inputs: LogisticsInputs, case: PastCase) -> list[str]:
    """What the prediction of a case came from."""
    if case.row is None:
        return [row["origin"] for row in case.rows]
    assumption = inputs.quantity(RATE).origin
    return [
        "fact:logistics.loc_rate.persons",
        f"fact:logistics.loc_rate.{case.row['moved_unit']}",
        assumption,
        case.row["origin"],
    ]


def _case_facts(inputs: LogisticsInputs, case: PastCase) -> Iterator[Record]:
    found = prediction(inputs, case)
    name, about = f"logistics.loc_test.{case.id}", {"past_deployment": case}
    if found is None or case.row is None:
        reason = case.left_out or "nothing sets the rate"
        yield words_record(
            f"{FAMILY}.left_out",
            about,
            label="{past_deployment}: why it is no test",
            method="Read from the use of the case, whether it was pre-staged, and the numbers known.",
            because=case_because(inputs, case),
            words=reason,
        )
        return
    because = case_because(inputs, case)
    days = {"": (found.days, "days predicted"), ".fastest": (found.fastest, "fewest days predicted"),
            ".slowest": (found.slowest, "most days predicted")}  # fmt: skip
    for part, (value, told) in days.items():
        yield record(
            FAMILY + part,
            about,
            label=f"{{past_deployment}}: {told}",
            unit="days",
            method=PREDICTED,
            because=because,
            value=value,
        )
    yield record(
        f"{FAMILY}.observed",
        about,
        label="{past_deployment}: days observed",
        unit="days",
        method="Read from the table of deployments.",
        because=[case.row["origin"]],
        value=found.observed,
    )
    yield record(
        f"{FAMILY}.ratio",
        about,
        label="{past_deployment}: days predicted for each day observed",
        unit="ratio",
        method="Days predicted over days observed.",
        because=[f"fact:{name}", f"fact:{name}.observed"],
        value=found.ratio,
    )


def _counts(inputs: LogisticsInputs, cases: list[PastCase]) -> Iterator[Record]:
    found = {case.id: prediction(inputs, case) for case in cases}
    scored = {name: one for name, one in found.items() if one is not None}
    ranges = [
        f"fact:logistics.loc_test.{name}{part}" for name in scored for part in (".fastest", ".slowest", ".observed")
    ]
    because = ranges or [row["origin"] for case in cases for row in case.rows]
    told = {
        "scored": ("deployments held out that test the rate", float(len(scored))),
        "misses": (
            "deployments held out that lie outside the range predicted",
            float(sum(not one.within for one in scored.values())),
        ),
    }
    for name, (label, value) in told.items():
        yield record(
            f"logistics.loc_test.{name}",
            label=label,
            unit="count",
            method="Count of the cases whose days observed lie outside the days predicted."
            if name == "misses"
            else "Count of the cases.",
            because=because,
            value=value,
        )


def past_deployments_table(inputs: LogisticsInputs) -> Table:
    """Every past deployment, with what is predicted of it or why it is no test."""
    return table(LOC_TESTS, (_cells(case, prediction(inputs, case)) for case in past_cases(inputs)))


def _cells(case: PastCase, found: Prediction | None) -> list[Any]:
    if found is None:
        return [case.id, case.label, None, None, None, None, None, case.use, case.left_out]
    numbers = [found.days, found.fastest, found.slowest, found.observed]
    return [case.id, case.label, *numbers, found.within, case.use, ""]
