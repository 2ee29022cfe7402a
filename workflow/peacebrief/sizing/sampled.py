"""Everything that is sampled: the quantities of the inputs, and the draws from missions, proposals and brigades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.sizing.history import mandate_level
from peacebrief.sizing.inputs import Role, SizingInputs
from peacebrief.sizing.proposals import middle_proposal, published_sizes
from peacebrief.sizing.statistical import forecast
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf

# The theatre is published by itself; results that use it point to these facts.
THEATRE = {
    "line_length": "line_length",
    "guarded_border": "guarded_border",
    "population_held": "population",
    "area_held": "area",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """One sampled number: its inverse distribution, its central point and the rows it came from.

    `stream` names its uniforms: two numbers on one stream are drawn together; a number that never varies has none.
    `fact` is the id it is published under.
    """

    id: str
    central: float
    origins: tuple[str, ...]
    stream: str = ""
    inverse: Inverse | None = None
    fact: str = ""


def sampled_inputs(inputs: SizingInputs) -> dict[str, Sampled]:
    """Every sampled number of the stage, by id."""
    found = [_quantity(inputs, quantity) for quantity in inputs.quantities]
    found += [*_forecasts(inputs), *_published(inputs), *_contributors(inputs), *_comparators(inputs)]
    return {sampled.id: sampled for sampled in found}


def _quantity(inputs: SizingInputs, quantity: Quantity) -> Sampled:
    tie = inputs.ties.get(quantity.id)
    fixed = quantity.distribution == "fixed"
    return Sampled(
        id=quantity.id,
        central=quantity.central_point(),
        origins=(quantity.origin,) if tie is None or fixed else (quantity.origin, tie.origin),
        stream="" if fixed else quantity.id,
        inverse=None if fixed else inverse_cdf(quantity),
        fact=f"sizing.theatre.{THEATRE[quantity.id]}" if quantity.id in THEATRE else "",
    )


def _forecasts(inputs: SizingInputs) -> Iterator[Sampled]:
    for role in _roles_with(inputs, "statistical"):
        found = forecast(inputs.missions, mandate_level=mandate_level(inputs.missions, role.mission_type))
        yield Sampled(
            id=f"statistical_strength.{role.id}",
            stream="statistical_residual",
            inverse=found.inverse(),
            central=found.central,
            origins=tuple(mission.origin for mission in inputs.missions),
        )


def _published(inputs: SizingInputs) -> Iterator[Sampled]:
    for role in _roles_with(inputs, "published_proposals"):
        # ASSUME: every proposal for a role counts the same, although their authors borrow numbers from each other.
        made = [proposal for proposal in inputs.proposals if proposal.role_class == role.proposal_class]
        yield Sampled(
            id=f"published_size.{role.id}",
            stream="published_proposal",
            inverse=published_sizes(made),
            central=middle_proposal(made),
            origins=tuple(proposal.origin for proposal in made),
        )


def _contributors(inputs: SizingInputs) -> Iterator[Sampled]:
    for state in inputs.contributors:
        name = f"brigades.{state.slug}"
        quantity = Quantity(
            id=name, origin=state.origin, distribution="pert", low=state.low, central=state.central, high=state.high
        )
        yield Sampled(
            id=name, central=state.central, origins=(state.origin,), stream=name, inverse=inverse_cdf(quantity)
        )
        yield Sampled(id=f"army.{state.slug}", central=state.army, origins=(state.origin,))


def _comparators(inputs: SizingInputs) -> Iterator[Sampled]:
    for name, (value, _) in inputs.comparators.items():
        origins = (f"table:comparators.csv#{name}",)
        yield Sampled(id=f"comparator.{name}", central=value, origins=origins, fact=f"sizing.comparator.{name}")


def _roles_with(inputs: SizingInputs, method: str) -> list[Role]:
    named = {weight.role for weight in inputs.weights if weight.method == method}
    return [role for role in inputs.roles if role.id in named]
