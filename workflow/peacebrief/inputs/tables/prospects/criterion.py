"""One criterion on which options are scored, a score that no model works out, and what somebody could put first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.judgement import AnyOrAll, Judged
from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    Text,
    range_of,
    span_faults,
)

MEASURES = (
    "enabler_coverage", "supply_margin", "cost_share", "net_support", "exit_by_horizon", "hazard_ratio",
)  # fmt: skip
RISK = re.compile(r"risk:([A-Za-z0-9][A-Za-z0-9_]*)", re.ASCII)


class Criterion(GradedEvidence):
    """A row is one criterion on which options are compared.

    It says what is measured, which measures are worth nothing and everything, and the range of its weight.
    """

    id: Identifier
    """Name of the criterion, which scores.csv and viewpoints.csv point to."""
    label: Label
    """What it is called in tables and figures."""
    dimension: Label
    """Heading that it belongs to, as tables print it."""
    direction: Literal["higher", "lower"]
    """`higher` where more of the measure is better, `lower` where less is."""
    unit_label: Label
    """Unit of the measure, in words."""
    definition: FilledText
    """What is measured."""
    anchor_zero: Number
    """Measure that is worth nothing (0), in the unit of the criterion; fixed before results were known."""
    anchor_full: Number
    """Measure that is worth everything (1), in the unit of the criterion; between the two the worth is a straight line.
    """
    weight_low: Number
    """Lowest weight that somebody may give it, from 0 to 1."""
    weight_central: Number
    """Usual weight, from 0 to 1."""
    weight_high: Number
    """Highest weight that somebody may give it, from 0 to 1."""
    computed_by: Text
    """Measure of the model that scores it: enabler_coverage, supply_margin, cost_share, net_support, exit_by_horizon,
    hazard_ratio, or risk: and the id of a risk. Empty where scores.csv does."""
    double_count_guard: FilledText
    """What it must not count again, because another criterion or a gate does."""

    def risk(self) -> str:
        """The id of the risk that scores it, or nothing."""
        found = RISK.fullmatch(self.computed_by)
        return found[1] if found else ""

    def faults(self) -> Iterator[Fault]:
        """Weights out of order or beyond 1, anchors that contradict the direction, a measure that does not exist."""
        yield from super().faults()
        yield from span_faults(range_of(self, "weight"), unit="share")
        if self.anchor_zero == self.anchor_full:
            yield Fault("anchor_full", f"{self.anchor_full:g} is worth both nothing and everything; correct an anchor.")
        elif (self.anchor_full > self.anchor_zero) != (self.direction == "higher"):
            better = "higher" if self.anchor_full > self.anchor_zero else "lower"
            yield Fault("direction", f"the anchors say that {better} is better; write {better}, or exchange them.")
        if self.computed_by and not self.risk() and self.computed_by not in MEASURES:
            known = ", ".join(MEASURES)
            message = f"{shown(self.computed_by)} is not a measure of the model; write one of {known}, or risk:R01."
            yield Fault("computed_by", message)


class Score(Judged):
    """A row is a judged score of an option on a criterion that no model works out, in the unit of the criterion."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "criterion", "support_level")

    option: Identifier
    """The option, by its id in options.csv."""
    criterion: Identifier
    """The criterion, by its id in criteria.csv."""
    support_level: AnyOrAll
    """Level of support, one of those of case.yaml; empty where the score holds at every level."""
    low: Number
    """Lowest score that is held possible, in the unit of the criterion, zero or more."""
    central: Number
    """Score that is held most likely, in the unit of the criterion."""
    high: Number
    """Highest score that is held possible, in the unit of the criterion."""

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order or negative."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})


class Viewpoint(GradedEvidence):
    """A row names a criterion that no other outweighs for those who hold a viewpoint.

    A viewpoint has a row for each criterion that it puts first.
    """

    KEY: ClassVar[tuple[str, ...]] = ("viewpoint", "criterion")

    viewpoint: Identifier
    """Name of the viewpoint; its rows have it in common."""
    label: Label
    """What the viewpoint is called in tables and figures."""
    criterion: Identifier
    """Criterion that is put first, by its id in criteria.csv."""
