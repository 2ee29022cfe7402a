"""One change of the model or its evidence, and what the verdict on an option was before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import plain_text
from peacebrief.inputs.cells.row import Date, Evidence, Fault, FilledText, Identifier, Sentence, WholeNumber

# The words of the rule of verdicts; inputs may not ask the stage that rules, so a test holds the two lists together.
Word = Literal["feasible", "conditional", "not feasible on current evidence", "indeterminate"]
ShortHashOrNone = Annotated[str, BeforeValidator(plain_text), StringConstraints(pattern=r"^([0-9a-f]{7,12})?$")]
# All rows of one change say these alike.
OF_CHANGE = ("change", "date", "known", "commit")


class VerdictChange(Evidence):
    """A row is the verdict on one option, before and after one change of the model or its evidence.

    Both are calculated, on the option as planned, and nothing else is changed between them.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id", "option")

    id: Identifier
    """Name of the change; its rows have it in common."""
    change: Sentence
    """What was changed, in one plain sentence; the same in all rows of the change."""
    date: Date
    """Day of the change; the same in all its rows."""
    known: Literal["yes", "no"]
    """Whether results with the change may have been in view when it was decided: `yes`, or `no` only where a record
    committed before the calculation fixes the choices."""
    option: Identifier
    """The option, by its id in options.csv."""
    word_before: Word
    """Verdict before the change: `feasible`, `conditional`, `not feasible on current evidence` or `indeterminate`."""
    word_after: Word
    """Verdict after the change: `feasible`, `conditional`, `not feasible on current evidence` or `indeterminate`."""
    joint_before: WholeNumber
    """Chance of all gates together before the change, in whole per cent; 0 stands for less than one."""
    joint_after: WholeNumber
    """Chance of all gates together after the change, in whole per cent; 0 stands for less than one."""
    commit: ShortHashOrNone
    """Version of the project after the change, as its history names it; empty where the history does not keep it any
    more."""
    note: FilledText
    """Which version of the model the change was made on, and what else a reader should know of it."""

    def faults(self) -> Iterator[Fault]:
        """A chance that is none."""
        yield from super().faults()
        for column in ("joint_before", "joint_after"):
            chance = getattr(self, column)
            if not 0 <= chance <= 100:
                yield Fault(column, f"{chance} is no chance in per cent; write a whole number from 0 to 100.")
