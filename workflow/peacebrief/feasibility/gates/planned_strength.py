"""The strength that an option plans by year, as a share of what it starts with, and what that asks of supply.

An option without a plan is at full strength throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.gates.gate_model import Numbers
from peacebrief.feasibility.given import FeasibilityInputs, judged
from peacebrief.generation.supply.contribution import whole
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.reasoning.record import Row
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats, Number
from peacebrief.uncertainty.distributions import inverse_cdf

# ASSUME: how far plans come down is one uncertainty, the same for every option and year.
PLAN = "planned_strength"

# ASSUME: a start is a surge only where the plan falls in its first year, and no further than it falls: at most one over
# the share planned for that year counts. What is left in later years is asked for by the gate of rotation.


def starting_size(*, left: Number, share: Number) -> Number:
    """The size of force at the start (whole persons) whose planned share of a later year is what is `left` then."""
    return whole(persons=left / share)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStrength:
    """The plan of one option over the horizon (years): its rows by year, in the order of years."""

    horizon: int
    rows: Mapping[int, Row]

    @classmethod
    def of(cls, inputs: FeasibilityInputs, option: str) -> PlannedStrength:
        """The plan of an option. Raises ValueError for a share of nought, which asks for nothing."""
        rows = {int(row["year"]): row for row in inputs.rows(PLAN) if row["option"] == option}
        return cls(horizon=int(inputs.settings["planning_horizon"]), rows=dict(sorted(rows.items())))

    def row(self, year: int) -> Row | None:
        """The row that holds in a year: its own, or the last one before it; None for full strength."""
        before = [place for place in self.rows if place <= year]
        return self.rows[before[-1]] if before else None

    def share(self, year: int, uniforms: Numbers) -> Floats:
        """The share of the starting strength planned for a year, in every draw."""
        row = self.row(year)
        return np.ones(1) if row is None else inverse_cdf(_share(row))(uniforms[PLAN])

    def quantiles(self, year: int, levels: Sequence[float]) -> list[float]:
        """The share planned for a year at some levels (0-1) of luck."""
        return [float(one) for one in np.broadcast_to(self.share(year, {PLAN: np.array(levels)}), len(levels))]

    def asked(self) -> tuple[int, ...]:
        """The years that decide: with less left every year, of years planned alike the last one."""
        years = range(1, self.horizon + 1)
        return tuple(year for year in years if year == self.horizon or self.row(year + 1) is not self.row(year))

    def origins(self) -> tuple[str, ...]:
        """The rows that the years of the horizon rest on."""
        rows = (self.row(year) for year in self.asked())
        return tuple(str(row["origin"]) for row in rows if row is not None)

    def at_start(self, drawn: DrawnSupply, option: str, level: str, uniforms: Numbers) -> Floats:
        """Troops (persons) of the first tour: supply, with a surge as far as the plan falls in its first year."""
        if self.row(1) is None:
            return drawn.supply(option, level)
        return drawn.at_start(option, level, most_times=1.0 / self.share(1, uniforms))

    def kept_up(self, drawn: DrawnSupply, option: str, level: str, uniforms: Numbers) -> Floats:
        """The size of force at the start (persons) whose planned strength is reached in every year of the horizon."""
        left = {year: drawn.sustained(option, level, years=year) for year in self.asked()}
        return size_reached(left, {year: self.share(year, uniforms) for year in left})


def size_reached(left: Mapping[int, Floats], shares: Mapping[int, Floats]) -> Floats:
    """The size of force at the start (persons) of which what is `left` by year is the share planned for that year."""
    sizes = [starting_size(left=troops, share=shares[year]) for year, troops in left.items()]
    return np.asarray(np.minimum.reduce(sizes), dtype=np.float64)


def _share(row: Row) -> Quantity:
    return judged(row, name=PLAN)
