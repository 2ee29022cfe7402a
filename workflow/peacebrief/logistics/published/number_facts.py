"""Facts that are read straight off the steps, the sampled numbers and what was asked.

Steps of the reference size are scaled to other sizes of force. What was asked are sizes of force, the reference size,
and how long losses last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.logistics.demand.daily_demand import posture_label
from peacebrief.logistics.given import CLASS_LABELS
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, record, spread_record

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
            yield spread_record(
                step.fact,
                label=step.label,
                unit=step.unit,
                method=step.method,
                formula=step.formula,
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
            yield spread_record(one.fact, **told, spread=found.simulation.tally.spread(name), central=one.central)
        else:
            yield record(one.fact, **told, value=one.central)


def size_facts(found: Findings) -> Iterator[Record]:
    """Tonnes, trains and lorries a day by posture, size and class: those of the reference size in proportion."""
    for posture in found.inputs.postures:
        for movement, (unit, told, method) in BY_SIZE.items():
            for part in TOLD:
                step = f"{movement}.{posture}.{part}"
                spread, central = found.simulation.tally.spread(step), found.simulation.central[step]
                of = CLASS_LABELS.get(part, "all supplies")
                for size in found.inputs.sizes:
                    factor = size / found.inputs.reference_size
                    yield spread_record(
                        f"logistics.{movement}.{posture}.{size:.0f}.{part}",
                        label=f"{told} of {of}, {size:,.0f} troops, {posture_label(posture)}",
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
        yield _fact(f"size.{size:.0f}", "size of force looked at", "persons", size, "sizes")
    yield _fact("reference_size", "size of force that losses are tried on", "persons", inputs.reference_size)
    for days in inputs.loss_days:
        yield _fact(f"loss_period.{days:.0f}", "how long a loss lasts", "days", days, "loss_days")
    yield _fact("longest_loss", "longest loss looked at", "days", max(inputs.loss_days), "loss_days")


def _fact(fact: str, label: str, unit: str, value: float, name: str = "") -> Record:
    because = [SETTING.format(name=name or fact)]
    return record(f"logistics.{fact}", label=label, unit=unit, method=CHOSEN, because=because, value=value)
