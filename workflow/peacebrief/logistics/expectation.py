"""Verdicts on what was expected before the calculation, each by a rule fixed beforehand.

A fact gives the verdict in words, and others the numbers it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from peacebrief.logistics.bounds.fed_force import LargestForces
from peacebrief.logistics.bounds.force_by_draw import ForceDraws
from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.stress import Strains
from peacebrief.logistics.origins import force_because
from peacebrief.reasoning.record import Record, Row, record, words_record
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, number_of

CONFIRMED, PARTLY, REFUTED = "confirmed", "partly confirmed", "refuted"
NEARLY_CERTAIN = 0.95
REPLACEABLE = 0.8

CASES_LOOKED_AT = {"central": "remaining", "low": "remaining_low"}
RULES = {
    1: "Confirmed where the largest force in the low case reaches the reference size and the chance that it is fed is "
    "95% at least; partly where one of the two holds; refuted where neither does.",
    2: "Refuted where supplies take more of the crossings than arriving units, at the median; otherwise confirmed "
    "where the crossings are the slowest stage and the network is slower than past deployments in most draws, and "
    "partly where one of these fails. Lorries of the last mile are given beside it and are no part of the rule.",
    3: "Confirmed where the largest force in the low case is below the reference size; otherwise partly where the "
    "chance that it is fed is below 95%, and refuted where it is not.",
    4: "Confirmed where the pair leaves the smallest share of all pairs of countries, and the country alone leaves 80% "
    "at least, both in the central and in the low case; partly where some of this holds; refuted where nothing does.",
}
LABELS = {
    1: "expected: tonnage at the border does not limit {size} troops in {posture}",
    2: "expected: the deployment, not supply, is what fills the crossings",
    3: "expected: {size} troops in {posture} cannot be fed at low capacity",
    4: "expected: {pair} are the worst pair of countries to lose, and losing {loss} alone costs less than a fifth",
}


def by_count(met: Sequence[bool]) -> str:
    """Confirmed where every condition is met, partly where one is, refuted where none is."""
    return CONFIRMED if all(met) else PARTLY if any(met) else REFUTED


def border_is_no_bottleneck(*, size: float, lowest_force: float, chance: float) -> str:
    """Whether a size can be fed in the low case, and almost certainly over all draws."""
    return by_count((lowest_force >= size, chance >= NEARLY_CERTAIN))


def deployment_binds(*, use_deploying: float, use_supplied: float, border_is_slowest: bool, held_back: float) -> str:
    """Whether units arriving take more of the crossings than supplies, and whether the crossings set the pace.

    Refuted where supplies take more, whatever else holds. `held_back` is the share of draws in which the network is
    slower than past deployments were.
    """
    if use_deploying <= use_supplied:
        return REFUTED
    return by_count((True, border_is_slowest, held_back > 0.5))


def low_capacity_fails(*, size: float, lowest_force: float, chance: float) -> str:
    """Whether a size cannot be fed in the low case; partly where it can, yet not almost certainly over all draws."""
    if lowest_force < size:
        return CONFIRMED
    return PARTLY if chance < NEARLY_CERTAIN else REFUTED


def worst_pair_and_replaceable(*, pair_is_worst: Sequence[bool], alone_left: Sequence[float]) -> str:
    """Whether a pair is the worst one, and a single country replaceable, in every capacity case looked at."""
    return by_count((*pair_is_worst, *(left >= REPLACEABLE for left in alone_left)))


def fed_verdicts(inputs: LogisticsInputs, *, largest: LargestForces, draws: ForceDraws) -> Iterator[Record]:
    """Whether the reference size is fed in the calmest posture, and whether it is not in the most intense one."""
    size = inputs.reference_size
    rules = ((1, inputs.postures[0], border_is_no_bottleneck), (3, inputs.postures[-1], low_capacity_fails))
    for number, posture, rule in rules:
        shares = draws.supplied_shares(size, posture)
        yield _verdict(
            number,
            {"size": number_of(size), "posture": posture_of(posture)},
            because=[
                f"fact:logistics.largest_force.low.{posture}",
                f"fact:logistics.probability_supplied.{size:.0f}.{posture}",
            ],
            words=rule(size=size, lowest_force=largest["low", posture], chance=sum(shares) / len(shares)),
        )


def pace_verdicts(inputs: LogisticsInputs, *, simulation: Simulation) -> Iterator[Record]:
    """The chance that the network holds the deployment back, and whether the deployment fills the crossings."""
    yield record(
        "logistics.deployment_held_back",
        label="chance that the network is slower than lines of communication were in past deployments",
        unit="probability",
        kind="probability",
        method="Share of draws in which the daily rate by the network is the smaller of the two.",
        because=simulation.because("held_back"),
        value=held_back_share(simulation),
    )
    yield _crossings_filled(simulation, inputs.postures[0])


def held_back_share(simulation: Simulation) -> float:
    """The share of draws in which the network sets the pace of the deployment."""
    return float(simulation.tally.mixture({"held_back": 1.0}).exceedance(np.array([0.5]))[0])


def _crossings_filled(simulation: Simulation, calm: str) -> Record:
    stages = {name: one for name, one in simulation.sampled.items() if name.startswith("stage.")}
    words = deployment_binds(
        use_deploying=simulation.spread("use.deployment").p50,
        use_supplied=simulation.spread(f"use.{calm}").p50,
        border_is_slowest=min(stages, key=lambda name: (stages[name].central, name)) == "stage.border",
        held_back=held_back_share(simulation),
    )
    uses = [f"fact:logistics.crossing_use.{name}" for name in ("deployment", calm)]
    because = [*uses, "fact:logistics.deployment_held_back", *(f"fact:{one.fact}" for one in stages.values())]
    return _verdict(2, because=because, words=words)


def country_verdicts(inputs: LogisticsInputs, *, strains: Strains) -> Iterator[Record]:
    """Whether the pair expected is the worst, and the country expected replaceable; nothing where not both occur."""
    if inputs.expected is None:
        return
    (pair, alone), calm = _losses_expected(inputs.expected), inputs.postures[0]
    left = {
        case: {one.loss.id: one for one in strains if one.capacity_case == case and one.posture == calm}
        for case in CASES_LOOKED_AT
    }
    if not all({pair, alone} <= losses.keys() for losses in left.values()):
        return
    lost = {name: one.loss for name, one in left["central"].items()}
    pairs = {name for name, loss in lost.items() if loss.kind == "countries" and len(loss.parts) == 2}
    worst = [all(losses[pair].remaining <= losses[name].remaining for name in pairs) for losses in left.values()]
    left_alone = [losses[alone].remaining for losses in left.values()]
    facts = [f"fact:logistics.{kind}.{name}.{calm}" for kind in CASES_LOOKED_AT.values() for name in (*pairs, alone)]
    yield _verdict(
        4,
        {"pair": lost[pair], "loss": lost[alone]},
        because=[*facts, *force_because(inputs, calm)],
        words=worst_pair_and_replaceable(pair_is_worst=worst, alone_left=left_alone),
    )


def _losses_expected(expected: Row) -> tuple[str, str]:
    """The ids of the pair and of the single country that were named before the calculation."""
    return "+".join(sorted(map(str.lower, expected["worst_pair"]))), str(expected["replaceable"]).lower()


def _verdict(number: int, about: About = ABOUT_NOTHING, *, because: Sequence[str], words: str) -> Record:
    return words_record(
        f"logistics.hypothesis.{number}",
        about,
        label=LABELS[number],
        method=RULES[number],
        because=because,
        words=words,
    )
