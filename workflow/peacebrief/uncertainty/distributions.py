"""The distributions of the model as inverse cumulative functions of uniforms."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import beta_through, lognormal, scaled_beta
from peacebrief.uncertainty.quantity import Quantity

Inverse: TypeAlias = Callable[[Floats], Floats]


@lru_cache(maxsize=1024)
def inverse_cdf(quantity: Quantity) -> Inverse:
    """The function that turns uniforms into values of `quantity`. Raises ValueError for an unknown distribution.

    It is kept: a search for switching values asks for the same quantities many times.
    """
    if quantity.distribution == "fixed":
        return constant(quantity.central_point())
    if quantity.distribution == "choice":
        return choice(quantity.choices)
    low, high = quantity.range()
    if low == high:
        return constant(low)
    if quantity.distribution in BETWEEN:
        return BETWEEN[quantity.distribution](low, high)
    if quantity.distribution not in PEAKED:
        raise ValueError(f"{quantity.id}: no distribution is called {quantity.distribution}")
    mode = quantity.central_point()
    if not low <= mode <= high:
        raise ValueError(f"{quantity.id}: the central number {mode:g} is outside {low:g} to {high:g}")
    return PEAKED[quantity.distribution](low=low, mode=mode, high=high)


def constant(value: float) -> Inverse:
    """The same value whatever the uniforms."""
    return lambda uniforms: np.full_like(uniforms, value)


def uniform(low: float, high: float) -> Inverse:
    """Every value of the range alike."""
    return lambda uniforms: low + (high - low) * uniforms


def pert(*, low: float, mode: float, high: float) -> Inverse:
    """PERT: a beta distribution on the range whose mean is (low + 4 mode + high) / 6."""
    rise = 1 + 4 * (mode - low) / (high - low)
    return scaled_beta(rise=rise, fall=6 - rise, low=low, high=high)


def triangular(*, low: float, mode: float, high: float) -> Inverse:
    """Triangular distribution with the given ends and mode."""
    turn = (mode - low) / (high - low)

    def inverse(uniforms: Floats) -> Floats:
        rising = low + (high - low) * np.sqrt(uniforms * turn)
        falling = high - (high - low) * np.sqrt((1 - uniforms) * (1 - turn))
        return np.where(uniforms < turn, rising, falling)

    return inverse


def choice(choices: tuple[tuple[float, float], ...]) -> Inverse:
    """One of several values by weight. Raises ValueError unless the weights add up to something."""
    values = np.array([value for value, _ in choices])
    weights = np.array([weight for _, weight in choices])
    if len(values) == 0 or weights.sum() <= 0 or weights.min() < 0:
        raise ValueError("a choice needs values with weights of zero or more that add up to something")
    edges = np.cumsum(weights)[:-1] / weights.sum()
    return lambda uniforms: values[np.searchsorted(edges, uniforms, side="right")]


BETWEEN: dict[str, Callable[[float, float], Inverse]] = {
    "uniform": uniform,
    "lognormal": lambda low, high: lognormal(p5=low, p95=high),
    "beta": lambda low, high: beta_through(p5=low, p95=high),
}
PEAKED: dict[str, Callable[..., Inverse]] = {"triangular": triangular, "pert": pert}
