"""Quantiles of numbers that may be negative, from the summaries of their positive and their negative parts."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.replicates import Spread, Tally

# A difference of equal numbers may miss zero by the last bit.
ROUNDING = 1e-12


def parts(name: str, values: Floats) -> dict[str, Floats]:
    """The two parts of `values` under the names that `signed_spread` looks for."""
    found = np.where(np.abs(values) < ROUNDING, 0.0, values)
    # Adding zero gives a zero without a sign.
    return {f"{name}:above": np.maximum(found, 0.0) + 0.0, f"{name}:below": np.maximum(-found, 0.0) + 0.0}


def signed_spread(tally: Tally, name: str) -> Spread:
    """The spread of numbers whose `parts` were counted."""
    above, below = tally.spread(f"{name}:above"), tally.spread(f"{name}:below")
    return Spread(
        above.p5 or -below.p95 + 0.0,
        above.p50 or -below.p50 + 0.0,
        above.p95 or -below.p5 + 0.0,
        max(above.standard_error, below.standard_error),
    )


def reciprocal_spread(tally: Tally, name: str) -> Spread | None:
    """The spread of one over numbers of zero or more; None where more than one in twenty is zero."""
    spread = tally.spread(name)
    if spread.p5 <= 0:
        return None
    error = spread.standard_error / spread.p50**2
    return Spread(1 / spread.p95, 1 / spread.p50, 1 / spread.p5, error)
