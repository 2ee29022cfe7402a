"""One row of the risk register, how likely the risk is for an option, what it costs, and things to watch.

A thing to watch is a result of the model and the threshold that would be enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text
from peacebrief.inputs.cells.judgement import AnyOrAll, Chance, Judged
from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    UnitId,
    WholeNumber,
    span_faults,
)
from peacebrief.inputs.cells.unit import UPPER_BOUND

Toll = Literal["killed", "missing", "days", "euros", "war"]

# The id of a fact, such as generation.sustainable.nato_led.none.
FACT = r"^[a-z_]+(\.[A-Za-z0-9_]+)+$"


class Risk(GradedEvidence):
    """A risk: what causes it, what happens, what follows, and within how long; what it costs stands in its own table.

    `challenge` is the one of the vocabulary that it belongs to. `correlated_with` holds the ids of risks that tend to
    happen with it, separated by semicolons. `in_gate` is 1 where a gate asks the same question.
    """

    id: Identifier
    title: Label
    challenge: Identifier
    cause: FilledText
    event: FilledText
    effect: FilledText
    horizon_months: WholeNumber
    correlated_with: Text
    mitigation: FilledText
    owner: FilledText
    in_gate: Flag
    quote: Text

    def others(self) -> tuple[str, ...]:
        """The risks that it is said to happen with."""
        return tuple(part.strip() for part in self.correlated_with.split(";") if part.strip())

    def faults(self) -> Iterator[Fault]:
        """A horizon that is none, a risk correlated with itself."""
        yield from super().faults()
        if self.horizon_months < 1:
            yield Fault("horizon_months", f"{self.horizon_months} is no horizon; write months, at least 1.")
        others = self.others()
        if self.id in others:
            yield Fault("correlated_with", f"{shown(self.id)} is said to be correlated with itself; remove it.")
        if len(set(others)) < len(others):
            yield Fault("correlated_with", f"{shown(self.correlated_with)} names a risk twice; keep one.")


class RiskChance(Chance):
    """The chance of a risk within its horizon; an empty `support_level` holds at every level of support."""

    KEY: ClassVar[tuple[str, ...]] = ("risk", "option", "support_level")

    risk: Identifier
    option: Identifier
    support_level: AnyOrAll


class RiskConsequence(Judged):
    """What a risk costs if it happens, in one unit that people know; a risk may have several.

    `toll`: soldiers of the force `killed`, soldiers `missing`, `days` of interruption, `euros` of 2025, or the chance
    from 0 to 1 that it is a `war`. `in_toll` is 1 where it counts in the tolls of a year. `counted` names rows of
    past_tolls.csv, separated by semicolons.
    """

    KEY: ClassVar[tuple[str, ...]] = ("risk", "toll")

    risk: Identifier
    toll: Toll
    in_toll: Flag
    counted: Text

    def past(self) -> tuple[str, ...]:
        """The rows of past tolls that stand beside it."""
        return tuple(part.strip() for part in self.counted.split(";") if part.strip())

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order or below zero; a war that is no chance."""
        yield from super().faults()
        span = {"low": self.low, "central": self.central, "high": self.high}
        if self.toll == "war":
            yield from span_faults(span, unit="probability")
        else:
            yield from span_faults(span)


class PastToll(GradedEvidence):
    """What something cost in the past, as it was counted; `present` is how many soldiers were there, where known."""

    id: Identifier
    toll: Toll
    label: Label
    value: Number
    present: OptionalNumber
    years: Label
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A toll below zero, or of nobody."""
        yield from super().faults()
        yield from span_faults({"value": self.value})
        if self.present is not None and self.present <= 0:
            yield Fault("present", f"{self.present:g} is not above zero; correct it, or leave the cell empty.")


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
