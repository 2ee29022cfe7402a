"""Draws counted by which of the gates they pass: a whole number a pattern, from which every share of draws follows.

Passes are arrays of yes and no.
"""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Integers

MOST_GATES = 16


def pattern(table: Booleans) -> Integers:
    """The pattern (draws,) of passes `table` (gates, draws): the first gate is worth 1, the second 2, then 4 ..."""
    if len(table) > MOST_GATES:
        raise ValueError(f"at most {MOST_GATES} gates can be counted together, not {len(table)}")
    code = np.zeros(table.shape[1], dtype=np.int64)
    for place, row in enumerate(table):
        code += row.astype(np.int64) << place
    return code


def patterns(gates: int) -> Booleans:
    """Where (gates, patterns) each gate is passed in each pattern."""
    places = np.arange(gates)[:, None]
    return np.asarray(np.arange(2**gates)[None, :] >> places & 1, dtype=np.bool_)
