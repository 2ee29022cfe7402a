"""What the program of the largest force finds: the force, its flows and the shadow prices of the limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.logistics.classes import CLASSES
from peacebrief.uncertainty.arrays import Floats

PROVISIONS, OTHER = CLASSES.index("provisions"), CLASSES.index("other")
# No limit tells provisions and other supplies apart, so they travel as one: the program is a quarter smaller.
APART = len(CLASSES) - 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LargestForce:
    """The largest force, the flows that feed it and the shadow prices of the limits.

    `flow_t_per_day` is by arc and class. The prices are persons for one more tonne a day of each limit: the whole of an
    arc, its tank-wagon racks, its dangerous goods, and handling; the prices times the limits add up to `persons`.
    `delivery_price` (classes) is what a tonne a day is worth at the sectors, spread by their shares: the needs of a
    thousand persons times these prices are a thousand persons. `basis` is where another solve may start from.
    """

    persons: float
    flow_t_per_day: Floats
    arc_price: Floats
    rack_price: Floats
    hazard_price: Floats
    handling_price: Floats
    delivery_price: Floats
    basis: Any


def together(by_class: Floats) -> Floats:
    """A demand by class (classes) with what travels as one added up."""
    apart = by_class[:APART].copy()
    apart[PROVISIONS] += by_class[OTHER]
    return apart


def divided(flow_t_per_day: Floats, demand: Floats) -> Floats:
    """Flows of all classes (arcs, classes): what travels as one is divided as it is demanded (classes)."""
    both = demand[PROVISIONS] + demand[OTHER]
    share = demand[OTHER] / both if both > 0 else 0.0
    flow = np.concatenate([flow_t_per_day, flow_t_per_day[:, [PROVISIONS]] * share], axis=1)
    flow[:, PROVISIONS] *= 1 - share
    return flow
