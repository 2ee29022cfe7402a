"""Tables that the figures and the annex are drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.generation.allocation.burden_sharing import rotation_schedule, tours_in
from peacebrief.generation.contributions import Contributions
from peacebrief.generation.supply.membership import comparable_polls, support_by_poll
from peacebrief.reasoning.record import Rows, Table, table

TOUR, HORIZON = "tour_months", "horizon_months"


def generation_tables(found: Contributions) -> dict[str, Table]:
    """Every table of the stage, by name."""
    types = sorted({row.force_type for row in found.inputs.requirements})
    burden = (
        "option", "support_level", "contributor", "country", "position", "framework", "chance", "likely",
        "deployed", *types, "pool", "army_share", "force_share", "at_limit", "quota",
    )  # fmt: skip
    return {
        "burden": table(burden, _burden(found, types)),
        "supply_curve": table(("option", "support_level", "troops", "probability"), _curve(found)),
        "force_gaps": table(("option", "support_level", "force_type", "required", "allocated", "gap"), _gaps(found)),
        "rotation_schedule": table(
            ("option", "contributor", "tour", "deployed", "fresh", "returning", "resting"), _tours(found)
        ),
        "army_trend": table(("contributor", "country", "year", "persons", "series"), _strengths(found)),
        "net_support": table(("contributor", "country", "polls", "p5", "p50", "p95", "houses"), _support(found)),
        "polls_compared": table(("poll", "contributor", "country", "house", "p5", "p50", "p95"), _polls(found)),
    }


def _burden(found: Contributions, types: Sequence[str]) -> Rows:
    for (option, level), plan in found.plans.items():
        members = found.model.members[option]
        for row in plan.burden():
            name = row.contributor
            leads = members.framework[members.names.index(name)]
            words = [option, level, name, found.inputs.states[name].country, members.position(name), leads]
            troops = [row.troops.get(force_type, 0) for force_type in types]
            yield [
                *words,
                plan.chance(name),
                name in plan.counted_on,
                row.deployed,
                *troops,
                row.pool,
                row.army_share,
                row.force_share,
                row.at_limit and name in plan.counted_on,
                row.quota,
            ]


def _curve(found: Contributions) -> Rows:
    for (option, level), curve in found.simulation.curves.items():
        for size, probability in zip(curve.sizes.tolist(), curve.probabilities().tolist(), strict=True):
            yield [option, level, size, probability]


def _gaps(found: Contributions) -> Rows:
    for (option, level), plan in found.plans.items():
        for force_type, gap in plan.allocation.gaps().items():
            required = plan.allocation.task.requirement[force_type]
            yield [option, level, force_type, required, required - gap, gap]


def _tours(found: Contributions) -> Rows:
    """Tours of each contingent as planned, types of force added together."""
    horizon, tour = (found.inputs.quantity(name).central_point() for name in (HORIZON, TOUR))
    tours = tours_in(horizon_months=horizon, tour_months=tour)
    for option in found.model.options:
        sums: dict[tuple[str, int], list[int]] = {}
        for one in rotation_schedule(allocation=found.planned(option).allocation, tours=tours):
            numbers = [one.deployed, one.fresh, one.returning, one.resting]
            before = sums.get((one.contributor, one.number), [0] * len(numbers))
            sums[one.contributor, one.number] = [sum(pair) for pair in zip(before, numbers, strict=True)]
        for (contributor, number), added in sorted(sums.items()):
            yield [option, contributor, number, *added]


def _strengths(found: Contributions) -> Rows:
    for contributor, one, _ in sorted(found.inputs.strengths, key=lambda row: (row[0], row[1].series, row[1].year)):
        yield [contributor, one.country, one.year, one.persons, one.series]


def _support(found: Contributions) -> Rows:
    polls = [poll for poll, _ in comparable_polls(found.inputs)]
    for name, support in found.model.support.items():
        houses = {poll.house for poll in polls if poll.country == name}
        numbers = [support.low, support.net, support.high]
        yield [name, found.inputs.states[name].country, len(support.polls), *numbers, len(houses)]


def _polls(found: Contributions) -> Rows:
    polls = {poll.id: poll for poll, _ in comparable_polls(found.inputs)}
    for one in support_by_poll(found.inputs):
        poll = polls[one.name]
        yield [
            one.name,
            poll.country,
            found.inputs.states[poll.country].country,
            poll.house,
            one.low,
            one.net,
            one.high,
        ]
