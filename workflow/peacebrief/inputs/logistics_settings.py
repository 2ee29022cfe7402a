"""What a case asks of its supply: postures, sizes of force, how long a loss lasts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from peacebrief.inputs.row import Fault, FilledText, Identifier, Label, Row, WholeNumber

Positive = Annotated[WholeNumber, Field(gt=0)]


class Posture(Row):
    """How busy a force is: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: Label
    phrase: Label
    definition: FilledText


class LogisticsSettings(Row):
    """The section `logistics` of `case.yaml`.

    `postures` run from calm to intense: costs are told against the first, ammunition is held for the last. `sizes` are
    the forces supplied, of which `reference_size` is the one that losses are tested on; `loss_days` are how long a loss
    lasts.
    """

    postures: dict[Identifier, Posture] = Field(min_length=1)
    sizes: list[Positive] = Field(min_length=1)
    reference_size: Positive
    loss_days: list[Positive] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        """Sizes or days listed twice or out of order, a reference that is none of the sizes."""
        for name, values in (("sizes", self.sizes), ("loss_days", self.loss_days)):
            if values != sorted(set(values)):
                yield Fault(name, "the numbers do not rise; list each once, the smallest first.")
        if self.reference_size not in self.sizes:
            sizes = ", ".join(str(size) for size in self.sizes)
            yield Fault("reference_size", f"{self.reference_size} is not one of the sizes; write one of {sizes}.")
