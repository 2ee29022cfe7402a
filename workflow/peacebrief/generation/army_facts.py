"""Facts about armies: what share of them the size of an option would tie up, and the trends of armed forces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.given import GenerationInputs, Option
from peacebrief.generation.growth.strength_trend import Change, change
from peacebrief.generation.share_tied_up import TiedUp
from peacebrief.generation.supply.supply_driver import RATIO
from peacebrief.generation.supply.supply_origins import assumed, counting_because, fact, kept_because
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import About, Named, fact_id, word
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty.replicates import Spread


def army_facts(found: Contributions, tied: TiedUp) -> Iterator[Record]:
    """Every option, with the armies counted on as planned."""
    for option in found.inputs.options:
        limiting = [one.contributor for one in found.inputs.members_of(option.id) if one.most is None]
        armies = [found.inputs.states[name].origin for name in limiting]
        yield record(
            "generation.counted_on_army.{option}",
            {"option": option},
            label="{option}: armies of those counted on",
            unit="persons",
            method="Armies of contributors counted on, added, without those that have said the most they would send.",
            because=[*armies, *counting_because(found.model, option.id)],
            value=tied.armies[option.id],
        )
        yield _share_needed(found, tied, option)


def _share_needed(found: Contributions, tied: TiedUp, option: Option) -> Record:
    # What contributors with a most keep deployed is taken off the size.
    capped = sorted(one.contributor for one in found.inputs.members_of(option.id) if one.most is not None)
    sources = [fact(f"{name}.{option.id}") for name in ("size", "counted_on_army", "armies")]
    spread = tied.tally.spread(option.id)
    return spread_record(
        "generation.share_needed.{option}",
        {"option": option},
        label="{option}: share of the armies counted on that its size would tie up",
        unit="share",
        method="Size less contingents with a stated most, times the rotation ratio over armies; one is all or more.",
        because=[*sources, *assumed(found.model, (RATIO,)), *kept_because(found.model, capped)],
        spread=_at_most_one(spread),
        central=tied.central[option.id],
    )


def _at_most_one(spread: Spread) -> Spread:
    """The spread less the rounding of its histogram (0.05 per cent)."""
    return Spread(min(spread.p5, 1.0), min(spread.p50, 1.0), min(spread.p95, 1.0), spread.standard_error)


def trend_facts(inputs: GenerationInputs) -> Iterator[Record]:
    """The change from the first to the last count of every series of a state."""
    ordered = sorted(inputs.strengths, key=lambda one: (one[0], one[1].series, one[1].year))
    # A state of another case may be spelt in two ways; facts call it by one.
    called = {contributor: one.country for contributor, one, _ in reversed(ordered)}
    for (contributor, series), group in groupby(ordered, key=lambda one: (one[0], one[1].series)):
        counts = list(group)
        if len(counts) > 1:
            (_, first, first_row), (_, last, last_row) = counts[0], counts[-1]
            state = Named(contributor, country_in_sentence(called[contributor]))
            about = {"contributor": state, "series": word(series)}
            yield from _trend(about, change(first=first, last=last), (first_row, last_row))


def _trend(about: About, trend: Change, rows: tuple[str, str]) -> Iterator[Record]:
    years = {"first": word(str(trend.first)), "last": word(str(trend.last))}
    yield record(
        "generation.trend.{contributor}.{series}",
        {**about, **years},
        label="{contributor}: change of its active forces from {first} to {last}",
        unit="share",
        method="Last count of the series over its first count, less one: active forces, not armies.",
        because=rows,
        value=trend.share,
    )
    if trend.share < 0:
        yield record(
            "generation.fall.{contributor}.{series}",
            {**about, **years},
            label="{contributor}: fall of its active forces from {first} to {last}",
            unit="share",
            method="The change without its sign.",
            because=[f"fact:{fact_id('generation.trend.{contributor}.{series}', about)}"],
            value=-trend.share,
        )
