"""Facts about what would have to be true, and about what it would be worth to know.

As tables as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.feasibility.gates.gate_facts import gate_fact, joint_because
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow
from peacebrief.feasibility.turning_points.worth_of_knowing import Worth
from peacebrief.generation.supply.supply_driver import NAMES
from peacebrief.reasoning.record import Record, Rows, Table, record, table
from peacebrief.reasoning.subject import About, Named

SWITCHES = (
    "option", "support_level", "kind", "target", "driver", "label", "unit", "today", "switching", "reachable", "p_low",
    "p_high",
)  # fmt: skip
SWITCH = (
    "The value nearest to the central one at which this driver alone brings the gate to the upper threshold, all else "
    "uncertain on common draws; found by halving."
)
# Drivers that have a fact; the others are in the table.
TOLD = 10
TODAY = "The number that stands for the driver at present: the central one of its range."
WORTH = (
    "Rise of the expected worth of the best statement on each gate if the driver were known, added over the gates of "
    "all options as planned. Stating that a gate is passed is worth what its chance exceeds the upper threshold by, "
    "stating that it is not what the chance falls short of the lowest by."
)


def switch_facts(inputs: FeasibilityInputs, *, switches: Sequence[SwitchRow]) -> Iterator[Record]:
    """The switching values of gates, inside and outside what is thought possible, with today's number."""
    for row in switches:
        if row.kind == "gate" and row.switching is not None:
            yield from _switch(inputs, row, row.switching)


def worth_facts(inputs: FeasibilityInputs, *, worth: Sequence[Worth]) -> Iterator[Record]:
    """What knowing each assumption is worth, and each of the drivers worth most."""
    gates = [name for option in inputs.options for name in joint_because(inputs, option, option.support_level)]
    thresholds = [f"fact:feasibility.threshold.{name}" for name in inputs.settings["thresholds"]]
    largest = {one.key for one in worth[:TOLD]}
    for one in worth:
        if one.key not in largest and one.driver not in NAMES:
            continue
        yield record(
            "feasibility.evppi.{driver}",
            {"driver": Named(one.key, one.label)},
            label="worth of knowing: {driver}",
            unit="probability",
            method=WORTH,
            because=[*gates, *thresholds],
            value=one.gain,
        )


def _switch(inputs: FeasibilityInputs, row: SwitchRow, switching: float) -> Iterator[Record]:
    gate, option = inputs.gate(row.target), inputs.option(row.option)
    kind = "probability" if row.unit in ("probability", "share") else "number"
    about: About = {"option": option, "gate": gate.subject, "driver": Named(row.driver, row.label)}
    yield record(
        "feasibility.switch.{option}.{gate}.{driver}",
        about,
        label="{driver}, {option}: value at which {gate} becomes likely enough",
        unit=row.unit,
        kind=kind,
        method=SWITCH,
        because=[
            f"fact:{gate_fact(gate.id, option.id, row.support_level)}",
            "fact:feasibility.threshold.feasible",
            *row.origins,
        ],
        value=switching,
    )
    yield record(
        "feasibility.switch_today.{option}.{gate}.{driver}",
        about,
        label="{driver}, {option}: central value",
        unit=row.unit,
        kind=kind,
        method=TODAY,
        because=[f"fact:{gate_fact(gate.id, option.id, row.support_level)}", *row.origins],
        value=row.today,
    )


def switch_table(switches: Sequence[SwitchRow]) -> Table:
    """Every driver of every target, those that have no fact too."""
    return table(SWITCHES, _switch_rows(switches))


def _switch_rows(switches: Sequence[SwitchRow]) -> Rows:
    for one in switches:
        yield [getattr(one, column) for column in SWITCHES]


def worth_table(worth: Sequence[Worth]) -> Table:
    """What knowing each driver is worth."""
    return table(("driver", "label", "gain", "changed"), _worth_rows(worth))


def _worth_rows(worth: Sequence[Worth]) -> Rows:
    for one in worth:
        yield [one.driver, one.label, one.gain, one.changed]
