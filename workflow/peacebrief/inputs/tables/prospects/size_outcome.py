"""What is known of renewed war by size of force: published effects, forms of the dose, models of the base rate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    range_of,
    span_faults,
)


class PeacekeepingEffect(GradedEvidence):
    """One published estimate of what a force does to renewed war, as a multiple of its hazard.

    `low` and `high` are its 95 per cent interval, `dose` is the number of soldiers at which it holds, `dose_unit` what
    the study counts. `pooled` is 1 where the model reads it; the others are shown beside it.
    """

    id: Identifier
    study: Label
    population: FilledText
    conflict: Literal["interstate", "intrastate", "mixed"]
    treatment: FilledText
    outcome: FilledText
    estimate: OptionalNumber
    low: OptionalNumber
    high: OptionalNumber
    dose: OptionalNumber
    dose_unit: Literal["presence", "troops"]
    direction: Literal["lowers", "none", "raises"]
    pooled: Flag
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A ratio or a dose that is none, an interval out of order, an estimate that is pooled without its error."""
        yield from super().faults()
        for column in ("estimate", "low", "high", "dose"):
            number = getattr(self, column)
            if number is not None and number <= 0:
                yield Fault(column, f"{number:g} is not above zero; correct it, or leave the cell empty.")
        yield from span_faults({"low": self.low, "estimate": self.estimate, "high": self.high})
        if not self.pooled:
            return
        if self.estimate is None or self.dose is None:
            empty = "estimate" if self.estimate is None else "dose"
            yield Fault(empty, "the number is missing and the row is pooled; write it, or 0 in pooled.")
        elif self.low is None or self.high is None:
            empty = "low" if self.low is None else "high"
            message = "the estimate is pooled without its error; write the 95 per cent interval, or 0 in pooled."
            yield Fault(empty, message)
        elif self.low == self.high:
            yield Fault("high", "the interval has no width; write the 95 per cent interval, or 0 in pooled.")


class DoseForm(GradedEvidence):
    """How the effect grows with soldiers: the `scale` of the form (persons) and its weight among the forms.

    Weights are divided by their sum. The scale is the unit of the logarithm, the size with half of the effect of a
    saturation, or the size beyond which a line is level; presence has none.
    """

    id: Literal["presence", "logarithm", "saturation", "linear"]
    label: Label
    scale: OptionalNumber
    weight: Number

    def faults(self) -> Iterator[Fault]:
        """A weight of nothing, a scale missing or of no use."""
        yield from super().faults()
        if self.weight <= 0:
            yield Fault("weight", f"{self.weight:g} is not above zero; write a weight, or remove the row.")
        if (self.id == "presence") != (self.scale is None):
            remedy = "leave it empty" if self.id == "presence" else "write a number of soldiers"
            yield Fault("scale", f"it does not go with the form {self.id}; {remedy}.")
        elif self.scale is not None and self.scale <= 0:
            yield Fault("scale", f"{self.scale:g} is not above zero; write a number of soldiers.")


class BaseRateModel(GradedEvidence):
    """A rate of `base_rates.csv` as a model of renewed war without a force, and its weight among those models.

    `watched` (years, low to high) is how long wars were watched, for a rate that has no `months`.
    """

    KEY: ClassVar[tuple[str, ...]] = ("base_rate",)

    base_rate: Identifier
    weight: Number
    watched_low: OptionalNumber
    watched_central: OptionalNumber
    watched_high: OptionalNumber

    def faults(self) -> Iterator[Fault]:
        """A weight of nothing, years out of order, missing in part or none."""
        yield from super().faults()
        if self.weight <= 0:
            yield Fault("weight", f"{self.weight:g} is not above zero; write a weight, or remove the row.")
        watched = range_of(self, "watched")
        yield from span_faults(watched)
        missing = [column for column, years in watched.items() if years is None]
        if missing and len(missing) < len(watched):
            yield Fault(missing[0], "the number is missing; write all three of low, central and high, or none.")
        for column, years in watched.items():
            if years is not None and years <= 0:
                yield Fault(column, f"{years:g} is not above zero; write years.")
