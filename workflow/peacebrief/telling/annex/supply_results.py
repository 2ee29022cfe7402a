"""Supply in the annex: what is used up, what losses leave, what the options cost, and what was expected of all that."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.telling.answers.supply import REFERENCE, calm, in_posture, postures, stock_days
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Listed, Number, Opening, Phrase, Pointer, Row, Ruling, Said, phrase

SUPPLIES = ("fuel", "provisions", "ammunition", "total")
# Fewer trains a day than this are too seldom to count by the day.
SELDOM = 0.05
# What is lost one by one; what is lost together is told only of countries that are named as supply lines.
ALONE = frozenset({"none", "country", "mode"})
# The ids of the readings that were put to the test; what stands below one of them belongs to it.
READINGS = "logistics.hypothesis."


def needs(known: Known) -> Phrase:
    """What each soldier would need from across the border, with its range, in each posture."""
    return phrase("supply_results.needs", needs=Listed([_need(known, posture) for posture in postures(known)]))


def _need(known: Known, posture: str) -> Phrase:
    mass, span = (Number(f"logistics.demand.{posture}", form) for form in ("p50", "range"))
    return phrase("supply_results.need", mass=mass, posture=in_posture(known, posture), range=span)


def daily_supplies(known: Known) -> list[Row]:
    """What would cross the border each day: each size, each kind of supply."""
    sizes = known.case["logistics"]["sizes"]
    return [_daily(known, size, supplies) for size in sizes for supplies in SUPPLIES]


def _daily(known: Known, size: int, supplies: str) -> Row:
    cells: list[Said | None] = [Number(f"logistics.size.{size}", "exact"), phrase(f"supply_results.{supplies}")]
    for posture in postures(known):
        end = f"{posture}.{size}.{supplies}"
        trains = f"logistics.trains.{end}"
        seldom = known.number(trains) < SELDOM
        cells += [Number(f"logistics.tonnes.{end}", "p50"), None if seldom else Number(trains, "p50")]
        cells.append(Number(f"logistics.lorries.{end}", "p50"))
    return Row(cells)


def losses(known: Known) -> list[Row]:
    """What each loss leaves, and the days until the first stock-out."""
    first = postures(known)[0]
    rows = known.rows("losses", capacity_case="central", posture=first)
    found = [row for row in rows if known.has(f"logistics.remaining.{row['loss']}.{first}")]
    return [_loss(known, row) for row in found if _is_told(known, row)]


def _is_told(known: Known, row: Record) -> bool:
    """Losses of one kind alone, and of the countries that the case was asked about; of all where it names none."""
    named = {str(corridor["country"]).lower() for corridor in known.rows("corridors", in_article=1)}
    return row["kind"] in ALONE or not named or named.issuperset(row["loss"].split("+"))


def _loss(known: Known, row: Record) -> Row:
    loss, first = row["loss"], postures(known)[0]
    central, low = (Number(f"logistics.{name}.{loss}.{first}", "percent") for name in ("remaining", "remaining_low"))
    extra = Number(f"logistics.extra_cost.{loss}.{first}", "significant")
    cost = extra if known.has(extra.fact) else phrase("supply_results.not_all_carried")
    return Row([
        Opening(row["label"]), central, low,
        *_days(known, "stockout_days", loss), *_days(known, "stockout_days_low", loss), cost,
    ])  # fmt: skip


def _days(known: Known, name: str, loss: str) -> Sequence[Said]:
    return [stock_days(known, f"logistics.{name}.{loss}.{posture}") for posture in postures(known)]


def option_costs(known: Known) -> list[Row]:
    """What each option would use up and cost."""
    return [_costs(known, row) for row in known.options]


def _costs(known: Known, row: Record) -> Row:
    option, size = row["id"], f"logistics.option_size.{row['id']}"
    troops = Number(size, "p50" if known.fact(size).kind == "quantiles" else "significant")
    return Row([
        row["label"], troops, known.case["logistics"]["postures"][row["posture"]]["label"],
        Number(f"logistics.option_tonnes.{option}", "median_and_range"),
        Number(f"logistics.cost_per_year.{option}", "median_and_range"),
        Number(f"logistics.deployment_cost.{option}", "p50"),
    ], option=option)  # fmt: skip


def option_arrivals(known: Known) -> list[Row]:
    """How long each option takes: all from home, with a part staged next door, and once past misses are counted."""
    return [_arrival(known, row) for row in known.options if known.has(f"logistics.option_arrival.{row['id']}")]


def _arrival(known: Known, row: Record) -> Row:
    option = row["id"]
    share = Number(f"logistics.staged_share.{option}", "percent")
    missed = Number(f"logistics.option_arrival_with_misses.{option}", "range")
    return Row([
        row["label"],
        share if known.has(share.fact) else None,
        Number(f"logistics.staged_in_place.{option}", "median_and_range") if known.has(share.fact) else None,
        Number(f"logistics.option_arrival_from_home.{option}", "median_and_range"),
        Number(f"logistics.option_arrival.{option}", "median_and_range"),
        missed if known.has(missed.fact) else None,
    ], option=option)  # fmt: skip


def crossing_use(known: Known) -> Phrase:
    """How much of what the crossings give would be taken by arriving units, and by supplies."""
    use = "logistics.crossing_use"
    return phrase(
        "supply_results.crossing_use",
        units=Number(f"{use}.deployment", "percent"),
        size=REFERENCE,
        posture=calm(known),
        supplies=Number(f"{use}.{postures(known)[0]}", "percent"),
    )


def readings(known: Known) -> list[Phrase]:
    """Readings that an earlier calculation had suggested, each with its verdict."""
    return [
        phrase("supply_results.reading", reading=fact.called, verdict=Ruling(name))
        for name, fact in known.facts.items()
        if name.startswith(READINGS) and "." not in name.removeprefix(READINGS)
    ]


def what_use_means(_: Known) -> Phrase:
    """Where it stands what a rate of use means."""
    table, figure = Pointer("table", "daily_supplies"), Pointer("figure", "demand")
    return phrase("supply_results.what_use_means", table=table, figure=figure)
