"""Duration: how long operations like this one lasted, and what the options would cost if they last as those did."""

from __future__ import annotations

from peacebrief.telling.saying import remarks
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Sentences, phrase

HORIZON = Number("feasibility.planning_horizon", "exact")
# Below one, the chance of ending falls with the years that an operation has lasted.
CONSTANT = 1


def answer(known: Known) -> Sentences:
    """How long comparable operations lasted."""
    lasting = known.number("feasibility.duration_shape") < CONSTANT
    return Sentences([
        phrase("duration.operations", count=Number("feasibility.operations.analogues", "exact")),
        phrase("duration.still_there", shares=Listed([_share(year) for year in _shown(known)])),
        phrase("duration.longer_lasts") if lasting else NOTHING,
        remarks.of(known, "garrison"),
        phrase("duration.says_nothing_of_success"),
    ])  # fmt: skip


def _shown(known: Known) -> list[int]:
    """The years that shares are told for: the second and the third, or all where there are but two."""
    years = list(known.case["feasibility"]["years"])
    return years[1:3] if years[2:] else years


def _share(year: int) -> Phrase:
    name = f"feasibility.still_there.{year}"
    return phrase(
        "duration.share_after",
        share=Number(name, "percent"),
        years=_after(year),
        low=Number(f"{name}.low", "percent"),
        high=Number(f"{name}.high", "percent"),
    )


def _after(year: int) -> Number:
    return Number(f"feasibility.years.{year}", "exact")


def of_option(known: Known, option: str) -> Sentences:
    """How long operations like an option lasted, and what it would cost if it lasts as they did."""
    shares = [
        phrase("duration.there_after", share=Number(f"feasibility.still_there.{year}", "percent"), years=_after(year))
        for year in _shown(known)
    ]
    cost = Number(f"feasibility.horizon_cost.{option}", "p50")
    return Sentences([
        phrase("duration.were_there", shares=Listed(shares)),
        phrase("duration.if_it_lasts", euros=cost, years=HORIZON),
    ])  # fmt: skip


def horizon_cost(known: Known) -> Phrase:
    """What the options would cost within the planning horizon, if they last as past operations did."""
    costs = [
        phrase("duration.cost", euros=Number(f"feasibility.horizon_cost.{row['id']}", "p50"), option=row["in_sentence"])
        for row in known.options
    ]
    return phrase("duration.if_they_last", years=HORIZON, costs=Listed(costs))
