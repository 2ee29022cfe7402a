"""What supply may be changed by: assumptions, and the chance that one contributor takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.uncertainty import Quantity

SHARE, RATIO, LINK = "deployable_share", "rotation_ratio", "points_to_three_quarters"
LATER_RATIO, EXIT_RATE = "horizon_ratio", "contributor_exit_rate"
NAMES = {
    SHARE: ("the share of each army that can be tied up", "share"),
    RATIO: ("the soldiers in the pool for each one deployed", "ratio"),
    LINK: ("the net support that lifts an even chance to three in four", "points"),
    LATER_RATIO: ("the soldiers in the pool for each one deployed, over years", "ratio"),
    EXIT_RATE: ("the share of contributors that leave in a year", "share"),
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
            yield SupplyDriver(
                id=quantity.id,
                label=label,
                unit=unit,
                low=min(values),
                central=central,
                high=max(values),
                origins=(quantity.origin,),
            )
