"""The troops that an option can count on: drawn once a chunk for all options and levels, counted, and at the centre.

Draws are counted by whole persons: exact, in memory that does not grow with draws. At the central point it is what
each contributor could keep deployed, whether it takes part or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

import numpy as np

from peacebrief.feasibility.verdict_rule import printed
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty.arrays import Floats, Integers

HALF_A_PERCENT = 0.005
# Draws with more troops (persons) are counted as this many: no force asked for comes near it.
MOST_COUNTED = 1_000_000


class SharedSupply:
    """The supply of the last chunk, kept so that options, levels and held drivers work from the same arrays."""

    def __init__(self, model: SupplyModel) -> None:
        self._model = model
        self._chunk: Mapping[str, Floats] = {}
        self._free: DrawnSupply | None = None

    def drawn(self, uniforms: Mapping[str, Floats], held: Mapping[str, float]) -> DrawnSupply:
        """The supply in the chunk of `uniforms`, with drivers held at a value."""
        if self._free is None or self._chunk is not uniforms:
            self._chunk, self._free = uniforms, self._model.drawn(uniforms)
        return self._free.holding(held) if held else self._free


class SupplyCounts:
    """Draws by whole troops, of several named supplies."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], Integers] = {}

    def add(self, name: tuple[str, str, str], persons: Floats) -> None:
        """Count the draws of one supply (whole persons)."""
        fresh = np.bincount(np.minimum(persons, MOST_COUNTED).astype(np.int64))
        known = self._counts.get(name, np.zeros(0, dtype=np.int64))
        if len(fresh) < len(known):
            fresh = np.concatenate([fresh, np.zeros(len(known) - len(fresh), dtype=np.int64)])
        fresh[: len(known)] += known
        self._counts[name] = fresh

    def share_reaching(self, name: tuple[str, str, str], size: float) -> float:
        """The share of draws (0-1) that reach a size (persons)."""
        counted = self._counts[name]
        return float(counted[ceil(size) :].sum() / counted.sum())

    def reached_with(self, name: tuple[str, str, str], chance: float) -> float:
        """The largest size (persons) that a share of the draws reaches which is printed as `chance` or more."""
        reached = np.cumsum(self._counts[name][::-1])[::-1]
        draws = int(reached[0])
        needed = ceil((chance - HALF_A_PERCENT) * draws - 1e-9)
        while printed(needed / draws) < chance:
            needed += 1
        return float(np.flatnonzero(reached >= needed)[-1])


def central_troops(supply: SupplyModel, option: str) -> Floats:
    """Troops (persons) by contributor, in the order of the members of the option."""
    member = supply.members[option]
    return member.troops(shares=member.shares[1])
