"""Everything that is sampled: the quantities of the inputs, and the draws from missions and brigades."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.subject import Named
from peacebrief.sizing.given import Role, SizingInputs
from peacebrief.sizing.history.past_mission import mandate_level
from peacebrief.sizing.history.prediction_rule import forecast
from peacebrief.uncertainty import Quantity

# The theatre is published by itself; results that use it point to these facts.
THEATRE = {
    "line_length": "line_length",
    "guarded_border": "guarded_border",
    "population_held": "population",
    "area_held": "area",
}


def sampled_inputs(inputs: SizingInputs) -> dict[str, Sampled]:
    """Every sampled number of the stage, by id."""
    found = [_quantity(inputs, quantity) for quantity in inputs.quantities]
    found += [*_forecasts(inputs), *_contributors(inputs), *_comparators(inputs)]
    return {one.id: one for one in found}


def _quantity(inputs: SizingInputs, quantity: Quantity) -> Sampled:
    family = f"sizing.theatre.{THEATRE[quantity.id]}" if quantity.id in THEATRE else ""
    return sampled(quantity, ties=inputs.ties, family=family)


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


def _contributors(inputs: SizingInputs) -> Iterator[Sampled]:
    for state in inputs.contributors:
        name = f"brigades.{state.slug}"
        quantity = Quantity(
            id=name, origin=state.origin, distribution="pert", low=state.low, central=state.central, high=state.high
        )
        yield sampled(quantity, ties={})
        yield Sampled(id=f"army.{state.slug}", central=state.army, origins=(state.origin,))


def _comparators(inputs: SizingInputs) -> Iterator[Sampled]:
    for name, (value, _) in inputs.comparators.items():
        known = Named(name, inputs.comparator_labels.get(name) or name.replace("_", " "))
        yield Sampled(
            id=f"comparator.{name}",
            central=value,
            origins=(f"table:comparators.csv#{name}",),
            family="sizing.comparator.{comparator}",
            about={"comparator": known},
        )


def _roles_with(inputs: SizingInputs, method: str) -> list[Role]:
    named = {row.role for row in inputs.methods if row.method == method}
    return [role for role in inputs.roles if role.id in named]
