"""A number that is drawn from a distribution: its inverse, its central point, and the rows it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from peacebrief.reasoning.subject import About, fact_id
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf
from peacebrief.uncertainty.draws import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """One sampled number: its inverse distribution, its central point and the rows it came from.

    `stream` names its uniforms: two numbers on one stream are drawn together; a number that never varies has none.
    `family` and what it is `about` name the fact it is published as, with a `label`, a `unit` and a `method` in words.
    """

    id: str
    central: float
    origins: tuple[str, ...]
    stream: str = ""
    inverse: Inverse | None = None
    family: str = ""
    about: About = field(default_factory=dict)
    label: str = ""
    unit: str = ""
    method: str = ""

    @property
    def fact(self) -> str:
        """The id of the fact that the number is; empty where it is none."""
        return fact_id(self.family, self.about)

    def drawn(self, uniforms: Mapping[str, Floats]) -> Floats | float:
        """Its values for one chunk of uniforms; one number where it never varies."""
        return self.central if self.inverse is None else self.inverse(uniforms[self.stream])


def sampled(
    quantity: Quantity,
    *,
    ties: Mapping[str, Tie],
    stream: str = "",
    **published: Any,
) -> Sampled:
    """`quantity` drawn on `stream`, by itself if none is named, with the row that ties the stream to a factor.

    `published` is its `family`, `about`, `label`, `unit` and `method`, where it is a fact.
    """
    fixed = quantity.distribution == "fixed" or (quantity.distribution != "choice" and quantity.low == quantity.high)
    if fixed:
        return Sampled(id=quantity.id, central=quantity.central_point(), origins=(quantity.origin,), **published)
    stream = stream or quantity.id
    return Sampled(
        id=quantity.id,
        central=quantity.central_point(),
        origins=(quantity.origin, *tie_rows(ties, stream)),
        stream=stream,
        inverse=inverse_cdf(quantity),
        **published,
    )


def tie_rows(ties: Mapping[str, Tie], *streams: str) -> tuple[str, ...]:
    """The rows that tie streams to common factors."""
    return tuple(row for stream in streams if stream in ties for row in ties[stream].origins)
