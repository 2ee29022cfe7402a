"""Gates: must-pass conditions, never traded off against scores.

A gate is passed by chance, where its probability is judged, or by margin, where another stage has drawn what is there
and what is needed.
"""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats


def event_passes(*, uniforms: float | Floats, probability: float | Floats) -> Booleans:
    """Where a gate that opens with `probability` (0-1) is passed: where its uniform falls below it.

    A high uniform is the bad end: a gate tied to a factor by a positive loading fails where the factor is high.
    Raises ValueError for a number that is no probability.
    """
    if not np.all((np.asarray(probability) >= 0) & (np.asarray(probability) <= 1)):
        raise ValueError("the probability of passing a gate must be between 0 and 1")
    return np.asarray(np.asarray(uniforms) < probability, dtype=np.bool_)


def margin_passes(*, available: float | Floats, required: float | Floats) -> Booleans:
    """Where what is available, in the unit of what is required, is enough. Raises ValueError for a missing number."""
    if np.any(np.isnan(available)) or np.any(np.isnan(required)):
        raise ValueError("a gate needs both what is available and what is required as numbers")
    return np.asarray(np.asarray(available) >= required, dtype=np.bool_)
