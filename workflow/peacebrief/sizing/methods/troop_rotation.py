"""Rotation. The pool is what is tied up at one time; troops cycled are all who serve over the horizon.

The two are different quantities and are never added or compared.

As steps: how much of an army a contribution ties up, rotation included.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.sizing.given import Contributor, SizingInputs
from peacebrief.uncertainty.arrays import Number

CONTRIBUTION = "british_contribution"
ARMY = "british_army_trained"
SHARE_METHOD = (
    "Brigades it could keep up times the strength of a brigade times the rotation ratio, divided by the active "
    "strength of its army."
)


def pool(*, force: Number, ratio: Number) -> Number:
    """Troops (persons) tied up at one time: those deployed, those preparing and those recovering."""
    return force * ratio


def cycled(*, force: Number, horizon_months: Number, tour_months: Number) -> Number:
    """Troops (persons) who serve one tour each over the horizon: the force times the tours that fill it."""
    return force * horizon_months / tour_months


def army_share(*, pool: Number, army: Number) -> Number:
    """The share of an army tied up by a pool."""
    return pool / army


def brigade_troops(*, brigades: Number, brigade_strength: Number) -> Number:
    """Troops (persons) of so many brigades."""
    return brigades * brigade_strength


def share_steps(inputs: SizingInputs) -> Iterator[Step]:
    """The share of each contributor's army, and of the British Army for the published ceiling of its contribution."""
    for state in inputs.contributors:
        yield from _contributor_steps(state)
    if ARMY in inputs.comparators and CONTRIBUTION in {quantity.id for quantity in inputs.quantities}:
        yield from _british_steps()


def _contributor_steps(state: Contributor) -> Iterator[Step]:
    sent, tied_up = f"sent.{state.slug}", f"tied_up.{state.slug}"
    takes = {"brigades": f"brigades.{state.slug}", "brigade_strength": "brigade_strength"}
    yield Step(id=sent, formula=brigade_troops, takes=takes, unit="persons")
    yield Step(id=tied_up, formula=pool, takes={"force": sent, "ratio": "rotation_ratio"}, unit="persons")
    yield Step(
        id=f"army_share.{state.slug}",
        formula=army_share,
        takes={"pool": tied_up, "army": f"army.{state.slug}"},
        unit="share",
        label="share of the army of {contributor} tied up by the brigades it could keep up",
        method=SHARE_METHOD,
        family="sizing.army_share.{contributor}",
        about={"contributor": Named(state.slug, country_in_sentence(state.country))},
    )


def _british_steps() -> Iterator[Step]:
    takes = {"force": CONTRIBUTION, "ratio": "rotation_ratio"}
    yield Step(id="british_pool", formula=pool, takes=takes, unit="persons")
    yield Step(
        id="british_share",
        formula=army_share,
        takes={"pool": "british_pool", "army": f"comparator.{ARMY}"},
        unit="share",
        label="share of the trained British Army tied up by the published ceiling of its contribution",
        method="British contribution times the rotation ratio, divided by the trained strength of the British Army.",
        family="sizing.british_share",
    )
