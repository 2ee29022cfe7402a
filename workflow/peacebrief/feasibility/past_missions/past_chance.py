"""The chance that all gates of a past mission open together, by quadrature over judged ranges and a common factor.

Without a tie it is the product of the gates. Bounds hold for whatever the tie is (Fréchet).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy.special import ndtr, ndtri

from peacebrief.feasibility.given import mean
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import inverse_cdf

# Points of the adversary's attitude on its normal scale, how far out they lie, and points of a judged range.
ATTITUDES, FAR, SHARES = 256, 8.0, 48

Chances = Mapping[str, Quantity]


def joint_chance(chances: Chances, *, tied: Collection[str], loading: Quantity | None) -> float:
    """P(every gate opens), 0-1. The gates `tied` follow one normal factor with a loading; others stand alone.

    Given the factor z, a gate of chance q opens with Phi((Phi^-1(q) - l z) / sqrt(1 - l^2)), averaged over the range
    of q. Without a loading every gate stands alone. Raises ValueError for a loading that may reach 1.
    """
    if loading is None:
        return apart(chances)
    alone = apart({gate: chance for gate, chance in chances.items() if gate not in tied})
    follows = [_quantiles(chances[gate]) for gate in tied if gate in chances]
    weights = _shares()[1]
    ties = _quantiles(loading)
    if max(ties) >= 1:
        raise ValueError(f"{loading.id}: a loading of {max(ties):g} leaves nothing to chance; stay below 1")
    told = {tie: _together(follows, tie) for tie in set(ties.tolist())}
    return alone * float(weights @ np.array([told[tie] for tie in ties.tolist()]))


def apart(chances: Chances) -> float:
    """P(every gate opens) where none has anything to do with another: the product."""
    return float(np.prod([mean(chance) for chance in chances.values()]))


def most(chances: Chances) -> float:
    """P(every gate opens) at most, whatever the tie: that of the weakest gate (Fréchet)."""
    return min(mean(chance) for chance in chances.values())


def least(chances: Chances) -> float:
    """P(every gate opens) at least, whatever the tie (Fréchet)."""
    return max(0.0, 1 - sum(1 - mean(chance) for chance in chances.values()))


def _together(follows: list[Floats], loading: float) -> float:
    points, weights = _nodes(ATTITUDES)
    factor = FAR * points
    opens = np.ones(ATTITUDES)
    for chances in follows:
        given = ndtr((ndtri(chances)[None, :] - loading * factor[:, None]) / np.sqrt(1 - loading**2))
        opens = opens * (given @ _shares()[1])
    return float(opens @ (FAR * weights * np.exp(-(factor**2) / 2) / np.sqrt(2 * np.pi)))


def _quantiles(quantity: Quantity) -> Floats:
    return inverse_cdf(quantity)(_shares()[0])


def _shares() -> tuple[Floats, Floats]:
    """Points between nought and one, and their weights."""
    points, weights = _nodes(SHARES)
    return (points + 1) / 2, weights / 2


@lru_cache
def _nodes(count: int) -> tuple[Floats, Floats]:
    points, weights = leggauss(count)
    return np.asarray(points, dtype=np.float64), np.asarray(weights, dtype=np.float64)
