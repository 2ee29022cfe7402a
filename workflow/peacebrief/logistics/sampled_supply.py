"""Everything that is sampled: assumptions, consumption, vehicles and sizes of the options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.logistics.given import PLENTY, LogisticsInputs, level_name
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.simulate import Simulation
from peacebrief.uncertainty import Quantity


def sampled_inputs(inputs: LogisticsInputs) -> dict[str, Sampled]:
    """Every number that is sampled from the inputs, by id."""
    found = [sampled(quantity, ties=inputs.ties) for quantity in inputs.quantities]
    found += [*_consumption(inputs), *_vehicles(inputs), *_fleets(inputs), *_forces(inputs)]
    found += _throughput(inputs)
    return {one.id: one for one in found}


def drawn(
    inputs: LogisticsInputs,
    *,
    name: str,
    stream: str,
    distribution: str,
    span: tuple[float, float, float],
    origin: str,
    **published: Any,
) -> Sampled:
    """A number drawn from the range of a table row on a stream; `published` where it is a fact."""
    low, central, high = span
    quantity = Quantity(id=name, origin=origin, distribution=distribution, low=low, central=central, high=high)
    return sampled(quantity, ties=inputs.ties, stream=stream, **published)


def _consumption(inputs: LogisticsInputs) -> Iterator[Sampled]:
    """Rates of consumption: those of one item move together over the postures.

    The same rates are drawn a second time each by itself, to show what taking them as independent would hide.
    """
    # ASSUME: consumption lies in its range by a triangular distribution, as in the evidence that the bands repeat.
    for row in inputs.consumption:
        for way in ("consumption", "independent"):
            yield drawn(
                inputs,
                name=f"{way}.{row.item}.{row.posture}",
                stream=f"{way}.{row.item}",
                distribution="triangular",
                span=row.span,
                origin=row.origin,
            )


def _vehicles(inputs: LogisticsInputs) -> Iterator[Sampled]:
    """The vehicles that carry supplies, by what they are used for: `vehicle.hired.payload`."""
    # ASSUME: what a vehicle carries, how fast and how long a day lies in its range by a triangular distribution.
    for use in inputs.carriers:
        vehicle = inputs.carrier(use)
        for column, span in vehicle.spans.items():
            yield drawn(
                inputs,
                name=f"vehicle.{use}.{column}",
                stream=f"vehicle.{vehicle.id}.{column}",
                distribution="triangular",
                span=span,
                origin=vehicle.origin,
            )


def _fleets(inputs: LogisticsInputs) -> Iterator[Sampled]:
    """How plentiful wagons, crews and lorries are: -1 where all fleets are at their low number, 0 central, 1 high."""
    # ASSUME: wagons, crews and lorries are few or many together, by a triangular distribution around the central
    # number.
    for fleet in inputs.fleets:
        yield drawn(
            inputs,
            name=level_name(fleet),
            stream=PLENTY,
            distribution="triangular",
            span=(-1.0, 0.0, 1.0),
            origin=fleet.origin,
        )


def _forces(inputs: LogisticsInputs) -> Iterator[Sampled]:
    # ASSUME: the size of an option lies in its range by a PERT distribution.
    for option in inputs.options:
        name = f"force.{option.id}"
        yield drawn(
            inputs,
            name=name,
            stream=name,
            distribution="pert",
            span=option.span,
            origin=option.origin,
            family="logistics.option_size.{option}",
            about={"option": option},
            label="{option}: troops",
            unit="persons",
            method="Size of the option as drawn between its low and high figure.",
        )


def _throughput(inputs: LogisticsInputs) -> Iterator[Sampled]:
    for row in inputs.record["throughput"]:
        if row["value"] is not None:
            yield Sampled(id=f"throughput.{row['id']}", central=float(row["value"]), origins=(str(row["origin"]),))


def sampled_facts(simulation: Simulation) -> Iterator[Record]:
    """Every sampled number that is published: what the network says of ways and stages."""
    for name, one in simulation.sampled.items():
        if not one.fact:
            continue
        told: dict[str, Any] = {"label": one.label, "unit": one.unit, "method": one.method, "because": one.origins}
        if one.stream:
            spread = simulation.spread(name)
            yield spread_record(one.family, one.about, **told, spread=spread, central=one.central)
        else:
            yield record(one.family, one.about, **told, value=one.central)
