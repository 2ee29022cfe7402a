"""Draws counted by which of the gates they pass: a whole number a pattern, from which every share of draws follows.

Passes are arrays of yes and no.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import fsum

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats, Integers

MOST_GATES = 16


def pattern(table: Booleans) -> Integers:
    """The pattern (draws,) of passes `table` (gates, draws): the first gate is worth 1, the second 2, then 4 ..."""
    if len(table) > MOST_GATES:
        raise ValueError(f"at most {MOST_GATES} gates can be counted together, not {len(table)}")
    code = np.zeros(table.shape[1], dtype=np.int64)
    for place, row in enumerate(table):
        code += row.astype(np.int64) << place
    return code


@cache
def patterns(gates: int) -> Booleans:
    """Where (gates, patterns) each gate is passed in each pattern; for reading only."""
    places = np.arange(gates)[:, None]
    table = np.asarray(np.arange(2**gates)[None, :] >> places & 1, dtype=np.bool_)
    table.flags.writeable = False
    return table


def opened_joint(shares: Sequence[float], *, opened: Sequence[float]) -> float:
    """The chance (0-1) that all gates are passed once each of them is passed with the chance `opened` (gates).

    `shares` (patterns) are those of draws by the gates they pass; no gate gets less likely.
    """
    # ASSUME: a condition opens a gate in draws that failed it by luck of its own, as often as it takes to lift the
    # gate as far as judged; draws that passed it pass it still.
    table = patterns(len(opened))
    draws = np.asarray(shares, dtype=np.float64)
    passed = np.asarray(table @ draws, dtype=np.float64)
    closed = 1.0 - passed
    lifted = np.divide(np.asarray(opened) - passed, closed, out=np.zeros_like(closed), where=closed > 0)
    chance: Floats = np.where(table, 1.0, np.clip(lifted, 0.0, 1.0)[:, None]).prod(axis=0)
    return float(min(fsum((draws * chance).tolist()), 1.0))
