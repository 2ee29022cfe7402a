"""Facts about the two models of supply: what each says by itself, how much it weighs, and how likely sizes are."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.given import Option
from peacebrief.generation.supply.membership import brigade_rows
from peacebrief.generation.supply.supply_driver import (
    BRIGADE_WEIGHT,
    BY_BRIGADES,
    BY_SHARE,
    MIXTURE,
    MODEL_LABELS,
)
from peacebrief.generation.supply.supply_origins import (
    LIKELY,
    assumed,
    brigades_because,
    fact,
    supply_under_because,
    taking_because,
)
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import About, Named, number_of, support_of
from peacebrief.uncertainty.replicates import standard_error

WEIGHT_METHOD = "Chosen: the chance that this model is the one that holds, for all contributors together."
UNDER_METHODS = {
    BY_SHARE: (
        "Army times the share that states have kept deployed, less what is bound elsewhere, of those who take part and "
        "no more than each would send, as if this model always held."
    ),
    BY_BRIGADES: (
        "Brigades of those who take part times the strength of a brigade over the share of the force that is in "
        "brigades, whole soldiers and no more than each has named, as if this model always held."
    ),
}
BRIGADE_METHOD = "Brigades that each contributor that takes part could keep deployed, added draw by draw."
AT_LEAST_METHOD = "Share of draws in which the troops that can be kept deployed reach the size, under this model."


def model_facts(found: Contributions) -> Iterator[Record]:
    """The weights, and each option under each of the models that it has."""
    for by in (BY_SHARE, BY_BRIGADES):
        yield record(
            "generation.model_weight.{model}",
            {"model": named(by)},
            label="weight of the {model}",
            unit="probability",
            kind="probability",
            method=WEIGHT_METHOD,
            because=assumed(found.model, [BRIGADE_WEIGHT]),
            value=found.model.weight(by),
        )
    for option in found.inputs.options:
        models = found.model.members[option.id].models
        for by in models:
            yield from _under(found, option, by)
        if BY_BRIGADES in models:
            yield _brigades(found, option)
        for by in (*models, MIXTURE):
            yield from _sizes(found, option, by)


def named(by: str) -> Named:
    """A model of supply as what a fact is about."""
    return Named(by, MODEL_LABELS[by])


def _under(found: Contributions, option: Option, by: str) -> Iterator[Record]:
    about: About = {"option": option, "model": named(by)}
    yield spread_record(
        "generation.supply_under.{option}.{model}",
        about,
        label="{option}: troops that can be kept deployed by the {model}",
        unit="persons",
        method=UNDER_METHODS[by],
        because=[*supply_under_because(found.model, option.id, option.support_level, by), LIKELY],
        spread=found.simulation.tally.spread(f"supply_under.{by}.{option.id}"),
        central=found.central_supply(option.id, option.support_level, by),
    )
    shares = found.simulation.shares(option.id, option.support_level, option.size, under=by)
    yield record(
        "generation.reaches.{option}.{model}",
        about,
        label="{option}: chance that its size can be kept deployed by the {model}",
        unit="probability",
        kind="probability",
        method=AT_LEAST_METHOD,
        because=[fact(f"supply_under.{option.id}.{by}"), fact(f"size.{option.id}")],
        value=sum(shares) / len(shares),
        standard_error=standard_error(shares),
    )


def _sizes(found: Contributions, option: Option, by: str) -> Iterator[Record]:
    for level in found.inputs.support_levels:
        because = _supply(found, option, level, by)
        for size in found.inputs.supply_sizes:
            shares = found.simulation.shares(option.id, level, size, under=by)
            about: About = {
                "size": number_of(size),
                "option": option,
                "level": support_of(level, found.inputs.patron),
                "model": named(by),
            }
            yield record(
                "generation.supply_at_least.{size}.{option}.{level}.{model}",
                about,
                label="{option}, {level}: chance that {size} troops can be kept deployed by the {model}",
                unit="probability",
                kind="probability",
                method=AT_LEAST_METHOD,
                because=because,
                value=sum(shares) / len(shares),
                standard_error=standard_error(shares),
            )


def _supply(found: Contributions, option: Option, level: str, by: str) -> list[str]:
    """What the supply at a level came from: the fact of it, where there is one."""
    if by == MIXTURE:
        return [fact(f"sustainable.{option.id}.{level}")]
    if level == option.support_level:
        return [fact(f"supply_under.{option.id}.{by}")]
    return list(supply_under_because(found.model, option.id, level, by))


def _brigades(found: Contributions, option: Option) -> Record:
    model, plan = found.model, found.planned(option.id)
    because = [*taking_because(model, option.id, option.support_level), *brigades_because(model, option.id), LIKELY]
    because += [row.origin for row in brigade_rows(found.inputs, option.id)]  # without a share there is no such number
    return spread_record(
        "generation.brigades.{option}",
        {"option": option},
        label="{option}: brigades that can be kept deployed",
        unit="brigades",
        method=BRIGADE_METHOD,
        because=because,
        spread=found.simulation.tally.spread(f"brigades.{option.id}"),
        central=model.central_brigades(option.id, plan.counted_on if plan.led else ()),
    )
