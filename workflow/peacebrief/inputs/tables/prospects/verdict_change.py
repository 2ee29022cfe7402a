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
    """The verdict on an option as planned, calculated before and after one change (`id`) and nothing else.

    `change` is one plain sentence and `commit` the version after it, empty where the history does not keep it. `known`:
    whether results with the change were in view when it was decided. `joint_before` and `joint_after` are the chance
    of all gates together, in whole per cent; nought stands for less than one.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id", "option")

    id: Identifier
    change: Sentence
    date: Date
    known: Literal["yes", "no"]
    option: Identifier
    word_before: Word
    word_after: Word
    joint_before: WholeNumber
    joint_after: WholeNumber
    commit: ShortHashOrNone
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A chance that is none."""
        yield from super().faults()
        for column in ("joint_before", "joint_after"):
            chance = getattr(self, column)
            if not 0 <= chance <= 100:
                yield Fault(column, f"{chance} is no chance in per cent; write a whole number from 0 to 100.")
