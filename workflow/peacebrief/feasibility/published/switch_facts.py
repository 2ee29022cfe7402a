"""Facts about what would have to be true, and about what it would be worth to know."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.published.gate_facts import gate_fact, joint_because
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow
from peacebrief.generation.supply.supply_driver import NAMES
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import About, Named

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


def switch_facts(found: Findings) -> Iterator[Record]:
    """The switching values of gates, inside and outside what is thought possible, with today's number."""
    for row in found.switches:
        if row.kind == "gate" and row.switching is not None:
            yield from _switch(found, row, row.switching)


def worth_facts(found: Findings) -> Iterator[Record]:
    """What knowing each assumption is worth, and each of the drivers worth most."""
    gates = [name for option in found.inputs.options for name in joint_because(found, option, option.us_level)]
    thresholds = [f"fact:feasibility.threshold.{name}" for name in found.inputs.settings["thresholds"]]
    largest = {one.key for one in found.worth[:TOLD]}
    for one in found.worth:
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


def _switch(found: Findings, row: SwitchRow, switching: float) -> Iterator[Record]:
    gate, option = found.inputs.gate(row.target), found.inputs.option(row.option)
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
            f"fact:{gate_fact(gate.id, option.id, row.us_level)}",
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
        because=[f"fact:{gate_fact(gate.id, option.id, row.us_level)}", *row.origins],
        value=row.today,
    )
