"""Published proposals: one of those made for the role, all alike, anywhere in the range it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf
from peacebrief.uncertainty.draws import NEAREST_TO_AN_END
from peacebrief.uncertainty.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A published force size for a role (persons)."""

    id: str
    role_class: str
    low: float
    central: float
    high: float

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Proposal | None:
        """The proposal written as a JSON object; None where it names no number."""
        numbers = [record.get(part) for part in ("low", "central", "high")]
        low, central, high = (None if number in (None, "") else float(number) for number in numbers)
        # ASSUME: a proposal that names one end only is taken at that end; a missing end is its central number.
        middle = next((number for number in (central, low, high) if number is not None), None)
        if middle is None:
            return None
        return cls(
            id=str(record["id"]),
            role_class=str(record["role_class"]),
            low=middle if low is None else low,
            central=middle,
            high=middle if high is None else high,
        )

    @property
    def origin(self) -> str:
        """The row it was read from."""
        return f"table:proposals.csv#{self.id}"


def middle_proposal(proposals: Sequence[Proposal]) -> float:
    """The median of the central numbers."""
    return float(median(proposal.central for proposal in proposals))


def published_sizes(proposals: Sequence[Proposal]) -> Inverse:
    """Uniforms to sizes: the first digits choose a proposal, smallest first, the rest a place in its range."""
    ordered = sorted(proposals, key=lambda proposal: (proposal.central, proposal.id))
    ranges = [_range(proposal) for proposal in ordered]

    def inverse(uniforms: Floats) -> Floats:
        scaled = uniforms * len(ranges)
        chosen = scaled.astype(np.int64)
        place = np.clip(scaled - chosen, NEAREST_TO_AN_END, 1 - NEAREST_TO_AN_END)
        sizes = np.empty_like(uniforms)
        for number, sizes_of in enumerate(ranges):
            here = np.flatnonzero(chosen == number)
            sizes[here] = sizes_of(place[here])
        return sizes

    return inverse


def _range(proposal: Proposal) -> Inverse:
    return inverse_cdf(
        Quantity(
            id=proposal.id,
            origin=proposal.origin,
            distribution="pert",
            low=proposal.low,
            central=proposal.central,
            high=proposal.high,
        )
    )
