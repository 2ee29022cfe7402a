"""Facts about the rate by line of communication: what set it, and how well it predicts deployments held out."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.findings import Findings
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.past_deployments import (
    RATE,
    PastCase,
    calibration_row,
    past_cases,
    prediction,
    rate_of,
)
from peacebrief.reasoning.record import Record, record, words_record

UNITS = {"persons": ("troops", "persons_per_day"), "vehicles": ("vehicles", "vehicles_per_day")}
PREDICTED = (
    "What was moved over the rate of the calibration case times the lines of communication counted beforehand. The "
    "range has the low rate over the fewest lines and the high rate over the most."
)


def past_deployment_facts(found: Findings) -> Iterator[Record]:
    """The rate, every case that tests it, every case that does not with the reason, and the misses."""
    for unit, (told, measure) in UNITS.items():
        row = calibration_row(found.inputs, unit)
        if row is not None:
            yield record(
                f"logistics.loc_rate.{unit}",
                label=f"{told} a day on one line of communication: {row['name']}",
                unit=measure,
                method="Moved in all over the days and the lines of communication.",
                because=[row["origin"]],
                value=rate_of(row),
            )
    cases = past_cases(found.inputs)
    for case in cases:
        yield from _case_facts(found.inputs, case)
    yield from _counts(found.inputs, cases)


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
    name = f"logistics.loc_test.{case.id}"
    if found is None or case.row is None:
        reason = case.left_out or "nothing sets the rate"
        yield words_record(
            f"{name}.left_out",
            label=f"{case.name}: why it is no test",
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
            name + part, label=f"{case.name}: {told}", unit="days", method=PREDICTED, because=because, value=value
        )
    yield record(
        f"{name}.observed",
        label=f"{case.name}: days observed",
        unit="days",
        method="Read from the table of deployments.",
        because=[case.row["origin"]],
        value=found.observed,
    )
    yield record(
        f"{name}.ratio",
        label=f"{case.name}: days predicted for each day observed",
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
