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
    """A row is one risk: what causes it, what happens, what follows, and within how long.

    What it costs stands in risk_consequences.csv.
    """

    id: Identifier
    """Name of the risk, which other tables point to."""
    title: Label
    """What it is called in tables and figures."""
    challenge: Identifier
    """What it is told under, one of the `challenges` of vocabulary.yaml."""
    cause: FilledText
    """What would cause it."""
    event: FilledText
    """What would happen."""
    effect: FilledText
    """What would follow for the force."""
    horizon_months: WholeNumber
    """Months within which its chance is judged, at least 1."""
    correlated_with: Text
    """Risks that tend to happen with it, by their ids, separated by semicolons; empty where there are none."""
    mitigation: FilledText
    """What could make it less likely or less costly."""
    owner: FilledText
    """Who would have to act on it."""
    in_gate: Flag
    """`1` where a gate asks the same question, so that it is not counted again, else `0`."""
    quote: Text
    """Words of the source on the risk, at most 25; empty where nothing is quoted."""

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
    """A row says how likely a risk is within its horizon, for one option."""

    KEY: ClassVar[tuple[str, ...]] = ("risk", "option", "support_level")

    risk: Identifier
    """The risk, by its id in risks.csv."""
    option: Identifier
    """The option, by its id in options.csv."""
    support_level: AnyOrAll
    """Level of support, one of those of case.yaml; empty where it holds at every level."""


class RiskConsequence(Judged):
    """A row says what a risk costs if it happens, in one unit that people know; a risk may have several rows."""

    KEY: ClassVar[tuple[str, ...]] = ("risk", "toll")

    risk: Identifier
    """The risk, by its id in risks.csv."""
    toll: Toll
    """What is counted: soldiers of the force `killed`, soldiers `missing`, `days` of interruption, `euros` of 2025, or
    the chance that it is a `war`."""
    in_toll: Flag
    """`1` where it counts in the tolls of a year, `0` where the cost cannot come within a year of a force in place and
    is only told."""
    counted: Text
    """Rows of past_tolls.csv of the same toll that stand beside it, by their ids, separated by semicolons; empty where
    there are none."""
    low: Number
    """Lowest cost that is held possible, in what toll counts; for a war the lowest chance, from 0 to 1."""
    central: Number
    """Cost that is held most likely, in what toll counts; for a war the chance, from 0 to 1."""
    high: Number
    """Highest cost that is held possible, in what toll counts; for a war the highest chance, from 0 to 1."""

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
    """A row says what something cost in the past, as it was counted."""

    id: Identifier
    """Name of the row, which risk_consequences.csv points to."""
    toll: Toll
    """What was counted: soldiers `killed`, soldiers `missing`, `days` of interruption, `euros` of 2025, or whether it
    was a `war`."""
    label: Label
    """What happened, as tables print it."""
    value: Number
    """The number counted, zero or more, in what toll counts."""
    present: OptionalNumber
    """How many soldiers were there; empty where not known."""
    years: Label
    """When it was, in words."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A toll below zero, or of nobody."""
        yield from super().faults()
        yield from span_faults({"value": self.value})
        if self.present is not None and self.present <= 0:
            yield Fault("present", f"{self.present:g} is not above zero; correct it, or leave the cell empty.")


class Indicator(GradedEvidence):
    """A row is one result that is watched, and the threshold that would be enough."""

    id: Identifier
    """Name of the indicator."""
    field: Literal["diplomatic", "military", "public"]
    """Where it is watched: `diplomatic`, `military` or `public`."""
    label: Label
    """What is watched, as tables print it."""
    fact: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=FACT)]
    """Result of the model that is watched, by the id of its fact, such as generation.sustainable.nato_led.none."""
    threshold: Number
    """Value that would be enough, in the unit of the row."""
    direction: Literal["at_least", "at_most"]
    """`at_least` where the result must reach the threshold, `at_most` where it must not exceed it."""
    unit: UnitId
    """Unit of the threshold, the one that the fact has."""
    note: FilledText
    """Why the threshold is where it is."""

    def faults(self) -> Iterator[Fault]:
        """A threshold that nothing of its unit can reach."""
        yield from super().faults()
        most = UPPER_BOUND.get(self.unit)
        if most is not None and self.threshold > most:
            yield Fault("threshold", f"{self.threshold:g} is above {most:g}, the most for the unit {self.unit}.")
