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
    """A criterion: what it measures, what is worth nothing and everything, and the range of weights for it.

    `anchor_zero` and `anchor_full` are the measures worth 0 and 1; between them the worth is a straight line.
    `computed_by` names the measure of the model that scores it, or `risk:` and the id of a risk; empty where
    scores.csv does. `double_count_guard` says what it must not count again.
    """

    id: Identifier
    label: Label
    dimension: Label
    direction: Literal["higher", "lower"]
    unit_label: Label
    definition: FilledText
    anchor_zero: Number
    anchor_full: Number
    weight_low: Number
    weight_central: Number
    weight_high: Number
    computed_by: Text
    double_count_guard: FilledText

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
    """A score in the unit of its criterion; an empty `support_level` holds at every level of support."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "criterion", "support_level")

    option: Identifier
    criterion: Identifier
    support_level: AnyOrAll

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order or negative."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})


class Viewpoint(GradedEvidence):
    """A criterion that no other outweighs for those who hold this viewpoint; one row a criterion put first."""

    KEY: ClassVar[tuple[str, ...]] = ("viewpoint", "criterion")

    viewpoint: Identifier
    label: Label
    criterion: Identifier
