"""The force that ways and fleets together feed: what wagons, train crews and lorries leave of what ways alone allow.

The more the ways can carry, the more the fleets limit. Programs are solved on a grid, of how wide the ways are and of
how plentiful the fleets are, and the force is drawn straight between its points. The true force rises ever less in
both, so that a straight line never says too much.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.network.limits import Limits
from peacebrief.uncertainty.arrays import Floats, Integers

LEVELS = (-1.0, -0.5, 0.0, 0.5, 1.0)
# How wide the ways are, over their central capacity.
WIDTHS = (0.0, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0, 1.25, 1.6, 2.2, 3.5, 6.0)
ENOUGH = 1e-9  # a force smaller by a lesser share is the same


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Carriage:
    """Persons that the ways alone feed at central capacity, and `fed` (levels, widths) by ways and fleets together."""

    persons: float
    fed: Floats

    def force(self, *, width: float | Floats, level: float | Floats) -> Floats:
        """The largest force (persons) where the ways are so wide and the fleets so plentiful."""
        # ASSUME: a draw in which the ways feed so many times the central force has all its ways that many times as
        # wide as at the centre; how much wagons, crews and lorries then limit is read there.
        row, up = _between(np.asarray(level, dtype=np.float64), LEVELS)
        column, right = _between(np.asarray(width, dtype=np.float64), WIDTHS)
        lower = self.fed[row, column] * (1 - right) + self.fed[row, column + 1] * right
        upper = self.fed[row + 1, column] * (1 - right) + self.fed[row + 1, column + 1] * right
        return np.asarray(lower * (1 - up) + upper * up, dtype=np.float64)


def carriage(
    model: FlowModel, *, demand_kg_per_person_day: Floats, limits: Limits, closed_links: Collection[str] = ()
) -> Carriage:
    """The grid of a network made with its fleets, for a demand by class, with some links closed."""
    fleets, ways = model.network.fleets, limits.arcs_t_per_day.copy()
    # A way that carries nothing is closed: only limits change from program to program, each from the last one's basis.
    ways[model.network.arcs_of(closed_links)] = 0.0

    def force(can_do: Floats) -> float:
        found = model.largest_persons(
            demand_kg_per_person_day=demand_kg_per_person_day,
            limits=replace(limits, arcs_t_per_day=ways, fleets_tkm_per_day=can_do),
        )
        return max(found, 0.0) + 0.0  # no negative zero

    whole = force(np.full(len(fleets.ids), np.inf))
    fed = np.zeros((len(LEVELS), len(WIDTHS)))
    enough = 0
    for row, level in enumerate(LEVELS):
        for column in range(len(WIDTHS) - 1, 0, -1):
            width = WIDTHS[column]
            # With ways and fleets twice as large, twice the force is fed: on ways half as wide, fleets are doubled.
            # Fleets that are enough for wide ways are so for narrower ones, and so are more plentiful ones.
            fed[row, column] = width * (whole if column <= enough else force(fleets.at_level(level) / width))
            if fed[row, column] >= width * whole * (1 - ENOUGH):
                enough = max(enough, column)
    return Carriage(persons=whole, fed=fed)


def _between(values: Floats, grid: tuple[float, ...]) -> tuple[Integers, Floats]:
    """The point of the grid below each value, and how far the value is on the way to the next; none lie outside."""
    points = np.array(grid)
    inside = np.clip(values, points[0], points[-1])
    below = np.clip(np.searchsorted(points, inside, side="right") - 1, 0, len(points) - 2)
    return below, (inside - points[below]) / (points[below + 1] - points[below])
