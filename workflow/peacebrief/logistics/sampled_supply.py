"""Everything that is sampled: assumptions, consumption, vehicles and sizes of the options."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """One sampled number: its inverse distribution, its central point and the rows it came from.

    `stream` names its uniforms: two numbers on one stream are drawn together; a number that never varies has none.
    `fact` is the id it is published under, with a `label`, a `unit` and a `method` in words.
    """

    id: str
    central: float
    origins: tuple[str, ...]
    stream: str = ""
    inverse: Inverse | None = None
    fact: str = ""
    label: str = ""
    unit: str = ""
    method: str = ""


def sampled_inputs(inputs: LogisticsInputs) -> dict[str, Sampled]:
    """Every number that is sampled from the inputs, by id."""
    found = [_quantity(inputs, quantity) for quantity in inputs.quantities]
    found += [*_consumption(inputs), *_vehicles(inputs), *_forces(inputs), *_throughput(inputs)]
    return {one.id: one for one in found}


def drawn(
    inputs: LogisticsInputs,
    *,
    name: str,
    stream: str,
    distribution: str,
    span: tuple[float, float, float],
    origin: str,
) -> Sampled:
    """A number drawn from the range of a table row on a stream, with the tie of the stream."""
    low, central, high = span
    tie = inputs.ties.get(stream)
    quantity = Quantity(id=name, origin=origin, distribution=distribution, low=low, central=central, high=high)
    varies = low < high
    return Sampled(
        id=name,
        central=central,
        origins=(origin,) if tie is None or not varies else (origin, tie.origin),
        stream=stream if varies else "",
        inverse=inverse_cdf(quantity) if varies else None,
    )


def _quantity(inputs: LogisticsInputs, quantity: Quantity) -> Sampled:
    tie = inputs.ties.get(quantity.id)
    fixed = quantity.distribution == "fixed"
    return Sampled(
        id=quantity.id,
        central=quantity.central_point(),
        origins=(quantity.origin,) if tie is None or fixed else (quantity.origin, tie.origin),
        stream="" if fixed else quantity.id,
        inverse=None if fixed else inverse_cdf(quantity),
    )


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
    # ASSUME: what a vehicle carries, how fast and how long a day lies in its range by a triangular distribution.
    for vehicle in inputs.vehicles.values():
        for column, span in vehicle.spans.items():
            name = f"vehicle.{vehicle.id}.{column}"
            yield drawn(inputs, name=name, stream=name, distribution="triangular", span=span, origin=vehicle.origin)


def _forces(inputs: LogisticsInputs) -> Iterator[Sampled]:
    # ASSUME: the size of an option lies in its range by a PERT distribution.
    for option in inputs.options:
        name = f"force.{option.id}"
        size = drawn(inputs, name=name, stream=name, distribution="pert", span=option.span, origin=option.origin)
        yield replace(
            size,
            fact=f"logistics.option_size.{option.id}",
            label=f"{option.label}: troops",
            unit="persons",
            method="Size of the option as drawn between its low and high figure.",
        )


def _throughput(inputs: LogisticsInputs) -> Iterator[Sampled]:
    for row in inputs.record["throughput"]:
        if row["value"] is not None:
            yield Sampled(id=f"throughput.{row['id']}", central=float(row["value"]), origins=(str(row["origin"]),))
