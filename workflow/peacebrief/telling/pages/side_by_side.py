"""The options side by side: a row for each question, a cell for each option."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import failing_somewhere, place
from peacebrief.telling.saying.said import NOTHING, Number, Opening, Row, Ruling, Said, phrase
from peacebrief.telling.versions import standing

# What the row of an option says of who would act, and by what right.
TOLD = ("lead", "mandate_route", "governments_did")


def _line(known: Known, label: Said, cell: Callable[[Record], Said]) -> Row:
    """A question, and the answer for each option."""
    return Row([label, *(cell(row) for row in known.options)])


def _planned(known: Known, family: str, form: str) -> Callable[[Record], Number]:
    """A fact of each option at the level of support that it is planned with."""
    return lambda row: Number(f"{family}{place(known, row['id'])}", form)


def verdicts(known: Known) -> list[Row]:
    """The verdict as planned, how firmly it stands, and the verdict at each level of support."""
    return [
        _line(known, phrase("side_by_side.as_planned"), lambda row: Ruling(f"feasibility.verdict{_at(known, row)}")),
        _line(known, phrase("side_by_side.stands"), lambda row: standing.cell(known, row["id"])),
        *(_by_level(known) if known.graded else ()),
        _line(
            known,
            phrase("side_by_side.confidence"),
            lambda row: Number(f"feasibility.confidence.{row['id']}", "words"),
        ),
    ]


def _by_level(known: Known) -> Iterator[Row]:
    yield _line(known, phrase("side_by_side.planned_with"), lambda row: _level_of(known, row))
    yield from (_at_level(known, level) for level in known.levels)


def _at(known: Known, row: Record) -> str:
    return place(known, row["id"])


def _level_of(known: Known, row: Record) -> str:
    return str(known.case["support_levels"][row["support_level"]]["label"])


def _at_level(known: Known, level: str) -> Row:
    def ruled(row: Record) -> Said:
        at = f"{row['id']}.{level}"
        chance, verdict = Number(f"feasibility.joint.{at}", "percent"), Number(f"feasibility.verdict.{at}", "words")
        return phrase("side_by_side.ruled", chance=chance, verdict=verdict)

    return _line(known, Opening(known.case["support_levels"][level]["phrase"]), ruled)


def troops(known: Known) -> list[Row]:
    """The size judged beside what the task would take and what there would be."""
    return [
        _line(known, phrase("side_by_side.judged"), lambda row: Number(f"generation.size.{row['id']}", "exact")),
        _line(known, phrase("side_by_side.task"), lambda row: Number(f"sizing.force.{row['role']}", "range")),
        _line(known, phrase("side_by_side.kept"), _planned(known, "generation.sustainable", "median_and_range")),
        _line(known, phrase("side_by_side.missing"), _planned(known, "generation.gap", "p50")),
        _line(known, phrase("side_by_side.would_hold"), lambda row: _held(known, row)),
    ]


def _held(known: Known, row: Record) -> Said:
    held = f"feasibility.size_held{_at(known, row)}"
    return Number(held, "significant") if known.has(held) else NOTHING


def gates(known: Known) -> list[Row]:
    """The chance of passing each gate that can fail, as planned."""
    return [
        _line(known, gate["label"], _planned(known, f"feasibility.gate.{gate['id']}", "percent"))
        for gate in failing_somewhere(known)
    ]


def cost_and_risk(known: Known) -> list[Row]:
    """What a year costs, and the risk that is left."""
    return [
        _line(
            known,
            phrase("side_by_side.cost"),
            lambda row: Number(f"logistics.cost_per_year.{row['id']}", "median_and_range"),
        ),
        _line(known, phrase("side_by_side.risk"), _planned(known, "feasibility.risk_with_force", "percent")),
    ]


def who(known: Known) -> list[Row]:
    """Who would act, by what right, and what governments did."""
    return [_line(known, phrase(f"side_by_side.{cell}"), itemgetter(cell)) for cell in TOLD]
