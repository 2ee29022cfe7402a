"""One published way to size a force, and whether a method fits a role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Grade,
    GradedEvidence,
    Identifier,
    Label,
    OptionalNumber,
    OptionalUnit,
    Text,
    WholeNumber,
    span_faults,
)

# Families of ratios, with the unit that the model reads them in: a row is all that another published ratio needs.
RATIO_UNITS = {"population": "persons_per_1000", "line": "persons_per_km"}
Family = Literal["population", "line", "force-to-space", "task-organised", "multiplier", "constraint", "critique"]
Drawn = Annotated[Literal["pert", "fixed"] | None, BeforeValidator(blank_to_none)]
OptionalGrade = Annotated[Grade | None, BeforeValidator(blank_to_none)]
YesNo = Literal["yes", "no"]
Slug = Annotated[Identifier | None, BeforeValidator(blank_to_none)]


class SizingMethod(GradedEvidence):
    """A row is one published rule for the size of a force, or a number that such a rule takes.

    Rows with a method are drawn from; the others are shown or compared with.
    """

    id: Identifier
    """Name of the row."""
    method: Slug
    """Name by which the model reads the row; empty where it is only shown or compared with."""
    family: Family
    """What the rule is made of: `population` counts inhabitants, `line` kilometres of line, `force-to-space` the ground
    that a unit holds, `task-organised` tasks; a `multiplier` turns other sizes into new ones, a `constraint` limits
    them, a `critique` disputes them."""
    name: Label
    """What it is called in tables."""
    phrase: Text
    """What a sentence calls the ratio, such as "RAND's ratio for light peacekeeping"; needed for a population or line
    that is drawn from, else it may be empty."""
    author: FilledText
    """Who published it."""
    year: WholeNumber
    """Year in which it was published."""
    formula: Text
    """The formula as published; empty where there is none."""
    parameter: Text
    """Which letter of the formula the numbers stand for; empty where there is none."""
    low: OptionalNumber
    """Lowest number, in the unit of the row; empty where the row has no number."""
    central: OptionalNumber
    """Best number, in the unit of the row; empty where the row has no number."""
    high: OptionalNumber
    """Highest number, in the unit of the row; empty where the row has no number."""
    unit: OptionalUnit
    """Unit of the numbers; the check says which one the model reads. Empty where the row has no number."""
    unit_note: Text
    """What exactly is counted, such as troops per 1000 inhabitants; empty where there is no unit."""
    distribution: Drawn
    """How it is drawn: `pert` between low, most likely and high, or `fixed` at the central number. Empty where it is
    not drawn from."""
    applies_to: FilledText
    """What the rule was made for."""
    basis_detail: Text
    """How the parts of the row are known, where it is not in one way; empty where `basis` holds for all."""
    impact: OptionalGrade
    """How much the number was judged to matter: `high`, `medium` or `low`; empty where it is not drawn from."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A range out of order, and a drawn row without what drawing needs."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
        if self.method is None:
            if self.distribution is not None:
                yield Fault("method", "a row with a distribution needs the name of its method; fill it in.")
            return
        for column in ("low", "central", "high", "unit", "distribution", "impact"):
            if getattr(self, column) is None:
                yield Fault(column, f"the cell is empty; a row that is drawn from needs its {column}.")
        if self.family in RATIO_UNITS and not self.phrase:
            yield Fault("phrase", "the cell is empty; write what a sentence calls the method, such as the ratio of ….")
        if self.low == 0 and self.unit != "share":
            yield Fault("low", "0 is not possible here; write a number above zero.")
        if self.distribution == "pert" and self.low is not None and self.low == self.high:
            yield Fault(
                "high", f"low and high are both {self.low:g}; write the distribution fixed, or widen the range."
            )


class RoleMethod(GradedEvidence):
    """A row says whether a method fits the definition of a role; one that does not is shown beside the others."""

    KEY: ClassVar[tuple[str, ...]] = ("role", "method")

    role: Identifier
    """Role, one of the `roles` of case.yaml."""
    method: Identifier
    """Method, by its name in sizing_methods.csv, or one that is worked out: force_to_space, task_organised,
    statistical."""
    fits: YesNo
    """`yes` where the method fits the definition of the role and counts for it, `no` where it is only shown."""
    reason: FilledText
    """Why it fits or does not."""
