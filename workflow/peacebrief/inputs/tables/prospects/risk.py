"""One row of the risk register, how likely the risk is for an option, and things to watch.

A thing to watch is a result of the model and the threshold that would be enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text
from peacebrief.inputs.cells.judgement import AnyOrAll, Chance
from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    Text,
    UnitId,
    WholeNumber,
    range_of,
    span_faults,
)
from peacebrief.inputs.cells.unit import UPPER_BOUND

Challenge = Literal[
    "confrontation", "rebels", "cyber_hybrid", "provocation", "supply_lines", "manpower", "no_end_date", "us_role",
    "un_record", "other",
]  # fmt: skip
LEAST_SEVERE, MOST_SEVERE = 1, 5

# The id of a fact, such as generation.sustainable.nato_led.none.
FACT = r"^[a-z_]+(\.[A-Za-z0-9_]+)+$"


class Risk(GradedEvidence):
    """A risk: what causes it, what happens, what follows, within how long, and how severe it is if it happens (1 to 5).

    `challenge` is the one of the article that it belongs to. `correlated_with` holds the ids of risks that tend to
    happen with it, separated by semicolons. `in_gate` is 1 where a gate asks the same question.
    """

    id: Identifier
    title: Label
    challenge: Challenge
    cause: FilledText
    event: FilledText
    effect: FilledText
    horizon_months: WholeNumber
    impact_low: Number
    impact_central: Number
    impact_high: Number
    impact_kind: FilledText
    correlated_with: Text
    mitigation: FilledText
    owner: FilledText
    in_gate: Flag
    quote: Text

    def others(self) -> tuple[str, ...]:
        """The risks that it is said to happen with."""
        return tuple(part.strip() for part in self.correlated_with.split(";") if part.strip())

    def faults(self) -> Iterator[Fault]:
        """An impact out of order or off the scale, a horizon that is none, a risk correlated with itself."""
        yield from super().faults()
        impact = range_of(self, "impact")
        yield from span_faults(impact)
        for column, value in impact.items():
            if value is not None and value >= 0 and not LEAST_SEVERE <= value <= MOST_SEVERE:
                yield Fault(
                    column, f"{value:g} is not on the scale of severity; write {LEAST_SEVERE} to {MOST_SEVERE}."
                )
        if self.horizon_months < 1:
            yield Fault("horizon_months", f"{self.horizon_months} is no horizon; write months, at least 1.")
        others = self.others()
        if self.id in others:
            yield Fault("correlated_with", f"{shown(self.id)} is said to be correlated with itself; remove it.")
        if len(set(others)) < len(others):
            yield Fault("correlated_with", f"{shown(self.correlated_with)} names a risk twice; keep one.")


class RiskChance(Chance):
    """The chance of a risk within its horizon; an empty `us_level` holds at every level of American support."""

    KEY: ClassVar[tuple[str, ...]] = ("risk", "option", "us_level")

    risk: Identifier
    option: Identifier
    us_level: AnyOrAll


class Indicator(GradedEvidence):
    """A fact that is watched, and the threshold it must be at or beyond, in the unit of the fact."""

    id: Identifier
    field: Literal["diplomatic", "military", "public"]
    label: Label
    fact: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=FACT)]
    threshold: Number
    direction: Literal["at_least", "at_most"]
    unit: UnitId
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A threshold that nothing of its unit can reach."""
        yield from super().faults()
        most = UPPER_BOUND.get(self.unit)
        if most is not None and self.threshold > most:
            yield Fault("threshold", f"{self.threshold:g} is above {most:g}, the most for the unit {self.unit}.")
