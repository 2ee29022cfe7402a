"""Registers of facts that differ in two subjects, most of them tables whose cells are where their facts are told."""

from __future__ import annotations

from collections.abc import Iterable

from peacebrief.facts.basis import CALLED
from peacebrief.telling.answers.limits import recalled_behind, rests_on_most
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.labels import quantities
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.said import NOTHING, Cell, Number, Opening, Placed, Row, Said, phrase

CLASSES = ("fuel", "provisions", "ammunition", "total")
# What a loss is told with: measures at central capacities, and at pessimistic ones.
LEFT = ("remaining", "remaining_low")
LASTING = ("stockout_days", "stockout_days_low")
COST = ("extra_cost",)
OF_ALL, BEHIND = "evidence.basis.", "evidence.behind_verdict."


def sensitivity(known: Known) -> list[Row]:
    """The share of the spread of each role that each input explains by itself."""
    labels = quantities(known)
    names = dict.fromkeys(str(row["quantity"]) for row in known.tables["sensitivity"])
    return [Row([labels[name], phrase("fact_tables.sensitivity", input=name), *_shares(known, name)]) for name in names]


def _shares(known: Known, name: str) -> list[Cell]:
    return [_placed(known, f"sizing.sensitivity.{role}.{name}", "percent") for role in known.case["roles"]]


def bases(known: Known) -> list[Row]:
    """How many inputs are known in each way, the firmest first: of all tables, and behind each verdict as planned."""
    ways = {name.removeprefix(OF_ALL) for name in known.facts if name.startswith(OF_ALL)}
    told = [*(way for way in CALLED if way in ways), *sorted(ways - CALLED.keys())]
    counts = [OF_ALL, *(f"{BEHIND}{row['id']}." for row in known.options)]
    return [Row([Opening(CALLED.get(way, way)), *(_number(known, f"{of}{way}") for of in counts)]) for way in told]


def recalled(known: Known) -> Said:
    """The inputs behind the verdict that most stand behind that are recalled, by their names; nothing without any."""
    most = rests_on_most(known)
    rows = recalled_behind(known, most)
    return phrase("fact_tables.recalled", option=most["in_sentence"], rows=rows) if rows.parts else NOTHING


def _number(known: Known, fact: str) -> Cell:
    """A count told elsewhere too; nothing where there is none."""
    return Number(fact, "exact") if known.has(fact) else None


def by_size(known: Known, measure: str) -> list[Row]:
    """What a force uses up, or needs, by its size and by class of supply, a column for each posture."""
    return [
        Row(
            [
                _supplied(known, size, group),
                *_by_posture(known, f"logistics.{measure}", f"{size}.{group}", "median_and_range"),
            ]
        )
        for size in known.case["logistics"]["sizes"]
        for group in CLASSES
    ]


def _supplied(known: Known, size: int, group: str) -> Said:
    return phrase(f"fact_tables.{group}", troops=spell(known.fact(f"logistics.size.{size}"), "exact"))


def _by_posture(known: Known, family: str, row: str, form: str) -> list[Cell]:
    return [_placed(known, f"{family}.{posture}.{row}", form) for posture in known.case["logistics"]["postures"]]


def left(known: Known) -> list[Row]:
    """The share of the largest force that is left after each loss."""
    return _after_losses(known, LEFT, "percent")


def lasting(known: Known) -> list[Row]:
    """How long stocks last after each loss."""
    return _after_losses(known, LASTING, "auto")


def dearer(known: Known) -> list[Row]:
    """What each loss adds to the cost of transport."""
    return _after_losses(known, COST, "auto")


def _after_losses(known: Known, measures: Iterable[str], form: str) -> list[Row]:
    postures = list(known.case["logistics"]["postures"])
    rows = known.rows("losses", capacity_case="central", posture=postures[0])
    told = [row for row in rows if known.has(f"logistics.remaining.{row['loss']}.{postures[0]}")]
    return [Row([_lost(row), *_cells(known, measures, row, form)]) for row in told]


def _cells(known: Known, measures: Iterable[str], row: Record, form: str) -> list[Cell]:
    families = [f"logistics.{measure}.{row['loss']}" for measure in measures]
    postures = known.case["logistics"]["postures"]
    return [_placed(known, f"{family}.{posture}", form) for family in families for posture in postures]


def _lost(row: Record) -> Said:
    return phrase("fact_tables.loss", loss=Opening(row["label"]), name=row["loss"])


def _placed(known: Known, fact: str, form: str) -> Cell:
    """A fact told here; nothing where there is no such fact."""
    return Placed(fact, form) if known.has(fact) else None
