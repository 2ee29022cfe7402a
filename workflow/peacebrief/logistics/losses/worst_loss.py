"""The worst losses of one country and of two."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.stress import Strain, Strains
from peacebrief.logistics.origins import force_because
from peacebrief.reasoning.record import Record, record, words_record

PLACES = {
    "worst_single": ("country", 1, "country whose loss leaves least"),
    "worst_pair": ("countries", 2, "pair of countries whose loss leaves least"),
}
LEAST = (
    "Each country, or each pair of countries, is taken out of the network in turn; told is the loss that leaves the "
    "smallest share of the largest force, at central capacity."
)


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
