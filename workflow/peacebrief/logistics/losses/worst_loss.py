"""The worst losses: of one country, of two, and of one country or corridor.

What can still be fed with the worst single country or corridor lost is handed on to the gate of supply.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from peacebrief.logistics.bounds.fed_force import LargestForces
from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.stress import Strain, Strains
from peacebrief.logistics.origins import drawn_because, force_because
from peacebrief.reasoning.record import Record, Table, record, spread_record, table, words_record
from peacebrief.reasoning.simulate import Simulation

PLACES = {
    "worst_single": ("country", 1, "country whose loss leaves least"),
    "worst_pair": ("countries", 2, "pair of countries whose loss leaves least"),
}
LEAST = (
    "Each country, or each pair of countries, is taken out of the network in turn; told is the loss that leaves the "
    "smallest share of the largest force, at central capacity."
)

SINGLE = frozenset({"country", "corridor"})
WORST = (
    "Each country and each corridor is taken out of the network in turn; told is the loss that leaves the smallest "
    "share of the largest force, at central capacity."
)
# The middles of a hundred classes of equal probability.
LEVELS = tuple(((np.arange(100) + 0.5) / 100).round(3).tolist())


def least_left(strains: Strains, posture: str, kinds: Collection[str], parts: int) -> Strain | None:
    """The loss of so many parts that leaves least at central capacity; None where nothing can be lost."""
    losses = [
        one
        for one in strains
        if (one.posture, one.capacity_case) == (posture, "central")
        and one.loss.kind in kinds
        and len(one.loss.parts) == parts
    ]
    return min(losses, key=lambda one: (one.remaining, one.loss.id), default=None)


def share_left(worst: Strain | None) -> float:
    """The share of the largest force left after the worst single loss; 1 where nothing can be lost."""
    # ASSUME: the country or corridor that is lost takes the same share of the largest force in every draw, the share
    # that it takes at central capacity.
    return 1.0 if worst is None else worst.remaining


def worst_facts(inputs: LogisticsInputs, *, strains: Strains) -> Iterator[Record]:
    """The country and the pair of countries whose loss leaves least, at central capacity."""
    for posture in inputs.postures:
        because, about = force_because(inputs, posture), {"posture": posture_of(posture)}
        for name, (kind, parts, told) in PLACES.items():
            worst = least_left(strains, posture, {kind}, parts)
            if worst is None:
                continue
            family, label = f"logistics.{name}.{{posture}}", f"{told} of the largest force, {{posture}}"
            words = worst.loss.label
            yield words_record(family, about, label=label, method=LEAST, because=because, words=words)
            yield record(
                f"{family}.remaining",
                about,
                label=f"share left by the {label}",
                unit="share",
                method=LEAST,
                because=because,
                value=worst.remaining,
            )


def one_lost_facts(
    inputs: LogisticsInputs, *, simulation: Simulation, largest: LargestForces, strains: Strains
) -> Iterator[Record]:
    """The worst single loss in words, what it leaves, and the largest force left over all draws."""
    for posture in inputs.postures:
        worst, about = least_left(strains, posture, SINGLE, 1), {"posture": posture_of(posture)}
        yield words_record(
            "logistics.worst_single_loss.{posture}",
            about,
            label="the one country or corridor whose loss leaves least, {posture}",
            method=WORST,
            because=force_because(inputs, posture),
            words=worst.loss.label if worst else "none",
        )
        yield record(
            "logistics.worst_single_loss.{posture}.remaining",
            about,
            label="share of the largest force left by the worst loss of one country or corridor, {posture}",
            unit="share",
            method=WORST,
            because=force_because(inputs, posture),
            value=share_left(worst),
        )
        yield spread_record(
            "logistics.largest_force_one_lost.{posture}",
            about,
            label="largest force that can be fed with the worst country or corridor lost, {posture}",
            unit="persons",
            method="Largest force of every draw times the share that the worst single loss leaves.",
            because=[
                f"fact:logistics.largest_force_drawn.{posture}",
                f"fact:logistics.worst_single_loss.{posture}.remaining",
                *drawn_because(inputs, posture),
            ],
            spread=simulation.spread(f"largest_force.{posture}").times(share_left(worst)),
            central=largest["central", posture] * share_left(worst),
        )


def one_lost_table(inputs: LogisticsInputs, *, simulation: Simulation, strains: Strains) -> Table:
    """Posture, level (a probability) and the troops that are fed in all but that share of the draws."""
    rows = (
        [posture, level, troops]
        for posture in inputs.postures
        for level, troops in zip(LEVELS, _forces_left(simulation, strains, posture), strict=True)
    )
    return table(("posture", "level", "troops"), rows)


def _forces_left(simulation: Simulation, strains: Strains, posture: str) -> list[float]:
    share = share_left(least_left(strains, posture, SINGLE, 1))
    forces = simulation.tally.mixture({f"largest_force.{posture}": 1.0}).quantiles(LEVELS)
    return [float(troops) * share for troops in forces]
