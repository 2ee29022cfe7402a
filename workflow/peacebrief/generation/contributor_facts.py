"""Facts about contributors: the chance that each takes part, what every army could keep deployed, and who sends what.

Public support is net support for sending own troops, by contributor, from comparable polls only. Who sends what is the
allocation as planned, with shares of armies, quotas, and gaps by type of force.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.contributions import PLEDGE, Contributions, allocation_because, pledges
from peacebrief.generation.given import Option, State
from peacebrief.generation.supply.contribution import kept_deployed
from peacebrief.generation.supply.membership import HOUSE, comparable_polls
from peacebrief.generation.supply.sampled_position import SHARES
from peacebrief.generation.supply.supply_driver import RATIO
from peacebrief.generation.supply.supply_origins import (
    assumed,
    chance_because,
    counting_because,
    fact,
    kept_because,
    will_of,
)
from peacebrief.generation.support.comparable_poll import smallest_sample
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import number_of, word
from peacebrief.uncertainty.replicates import standard_error

CHANCE_METHOD = (
    "Chance of its position at the level the option was planned with, moved by net support where polls are comparable; "
    "share of draws."
)
SUSTAIN_METHOD = (
    "Army times the share that states have kept deployed, less what is bound elsewhere, draw by draw, if it took part; "
    "a most that its government has said is left aside."
)
ENOUGH_METHOD = "Share of draws in which what its army can keep deployed reaches what it would contribute."
COMMITTED_METHOD = (
    "Troops that forward land forces and other operations bind at present, added; garrisons are not counted."
)

NET_METHOD = (
    "Support less opposition in polls that ask for own troops after a ceasefire, pooled within and over pollsters by "
    "precision; 90 per cent interval with house effects."
)

ALLOCATED_METHOD = (
    "Largest force up to the size that those counted on can keep deployed, within limits by type, smallest contingents "
    "and framework nations: a program solved to proven optimality at the median share of each army."
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
        yield from _committed(found, state)
        yield _sustain(found, state)
    for name, pledge in pledges(found.inputs).items():
        shares = found.simulation.enough_shares(name)
        yield record(
            "generation.keeps_pledge.{contributor}",
            {"contributor": found.inputs.states[name], "size": number_of(pledge)},
            label="{contributor}: chance that its army can keep {size} troops deployed",
            unit="probability",
            kind="probability",
            method=ENOUGH_METHOD,
            because=[fact(f"sustain.{name}"), found.inputs.quantity(PLEDGE).origin],
            value=sum(shares) / len(shares),
            standard_error=standard_error(shares),
        )


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
    wills = [tie for state in states if (tie := will_of(inputs, state.id)) is not None]
    if wills:
        yield record(
            "generation.common_will.{option}",
            {"option": option},
            label="{option}: how strongly contributors decide alike",
            unit="share",
            method="Mean loading of the contributors' decisions on their common factor.",
            because=[*(member.origin for member in members), *(tie.origin for tie in wills)],
            value=sum(tie.loading for tie in wills) / len(wills),
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
            because=chance_because(found.model, option.id, option.support_level, name),
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


def _committed(found: Contributions, state: State) -> Iterator[Record]:
    rows = found.inputs.committed(state.id)
    if rows:
        yield record(
            "generation.committed.{contributor}",
            {"contributor": state},
            label="{contributor}: troops bound elsewhere",
            unit="persons",
            method=COMMITTED_METHOD,
            because=[row.origin for row in rows],
            value=found.inputs.bound(state.id),
        )


def _sustain(found: Contributions, state: State) -> Record:
    middle = found.model.sampled[f"{SHARES}{state.id}"].central
    bound = found.inputs.bound(state.id)
    return spread_record(
        "generation.sustain.{contributor}",
        {"contributor": state},
        label="{contributor}: troops its army can keep deployed",
        unit="persons",
        method=SUSTAIN_METHOD,
        because=[state.origin, *kept_because(found.model, [state.id])],
        spread=found.simulation.tally.spread(f"sustain.{state.id}"),
        central=float(kept_deployed(army=state.counted, share=middle, committed=bound, stricter=1.0)),
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
        tied_up = [*because, found.model.sampled[RATIO].origins[0]]
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
                because=tied_up if name == "army_share" else because,
                value=value,
            )
