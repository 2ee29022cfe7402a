"""Positions: whether a contributor takes part, from what its government has said, by option and level of US support.

Every option and level is read from the same uniforms, so that a likelier position never loses a contributor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from peacebrief.uncertainty.arrays import Floats


def taking_part(*, uniforms: Floats, chance: Floats, eligible: Sequence[bool]) -> Floats:
    """One where a contributor takes part and zero where it does not, (contributors, draws).

    `uniforms` (contributors, draws) lie strictly between 0 and 1; `chance` is (contributors, draws) or (contributors,
    1); `eligible` says who belongs to the option at all.
    """
    allowed: Floats = chance * np.asarray(eligible, dtype=np.float64)[:, None]
    return np.asarray(uniforms < allowed, dtype=np.float64)


# ASSUME: a force without enough of its framework nations does not deploy at all, whatever the others offer.
def led(*, taking_part: Floats, framework: Sequence[bool], needed: int) -> Floats:
    """One in each draw (draws) in which at least `needed` framework nations take part, otherwise zero."""
    present = taking_part[np.flatnonzero(framework)].sum(axis=0)
    return np.asarray(present >= needed, dtype=np.float64)
