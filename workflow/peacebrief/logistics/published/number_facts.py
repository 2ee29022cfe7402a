"""Facts that are read straight off the steps, the sampled numbers and what was asked.

Steps of the reference size are scaled to other sizes of force. What was asked are sizes of force, the reference size,
and how long losses last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import class_of
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, record, spread_record, step_record
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, Named, number_of

TOLD = ("provisions", "fuel", "ammunition", "total")
BY_SIZE = {
    "tonnes": ("t_per_day", "tonnes a day", "Kilogrammes a soldier and day times the troops, delivery fuel included."),
    "trains": (
        "trains_per_day",
        "broad-gauge trains a day",
        "Tonnes a day over what one train carries, if all came by rail.",
    ),
    "lorries": (
        "lorries_per_day",
        "hired lorries a day",
        "Tonnes a day over what one lorry carries, if all came by road.",
    ),
}

CHOSEN = "Chosen for the case."
SETTING = "table:case.yaml#logistics.{name}"


def step_facts(found: Findings) -> Iterator[Record]:
    """Every step that is published as it stands."""
    for step in found.steps.values():
        if step.fact:
            yield step_record(
                step,
                because=found.because(step.id),
                spread=found.simulation.tally.spread(step.id),
                central=found.simulation.central[step.id],
            )


def sampled_facts(found: Findings) -> Iterator[Record]:
    """Every sampled number that is published: what the network says of ways and stages."""
    for name, one in found.sampled.items():
        if not one.fact:
            continue
        told: dict[str, Any] = {"label": one.label, "unit": one.unit, "method": one.method, "because": one.origins}
        if one.stream:
            spread = found.simulation.tally.spread(name)
            yield spread_record(one.family, one.about, **told, spread=spread, central=one.central)
        else:
            yield record(one.family, one.about, **told, value=one.central)


def size_facts(found: Findings) -> Iterator[Record]:
    """Tonnes, trains and lorries a day by posture, size and class: those of the reference size in proportion."""
    for posture in found.inputs.postures:
        for movement, (unit, told, method) in BY_SIZE.items():
            for part in TOLD:
                step = f"{movement}.{posture}.{part}"
                spread, central = found.simulation.tally.spread(step), found.simulation.central[step]
                of = Named(part, "all supplies") if part == "total" else class_of(part)
                for size in found.inputs.sizes:
                    factor = size / found.inputs.reference_size
                    yield spread_record(
                        f"logistics.{movement}.{{posture}}.{{size}}.{{supply_class}}",
                        {"posture": posture_of(posture), "size": number_of(size), "supply_class": of},
                        label=f"{told} of {{supply_class}}, {{size}} troops, {{posture}}",
                        unit=unit,
                        method=method,
                        because=found.because(step),
                        spread=spread.times(factor),
                        central=central * factor,
                    )


def settings_facts(found: Findings) -> Iterator[Record]:
    """Every setting of the stage as a number that a sentence may name."""
    inputs = found.inputs
    for size in inputs.sizes:
        about = {"size": number_of(size)}
        yield _setting("size.{size}", about, label="size of force looked at", unit="persons", value=size, name="sizes")
    yield _setting(
        "reference_size",
        label="size of force that losses are tried on",
        unit="persons",
        value=inputs.reference_size,
        name="reference_size",
    )
    for days in inputs.loss_days:
        yield _setting(
            "loss_period.{days}",
            {"days": number_of(days)},
            label="how long a loss lasts",
            unit="days",
            value=days,
            name="loss_days",
        )
    longest = max(inputs.loss_days)
    yield _setting("longest_loss", label="longest loss looked at", unit="days", value=longest, name="loss_days")


def _setting(family: str, about: About = ABOUT_NOTHING, *, label: str, unit: str, value: float, name: str) -> Record:
    because = [SETTING.format(name=name)]
    return record(f"logistics.{family}", about, label=label, unit=unit, method=CHOSEN, because=because, value=value)
