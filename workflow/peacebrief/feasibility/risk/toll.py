"""What risks cost, in units people know: soldiers killed or missing, days, euros, war or no war; over which time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.uncertainty.arrays import Floats

KILLED, MISSING, DAYS, EUROS, WAR = "killed", "missing", "days", "euros", "war"
YEAR = 12.0  # months

# ASSUME: of several interruptions the longest is told, since they may fall together; soldiers and euros are added.
COMBINED: Mapping[str, Callable[[Floats, Floats], Floats]] = {
    KILLED: np.add,
    MISSING: np.add,
    DAYS: np.maximum,
    EUROS: np.add,
    WAR: np.maximum,
}

# ASSUME: round numbers from one soldier, a week or a thousand million euros upwards are what is told.
AT_LEAST: Mapping[str, tuple[float, ...]] = {
    KILLED: (1.0, 10.0, 100.0, 1000.0),
    MISSING: (1000.0, 5000.0, 10_000.0),
    DAYS: (7.0, 30.0, 90.0),
    EUROS: (1e9, 5e9, 1e10),
}
STEPS_PER_DECADE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a toll is told in a label, and the unit of its facts."""

    label: str
    unit: str


TOLLS: Mapping[str, Told] = {
    KILLED: Told(label="soldiers killed", unit="persons"),
    MISSING: Told(label="soldiers missing", unit="persons"),
    DAYS: Told(label="days of the longest interruption", unit="days"),
    EUROS: Told(label="extra cost", unit="EUR_2025"),
    WAR: Told(label="war", unit="probability"),
}


def chance_within(*, chance: Floats, horizon: float, months: float) -> Floats:
    """The chance that something happens within `months`, from its chance within a `horizon` (months as well).

    The same chance in every month: 1 - (1 - chance) ^ (months / horizon).
    """
    # ASSUME: within its horizon a risk is as likely in every month as in every other.
    return np.asarray(chance if months == horizon else 1 - (1 - np.asarray(chance)) ** (months / horizon))


def curve_thresholds(toll: str) -> list[float]:
    """Thresholds of the curve of a toll: ten a decade, and those that are told, over more than can be reached."""
    first = AT_LEAST[toll][0]
    steps = [first * 10 ** (step / STEPS_PER_DECADE) for step in range(5 * STEPS_PER_DECADE + 1)]
    kept = [step for step in steps if all(abs(step / told - 1) > 1e-9 for told in AT_LEAST[toll])]
    return sorted({*AT_LEAST[toll], *(float(f"{step:.4g}") for step in kept)})
