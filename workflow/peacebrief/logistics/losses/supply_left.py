"""Facts about the force that is left after the worst losses, and its quantiles for the gate of supply."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.after_loss import (
    BY_CARRIAGE,
    BY_LAST_MILE,
    LOST,
    ONE,
    SET,
    AllLeft,
    LossDraws,
    after,
)
from peacebrief.logistics.losses.interdiction import WorstSet
from peacebrief.logistics.origins import drawn_because, force_because
from peacebrief.reasoning.language import listed
from peacebrief.reasoning.record import Record, Table, record, spread_record, table, words_record
from peacebrief.reasoning.simulate import Simulation
from peacebrief.uncertainty.replicates import standard_error

SETTING = "table:case.yaml#logistics.losses_at_once"
# The middles of a hundred classes of equal probability.
LEVELS = tuple(((np.arange(100) + 0.5) / 100).round(3).tolist())
NAMES = {ONE: "worst_single_loss", SET: "worst_set"}
TOLD = {
    ONE: ("the one country or corridor whose loss leaves least", "the worst country or corridor lost"),
    SET: ("the set of countries or corridors whose loss leaves least", "the worst set of countries or corridors lost"),
}
WORST = (
    "A search over all sets of so many countries and corridors, at central capacity: whoever takes them out wants the "
    "force that the ways left can feed to be the smallest. It branches on what the flow at hand uses, and is exact."
)
LEFT = (
    "In each draw the smaller of two forces: what the ways left can feed with the wagons, train crews and hired "
    "lorries there are, and what the lorries of the last mile can."
)
LIMITED = {
    BY_LAST_MILE: (
        "how often the lorries of the last mile limit what is left after the worst single loss, {posture}",
        "Share of draws in which the lorries of the last mile feed fewer than the ways and what carries on them.",
    ),
    BY_CARRIAGE: (
        "how often wagons, crews and hired lorries limit what is left after the worst single loss, {posture}",
        "Share of draws in which wagons, train crews and hired lorries leave a twentieth less than the ways do.",
    ),
}
LIMIT = (
    "What decides the smaller force at the central point: corridors, and fleets of wagons, crews or lorries, by their "
    "shadow prices; or the kind of lorry on the last mile."
)


def after_loss_facts(
    inputs: LogisticsInputs, *, simulation: Simulation, left: AllLeft, draws: LossDraws
) -> Iterator[Record]:
    """The worst losses in words and what they leave, the force left over all draws, and what limits it."""
    for posture in inputs.postures:
        for lost in LOST:
            yield from _worst(inputs, left[lost, posture].worst, lost, posture)
            yield _force(inputs, simulation, left, lost, posture)
        yield from _limits(inputs, simulation, left, draws, posture)


def _worst(inputs: LogisticsInputs, worst: WorstSet, lost: str, posture: str) -> Iterator[Record]:
    about, because = {"posture": posture_of(posture)}, force_because(inputs, posture)
    because = (*because, SETTING) if lost == SET else because
    family = f"logistics.{NAMES[lost]}.{{posture}}"
    yield words_record(
        family,
        about,
        label=f"{TOLD[lost][0]}, {{posture}}",
        method=WORST,
        because=because,
        words=in_words(worst),
    )
    yield record(
        f"{family}.remaining",
        about,
        label=f"share of the largest force left with {TOLD[lost][1]}, {{posture}}",
        unit="share",
        method=WORST,
        because=because,
        value=worst.remaining,
    )


def in_words(worst: WorstSet) -> str:
    """What is lost, inside a sentence; none where nothing can be lost."""
    countries = all(loss.kind == "country" for loss in worst.losses)
    labels = [loss.label for loss in worst.losses] or ["none"]
    return listed(labels) if countries else " together with ".join(labels)


def _force(inputs: LogisticsInputs, simulation: Simulation, left: AllLeft, lost: str, posture: str) -> Record:
    return spread_record(
        f"logistics.largest_force_{lost}_lost.{{posture}}",
        {"posture": posture_of(posture)},
        label=f"largest force that can be fed with {TOLD[lost][1]}, {{posture}}",
        unit="persons",
        method=LEFT,
        because=_left_because(inputs, simulation, lost, posture),
        spread=simulation.spread(after(lost, posture)),
        central=left[lost, posture].central,
    )


def _left_because(inputs: LogisticsInputs, simulation: Simulation, lost: str, posture: str) -> list[str]:
    facts = [f"fact:logistics.fleet_capacity.{fleet.id}" for fleet in inputs.fleets]
    facts += [f"fact:logistics.largest_force_drawn.{posture}", f"fact:logistics.{NAMES[lost]}.{posture}.remaining"]
    return [*facts, *simulation.because(f"last_mile.{posture}"), *drawn_because(inputs, posture)]


def _limits(
    inputs: LogisticsInputs, simulation: Simulation, left: AllLeft, draws: LossDraws, posture: str
) -> Iterator[Record]:
    about, because = {"posture": posture_of(posture)}, _left_because(inputs, simulation, ONE, posture)
    yield words_record(
        "logistics.limit_after_loss.{posture}",
        about,
        label="what limits the force left after the worst single loss, {posture}",
        method=LIMIT,
        because=because,
        words=left[ONE, posture].limit,
    )
    for limit, (label, method) in LIMITED.items():
        shares = draws.shares(limit, ONE, posture)
        yield record(
            f"logistics.limited_by_{limit}.{{posture}}",
            about,
            label=label,
            unit="probability",
            kind="probability",
            method=method,
            because=because,
            value=sum(shares) / len(shares),
            standard_error=standard_error(shares),
        )


def after_loss_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Posture, what is lost, level (a probability) and the troops fed in all but that share of the draws."""
    rows = (
        [posture, lost, level, float(troops)]
        for posture in inputs.postures
        for lost in LOST
        for level, troops in zip(
            LEVELS, simulation.tally.mixture({after(lost, posture): 1.0}).quantiles(LEVELS), strict=True
        )
    )
    return table(("posture", "lost", "level", "troops"), rows)
