"""The gates of an option, sampled jointly through common factors and shared parents.

Gates that share a factor or a parent pass and fail together, so the joint pass is counted and is not the product of the
gates.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from peacebrief.uncertainty import Quantity, Tie, design
from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.draws import ROWS

Numbers: TypeAlias = Mapping[str, Floats]
Passes: TypeAlias = Callable[[Numbers, Numbers, Mapping[str, float], Collection[str]], Mapping[str, Booleans]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateModel:
    """What decides the gates of one option.

    `order` names the gates in the order in which they are met. `quantities` are the uncertain numbers, `events` the
    streams of chance; both are keyed by name, so that options and levels that share a name share its draws.
    `passes(values, uniforms, held, gates)` takes the values by quantity, the uniforms by stream, each (draws,), and
    those of `drivers`, numbers behind the streams, that are held at a value; it says where each of `gates` is passed.
    Raises ValueError where a name stands for two things or no gate is named.
    """

    order: tuple[str, ...]
    passes: Passes
    quantities: tuple[Quantity, ...] = ()
    events: tuple[str, ...] = ()
    drivers: frozenset[str] = frozenset()
    ties: Mapping[str, Tie] = field(default_factory=dict)

    def __post_init__(self) -> None:
        twice = sorted({name for name in self.streams if self.streams.count(name) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} is named twice among quantities and events")
        if not self.order or len(set(self.order)) < len(self.order):
            raise ValueError("a model of gates names each of its gates once, and at least one")

    @property
    def streams(self) -> tuple[str, ...]:
        """The names that are drawn."""
        return (*(quantity.id for quantity in self.quantities), *self.events)


@dataclass(frozen=True, slots=True)
class Sample:
    """One chunk of draws: its replicate, and the uniforms of every stream."""

    replicate: int
    uniforms: Numbers


def samples(models: Collection[GateModel], *, draws: int, seed: int, rows: int = ROWS) -> Iterator[Sample]:
    """The draws of everything that decides the gates of some models, in chunks."""
    names = {name for model in models for name in model.streams}
    ties = {name: tie for model in models for name, tie in model.ties.items()}
    for replicate, uniforms in design(names, draws, seed, ties=ties).chunks(rows):
        yield Sample(replicate, uniforms)


def common_draws(models: Collection[GateModel], *, draws: int, seed: int) -> Sample:
    """All draws of everything that decides the gates of some models as one, in the order of their replicates."""
    parts = list(samples(models, draws=draws, seed=seed))
    return Sample(0, {name: np.concatenate([part.uniforms[name] for part in parts]) for name in parts[0].uniforms})


def passed(
    model: GateModel,
    sample: Sample,
    *,
    held: Mapping[str, float] | None = None,
    only: Collection[str] = (),
) -> Mapping[str, Booleans]:
    """Where each gate, or `only` some, is passed; `held` keeps numbers at one value while all other draws stay.

    Raises ValueError for a held number that the model does not know, and where `passes` forgets a gate.
    """
    held = dict(held or {})
    unknown = sorted(held.keys() - {quantity.id for quantity in model.quantities} - model.drivers)
    if unknown:
        raise ValueError(f"no quantity of the gates is called {', '.join(unknown)}")
    values = {one.id: _values(one, sample.uniforms[one.id], held) for one in model.quantities}
    outside = {name: value for name, value in held.items() if name in model.drivers}
    wanted = only or model.order
    found = model.passes(values, sample.uniforms, outside, wanted)
    if found.keys() != set(wanted):
        raise ValueError(f"the gates are {', '.join(wanted)}, but {', '.join(sorted(found))} were decided")
    return found


def _values(quantity: Quantity, uniforms: Floats, held: Mapping[str, float]) -> Floats:
    if quantity.id in held:
        return np.full_like(uniforms, held[quantity.id])
    return inverse_cdf(quantity)(uniforms)
