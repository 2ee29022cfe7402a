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
    """A rule from the literature. Rows with a `method` are drawn from; the others are shown or compared with.

    `phrase` is what a sentence calls the ratio, such as "RAND's ratio for light peacekeeping".
    `confidence` rates the evidence, `impact` how much a drawn number was judged to matter.
    """

    id: Identifier
    method: Slug
    family: Family
    name: Label
    phrase: Text
    author: FilledText
    year: WholeNumber
    formula: Text
    parameter: Text
    low: OptionalNumber
    central: OptionalNumber
    high: OptionalNumber
    unit: OptionalUnit
    unit_note: Text
    distribution: Drawn
    applies_to: FilledText
    basis_detail: Text
    impact: OptionalGrade
    quote: Text

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
    """Whether a method fits the definition of a role, with the reason; one that does not is shown beside the others."""

    KEY: ClassVar[tuple[str, ...]] = ("role", "method")

    role: Identifier
    method: Identifier
    fits: YesNo
    reason: FilledText
