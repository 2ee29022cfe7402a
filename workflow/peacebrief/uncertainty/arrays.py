"""The kinds of array the model works on, and the checks that numbers pass at the door of a formula.

Probabilities are checked at the door of every formula that takes one.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Booleans: TypeAlias = NDArray[np.bool_]
Words: TypeAlias = NDArray[np.uint32]

# A formula works the same on one number and on an array of draws.
Number = TypeVar("Number", float, NDArray[np.float64])


def checked_probability(value: Number, *, name: str) -> Number:
    """`value` itself. Raises ValueError unless every number of it is between 0 and 1."""
    given = np.asarray(value)
    if not ((given >= 0) & (given <= 1)).all():
        wrong = given[~((given >= 0) & (given <= 1))].ravel()[0]
        raise ValueError(f"{name} must be between 0 and 1, not {wrong:g}")
    return value


def checked_not_negative(value: Number, *, name: str) -> Number:
    """`value` itself. Raises ValueError unless every number of it is zero or more."""
    given = np.asarray(value)
    if not (given >= 0).all():
        raise ValueError(f"{name} must be zero or more, not {given[~(given >= 0)].ravel()[0]:g}")
    return value


def checked_positive(value: Number, *, name: str) -> Number:
    """`value` itself. Raises ValueError unless every number of it is finite and above zero."""
    given = np.asarray(value)
    good = np.isfinite(given) & (given > 0)
    if not good.all():
        raise ValueError(f"{name} must be above zero, not {given[~good].ravel()[0]:g}")
    return value
