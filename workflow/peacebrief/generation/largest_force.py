"""The largest force that supply can fill up to a requirement by type, in closed form and over draws.

Contributors on one side and force types on the other make a transport network, and the largest flow through it equals
its smallest cut: some types are cut at their requirement, the others at what each contributor can send to them.
Source: Ford and Fulkerson 1956 (largest flow, smallest cut).
"""

from __future__ import annotations

from itertools import product

import numpy as np

from peacebrief.uncertainty.arrays import Floats


def largest_force(*, requirement: Floats, deployable: Floats, limits: Floats) -> Floats:
    """Troops (persons) of the largest force up to the requirement; smallest contingents are not looked at.

    `requirement` is (types) or (types, draws), `deployable` (contributors) or (contributors, draws), the most each
    sends over all types, and `limits` (types, contributors) or (types, contributors, draws), the most of each type.
    """
    cuts: list[Floats] = []
    for supplied in product((False, True), repeat=len(requirement)):
        cut = np.zeros(())
        if any(supplied):
            sendable = limits[np.array(supplied)].sum(axis=0)
            cut = np.minimum(deployable, sendable).sum(axis=0)
        if not all(supplied):
            cut = cut + requirement[~np.array(supplied)].sum(axis=0)
        cuts.append(cut)
    return np.asarray(np.minimum.reduce(np.broadcast_arrays(*cuts)), dtype=np.float64)
