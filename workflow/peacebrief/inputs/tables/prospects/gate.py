"""One condition that a force must meet, how likely an option passes it, and what would close it.

A chance is given where no model works it out; a named condition would close a gate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.judgement import AnyOrAll, Chance
from peacebrief.inputs.cells.row import Fault, FilledText, GradedEvidence, Identifier, Label, WholeNumber


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


class GateChance(Chance):
    """The chance that an option passes a judged gate at one level of support."""

    KEY: ClassVar[tuple[str, ...]] = ("gate", "option", "support_level")

    gate: Identifier
    option: Identifier
    support_level: Identifier


class Condition(Chance):
    """The chance that an option passes a gate once the condition holds; an empty `support_level` means at every level.

    `label` completes a sentence that begins with "provided that". One condition may act on several gates: one row each.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id", "option", "gate", "support_level")

    id: Identifier
    option: Identifier
    label: Label
    gate: Identifier
    support_level: AnyOrAll
