"""The mark behind a printed number: the letters of its stage and the number of its group in the register of facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peacebrief.briefs.trail.axes import Axis
from peacebrief.briefs.trail.matrices import marked_rows
from peacebrief.facts.fact import Fact


def marks_of_facts(facts: Iterable[Fact], axes: Sequence[Axis]) -> dict[str, str]:
    """Fact -> mark, such as `Si14`. All facts of a case are asked for: which of them a brief prints changes no mark."""
    return {
        fact.id: one.mark for one in marked_rows(facts, axes) for cells in one.rows.values() for fact in cells.values()
    }
