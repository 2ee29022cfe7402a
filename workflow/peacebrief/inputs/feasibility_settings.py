"""What a case asks about whether the force would work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from peacebrief.inputs.generation_settings import Probability, Years
from peacebrief.inputs.row import Fault, Row, WholeNumber

HIGHEST_GRADE = 5
Grade = Annotated[WholeNumber, Field(ge=1, le=HIGHEST_GRADE)]


class Thresholds(Row):
    """Probabilities of the weakest gate that the verdict is read from, fixed before the run."""

    feasible: Probability
    conditional: Probability
    not_feasible: Probability


class FeasibilitySettings(Row):
    """The section `feasibility` of `case.yaml`.

    `years` are the horizons that durations are told for, `planning_horizon` (years) is the one of the rotation gate and
    of costs. An enabler counts as critical from the grade `critical_from`.
    """

    thresholds: Thresholds
    years: list[Years] = Field(min_length=1)
    planning_horizon: Years
    critical_from: Grade

    def faults(self) -> Iterator[Fault]:
        """Thresholds out of order, years that do not rise, a planning horizon that is none of them."""
        levels = self.thresholds
        if not levels.not_feasible < levels.conditional < levels.feasible:
            yield Fault("thresholds", "they do not rise from not_feasible over conditional to feasible; correct them.")
        if self.years != sorted(set(self.years)):
            yield Fault("years", "the numbers do not rise; list each once, the smallest first.")
        if self.planning_horizon not in self.years:
            years = ", ".join(str(year) for year in self.years)
            yield Fault("planning_horizon", f"{self.planning_horizon} is not one of the years; write one of {years}.")
