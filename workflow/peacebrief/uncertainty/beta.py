"""The beta distribution as an inverse table: from its shapes, or through two of its quantiles."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable

NORMAL_P95 = 1.6448536269514722


def scaled_beta(*, rise: float, fall: float, low: float, high: float) -> InverseTable:
    """Beta distribution with shapes `rise` and `fall`, stretched over the range."""
    width = high - low

    def lower(probabilities: Floats) -> tuple[Floats, Floats]:
        share, slope = _beta_tail(rise, fall, probabilities)
        return low + width * share, width * slope

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        share, slope = _beta_tail(fall, rise, probabilities)
        return high - width * share, -width * slope

    return InverseTable(lower=lower, upper=upper)


def beta_through(*, p5: float, p95: float) -> InverseTable:
    """Beta distribution on 0 to 1 through its 5th and 95th percentile. Raises ValueError where none fits."""
    from scipy.optimize import root
    from scipy.special import betainc

    if not 0 < p5 < p95 < 1:
        raise ValueError(f"a beta distribution needs 0 < low < high < 1, not {p5:g} and {p95:g}")
    mean, deviation = (p5 + p95) / 2, (p95 - p5) / (2 * NORMAL_P95)
    size = max(mean * (1 - mean) / deviation**2 - 1, 0.5)

    def missed(log_shapes: Floats) -> Floats:
        shapes = np.exp(log_shapes)
        return np.array([betainc(*shapes, p5) - 0.05, betainc(*shapes, p95) - 0.95])

    found = root(missed, np.log([mean * size, (1 - mean) * size]), tol=1e-12)
    if not found.success:
        raise ValueError(f"no beta distribution found through {p5:g} and {p95:g}")
    rise, fall = np.exp(found.x)
    return scaled_beta(rise=float(rise), fall=float(fall), low=0.0, high=1.0)


def _beta_tail(rise: float, fall: float, probabilities: Floats) -> tuple[Floats, Floats]:
    from scipy.special import betaincinv, betaln

    share = betaincinv(rise, fall, probabilities)
    log_density = (rise - 1) * np.log(share) + (fall - 1) * np.log1p(-share) - betaln(rise, fall)
    return share, np.exp(-log_density)
