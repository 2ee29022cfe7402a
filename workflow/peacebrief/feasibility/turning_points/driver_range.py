"""The drivers of a gate that is worked out, each with the range it is judged to lie in and the widest one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.feasibility.gates.available_troops import central_troops
from peacebrief.feasibility.gates.option_gates import ROTATION, SIZE, SUPPLY
from peacebrief.feasibility.given import Gate, Option
from peacebrief.feasibility.turning_points.switching_value import Driver
from peacebrief.generation.supply.supply_driver import CHANCE, EXIT_RATE, LATER_RATIO, RATIO, SURGE
from peacebrief.generation.supply.supply_model import SupplyModel

# The smallest force that is tried (persons); how many contributors are, those that could send most first; and how far
# beyond its range a ratio is searched.
SMALLEST, LARGEST, FURTHEST = 1000.0, 10, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A driver over the widest range that makes sense, and `low` to `high`, the range it is judged to lie in."""

    driver: Driver
    label: str
    unit: str
    low: float
    high: float
    origins: tuple[str, ...]


def driver_ranges(supply: SupplyModel, option: Option, gate: Gate) -> Iterator[Range]:
    """The size of the force, the assumptions behind its supply, and the contributors that could send most."""
    _, central, high = option.span
    yield Range(
        driver=Driver(id=SIZE, low=1.0, central=central, high=high),
        label="the size of the force",
        unit="persons",
        low=min(SMALLEST, central),
        high=high,
        origins=(option.origin,),
    )
    if gate.kind == SUPPLY:
        return
    # A surge counts no further than the plan falls, so that no other value of it would turn a gate.
    left_out = {SURGE} if gate.kind == ROTATION else {SURGE, RATIO, LATER_RATIO, EXIT_RATE}
    tried = {f"{CHANCE}{name}" for name in largest_contributors(supply, option.id)}
    for one in supply.drivers(option.id, option.support_level):
        if one.id in left_out or (one.id.startswith(CHANCE) and one.id not in tried):
            continue
        low, high = widest(one.unit, one.low, one.high)
        driver = Driver(id=one.id, low=low, central=one.central, high=high)
        yield Range(driver=driver, label=one.label, unit=one.unit, low=one.low, high=one.high, origins=one.origins)


def largest_contributors(supply: SupplyModel, option: str) -> list[str]:
    """Those that could keep most troops deployed, whether they take part or not; equal ones by name."""
    member, troops = supply.members[option], central_troops(supply, option).tolist()
    order = sorted(range(len(member.names)), key=lambda row: (-troops[row], member.names[row]))
    return [member.names[row] for row in order[:LARGEST]]


def widest(unit: str, low: float, high: float) -> tuple[float, float]:
    """The widest range in which a number of a unit makes sense."""
    if unit in ("share", "probability"):
        return 0.0, 1.0
    if unit == "ratio":
        return 1.0, FURTHEST * high
    return low, high
