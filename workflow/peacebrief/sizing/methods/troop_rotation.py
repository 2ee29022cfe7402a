"""Rotation. The pool is what is tied up at one time; troops cycled are all who serve over the horizon.

The two are different quantities and are never added or compared.

As steps: how much of an army a contribution ties up, rotation included.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.sizing.given import Contributor, SizingInputs
from peacebrief.uncertainty.arrays import Number

CONTRIBUTION = "compared_contribution"


def pool(*, force: Number, ratio: Number) -> Number:
    """Troops (persons) tied up at one time: those deployed, those preparing and those recovering."""
    return force * ratio


def cycled(*, force: Number, horizon_months: Number, tour_months: Number) -> Number:
    """Troops (persons) who serve one tour each over the horizon: the force times the tours that fill it."""
    return force * horizon_months / tour_months


def army_share(*, pool: Number, army: Number) -> Number:
    """The share of an army tied up by a pool."""
    return pool / army


@node("sent.{contributor}", unit="persons", brigades="brigades.{contributor}")
def brigade_troops(*, brigades: Number, brigade_strength: Number) -> Number:
    """Troops (persons) of so many brigades."""
    return brigades * brigade_strength


def share_steps(inputs: SizingInputs) -> Iterator[Step]:
    """The share of each contributor's army, and of the compared army for what its state would contribute."""
    for state in inputs.contributors:
        yield from _contributor_steps(state)
    if inputs.compared_army:
        yield step_of(compared_pool)
        yield step_of(compared_share, army=inputs.compared_army)


def _contributor_steps(state: Contributor) -> Iterator[Step]:
    contributor = Named(state.slug, country_in_sentence(state.country))
    yield step_of(brigade_troops, contributor=contributor)
    yield step_of(tied_up, contributor=contributor)
    yield step_of(share_tied_up, contributor=contributor)


@node("tied_up.{contributor}", unit="persons", sent="sent.{contributor}")
def tied_up(*, sent: Number, rotation_ratio: Number) -> Number:
    """Troops (persons) of a contribution tied up at one time."""
    return pool(force=sent, ratio=rotation_ratio)


@node(
    "army_share.{contributor}",
    "share of the army of {contributor} tied up by the brigades it could keep up",
    "share",
    family="sizing.army_share.{contributor}",
    pool="tied_up.{contributor}",
    army="army.{contributor}",
)
def share_tied_up(*, pool: Number, army: Number) -> Number:
    """Brigades it could keep up times the strength of a brigade times the rotation ratio, divided by the active
    strength of its army.
    """
    return army_share(pool=pool, army=army)


@node("compared_pool", unit="persons")
def compared_pool(*, compared_contribution: Number, rotation_ratio: Number) -> Number:
    """Troops (persons) of the compared contribution tied up at one time."""
    return pool(force=compared_contribution, ratio=rotation_ratio)


@node(
    "compared_share",
    "share of the trained {army} army tied up by the contribution it is compared with",
    "share",
    family="sizing.compared_share",
    army="comparator.{army}",
)
def compared_share(*, compared_pool: Number, army: Number) -> Number:
    """Contribution times the rotation ratio, divided by the trained strength of the army it is compared with."""
    return army_share(pool=compared_pool, army=army)
