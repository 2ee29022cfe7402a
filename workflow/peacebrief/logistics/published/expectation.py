"""Verdicts on what was expected before the calculation, each by a rule fixed beforehand.

A fact gives the verdict in words, and others the numbers it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.origins import force_because
from peacebrief.logistics.published.fed_force import supplied_shares
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, number_of

CONFIRMED, PARTLY, REFUTED = "confirmed", "partly confirmed", "refuted"
NEARLY_CERTAIN = 0.95
REPLACEABLE = 0.8

# The pair of countries and the single country that the expectation names.
PAIR, ALONE = "pl+ro", "hu"
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


def hypothesis_facts(found: Findings) -> Iterator[Record]:
    """Four verdicts, and the chance that the network holds the deployment back."""
    calm, intense = found.inputs.postures[0], found.inputs.postures[-1]
    yield _held_back(found)
    yield _verdict(found, 1, _chance_words(found, calm, 1), _force_origins(found, calm))
    yield _deployment(found)
    yield _verdict(found, 3, _chance_words(found, intense, 3), _force_origins(found, intense))
    yield from _countries(found)


def _verdict(found: Findings, number: int, words: str, because: list[str]) -> Record:
    return words_record(
        f"logistics.hypothesis.{number}",
        _about(found, number),
        label=LABELS[number],
        method=RULES[number],
        because=because,
        words=words,
    )


def _about(found: Findings, number: int) -> About:
    """What the expectation is about: troops in the calmest or the most intense posture, or the countries it names."""
    size, postures = number_of(found.inputs.reference_size), found.inputs.postures
    if number == 1:
        return {"size": size, "posture": posture_of(postures[0])}
    if number == 3:
        return {"size": size, "posture": posture_of(postures[-1])}
    lost = {loss.id: loss for loss in found.losses}
    return {"pair": lost[PAIR], "loss": lost[ALONE]} if number == 4 else ABOUT_NOTHING


def _force_origins(found: Findings, posture: str) -> list[str]:
    size = found.inputs.reference_size
    return [f"fact:logistics.largest_force.low.{posture}", f"fact:logistics.probability_supplied.{size:.0f}.{posture}"]


def _chance_words(found: Findings, posture: str, number: int) -> str:
    shares = supplied_shares(found, found.inputs.reference_size, posture)
    rule = border_is_no_bottleneck if number == 1 else low_capacity_fails
    lowest = found.largest["low", posture].persons
    return rule(size=found.inputs.reference_size, lowest_force=lowest, chance=sum(shares) / len(shares))


def _held_back(found: Findings) -> Record:
    return record(
        "logistics.deployment_held_back",
        label="chance that the network is slower than lines of communication were in past deployments",
        unit="probability",
        kind="probability",
        method="Share of draws in which the daily rate by the network is the smaller of the two.",
        because=found.because("held_back"),
        value=held_back_share(found),
    )


def held_back_share(found: Findings) -> float:
    """The share of draws in which the network sets the pace of the deployment."""
    import numpy as np

    return float(found.simulation.tally.mixture({"held_back": 1.0}).exceedance(np.array([0.5]))[0])


def _deployment(found: Findings) -> Record:
    calm = found.inputs.postures[0]
    stages = {name: one.central for name, one in found.sampled.items() if name.startswith("stage.")}
    words = deployment_binds(
        use_deploying=found.simulation.tally.spread("use.deployment").p50,
        use_supplied=found.simulation.tally.spread(f"use.{calm}").p50,
        border_is_slowest=min(stages, key=lambda name: (stages[name], name)) == "stage.border",
        held_back=held_back_share(found),
    )
    uses = [f"fact:logistics.crossing_use.{name}" for name in ("deployment", calm)]
    because = [*uses, "fact:logistics.deployment_held_back", *(f"fact:{found.sampled[name].fact}" for name in stages)]
    return _verdict(found, 2, words, because)


def _countries(found: Findings) -> Iterator[Record]:
    calm = found.inputs.postures[0]
    left = {
        case: {one.loss.id: one for one in found.strains if one.capacity_case == case and one.posture == calm}
        for case in CASES_LOOKED_AT
    }
    if not all({PAIR, ALONE} <= losses.keys() for losses in left.values()):
        return
    pairs = {name for name, one in left["central"].items() if one.loss.kind == "countries" and len(one.loss.parts) == 2}
    words = worst_pair_and_replaceable(
        pair_is_worst=[
            all(losses[PAIR].remaining <= losses[name].remaining for name in pairs) for losses in left.values()
        ],
        alone_left=[losses[ALONE].remaining for losses in left.values()],
    )
    facts = [f"fact:logistics.{kind}.{name}.{calm}" for kind in CASES_LOOKED_AT.values() for name in (*pairs, ALONE)]
    yield _verdict(found, 4, words, [*facts, *force_because(found.inputs, calm)])
