"""How past forces fared over the years: their strength as a share of the starting one, and what stood next door before.

Its facts are what plans are set beside: the planned strength of every option and year, the course of past peace forces,
the surge of their start, and what was staged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from peacebrief.feasibility.gates.planned_strength import PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.record import Record, Row, Table, record, spread_record, table
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.replicates import PUBLISHED, Spread

MONTHS = 12
PEACE, STAGED = "peace", "staged"
QUARTER, HALF = 0.25, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The readings (rows) of one past force in the order of time, its start first, and the last of what was staged."""

    id: str
    label: str
    kind: str
    readings: tuple[Row, ...]
    staged: Row | None

    @property
    def start(self) -> float:
        """Its strength at the start (persons)."""
        return float(self.readings[0]["strength"])

    def share(self, year: float) -> float | None:
        """Its strength so many years after the start as a share of that; None without a reading that late.

        Between readings it lies on a straight line.
        """
        years = self._years()
        if year > years[-1]:
            return None
        shares = [float(row["strength"]) / self.start for row in self.readings]
        return float(np.interp(year, years, shares))

    def origins(self, year: float) -> tuple[str, ...]:
        """The rows that the share of a year rests on: the start, and the readings on both sides."""
        after = int(np.searchsorted(self._years(), year))
        rows = (self.readings[0], *self.readings[max(after - 1, 0) : after + 1])
        return tuple(dict.fromkeys(str(row["origin"]) for row in rows))

    def _years(self) -> list[float]:
        first, *_ = months = [_month(str(row["date"])) for row in self.readings]
        return [(month - first) / MONTHS for month in months]


def courses(inputs: FeasibilityInputs) -> tuple[Course, ...]:
    """Every past force, in the order of the table."""
    rows = inputs.rows("mission_strengths")
    return tuple(_course(list(own)) for _, own in groupby(rows, key=lambda row: str(row["mission"])))


def _course(rows: list[Row]) -> Course:
    staged = [row for row in rows if row["moment"] == STAGED]
    words = {"id": str(rows[0]["mission"]), "label": str(rows[0]["name"]), "kind": str(rows[0]["kind"])}
    readings = tuple(row for row in rows if row["moment"] != STAGED)
    return Course(**words, readings=readings, staged=staged[-1] if staged else None)


def _month(date: str) -> int:
    year, month = date.split("-")
    return int(year) * MONTHS + int(month) - 1


def plan_facts(inputs: FeasibilityInputs) -> Iterator[Record]:
    """The strength planned by every option that has a plan, by year."""
    for option in inputs.options:
        plan = PlannedStrength.of(inputs, option.id)
        for year in range(1, plan.horizon + 1):
            row = plan.row(year)
            if row is not None:
                p5, p50, p95 = plan.quantiles(year, PUBLISHED)
                yield spread_record(
                    "feasibility.planned_strength.{option}.{year}",
                    {"option": option, "year": number_of(year)},
                    label="{option}: strength planned for year {year}, as a share of the starting strength",
                    unit="share",
                    method="Drawn from the judged range of the year, or of the last year before it that has one.",
                    because=[str(row["origin"])],
                    spread=Spread(p5, p50, p95, 0.0),
                    central=float(row["central"]),
                )


def course_facts(inputs: FeasibilityInputs) -> Iterator[Record]:
    """What past peace forces kept by year, how many tell it, their surge, and what every force had staged."""
    peace = [one for one in courses(inputs) if one.kind == PEACE]
    for year in range(1, int(inputs.settings["planning_horizon"]) + 1):
        known = [(one, share) for one in peace if (share := one.share(year)) is not None]
        if known:
            yield from _by_year(year, known)
    yield from _surges(peace)
    for one in courses(inputs):
        if one.staged is not None:
            yield record(
                "feasibility.past_staged.{past_force}",
                {"past_force": one},
                label="{past_force}: troops next door before the start, as a share of the force",
                unit="share",
                method="The last reading before the start over the strength at the start.",
                because=[str(one.staged["origin"]), str(one.readings[0]["origin"])],
                value=float(one.staged["strength"]) / one.start,
            )


def _by_year(year: int, known: list[tuple[Course, float]]) -> Iterator[Record]:
    # ASSUME: a force that grew is counted as having kept its strength, since no plan is above its start.
    shares = [min(share, 1.0) for _, share in known]
    because = [row for one, _ in known for row in one.origins(year)]
    told = {"median": (HALF, "median"), "quartile": (QUARTER, "lower quartile")}
    for part, (level, words) in told.items():
        yield record(
            f"feasibility.past_strength.{part}.{{year}}",
            {"year": number_of(year)},
            label=f"strength that past peace forces had after {{year}} years, share of the start: {words}",
            unit="share",
            method="Over the forces with a reading that late, on straight lines between readings, at most 1.",
            because=because,
            value=float(np.quantile(shares, level)),
        )


def _surges(peace: list[Course]) -> Iterator[Record]:
    told = [one for one in peace if one.share(1) is not None]
    values = [1 / share for one in told if (share := one.share(1))]
    if not values:
        return
    because = [row for one in told for row in one.origins(1)]
    yield record(
        "feasibility.past_surge",
        label="troops at the start for each one a year later, past peace forces: median",
        unit="ratio",
        method="One over the share of the start that a force had after a year.",
        because=because,
        value=float(np.median(values)),
    )


def course_table(inputs: FeasibilityInputs) -> Table:
    """Every past force: its start, what was staged, and its strength by year as a share of the start."""
    years = range(1, int(inputs.settings["planning_horizon"]) + 1)
    rows = (
        [one.id, one.label, one.kind, one.start, _staged(one), *(one.share(year) for year in years)]
        for one in courses(inputs)
    )
    return table(("mission", "label", "kind", "start", "staged", *(f"after_{year}" for year in years)), rows)


def _staged(one: Course) -> float | None:
    return None if one.staged is None else float(one.staged["strength"])
