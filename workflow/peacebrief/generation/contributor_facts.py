"""Facts about contributors: the chance that each takes part, what every army could keep deployed, and who sends what.

Public support is net support for sending own troops, by contributor, from comparable polls only. Who sends what is the
allocation as planned, with shares of armies, quotas, and gaps by type of force.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.contributions import Contributions, allocation_because
from peacebrief.generation.given import Option
from peacebrief.generation.supply.contribution import sustained_force
from peacebrief.generation.supply.membership import HOUSE, comparable_polls
from peacebrief.generation.supply.supply_driver import RATIO, SHARE
from peacebrief.generation.supply.supply_origins import assumed, chance_because, counting_because, fact
from peacebrief.generation.support.comparable_poll import smallest_sample
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.sampled import tie_rows
from peacebrief.reasoning.subject import Named, Subject, word
from peacebrief.uncertainty.replicates import standard_error

CHANCE_METHOD = (
    "Chance of its position at the level the option was planned with, moved by net support where polls are comparable; "
    "share of draws."
)
SUSTAIN_METHOD = "Army times deployable share over rotation ratio, draw by draw, if it took part."

NET_METHOD = (
    "Support less opposition in polls that ask for own troops after a ceasefire, pooled within and over pollsters by "
    "precision; 90 per cent interval with house effects."
)

ALLOCATED_METHOD = (
    "Largest force up to the size that those counted on can keep deployed, within limits by type, smallest contingents "
    "and framework nations: a program solved to proven optimality at the central share and ratio."
)
DEPLOYED_METHOD = "The fairest way to share that force: the largest share of an army as small as can be, then the next."
SHARE_METHOD = "Troops deployed times the rotation ratio over the army: deployed, preparing and recovering together."
QUOTA_METHOD = "Size of the option shared in proportion to the armies by largest remainders, within their limits."


def contributor_facts(found: Contributions) -> Iterator[Record]:
    """Every member of every option, and every army by itself."""
    for option in found.inputs.options:
        yield from _members(found, option)
        yield from _chances(found, option)
    for state in found.inputs.states.values():
        yield _sustain(found, state, state.army, state.origin)
    for name, army in found.inputs.known_armies.items():
        army_of = Named(name, name.replace("_", " "))
        yield _sustain(found, army_of, army, f"table:comparators.csv#{name}")


def _members(found: Contributions, option: Option) -> Iterator[Record]:
    inputs, members = found.inputs, found.inputs.members_of(option.id)
    states = [inputs.states[member.contributor] for member in members]
    yield record(
        "generation.armies.{option}",
        {"option": option},
        label="{option}: armies of all who may send troops",
        unit="persons",
        method="Strengths of their armies, added.",
        because=[*(state.origin for state in states), *(member.origin for member in members)],
        value=sum(state.army for state in states),
    )
    loadings = [inputs.ties[f"position.{state.id}"] for state in states if f"position.{state.id}" in inputs.ties]
    if loadings:
        rows = [row for state in states for row in tie_rows(inputs.ties, f"position.{state.id}")]
        yield record(
            "generation.common_will.{option}",
            {"option": option},
            label="{option}: how strongly contributors decide alike",
            unit="share",
            method="Mean loading of the contributors' decisions on their common factor.",
            because=[*(member.origin for member in members), *rows],
            value=sum(tie.loading for tie in loadings) / len(loadings),
        )


def _chances(found: Contributions, option: Option) -> Iterator[Record]:
    plan = found.planned(option.id)
    for name, shares in plan.chances.items():
        yield record(
            "generation.chance.{option}.{contributor}",
            {"option": option, "contributor": found.inputs.states[name]},
            label="{option}: chance that {contributor} takes part",
            unit="probability",
            kind="probability",
            method=CHANCE_METHOD,
            because=chance_because(found.model, option.id, option.us_level, name),
            value=plan.chance(name),
            standard_error=standard_error(shares),
        )
    yield record(
        "generation.contributors.{option}",
        {"option": option},
        label="{option}: contributors counted on",
        unit="count",
        method="Contributors whose chance at the central point reaches the one from which they are counted on.",
        because=counting_because(found.model, option.id),
        value=len(plan.counted_on),
    )


def _sustain(found: Contributions, contributor: Subject, army: float, origin: str) -> Record:
    middle = {quantity: found.model.sampled[quantity].central for quantity in (SHARE, RATIO)}
    return spread_record(
        "generation.sustain.{contributor}",
        {"contributor": contributor},
        label="{contributor}: troops its army can keep deployed",
        unit="persons",
        method=SUSTAIN_METHOD,
        because=[origin, *assumed(found.model, (SHARE, RATIO))],
        spread=found.simulation.tally.spread(f"sustain.{contributor.id}"),
        central=sustained_force(army=army, share=middle[SHARE], ratio=middle[RATIO]),
    )


def support_facts(found: Contributions) -> Iterator[Record]:
    """The smallest sample, which stands for those not published, and net support by contributor."""
    inputs = found.inputs
    polls = comparable_polls(inputs)
    if not polls:
        return
    yield record(
        "generation.smallest_sample",
        label="smallest published sample of a comparable poll",
        unit="persons",
        method="Least of the published samples; it stands for a sample that was not published.",
        because=[origin for poll, origin in polls if poll.sample is not None],
        value=smallest_sample([poll for poll, _ in polls]),
    )
    for name, support in found.model.support.items():
        own = [(poll, origin) for poll, origin in polls if poll.country == name]
        hidden = [fact("smallest_sample")] if any(poll.sample is None for poll, _ in own) else []
        yield record(
            "generation.net_support.{contributor}",
            {"contributor": inputs.states[name]},
            label="{contributor}: net support for sending own troops after a ceasefire",
            unit="points",
            kind="quantiles",
            method=NET_METHOD,
            because=[*(origin for _, origin in own), *hidden, *assumed(found.model, [HOUSE])],
            p5=support.low,
            p50=support.net,
            p95=support.high,
            central=support.net,
        )


def burden_facts(found: Contributions) -> Iterator[Record]:
    """Every option at the level it was planned with."""
    for option in found.inputs.options:
        yield from _force(found, option)
        yield from _contingents(found, option)


def _force(found: Contributions, option: Option) -> Iterator[Record]:
    allocation = found.planned(option.id).allocation
    yield record(
        "generation.allocated.{option}",
        {"option": option},
        label="{option}: troops of those counted on",
        unit="persons",
        method=ALLOCATED_METHOD,
        because=allocation_because(found.model, option.id),
        value=allocation.force,
    )
    for force_type, missing in allocation.gaps().items():
        yield record(
            "generation.type_gap.{option}.{force_type}",
            {"option": option, "force_type": word(force_type)},
            label="{option}: missing {force_type}",
            unit="persons",
            method="Troops of the type that the option asks for less those allocated, once the gaps are levelled.",
            because=[fact(f"allocated.{option.id}")],
            value=missing,
        )


def _contingents(found: Contributions, option: Option) -> Iterator[Record]:
    plan, states = found.planned(option.id), found.inputs.states
    for row in plan.burden():
        if row.contributor not in plan.counted_on:
            continue
        because = [fact(f"allocated.{option.id}"), states[row.contributor].origin]
        told = {
            "deployed": ("troops deployed", "persons", DEPLOYED_METHOD, row.deployed),
            "army_share": ("share of its army tied up", "share", SHARE_METHOD, row.army_share),
            "quota": ("quota in proportion to its army", "persons", QUOTA_METHOD, row.quota),
        }
        for name, (label, unit, method, value) in told.items():
            yield record(
                f"generation.{name}.{{option}}.{{contributor}}",
                {"option": option, "contributor": states[row.contributor]},
                label=f"{{option}}: {{contributor}}, {label}",
                unit=unit,
                method=method,
                because=because,
                value=value,
            )
