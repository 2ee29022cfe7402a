"""Historical missions, the sets of them that can test a rule, and the plain correlation before any model.

It answers whether line length, or population, predicts strength at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

LINE_DRIVERS = frozenset({"line", "line+area"})
POPULATION_DRIVERS = frozenset({"population", "population+line", "ceiling"})

# ASSUME: two missions are left out of the set of line missions: the steady state of UNFICYP in 2014, which is no peak
# strength, and the peacekeeping force in Abkhazia, whose line length is recalled with low confidence.
NOT_COMPARABLE_BY_LINE = frozenset({"UNFICYP14", "CISPKF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """One past operation: what it was for, whom it faced, and how large it was (persons, kilometres)."""

    id: str
    name: str
    held_out: bool
    type: str
    mandate_level: float
    state_adversary: float
    sizing_driver: str
    strength: float
    line_km: float | None
    population: float | None
    lead: str

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Mission:
        """The mission written as a JSON object."""
        return cls(
            id=str(record["id"]),
            name=str(record["name"]),
            held_out=record["split"] == "test",
            type=str(record["type"]),
            mandate_level=float(record["mandate_level"]),
            state_adversary=float(record["state_adversary"]),
            sizing_driver=str(record["sizing_driver"]),
            strength=float(record["strength"]),
            line_km=None if record.get("line_km") is None else float(record["line_km"]),
            population=None if record.get("population") is None else float(record["population"]),
            lead=str(record.get("lead") or ""),
        )

    @property
    def origin(self) -> str:
        """The row it was read from."""
        return f"table:missions.csv#{self.id}"


def line_missions(missions: Sequence[Mission]) -> list[Mission]:
    """The missions that were sized by a line and whose length is known."""
    return [
        mission
        for mission in missions
        if mission.sizing_driver in LINE_DRIVERS and mission.line_km and mission.id not in NOT_COMPARABLE_BY_LINE
    ]


def population_missions(missions: Sequence[Mission]) -> list[Mission]:
    """The missions that were sized by a population, or up to a ceiling, and whose population is known."""
    return [mission for mission in missions if mission.sizing_driver in POPULATION_DRIVERS and mission.population]


def mandate_level(missions: Sequence[Mission], mission_type: str) -> float:
    """How demanding the mandate of a type of mission is. Raises ValueError for a type without a mission."""
    for mission in missions:
        if mission.type == mission_type:
            return mission.mandate_level
    raise ValueError(f"no historical mission is of the type {mission_type}")


def association(sizes: Sequence[float], strengths: Sequence[float]) -> dict[str, float]:
    """Correlation and slope of log strength on log size (the slope is the elasticity), and the number of missions."""
    x, y = np.log10(sizes), np.log10(strengths)
    x, y = x - x.mean(), y - y.mean()
    across = float((x * y).sum())
    return {
        "correlation": across / float(np.sqrt((x * x).sum() * (y * y).sum())),
        "elasticity": across / float((x * x).sum()),
        "n": float(len(x)),
    }


def geometric_mean(numbers: Sequence[float]) -> float:
    """The geometric mean, the constant that every rule has to beat."""
    return float(10 ** np.mean(np.log10(numbers)))


def _led_by_the_un(mission: Mission) -> bool:
    return mission.lead.startswith("UN")


# ASSUME: a force led by the United Nations together with another body counts as led by the United Nations.
SETS: dict[str, Callable[[Sequence[Mission]], list[Mission]]] = {
    "line": line_missions,
    "population": population_missions,
    "population_un": lambda missions: [m for m in population_missions(missions) if _led_by_the_un(m)],
    "population_others": lambda missions: [
        m for m in population_missions(missions) if m.lead and not _led_by_the_un(m)
    ],
}


def size_of(name: str, mission: Mission) -> float:
    """The number a set is measured by: line length (km) or population (persons)."""
    return float((mission.line_km if name == "line" else mission.population) or np.nan)
