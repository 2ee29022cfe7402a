"""The formulas of supply: whether a contributor takes part, and what it can keep deployed for good.

What it keeps deployed comes from its army and the share of one that states have kept deployed, or from its brigades; a
contribution ties up so much of an army by rotation rule.

Whether it takes part comes from what its government has said, by option and level of support. Every option and
level is read from the same uniforms, so that a likelier position never loses a contributor. From net support to the
chance that a government sends troops leads a declared logistic link.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Number, checked_positive, checked_probability
from peacebrief.uncertainty.inverse_table import InverseTable, normal
from peacebrief.uncertainty.power import power

# A millionth of a soldier is rounding, not a missing soldier.
ROUNDING = 1e-6

# Odds of three to one are a chance of three in four.
ODDS_OF_THREE_QUARTERS = 3.0

# ASSUME: each point of net support multiplies the odds that a government sends troops by the same factor. A position
# that is certain, yes or no, is not moved by polls.


# ASSUME: contingents count whole soldiers, rounded down, so that totals are exact in whatever order they are added.
def whole(*, persons: Number) -> Number:
    """Whole persons, rounded down."""
    return cast("Number", np.floor(persons + ROUNDING))


# ASSUME: what an army has kept deployed it kept with its own rotation, so that no rotation ratio divides it again; the
# ratio says how many soldiers a contribution ties up, and how much less it is where rotation becomes stricter.
# ASSUME: a mission gets what an army can keep deployed less what forward land forces and other operations bind already;
# these go on beside it.
def kept_deployed(*, army: Number, share: Number, committed: Number, stricter: Number) -> Number:
    """Troops (whole persons) that an army keeps deployed for good beside those that are bound elsewhere, never below 0.

    `share` (0-1) is what it keeps deployed in all, `stricter` (0-1) what a stricter rotation leaves of the rest. Raises
    ValueError where one of them lies outside 0 to 1.
    """
    for name, parts in {"share kept deployed": share, "part left by rotation": stricter}.items():
        if np.min(parts) < 0 or np.max(parts) > 1:
            raise ValueError(f"a {name} must lie between 0 and 1, not {np.min(parts):g} to {np.max(parts):g}")
    left = cast("Number", np.maximum(army * share - committed, 0.0))
    return whole(persons=left * stricter)


def left_by_rotation(*, ratio: Number, later: Number) -> Number:
    """The part (0-1) of a force that is left where `later`, a ratio, takes the place of a looser one; else all of it.

    Raises ValueError where a ratio is below one.
    """
    if min(np.min(ratio), np.min(later)) < 1:
        raise ValueError(f"a rotation ratio must be one or more, not {min(np.min(ratio), np.min(later)):g}")
    strictest = cast("Number", np.maximum(ratio, later))
    return ratio / strictest


# ASSUME: a contributor brings the supporting troops and monitors that its brigades need, in the proportion in which the
# option asks for them.
def carried_troops(*, brigades: Number, brigade_strength: Number, brigade_share: Number) -> Number:
    """Troops (whole persons) of the force that so many brigades, or parts of brigades, carry.

    Brigades make up `brigade_share` of the force, above zero; the rest supports them. Source: shurkin2017abilities,
    which counts the brigades that an army could keep deployed.
    """
    return whole(persons=brigades * brigade_strength / brigade_share)


def total_supply(*, troops: Floats, taking_part: Floats) -> Floats:
    """Troops (persons) of those who take part: arrays (contributors, draws), added over contributors.

    `troops` may also be (contributors, 1). Exact for whole persons, so that the order of rows does not matter.
    """
    return np.asarray((troops * taking_part).sum(axis=0), dtype=np.float64)


def army_share(*, deployed: Number, ratio: Number, army: Number) -> Number:
    """The share of an army, or of several together, tied up by troops deployed at any one time, rotation included.

    Read as the share that would have to be tied up for a force to be met; above one it cannot be.
    """
    return deployed * ratio / army


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


def drawn_net(*, net: float, deviation: float, uniforms: Floats) -> Floats:
    """Net support in points, normal around the pooled one, between -100 and 100."""
    return np.clip(net + deviation * _normal()(uniforms), -100.0, 100.0)


def position_probability(*, stated: Number, net: Number, points_to_three_quarters: Number) -> Number:
    """The probability that a contributor passes its position gate.

    `stated` is the probability by its declared position alone, which holds at a net support of zero. Net support of
    `points_to_three_quarters` would lift an even chance to three in four. Raises ValueError for a probability outside
    0 to 1 and for points that are not above zero.
    """
    checked_probability(stated, name="probability of the stated position")
    checked_positive(points_to_three_quarters, name="points to three quarters")
    return lifted_probability(stated=stated, times=odds_lifted(net=net, points=points_to_three_quarters))


def odds_lifted(*, net: Number, points: Number) -> Number:
    """By how much net support (points) multiplies the odds that a government sends troops."""
    return power(ODDS_OF_THREE_QUARTERS, net / points)


def lifted_probability(*, stated: Number, times: Number) -> Number:
    """A probability (0-1) whose odds are multiplied."""
    lifted = stated * times
    return lifted / (1 - stated + lifted)


@cache
def _normal() -> InverseTable:
    return normal()
