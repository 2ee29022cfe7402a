"""An uncertain or chosen number: its distribution, its central point and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number of the model.

    `distribution` is `fixed`, `uniform`, `triangular`, `pert`, `lognormal`, `beta` or `choice`. `low` and `high` are
    the ends of the range; for `lognormal` and `beta` they are the 5th and 95th percentile. `choices` are pairs of
    value and weight. `origin` names the row it was read from, such as `assumption:line_length`.
    """

    id: str
    origin: str
    distribution: str
    low: float | None = None
    central: float | None = None
    high: float | None = None
    choices: tuple[tuple[float, float], ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Quantity:
        """The quantity written as a JSON object."""
        pairs = tuple((float(value), float(weight)) for value, weight in record.get("choices") or ())
        low, central, high = (_number(record.get(part)) for part in ("low", "central", "high"))
        return cls(
            id=str(record["id"]),
            origin=str(record["origin"]),
            distribution=str(record["distribution"]),
            low=low,
            central=central,
            high=high,
            choices=pairs,
        )

    def range(self) -> tuple[float, float]:
        """The two ends of the range. Raises ValueError where one is missing."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.id}: a {self.distribution} distribution needs low and high")
        return self.low, self.high

    def central_point(self) -> float:
        """The number used when everything is at its central point.

        The stated central number; for a choice without one, the weighted median; otherwise the middle of the range.
        """
        if self.central is not None:
            return self.central
        if self.distribution == "choice":
            return _weighted_median(self.choices)
        low, high = self.range()
        return (low + high) / 2


def _number(cell: Any) -> float | None:
    return None if cell is None or cell == "" else float(cell)


def _weighted_median(choices: tuple[tuple[float, float], ...]) -> float:
    total, reached = sum(weight for _, weight in choices), 0.0
    for value, weight in sorted(choices):
        reached += weight
        if reached >= total / 2:
            return value
    raise ValueError("a choice needs at least one value with a weight")
