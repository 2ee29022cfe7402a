"""Facts about supply: what can be kept deployed, what is missing, and how likely each size is."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.given import Option
from peacebrief.generation.supply.supply_origins import LIKELY, fact, supply_because
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import About, Named, number_of, support_of
from peacebrief.uncertainty.replicates import standard_error

SUPPLY_METHOD = (
    "For each contributor that takes part, army times the share that states have kept deployed, less what is bound "
    "elsewhere, or what its brigades carry: one model or the other holds in each draw, by their weights. Never above "
    "the most it would send; whole soldiers, added draw by draw; none where too few framework nations take part. With "
    "every input at its central value, those counted on take part, and the number is the weighted mean of both models."
)
GAP_METHOD = "Size of the option less what can be kept deployed, draw by draw, nothing where there is enough."
REACHED_METHOD = "Share of draws in which the troops that can be kept deployed reach the size."
AT_LEVEL = "{option}, {level}"


def supply_facts(found: Contributions) -> Iterator[Record]:
    """Every option at every level of support."""
    yield record(
        "generation.settings.likely",
        label="chance from which a contributor is counted on",
        unit="probability",
        kind="probability",
        method="Chosen for the case.",
        because=[LIKELY],
        value=found.inputs.likely,
    )
    for option in found.inputs.options:
        yield record(
            "generation.size.{option}",
            {"option": option},
            label="{option}: size",
            unit="persons",
            method="Central size published for the option.",
            because=[option.origin],
            value=option.size,
        )
        for level in found.inputs.support_levels:
            yield from _of_level(found, option, support_of(level, found.inputs.patron))


def _of_level(found: Contributions, option: Option, level: Named) -> Iterator[Record]:
    tally, central = found.simulation.tally, found.central_supply(option.id, level.id)
    name = f"{option.id}.{level.id}"
    about: About = {"option": option, "level": level}
    yield spread_record(
        "generation.sustainable.{option}.{level}",
        about,
        label=f"{AT_LEVEL}: troops that can be kept deployed",
        unit="persons",
        method=SUPPLY_METHOD,
        because=supply_because(found.model, option.id, level.id),
        spread=tally.spread(f"supply.{name}"),
        central=central,
    )
    sustainable = fact(f"sustainable.{name}")
    yield spread_record(
        "generation.gap.{option}.{level}",
        about,
        label=f"{AT_LEVEL}: troops missing",
        unit="persons",
        method=GAP_METHOD,
        because=[sustainable, fact(f"size.{option.id}")],
        spread=tally.spread(f"gap.{name}"),
        central=max(option.size - central, 0.0),
    )
    told = [("curve.{option}.{level}.{size}", size, [sustainable]) for size in found.inputs.force_sizes]
    told.append(("probability.{option}.{level}", option.size, [sustainable, fact(f"size.{option.id}")]))
    for family, size, because in told:
        shares = found.simulation.shares(option.id, level.id, size)
        yield record(
            f"generation.{family}",
            {**about, "size": number_of(size)},
            label=f"{AT_LEVEL}: chance that {{size}} troops can be kept deployed",
            unit="probability",
            kind="probability",
            method=REACHED_METHOD,
            because=because,
            value=sum(shares) / len(shares),
            standard_error=standard_error(shares),
        )
