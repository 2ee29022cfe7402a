"""Durability: by how much a force lowers the risk of renewed war.

A published hazard ratio comes from civil wars. Only a share of its logarithm, the weight, is carried over.
Source: Fortna 2004 and 2008 (hazard ratios and the base rate of international wars).
"""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number
from peacebrief.uncertainty.power import power
from peacebrief.uncertainty.probability import checked_positive, checked_probability

# Half widths of the central 95 and 90 per cent of a normal distribution, in standard deviations.
HALF_95, HALF_90 = 1.959963984540054, 1.6448536269514722

# ASSUME: the force multiplies the hazard of renewed war by the same ratio throughout the horizon.


def transferred_hazard_ratio(*, hazard_ratio: Number, weight: Number) -> Number:
    """The hazard ratio after only `weight` (0 to 1) of the evidence is carried over: HR to the power of the weight."""
    checked_probability(weight, name="weight of the evidence")
    return power(checked_positive(hazard_ratio, name="hazard ratio"), weight)


def risk_with_force(*, risk_without: Number, hazard_ratio: Number) -> Number:
    """The probability of renewed war within the horizon with the force there, from that without it."""
    checked_probability(risk_without, name="risk without the force")
    checked_positive(hazard_ratio, name="hazard ratio")
    return 1 - power(1 - risk_without, hazard_ratio)


def risk_reduction(*, risk_without: Number, risk_with: Number) -> Number:
    """By how much the force lowers the probability of renewed war (a difference of probabilities)."""
    return risk_without - risk_with
