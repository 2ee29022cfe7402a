"""How far each driver alone must move before a failing gate passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TypeAlias

from peacebrief.feasibility.gate_model import GateModel, joined, passed, samples
from peacebrief.feasibility.switching import Driver, Switch, switching_values
from peacebrief.feasibility.verdict import THRESHOLDS, Thresholds, printed

Chance: TypeAlias = Callable[[str, str, float], float]
# ASSUME: a gate only gets likelier, or only less likely, as one of its drivers rises.
ONE_WAY = 1


def chances(model: GateModel, *, draws: int, seed: int) -> Chance:
    """P(gate) as a function of the gate, one driver and the value it is held at; all else uncertain on common draws.

    The draws are kept in memory.
    """
    drawn = joined(list(samples([model], draws=draws, seed=seed)))

    @cache
    def chance(gate: str, driver: str, value: float) -> float:
        found = passed(model, drawn, held={driver: value}, only=(gate,))
        return int(found[gate].sum()) / draws

    return chance


def gate_switches(
    chance: Chance, drivers: Mapping[str, Sequence[Driver]], *, thresholds: Thresholds = THRESHOLDS
) -> dict[str, tuple[Switch, ...]]:
    """For each gate named: the value of each of its drivers at which it alone brings the gate to `feasible`.

    A driver is a number of the model, by its id. Raises ValueError as `passed`.
    """

    def passes(gate: str, driver: Driver, value: float) -> bool:
        return printed(chance(gate, driver.id, value)) >= thresholds.feasible

    def reached(gate: str, own: Mapping[str, Driver], name: str, value: float) -> bool:
        # One way only: where neither end of the range passes, nothing between them does.
        driver = own[name]
        return any(passes(gate, driver, end) for end in (driver.low, driver.high)) and passes(gate, driver, value)

    return {
        gate: switching_values(own, reached=partial(reached, gate, {one.id: one for one in own}), steps=ONE_WAY)
        for gate, own in drivers.items()
    }
