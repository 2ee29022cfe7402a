"""Measures of options on criteria: a number, or a formula over streams of draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import inverse_cdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What an option scores on a criterion, in the unit of the criterion.

    `draw(uniforms)` gives its values from the uniforms of its `streams`; without streams it never varies. Measures
    that share a stream share its luck.
    """

    id: str
    central: float
    streams: tuple[str, ...] = ()
    draw: Callable[[Mapping[str, Floats]], Floats] | None = None


def measured(quantity: Quantity, *, name: str = "", stream: str = "") -> Measure:
    """A quantity as a measure, drawn on the stream of its id if no other is named."""
    stream = stream or quantity.id
    if quantity.distribution == "fixed" or (quantity.low is not None and quantity.low == quantity.high):
        return Measure(id=name or quantity.id, central=quantity.central_point())
    inverse = inverse_cdf(quantity)
    return Measure(
        id=name or quantity.id,
        central=quantity.central_point(),
        streams=(stream,),
        draw=lambda uniforms: inverse(uniforms[stream]),
    )
