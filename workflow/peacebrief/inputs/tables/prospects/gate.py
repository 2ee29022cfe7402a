"""One condition that a force must meet, how likely an option passes it, and what would close it.

A chance is given where no model works it out; a named condition would close a gate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.judgement import AnyOrAll, Chance
from peacebrief.inputs.cells.row import Fault, FilledText, GradedEvidence, Identifier, Label, WholeNumber


class Gate(GradedEvidence):
    """A row is one condition that a force must meet; an option that fails one gate fails."""

    id: Identifier
    """Name of the gate, which other tables point to."""
    label: Label
    """What it is called in tables and figures."""
    in_sentence: Label
    """What it is called inside a sentence."""
    kind: Literal["judged", "generation", "supply", "rotation"]
    """Where its chance comes from: `judged` is read from gate_chances.csv; `generation`, `supply` and `rotation` are
    worked out from who sends troops, from what can be supplied, and from whether the force can be relieved."""
    place: WholeNumber
    """Its place in the order in which gates are met: 1 for the first."""
    note: FilledText
    """What exactly must be true for the gate to be passed."""

    def faults(self) -> Iterator[Fault]:
        """A place that is none."""
        yield from super().faults()
        if self.place < 1:
            yield Fault("place", f"{self.place} is not a place; write 1 for the gate that is met first.")


class GateChance(Chance):
    """A row says how likely an option passes a judged gate at one level of support."""

    KEY: ClassVar[tuple[str, ...]] = ("gate", "option", "support_level")

    gate: Identifier
    """The gate, by its id in gates.csv; its kind is judged."""
    option: Identifier
    """The option, by its id in options.csv."""
    support_level: Identifier
    """Level of support, one of those of case.yaml."""


class Condition(Chance):
    """A row says how likely an option passes a gate once a named condition holds.

    One condition may act on several gates: one row for each.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id", "option", "gate", "support_level")

    id: Identifier
    """Name of the condition; its rows have it in common."""
    option: Identifier
    """Option that it is for, by its id in options.csv."""
    label: Label
    """The condition in words that complete a sentence beginning with "provided that"."""
    gate: Identifier
    """Gate that it acts on, by its id in gates.csv."""
    support_level: AnyOrAll
    """Level of support, one of those of case.yaml; empty where it holds at every level."""
