"""Supply drawn once a chunk for all options and levels."""

from __future__ import annotations

from collections.abc import Mapping

from peacebrief.generation.drawn_supply import DrawnSupply
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.uncertainty.arrays import Floats


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
