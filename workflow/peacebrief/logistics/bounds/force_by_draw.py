"""The largest force in every draw: the least of a library of cuts, with the corridors that it names as binding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from peacebrief.logistics.bounds.cut import Cut, largest_force_by_draw
from peacebrief.logistics.demand.daily_demand import gross_name
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.logistics.network.limits import DrawnLimits
from peacebrief.logistics.origins import SHARES
from peacebrief.logistics.sampled_supply import drawn
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import full
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES


def level_numbers(inputs: LogisticsInputs) -> Iterator[Sampled]:
    """The level of each corridor: -1 where all its links are at their low capacity, 0 central, 1 high."""
    # ASSUME: the level of a corridor lies between low and high by a triangular distribution around the central one.
    for corridor in inputs.corridors:
        name = f"capacity.{corridor.id}"
        yield drawn(inputs, name=name, stream=name, distribution="triangular", span=(-1.0, 0.0, 1.0), origin="")


@dataclass(kw_only=True)
class ForceDraws:
    """Looks at every chunk of draws; counts, by replicate, how often a size can be fed and how often a cut binds."""

    inputs: LogisticsInputs
    sampled: Mapping[str, Sampled]
    cuts: Sequence[Cut]
    supplied: dict[tuple[float, str], list[int]] = field(default_factory=dict)
    binding: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def streams(self) -> set[str]:
        """The uniforms that the limits are drawn with."""
        return {self.sampled[name].stream for name in limit_names(self.inputs)} - {""}

    def look(self, replicate: int, uniforms: Mapping[str, Floats], results: Mapping[str, Any]) -> dict[str, Floats]:
        """The largest force of each posture in the draws of a chunk."""
        persons, cuts = largest_force_by_draw(
            self.cuts, drawn_limits(self.inputs, self.sampled, uniforms), demands(self.inputs, results, uniforms)
        )
        for row, posture in enumerate(self.inputs.postures):
            for size in self.inputs.sizes:
                counts = self.supplied.setdefault((size, posture), [0] * REPLICATES)
                counts[replicate] += int(np.count_nonzero(persons[row] >= size))
            found = self.binding.setdefault(posture, [np.zeros(len(self.cuts), dtype=np.int64)] * REPLICATES)
            found[replicate] = found[replicate] + np.bincount(cuts[row], minlength=len(self.cuts))
        return {f"largest_force.{posture}": persons[row] for row, posture in enumerate(self.inputs.postures)}

    def supplied_shares(self, size: float, posture: str) -> list[float]:
        """The share of draws in which a size can be fed, in each replicate."""
        counts = self.supplied[size, posture]
        return [count * len(counts) / self.inputs.draws for count in counts]


def limit_names(inputs: LogisticsInputs) -> list[str]:
    """The sampled numbers that limit the flow."""
    return [*(f"capacity.{corridor.id}" for corridor in inputs.corridors), *SHARES]


def drawn_limits(
    inputs: LogisticsInputs, sampled: Mapping[str, Sampled], uniforms: Mapping[str, Floats]
) -> DrawnLimits:
    """The limits of every draw of a chunk."""
    values = {name: full(sampled[name].drawn(uniforms), uniforms) for name in limit_names(inputs)}
    levels = np.stack([values[f"capacity.{corridor.id}"] for corridor in inputs.corridors])
    return DrawnLimits(levels=levels, **{name: values[name] for name in SHARES})


def demands(inputs: LogisticsInputs, results: Mapping[str, Any], uniforms: Mapping[str, Floats]) -> Floats:
    """Kilogrammes a person and day (postures, classes, draws), the fuel for delivery included."""
    return np.stack(
        [
            np.stack([full(results[gross_name(posture, name)], uniforms) for name in CLASSES])
            for posture in inputs.postures
        ]
    )
