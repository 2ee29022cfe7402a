"""Everything that is sampled: assumptions, the chances of positions, and the brigades of each state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.generation.inputs import GenerationInputs
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf

# ASSUME: how far governments keep to what they have said is one uncertainty, the same for every position and level of
# United States support: where one kind of position proves firmer than expected, all do.
POSITION_STREAM = "position_chances"
BRIGADES, BRIGADE_STRENGTH = "brigades.", "brigade_strength"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """One sampled number: its inverse distribution, its central point and the rows it came from.

    `stream` names its uniforms: two numbers on one stream are drawn together; a number that never varies has none.
    """

    id: str
    central: float
    origins: tuple[str, ...]
    stream: str = ""
    inverse: Inverse | None = None


def sampled_inputs(inputs: GenerationInputs) -> dict[str, Sampled]:
    """Every number that is sampled from the inputs, by id."""
    found = [_sampled(inputs, quantity, stream=quantity.id) for quantity in inputs.quantities]
    found += [*_positions(inputs), *_brigades(inputs)]
    return {one.id: one for one in found}


def position_chance(position: str, us_level: str) -> str:
    """The id of the chance of a position at a level."""
    return f"position_chance.{position}.{us_level}"


def tie_rows(inputs: GenerationInputs, stream: str) -> tuple[str, ...]:
    """The row that ties a stream to a factor, if there is one."""
    tie = inputs.ties.get(stream)
    return () if tie is None else (tie.origin,)


def _positions(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the chance that a position leads to troops lies in its judged range by a PERT distribution.
    for row in inputs.position_chances:
        low, central, high = row.span
        name = position_chance(row.position, row.us_level)
        quantity = Quantity(id=name, origin=row.origin, distribution="pert", low=low, central=central, high=high)
        yield _sampled(inputs, quantity, stream=POSITION_STREAM)


def _brigades(inputs: GenerationInputs) -> Iterator[Sampled]:
    # ASSUME: the brigades that a state could keep deployed lie in their range by a PERT distribution.
    for state in inputs.states.values():
        low, central, high = state.brigades
        name = f"{BRIGADES}{state.id}"
        quantity = Quantity(id=name, origin=state.origin, distribution="pert", low=low, central=central, high=high)
        yield _sampled(inputs, quantity, stream=name)


def _sampled(inputs: GenerationInputs, quantity: Quantity, *, stream: str) -> Sampled:
    fixed = quantity.distribution == "fixed" or (quantity.distribution != "choice" and quantity.low == quantity.high)
    return Sampled(
        id=quantity.id,
        central=quantity.central_point(),
        origins=(quantity.origin,) if fixed else (quantity.origin, *tie_rows(inputs, stream)),
        stream="" if fixed else stream,
        inverse=None if fixed else inverse_cdf(quantity),
    )
