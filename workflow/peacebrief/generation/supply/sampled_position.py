"""Everything that is sampled: assumptions, the chances of positions, and the brigades of each state."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.given import GenerationInputs
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.uncertainty import Quantity

# ASSUME: how far governments keep to what they have said is one uncertainty, the same for every position and level of
# United States support: where one kind of position proves firmer than expected, all do.
POSITION_STREAM = "position_chances"
BRIGADES, BRIGADE_STRENGTH = "brigades.", "brigade_strength"


def sampled_inputs(inputs: GenerationInputs) -> dict[str, Sampled]:
    """Every number that is sampled from the inputs, by id."""
    found = [sampled(quantity, ties=inputs.ties, stream=quantity.id) for quantity in inputs.quantities]
    found += [*_positions(inputs), *_brigades(inputs)]
    return {one.id: one for one in found}


def position_chance(position: str, us_level: str) -> str:
    """The id of the chance of a position at a level."""
    return f"position_chance.{position}.{us_level}"


def _positions(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the chance that a position leads to troops lies in its judged range by a PERT distribution.
    for row in inputs.position_chances:
        low, central, high = row.span
        name = position_chance(row.position, row.us_level)
        quantity = Quantity(id=name, origin=row.origin, distribution="pert", low=low, central=central, high=high)
        yield sampled(quantity, ties=inputs.ties, stream=POSITION_STREAM)


def _brigades(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the brigades that a state could keep deployed lie in their range by a PERT distribution.
    for state in inputs.states.values():
        low, central, high = state.brigades
        name = f"{BRIGADES}{state.id}"
        quantity = Quantity(id=name, origin=state.origin, distribution="pert", low=low, central=central, high=high)
        yield sampled(quantity, ties=inputs.ties, stream=name)
