"""One row of the risk register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.problem import shown
from peacebrief.inputs.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    Text,
    WholeNumber,
)
from peacebrief.inputs.span import range_of, span_faults

Challenge = Literal[
    "confrontation", "rebels", "cyber_hybrid", "provocation", "supply_lines", "manpower", "no_end_date", "us_role",
    "un_record", "other",
]  # fmt: skip
LEAST_SEVERE, MOST_SEVERE = 1, 5


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
