"""Historical missions, and the sets of them that can test a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
