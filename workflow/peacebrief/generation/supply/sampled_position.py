"""Everything that is sampled: assumptions, chances of positions, shares of armies kept deployed, and brigades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from peacebrief.generation.given import GenerationInputs
from peacebrief.generation.sustained.share_model import ArmyShare
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.uncertainty import Quantity, Tie
from peacebrief.uncertainty.distributions import Inverse

# ASSUME: how far governments keep to what they have said is one uncertainty, the same for every position and level of
# support: where one kind of position proves firmer than expected, all do.
POSITION_STREAM = "position_chances"
# ASSUME: how far counts of brigades err is one doubt, the same for all states: where one state could keep up more
# brigades than were counted, all could. Doubts apart would make the range of a coalition too narrow.
BRIGADES, BRIGADE_STREAM = "brigades.", "brigade_counts"
# ASSUME: doubt about the model of supply is one for all states: in each draw, either the share of armies or the count
# of brigades holds for every contributor.
MODEL_STREAM = "supply_model"
SHARES = "sustained_share."
POSITION_CHANCE = "position_chance."


def sampled_inputs(inputs: GenerationInputs, shares: Mapping[str, ArmyShare]) -> dict[str, Sampled]:
    """Every number that is sampled from the inputs, and the share of each army kept deployed, by id."""
    found = [sampled(quantity, ties=inputs.ties, stream=quantity.id) for quantity in inputs.quantities]
    found += [*_positions(inputs), *_brigades(inputs)]
    found += [_kept_share(one, inputs.ties) for one in shares.values()]
    return {one.id: one for one in found}


def position_chance(position: str, support_level: str) -> str:
    """The id of the chance of a position at a level."""
    return f"{POSITION_CHANCE}{position}.{support_level}"


def _positions(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the chance that a position leads to troops lies in its judged range by a PERT distribution.
    for row in inputs.position_chances:
        low, central, high = row.span
        name = position_chance(row.position, row.support_level)
        quantity = Quantity(id=name, origin=row.origin, distribution="pert", low=low, central=central, high=high)
        yield sampled(quantity, ties=inputs.ties, stream=POSITION_STREAM)


def _brigades(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the brigades that a state could keep deployed lie in their range by a PERT distribution.
    for state in inputs.states.values():
        if state.brigades is None:
            continue
        low, central, high = state.brigades
        name = f"{BRIGADES}{state.id}"
        quantity = Quantity(id=name, origin=state.origin, distribution="pert", low=low, central=central, high=high)
        yield sampled(quantity, ties=inputs.ties, stream=BRIGADE_STREAM)


# ASSUME: an army never keeps more of itself deployed than all; the far tail of what is drawn is cut there.
def _kept_share(one: ArmyShare, ties: Mapping[str, Tie]) -> Sampled:
    name = f"{SHARES}{one.contributor}"
    found = sampled(one.quantity(name=name, origin=f"fact:generation.{name}"), ties=ties, stream=name)
    return found if found.inverse is None else replace(found, inverse=_at_most_one(found.inverse))


def _at_most_one(inverse: Inverse) -> Inverse:
    return lambda uniforms: np.minimum(inverse(uniforms), 1.0)
