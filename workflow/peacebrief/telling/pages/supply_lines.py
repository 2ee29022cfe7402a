"""Supply in the brief: what a soldier needs, and the largest force that the routes could feed."""

from __future__ import annotations

from peacebrief.telling.answers.supply import in_posture, postures
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Row, Said, phrase


def needs(known: Known) -> Phrase:
    """What each soldier would need from across the border, in each posture."""
    told = [
        phrase("supply_lines.need", mass=Number(f"logistics.demand.{one}", "p50"), posture=in_posture(known, one))
        for one in postures(known)
    ]
    return phrase("supply_lines.needs", needs=Listed(told))


def largest_force(known: Known) -> list[Row]:
    """The largest force that the routes could keep supplied, a row for each posture."""
    return [_largest(known, posture) for posture in postures(known)]


def _largest(known: Known, posture: str) -> Row:
    logistics = known.case["logistics"]
    cases = [Number(f"logistics.largest_force.{case}.{posture}", "significant") for case in ("low", "central", "high")]
    chance = f"logistics.probability_supplied.{logistics['reference_size']}.{posture}"
    return Row([
        logistics["postures"][posture]["label"], *cases,
        Number(f"logistics.largest_force_drawn.{posture}", "median_and_range"), Number(chance, "percent"),
    ])  # fmt: skip


def mostly_declared(known: Known) -> Said:
    """That most capacities are declared, where they are."""
    declared, links = (known.number(f"evidence.quality.{name}") for name in ("links_declared", "links"))
    return phrase("supply_lines.mostly_declared") if 2 * declared > links else NOTHING
