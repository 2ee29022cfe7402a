"""The kinds of array the model works on."""

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
