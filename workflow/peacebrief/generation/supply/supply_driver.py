"""What supply may be changed by: assumptions, the chance that one contributor takes part, and which model holds.

Two models say what a contributor keeps deployed: the share of an army that states have kept deployed, and published
counts of its brigades. Holding the weight of the second at 0 or at 1 leaves one model alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.uncertainty import Quantity

SHARE, RATIO, LINK = "sustained_share", "rotation_ratio", "points_to_three_quarters"
LATER_RATIO, EXIT_RATE, SURGE = "horizon_ratio", "contributor_exit_rate", "surge_ratio"
BRIGADE_STRENGTH, BRIGADE_WEIGHT = "brigade_strength", "brigade_model_weight"
BY_SHARE, BY_BRIGADES, MIXTURE = "share", "brigades", "mixture"
MODEL_LABELS = {BY_SHARE: "share of armies", BY_BRIGADES: "count of brigades", MIXTURE: "two models together"}
ALONE = {BY_SHARE: {BRIGADE_WEIGHT: 0.0}, BY_BRIGADES: {BRIGADE_WEIGHT: 1.0}}
NAMES = {
    SHARE: ("the share of armies that is kept deployed", "share"),
    RATIO: ("the soldiers in the pool for each one deployed", "ratio"),
    LINK: ("the net support that lifts an even chance to three in four", "points"),
    LATER_RATIO: ("the soldiers in the pool for each one deployed, over years", "ratio"),
    EXIT_RATE: ("the share of contributors that leave in a year", "share"),
    BRIGADE_STRENGTH: ("the soldiers of a brigade", "persons_per_brigade"),
    BRIGADE_WEIGHT: ("the weight of the count of brigades", "share"),
    SURGE: ("the troops at the start for each one kept up a year later", "ratio"),
}
CHANCE = "chance."


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyDriver:
    """A number that may be held, with its range and the rows it comes from."""

    id: str
    label: str
    unit: str
    low: float
    central: float
    high: float
    origins: tuple[str, ...]


def assumption_drivers(quantities: tuple[Quantity, ...]) -> Iterator[SupplyDriver]:
    """The assumptions behind supply."""
    for quantity in quantities:
        if quantity.id in NAMES:
            label, unit = NAMES[quantity.id]
            central = quantity.central_point()
            values = [value for value, _ in quantity.choices]
            if not values:
                values = [central] if quantity.distribution == "fixed" else [*quantity.range()]
            if quantity.id == BRIGADE_WEIGHT:
                values = [0.0, 1.0]
            yield SupplyDriver(
                id=quantity.id,
                label=label,
                unit=unit,
                low=min(values),
                central=central,
                high=max(values),
                origins=(quantity.origin,),
            )
