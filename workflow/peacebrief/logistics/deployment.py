"""Deployment: stages in series, T = T_decision + T_ready + max(V / (eta mu)) + pipeline."""

from __future__ import annotations

from functools import reduce
from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number

# ASSUME: a stage of the deployment carries what its own links and nodes allow when all other stages have room enough,
# and the slowest stage sets the pace of all.
# ASSUME: troops arrive at the smaller of two daily rates: what the network carries, and what lines of communication
# carried in past deployments.


def slowest(**stages: Number) -> Number:
    """Tonnes a day of the slowest stage."""
    return reduce(np.minimum, stages.values())


def network_rate(*, tonnes_per_day: Number, efficiency: Number, mass_t_per_person: Number) -> Number:
    """Persons a day, with their vehicles and first stocks, that a stage lets through.

    `efficiency` is what is realised of the planned tonnage.
    """
    return tonnes_per_day * efficiency / mass_t_per_person


def empirical_rate(*, persons_per_day: Number, lines: Number) -> Number:
    """Persons a day over so many lines of communication, at a rate seen in the past on one."""
    return persons_per_day * lines


def smaller_rate(*, by_network: Number, by_lines: Number) -> Number:
    """The smaller of the two daily rates."""
    return cast("Number", np.minimum(by_network, by_lines))


def first_day(*, decision: Number, readiness: Number, pipeline: Number) -> Number:
    """Days from the political decision until the first units arrive."""
    return decision + readiness + pipeline


def deployment_days(*, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Days from the political decision until so many persons are in the theatre."""
    return first_day + persons / rate


def arrived(*, day: Number | float, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Persons in the theatre by a day, of a deployment of so many."""
    return cast("Number", np.clip((day - first_day) * rate, 0.0, persons))
