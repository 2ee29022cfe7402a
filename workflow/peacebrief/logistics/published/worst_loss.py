"""The worst losses: of one country or corridor, and of two links outside the theatre or at its border.

What can still be fed with the worst single country or corridor lost is handed on to the gate of supply.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.losses.link_pair import LinkPair
from peacebrief.logistics.losses.stress import Strain
from peacebrief.logistics.network.only_way import link_name
from peacebrief.logistics.origins import drawn_because, force_because
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, record, spread_record, words_record

SINGLE = frozenset({"country", "corridor"})
WORST = (
    "Each country and each corridor is taken out of the network in turn; told is the loss that leaves the smallest "
    "share of the largest force, at central capacity."
)
# The middles of a hundred classes of equal probability.
LEVELS = tuple(((np.arange(100) + 0.5) / 100).round(3).tolist())

PAIR_METHOD = "Every pair of open links closed in turn, central capacity; links inside the theatre are not named."
# ASSUME: pairs with a link inside the theatre are calculated but not published, since a list of them would show where
# to strike.
SHOWN = 20


def worst_single_loss(found: Findings, posture: str) -> Strain | None:
    """The one country or corridor whose loss leaves least at central capacity; None where nothing can be lost."""
    losses = [
        one
        for one in found.strains
        if (one.posture, one.capacity_case) == (posture, "central") and one.loss.kind in SINGLE
    ]
    return min(losses, key=lambda one: (one.remaining, one.loss.id), default=None)


def share_left(found: Findings, posture: str) -> float:
    """The share of the largest force left after the worst single loss; 1 where nothing can be lost."""
    # ASSUME: the country or corridor that is lost takes the same share of the largest force in every draw, the share
    # that it takes at central capacity.
    worst = worst_single_loss(found, posture)
    return 1.0 if worst is None else worst.remaining


def one_lost_facts(found: Findings) -> Iterator[Record]:
    """The worst single loss in words, what it leaves, and the largest force left over all draws."""
    for posture in found.inputs.postures:
        worst, about = worst_single_loss(found, posture), {"posture": posture_of(posture)}
        yield words_record(
            "logistics.worst_single_loss.{posture}",
            about,
            label="the one country or corridor whose loss leaves least, {posture}",
            method=WORST,
            because=force_because(found.inputs, posture),
            words=worst.loss.label if worst else "none",
        )
        yield record(
            "logistics.worst_single_loss.{posture}.remaining",
            about,
            label="share of the largest force left by the worst loss of one country or corridor, {posture}",
            unit="share",
            method=WORST,
            because=force_because(found.inputs, posture),
            value=share_left(found, posture),
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
                *drawn_because(found.inputs, posture),
            ],
            spread=found.simulation.tally.spread(f"largest_force.{posture}").times(share_left(found, posture)),
            central=found.largest["central", posture].persons * share_left(found, posture),
        )


def one_lost_rows(found: Findings) -> Iterator[list[object]]:
    """Posture, level (a probability) and the troops that are fed in all but that share of the draws."""
    for posture in found.inputs.postures:
        share = share_left(found, posture)
        forces = found.simulation.tally.mixture({f"largest_force.{posture}": 1.0}).quantiles(LEVELS)
        for level, troops in zip(LEVELS, forces, strict=True):
            yield [posture, level, float(troops) * share]


def worst_pairs(found: Findings, posture: str) -> Sequence[LinkPair]:
    """The worst pairs of links that may be published."""
    return found.pairs[posture].worst(SHOWN, leaving_out=found.supply.inside)


def link_pair_facts(found: Findings) -> Iterator[Record]:
    """The worst pair of each posture looked at, in words and with the share it leaves."""
    links = {str(row["id"]): row for row in found.inputs.record["links"]}
    for posture in found.pairs:
        pairs = worst_pairs(found, posture)
        if not pairs:
            continue
        names = [
            link_name(links[name], nodes=found.inputs.record["nodes"]) for name in (pairs[0].first, pairs[0].second)
        ]
        about, because = {"posture": posture_of(posture)}, force_because(found.inputs, posture)
        yield record(
            "logistics.link_pairs.{posture}.worst",
            about,
            label="share of the largest force left by the worst pair of links, {posture}",
            unit="share",
            method=PAIR_METHOD,
            because=because,
            value=pairs[0].remaining,
        )
        yield words_record(
            "logistics.link_pairs.{posture}.worst_pair",
            about,
            label="worst pair of links, {posture}",
            method=PAIR_METHOD,
            because=because,
            words=" and ".join(names),
        )
