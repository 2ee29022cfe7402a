"""Facts about what was asked: sizes of force, the reference size, and how long losses last."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.findings import Findings
from peacebrief.reasoning.record import Record, record

CHOSEN = "Chosen for the case."
SETTING = "table:case.yaml#logistics.{name}"


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
