"""What would have to be true: how far each driver alone must move before a gate passes or a rank changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

STEPS_EACH_WAY = 8
HALVINGS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A number that could turn out otherwise, with its range. Raises ValueError where the range is out of order."""

    id: str
    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.central <= self.high:
            raise ValueError(f"{self.id}: the central number {self.central:g} is outside {self.low:g} to {self.high:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Where a driver alone reaches the other side: `value` in its unit, `distance` as a share of its range.

    Both are None where no value of its range does.
    """

    driver: str
    value: float | None
    distance: float | None


def switching_value(driver: Driver, *, reached: Callable[[float], bool], steps: int = STEPS_EACH_WAY) -> Switch:
    """The value of the driver nearest to its central number at which `reached` holds.

    Where the central number itself reaches it, that is the value. `reached` must use common draws, so that nothing but
    the driver changes between calls. The range is walked in steps each way, then the first step that reaches it is
    halved sixteen times; the value given is one that reaches.
    """
    if reached(driver.central):
        return Switch(driver=driver.id, value=driver.central, distance=0.0)
    found = [_first(driver.central, end, reached, steps) for end in (driver.low, driver.high) if end != driver.central]
    values = [value for value in found if value is not None]
    if not values:
        return Switch(driver=driver.id, value=None, distance=None)
    nearest = min(values, key=lambda value: (abs(value - driver.central), value))
    return Switch(driver=driver.id, value=nearest, distance=abs(nearest - driver.central) / (driver.high - driver.low))


def switching_values(
    drivers: Sequence[Driver], *, reached: Callable[[str, float], bool], steps: int = STEPS_EACH_WAY
) -> tuple[Switch, ...]:
    """The switch of every driver, nearest first, those that reach nothing last; equal ones by name."""
    found = [switching_value(driver, reached=partial(reached, driver.id), steps=steps) for driver in drivers]
    return tuple(sorted(found, key=lambda one: (one.distance is None, one.distance or 0.0, one.driver)))


def _first(start: float, end: float, reached: Callable[[float], bool], steps: int) -> float | None:
    """The value nearest to `start` on the way to `end` that reaches it."""
    # ASSUME: where a driver may change the lead of an option more than once, its range is searched in eighths of the
    # way to either end, and between two neighbouring steps a switch happens once at most.
    before = start
    for step in range(1, steps + 1):
        after = end if step == steps else start + (end - start) * step / steps
        if reached(after):
            return _halved(before, after, reached)
        before = after
    return None


def _halved(outside: float, inside: float, reached: Callable[[float], bool]) -> float:
    for _ in range(HALVINGS):
        middle = (outside + inside) / 2
        if reached(middle):
            inside = middle
        else:
            outside = middle
    return inside
