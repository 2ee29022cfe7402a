"""Fleets that carry on the network: wagons, train crews and lorries, each a limit of what is carried on one mode.

One of them does so many tonne-kilometres a day, loaded; all that it carries on its links may not be more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np

from peacebrief.logistics.given import CASES, FUEL, LogisticsInputs, level_name
from peacebrief.logistics.network.links import Flags, Links, Rows, by_case, texts
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Floats, Integers, Number

ALL, DRY, ONLY_FUEL = "all", "dry", "fuel"
METHOD = "How many there are for the force, times the tonnes that one carries, times the kilometres it covers loaded."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fleets:
    """Fleets in the order of their rows: kilometres along each arc (fleets, arcs), none where a fleet does not carry.

    `carries` says which goods; `capacity_tkm_per_day` has three cases as its first axis.
    """

    ids: tuple[str, ...]
    km: Floats
    carries: tuple[str, ...]
    capacity_tkm_per_day: Floats

    def classes(self, place: int, *, width: int) -> Integers:
        """Which of the first `width` classes a fleet carries."""
        every = np.arange(width)
        kept = {ALL: every >= 0, DRY: every != FUEL, ONLY_FUEL: every == FUEL}[self.carries[place]]
        return np.flatnonzero(kept)

    def at_level(self, level: float) -> Floats:
        """Tonne-kilometres a day of each fleet where fleets are so plentiful."""
        low, central, high = self.capacity_tkm_per_day
        return np.asarray(central + level * (high - central if level > 0 else central - low), dtype=np.float64)


def fleets_of(rows: Rows, *, links: Links, arc_link: Integers) -> Fleets:
    """The fleets of a table on the arcs of a network."""
    mode: Flags = np.array([[one == row["mode"] for one in links.mode] for row in rows], dtype=bool)
    km = np.where(mode.reshape(len(rows), len(links.ids)), links.distance_km, 0.0)
    each = np.array([float(row["load_t"]) * float(row["loaded_km"]) for row in rows])
    return Fleets(
        ids=texts(rows, "id"),
        km=km[:, arc_link],
        carries=texts(rows, "carries"),
        capacity_tkm_per_day=by_case(rows, "vehicles").reshape(len(CASES), len(rows)) * each,
    )


def fleet_capacity(
    *, level: Number, low: float, central: float, high: float, load_t: float, loaded_km: float
) -> Number:
    """Tonne-kilometres a day of a fleet at a level: its number between low, central and high, times what one does."""
    above, below = cast("Number", np.maximum(level, 0)), cast("Number", np.minimum(level, 0))
    vehicles = central + above * (high - central) + below * (central - low)
    return vehicles * load_t * loaded_km


def fleet_capacity_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """What every fleet can do in a day."""
    for fleet in inputs.fleets:
        low, central, high = fleet.vehicles
        numbers = {"low": low, "central": central, "high": high, "load_t": fleet.load_t, "loaded_km": fleet.loaded_km}
        yield Step(
            id=f"fleet_capacity.{fleet.id}",
            formula=fleet_capacity,
            takes={"level": level_name(fleet)},
            constants=tuple(numbers.items()),
            unit="tkm_per_day",
            label="{fleet}: what they can carry in a day for the force",
            method=METHOD,
            family="logistics.fleet_capacity.{fleet}",
            about={"fleet": fleet},
        )
