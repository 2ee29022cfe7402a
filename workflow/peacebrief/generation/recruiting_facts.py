"""Facts about what would close a gap: soldiers, recruits, years and money, and the trends of armed forces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.gap_closure import COST, INTAKE, LOSS, WASTAGE, Recruiting
from peacebrief.generation.given import GenerationInputs, Option
from peacebrief.generation.growth.strength_trend import Change, change
from peacebrief.generation.supply.supply_driver import RATIO
from peacebrief.generation.supply.supply_origins import assumed, counting_because, fact, kept_because
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import About, Named, fact_id, word
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty.replicates import Spread

SETTINGS = {
    "closing_years": "time in which recruiting is asked to close a gap",
    "longest_wait": "years after which recruiting counts as never closing a gap",
}
MEASURES: dict[str, tuple[str, str, str, tuple[str, ...], tuple[str, ...]]] = {
    "share_needed": (
        "share of the armies counted on that its size would tie up",
        "share",
        "Size less contingents with a stated most, times the rotation ratio over the armies; one is all or more.",
        ("size", "counted_on_army", "armies"),
        (RATIO,),
    ),
    "soldiers_missing": (
        "soldiers by which armies would have to grow",
        "persons",
        "Size less what those counted on can keep deployed, over the share of armies that they keep deployed.",
        ("size", "counted_on_army", "armies"),
        (),
    ),
    "recruits": (
        "recruits a year beyond replacement",
        "persons",
        "Armies counted on times the share that they can take in beyond replacing losses.",
        ("counted_on_army",),
        (INTAKE,),
    ),
    "recruits_needed": (
        "recruits a year beyond replacement that would close the gap in time",
        "persons",
        "Recruits a year that bring the soldiers missing in the time asked for, less those that only replace losses.",
        ("counted_on_army", "soldiers_missing", "closing_years"),
        (LOSS, WASTAGE),
    ),
    "years": (
        "years until recruits close the gap",
        "years",
        "Armies stepped year by year with recruits less training wastage; the longest wait stands for that or more.",
        ("counted_on_army", "soldiers_missing", "recruits", "longest_wait"),
        (LOSS, WASTAGE),
    ),
    "spending": (
        "yearly cost of the soldiers missing",
        "EUR_2025_per_year",
        "Soldiers missing times the yearly cost of one more soldier.",
        ("soldiers_missing",),
        (COST,),
    ),
}


def recruiting_facts(found: Contributions, recruited: Recruiting) -> Iterator[Record]:
    """Every option, with the armies counted on as planned."""
    for name, label in SETTINGS.items():
        yield record(
            f"generation.settings.{name}",
            label=label,
            unit="years",
            method="Chosen for the case.",
            because=[f"table:case.yaml#generation.{name}"],
            value=getattr(found.inputs, name),
        )
    for option in found.inputs.options:
        growing = [one.contributor for one in found.inputs.members_of(option.id) if one.most is None]
        armies = [found.inputs.states[name].origin for name in growing]
        yield record(
            "generation.counted_on_army.{option}",
            {"option": option},
            label="{option}: armies of those counted on",
            unit="persons",
            method="Armies of contributors counted on, added, without those that have said the most they would send.",
            because=[*armies, *counting_because(found.model, option.id)],
            value=recruited.armies[option.id],
        )
        yield from _measures(found, recruited, option)


def _measures(found: Contributions, recruited: Recruiting, option: Option) -> Iterator[Record]:
    members = found.inputs.members_of(option.id)
    # Of armies that may grow the share is what is asked for; what the others keep deployed is taken off the size.
    shares = {
        "soldiers_missing": [one.contributor for one in members],
        "share_needed": [one.contributor for one in members if one.most is not None],
    }
    for name, (label, unit, method, facts, taken) in MEASURES.items():
        kept = kept_because(found.model, sorted(shares.get(name, ())))
        spread = recruited.tally.spread(f"{name}.{option.id}")
        yield spread_record(
            f"generation.{name}.{{option}}",
            {"option": option},
            label=f"{{option}}: {label}",
            unit=unit,
            method=method,
            because=[*(_source(source, option) for source in facts), *assumed(found.model, taken), *kept],
            spread=_exact(spread, unit),
            central=recruited.central[f"{name}.{option.id}"],
        )


def _source(name: str, option: Option) -> str:
    return fact(f"settings.{name}" if name in SETTINGS else f"{name}.{option.id}")


def _exact(spread: Spread, unit: str) -> Spread:
    """The spread less the rounding of its histogram (0.05 per cent): whole years, and shares of one at most."""
    parts = (spread.p5, spread.p50, spread.p95)
    if unit == "years":
        parts = (round(spread.p5), round(spread.p50), round(spread.p95))
    if unit == "share":
        parts = (min(spread.p5, 1.0), min(spread.p50, 1.0), min(spread.p95, 1.0))
    return Spread(*parts, spread.standard_error)


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
