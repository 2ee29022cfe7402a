"""The design of a run: which uniforms each name gets, in replicates and in chunks of rows, and which of them depend.

Inputs that rise and fall together share a common factor (one-factor Gaussian copula).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable, normal, normal_probability
from peacebrief.uncertainty.points import streams

REPLICATES = 8
ROWS = 8192
MOST_ROWS = 2**16
LARGEST = 2**24

# A correlation of one would leave the input without a part of its own.
LARGEST_LOADING = 0.999
NEAREST_TO_AN_END = 2.0**-33


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One row of the correlation table: how strongly an input follows a common factor."""

    factor: str
    loading: float
    origin: str

    @classmethod
    def from_record(cls, row: Mapping[str, Any]) -> Tie:
        """The tie of a resolved row."""
        return cls(factor=str(row["factor"]), loading=float(row["loading"]), origin=str(row["origin"]))


@dataclass(frozen=True, kw_only=True)
class Design:
    """`draws` scrambled Sobol' points over `names`, as eight independent replicates.

    `ties` names the factor an input follows. The numbers of a name depend on the seed, the number of draws and the
    name alone. Raises ValueError unless `draws` is eight times a power of two, at most 2**24.
    """

    names: tuple[str, ...]
    draws: int
    seed: int
    ties: Mapping[str, Tie] = field(default_factory=dict)

    def __post_init__(self) -> None:
        size = self.draws // REPLICATES
        if size * REPLICATES != self.draws or size < 1 or size & (size - 1) or self.draws > LARGEST:
            raise ValueError(f"draws must be eight times a power of two, at most {LARGEST}, not {self.draws}")

    def chunks(self, rows: int = ROWS) -> Iterator[tuple[int, dict[str, Floats]]]:
        """The replicate number and the uniforms of each name, `rows` at a time.

        Raises ValueError unless `rows` is between 1 and 65,536, the most that exact sums allow.
        """
        if not 1 <= rows <= MOST_ROWS:
            raise ValueError(f"rows must be between 1 and {MOST_ROWS}, not {rows}")
        size = self.draws // REPLICATES
        copula = Copula()
        factors = sorted({f"factor:{self.ties[name].factor}" for name in self.names if name in self.ties})
        for replicate in range(REPLICATES):
            found = streams([*self.names, *factors], seed=self.seed, replicate=replicate, points=size)
            for start in range(0, size, rows):
                stop = min(start + rows, size)
                uniforms = {name: stream.uniforms(start, stop) for name, stream in found.items()}
                for name in self.names:
                    tie = self.ties.get(name)
                    if tie is not None:
                        factor = uniforms[f"factor:{tie.factor}"]
                        uniforms[name] = copula.tied(own=uniforms[name], factor=factor, loading=tie.loading)
                yield replicate, uniforms


def design(names: Iterable[str], draws: int, seed: int, *, ties: Mapping[str, Tie] | None = None) -> Design:
    """The design over `names`; their order does not matter."""
    return Design(names=tuple(sorted(set(names))), draws=draws, seed=seed, ties=dict(ties or {}))


class Copula:
    """Ties uniforms to a factor; every margin stays uniform."""

    def __init__(self) -> None:
        self._normal: InverseTable = normal()

    def tied(self, *, own: Floats, factor: Floats, loading: float) -> Floats:
        """Uniforms whose normal scores correlate with those of `factor` by `loading` (-1 to 1).

        Two inputs tied to one factor correlate with each other by the product of their loadings.
        """
        weight = float(np.clip(loading, -LARGEST_LOADING, LARGEST_LOADING))
        score = weight * self._normal(factor) + np.sqrt(1 - weight**2) * self._normal(own)
        return np.clip(normal_probability(score), NEAREST_TO_AN_END, 1 - NEAREST_TO_AN_END)
