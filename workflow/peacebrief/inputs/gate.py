"""One condition that a force must meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Label, WholeNumber


class Gate(GradedEvidence):
    """A must-pass condition. `in_sentence` names it inside a sentence, `place` is its place in the order they are met.

    `kind` says where its chance comes from: `judged` is read from gate_chances.csv, the others are worked out.
    """

    id: Identifier
    label: Label
    in_sentence: Label
    kind: Literal["judged", "generation", "supply", "rotation"]
    place: WholeNumber
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A place that is none."""
        yield from super().faults()
        if self.place < 1:
            yield Fault("place", f"{self.place} is not a place; write 1 for the gate that is met first.")
