"""How far each driver alone must move before a failing gate passes: every driver of every failing gate.

A row also stands for a driver of the lead, with its switching value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeAlias

from peacebrief.feasibility.gates.gate_model import GateModel, common_draws, passed
from peacebrief.feasibility.gates.option_gates import JUDGED, SIZE, chance_stream
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option
from peacebrief.feasibility.turning_points.driver_range import driver_ranges
from peacebrief.feasibility.turning_points.switching_value import Driver, Switch, switching_values
from peacebrief.feasibility.verdict_rule import THRESHOLDS, Thresholds, printed
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import Quantity

Chance: TypeAlias = Callable[[str, str, float], float]
# ASSUME: a gate only gets likelier, or only less likely, as one of its drivers rises.
ONE_WAY = 1

# Draws that switching values are searched on: enough for two digits.
LOOKED_AT = 2**12


def chances(model: GateModel, *, draws: int, seed: int) -> Chance:
    """P(gate) as a function of the gate, one driver and the value it is held at; all else uncertain on common draws.

    The draws are kept in memory.
    """
    drawn = common_draws([model], draws=draws, seed=seed)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow:
    """One driver of one target: a gate of an option, or its lead.

    `today` is the central number; `switching` the nearest one that alone brings the gate to the threshold, or another
    option to the lead, None where none does; `reachable` whether that is within the range judged possible. `p_low` and
    `p_high` are the chance of the gate at the ends of that range.
    """

    option: str
    support_level: str
    kind: str
    target: str
    driver: str
    label: str
    unit: str
    today: float
    switching: float | None
    reachable: bool
    p_low: float | None = None
    p_high: float | None = None
    origins: tuple[str, ...] = ()


def gate_rows(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    model: GateModel,
    *,
    option: Option,
    odds: Mapping[str, float],
    sizes: Mapping[str, float],
    judged: Mapping[tuple[str, str, str], Quantity],
) -> Iterator[SwitchRow]:
    """Every failing gate of an option at its planned level; `sizes` has the size at which a gate of manpower passes."""
    failing = [gate for gate in inputs.gates if printed(odds[gate.id]) < inputs.thresholds.feasible]
    ranges = {
        gate.id: {one.driver.id: one for one in driver_ranges(supply, option, gate)}
        for gate in failing
        if gate.kind != JUDGED
    }
    chance = chances(model, draws=min(inputs.draws, LOOKED_AT), seed=inputs.seed)
    drivers = {gate: [one.driver for one in own.values()] for gate, own in ranges.items()}
    found = gate_switches(chance, drivers, thresholds=inputs.thresholds)
    for gate in failing:
        if gate.kind == JUDGED:
            yield _judged_row(inputs, gate, option, judged[gate.id, option.id, option.support_level])
            continue
        for switch in found[gate.id]:
            one = ranges[gate.id][switch.driver]
            value = (sizes[gate.id] or None) if one.driver.id == SIZE and gate.id in sizes else switch.value
            ends = [chance(gate.id, one.driver.id, end) for end in (one.low, one.high)]
            if value is None and printed(ends[0]) == printed(ends[1]):
                continue
            yield SwitchRow(
                option=option.id,
                support_level=option.support_level,
                kind="gate",
                target=gate.id,
                driver=one.driver.id,
                label=one.label,
                unit=one.unit,
                today=one.driver.central,
                switching=value,
                reachable=value is not None and one.low <= value <= one.high,
                p_low=ends[0],
                p_high=ends[1],
                origins=one.origins,
            )


def _judged_row(inputs: FeasibilityInputs, gate: Gate, option: Option, chance: Quantity) -> SwitchRow:
    low, high = chance.range()
    return SwitchRow(
        option=option.id,
        support_level=option.support_level,
        kind="gate",
        target=gate.id,
        driver=chance_stream(gate.id),
        label=f"the chance judged for {gate.in_sentence}",
        unit="probability",
        today=chance.central_point(),
        switching=inputs.thresholds.feasible,
        reachable=high >= inputs.thresholds.feasible,
        p_low=low,
        p_high=high,
        origins=(chance.origin,),
    )


def nearest_first(rows: Sequence[SwitchRow]) -> list[SwitchRow]:
    """Rows with the smallest relative move first, those that reach nothing last."""

    def move(row: SwitchRow) -> tuple[bool, float]:
        if row.switching is None:
            return True, 0.0
        return False, abs(row.switching - row.today) / max(abs(row.today), 1e-9)

    return sorted(rows, key=lambda row: (move(row), row.driver))
