"""What was chosen for the case: sizes of force, the reference size, and how long losses last."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, number_of

CHOSEN = "Chosen for the case."
SETTING = "table:case.yaml#logistics.{name}"


def settings_facts(inputs: LogisticsInputs) -> Iterator[Record]:
    """Every setting of the stage as a number that a sentence may name."""
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
