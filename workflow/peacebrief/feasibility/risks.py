"""The risk register: one row a risk, with its probability by option, its severity and the factor it follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from peacebrief.uncertainty.probability import checked_probability

LOWEST_SEVERITY, HIGHEST_SEVERITY = 1.0, 5.0


class Triple(NamedTuple):
    """Low, most likely and high."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One row of the register: its probability by option, its severity (1 to 5), and the factor it follows, if any.

    `loading` (-1 to 1) is the correlation of its normal score with that of the factor. Raises ValueError where a
    number is out of range or out of order.
    """

    id: str
    probability: Mapping[str, Triple]
    severity: Triple
    factor: str = ""
    loading: float = 0.0

    def __post_init__(self) -> None:
        for option, triple in self.probability.items():
            for part in _in_order(triple, f"probability of {self.id} for {option}"):
                checked_probability(part, name=f"probability of {self.id} for {option}")
        low, _, high = _in_order(self.severity, f"severity of {self.id}")
        if low < LOWEST_SEVERITY or high > HIGHEST_SEVERITY:
            raise ValueError(f"severity of {self.id} must be between 1 and 5, not {low:g} to {high:g}")
        if not -1 <= self.loading <= 1 or (self.loading != 0 and not self.factor):
            raise ValueError(f"{self.id} needs a loading between -1 and 1, and a factor where it is not zero")

    def stream(self, part: str) -> str:
        """The name of its uniforms for `event`, `probability` or `severity`."""
        return f"risk:{self.id}:{part}"


def check_links(links: Mapping[str, Sequence[str]]) -> None:
    """Nothing. Raises ValueError where a risk is correlated with itself or with one that is not in the register."""
    for risk, others in sorted(links.items()):
        for other in others:
            if other == risk:
                raise ValueError(f"{risk} is said to be correlated with itself")
            if other not in links:
                raise ValueError(f"{risk} is said to be correlated with {other}, which is not in the register")


def _in_order(triple: Triple, name: str) -> Triple:
    if not triple.low <= triple.mode <= triple.high:
        raise ValueError(f"{name} must rise from low over mode to high, not {', '.join(f'{x:g}' for x in triple)}")
    return triple
