"""The design of a run: which uniforms each name gets, in replicates and in chunks of rows, and which of them depend.

Inputs that rise and fall together share a common factor (one-factor Gaussian copula). How closely they follow it may
itself be drawn: given the loading of a draw every margin is uniform, so that it is uniform over all draws as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.inverse_table import InverseTable, normal, normal_probability
from peacebrief.uncertainty.points import streams
from peacebrief.uncertainty.quantity import Quantity

REPLICATES = 8
ROWS = 8192
MOST_ROWS = 2**16
LARGEST = 2**24

# A correlation of one would leave the input without a part of its own.
LARGEST_LOADING = 0.999
NEAREST_TO_AN_END = 2.0**-33


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One row of the correlation table: how strongly an input follows a common factor.

    Where the loading is `drawn`, `loading` is the factor by which what is drawn is multiplied: 1, or -1 for an input
    that falls as the factor rises. `before` ties the part of the input that this factor does not move.
    """

    factor: str
    loading: float
    origin: str
    drawn: Quantity | None = None
    before: Tie | None = None

    @property
    def chain(self) -> tuple[Tie, ...]:
        """The ties of an input in the order in which they hold, the last one outermost."""
        return (*(self.before.chain if self.before else ()), self)

    @property
    def origins(self) -> tuple[str, ...]:
        """The rows behind the ties, with the range of a loading that is drawn."""
        rows = ((tie.origin, *([tie.drawn.origin] if tie.drawn else [])) for tie in self.chain)
        return tuple(row for found in rows for row in found)

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
        found = {tie for name in self.names if name in self.ties for tie in self.ties[name].chain}
        shared = {factor_stream(tie.factor) for tie in found} | {tie.drawn.id for tie in found if tie.drawn}
        for replicate in range(REPLICATES):
            drawn = streams(sorted({*self.names, *shared}), seed=self.seed, replicate=replicate, points=size)
            for start in range(0, size, rows):
                stop = min(start + rows, size)
                uniforms = {name: stream.uniforms(start, stop) for name, stream in drawn.items()}
                self._tie(uniforms, copula)
                yield replicate, uniforms

    def _tie(self, uniforms: dict[str, Floats], copula: Copula) -> None:
        """Tie the uniforms of a chunk in place; what an input was before a drawn loading moved it is kept as well."""
        loadings: dict[Quantity, Floats] = {}
        scores: dict[str, Floats] = {}
        for name in self.names:
            for tie in self.ties[name].chain if name in self.ties else ():
                loading: float | Floats = tie.loading
                if tie.drawn is not None:
                    if tie.drawn not in loadings:
                        loadings[tie.drawn] = inverse_cdf(tie.drawn)(uniforms[tie.drawn.id])
                    uniforms[own_stream(name)] = uniforms[name]
                    loading = tie.loading * loadings[tie.drawn]
                if tie.factor not in scores:
                    scores[tie.factor] = copula.scores(uniforms[factor_stream(tie.factor)])
                own = copula.scores(uniforms[name])
                uniforms[name] = copula.joined(own=own, factor=scores[tie.factor], loading=loading)


def factor_stream(factor: str) -> str:
    """The stream of a common factor."""
    return f"factor:{factor}"


def own_stream(name: str) -> str:
    """What an input would be if a loading that is drawn did not move it."""
    return f"own:{name}"


def design(names: Iterable[str], draws: int, seed: int, *, ties: Mapping[str, Tie] | None = None) -> Design:
    """The design over `names`; their order does not matter."""
    return Design(names=tuple(sorted(set(names))), draws=draws, seed=seed, ties=dict(ties or {}))


class Retied:
    """One chunk of draws as if a loading that is drawn were held; normal scores are worked out once."""

    def __init__(self, uniforms: Mapping[str, Floats], ties: Mapping[str, Tie]) -> None:
        self._uniforms, self._ties, self._copula = uniforms, ties, Copula()
        self._scores: dict[str, Floats] = {}
        self._found: dict[tuple[str, float], Floats] = {}

    def at(self, name: str, *, loading: float) -> Floats:
        """The uniforms of an input; one that no loading moves is as it is."""
        tie = self._ties.get(name)
        if tie is None or tie.drawn is None:
            return self._uniforms[name]
        if loading == 0:
            return self._uniforms[own_stream(name)]
        if (name, loading) not in self._found:
            own, factor = self._score(own_stream(name)), self._score(factor_stream(tie.factor))
            found = self._copula.joined(own=own, factor=factor, loading=tie.loading * loading)
            self._found[name, loading] = found
        return self._found[name, loading]

    def _score(self, stream: str) -> Floats:
        if stream not in self._scores:
            self._scores[stream] = self._copula.scores(self._uniforms[stream])
        return self._scores[stream]


@lru_cache(maxsize=1)
def normal_table() -> InverseTable:
    """The standard normal distribution, built once."""
    return normal()


class Copula:
    """Ties uniforms to a factor; every margin stays uniform."""

    def __init__(self) -> None:
        self._normal: InverseTable = normal_table()

    def tied(self, *, own: Floats, factor: Floats, loading: float | Floats) -> Floats:
        """Uniforms whose normal scores correlate with those of `factor` by `loading` (-1 to 1), one or one a draw.

        Two inputs tied to one factor correlate with each other by the product of their loadings.
        """
        return self.joined(own=self.scores(own), factor=self.scores(factor), loading=loading)

    def scores(self, uniforms: Floats) -> Floats:
        """The normal scores of uniforms."""
        return self._normal(uniforms)

    def joined(self, *, own: Floats, factor: Floats, loading: float | Floats) -> Floats:
        """The same from normal scores."""
        weight = np.clip(loading, -LARGEST_LOADING, LARGEST_LOADING)
        score = weight * factor + np.sqrt(1 - weight**2) * own
        return np.clip(normal_probability(score), NEAREST_TO_AN_END, 1 - NEAREST_TO_AN_END)
