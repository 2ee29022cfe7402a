"""Plans of options beside what past forces did: staged next door, at full strength, and by year after the start."""

from __future__ import annotations

from peacebrief.facts.rounding import percent
from peacebrief.telling.annex.evidence_cells import anchor, basis, chance, short_name, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Number, Row


def past_strengths(known: Known) -> list[Row]:
    """What past forces had staged, at the start and later; nothing where the case has no such table."""
    cells = ("name", "kind", "moment", "date", "strength")
    return [
        Row(
            [*(row[cell] for cell in cells), basis(row), source(row["source"]), row["note"]],
            anchor("mission_strengths", row["id"]),
        )
        for row in known.tables.get("mission_strengths", ())
    ]


def courses(known: Known) -> list[Row]:
    """Past forces by year as shares of their start, those of peace first."""
    rows = sorted(known.tables["mission_courses"], key=lambda row: row["kind"])
    years = [f"after_{year}" for year in course_years(known)]
    return [
        Row([row["label"], row["kind"], row["start"], row["staged"], *(_of_start(row[year]) for year in years)])
        for row in rows
    ]


def course_years(known: Known) -> list[str]:
    """The years that past forces are told by."""
    rows = known.tables["mission_courses"]
    return [name.removeprefix("after_") for name in (rows[0] if rows else {}) if name.startswith("after_")]


def _of_start(share: float | None) -> str | None:
    return None if share is None else percent(share)


def planned(known: Known) -> list[Row]:
    """The strength planned by option and year, and what past peace forces had then."""
    return [_planned(known, row) for row in known.tables.get("planned_strength", ())]


def _planned(known: Known, row: Record) -> Row:
    past = [f"feasibility.past_strength.{part}.{row['year']}" for part in ("quartile", "median")]
    told = [Number(name, "percent") if known.has(name) else None for name in past]
    return Row([
        short_name(known, row["option"]), row["year"], chance(row), *told, basis(row), row["note"]
    ], anchor("planned_strength", row["option"], str(row["year"])))  # fmt: skip


def staged(known: Known) -> list[Row]:
    """The share of each option that stands next door when the ceasefire is signed."""
    return [
        Row([short_name(known, row["option"]), chance(row), basis(row), row["note"]], anchor("staged", row["option"]))
        for row in known.tables.get("staged", ())
    ]
