"""Fixed weights without pattern, keyed by name: they pick one of several equally good flows, whatever the order."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import shake_256

import numpy as np

from peacebrief.uncertainty.arrays import Floats


def generic_weights(names: Iterable[str]) -> Floats:
    """A number between 1 and 2 for each name, from a hash of the name."""
    digests = b"".join(shake_256(name.encode()).digest(4) for name in names)
    return 1 + np.frombuffer(digests, dtype="<u4").astype(np.float64) * 2.0**-32
