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
    """A row is one published estimate of what a force does to renewed war: a multiple of its hazard, 0.5 halves it."""

    id: Identifier
    """Name of the estimate."""
    study: Label
    """The study, as tables print it."""
    population: FilledText
    """Which conflicts or ceasefires were studied."""
    conflict: Literal["interstate", "intrastate", "mixed"]
    """Kind of conflict: `interstate` between states, `intrastate` within one, or `mixed` of both."""
    treatment: FilledText
    """What was present in some of them and not in others."""
    outcome: FilledText
    """What was watched for, such as renewed war."""
    estimate: OptionalNumber
    """The multiple of the hazard, above zero; empty where no number was published."""
    low: OptionalNumber
    """Lower end of its 95 per cent interval; needed where the row is pooled, else it may be empty."""
    high: OptionalNumber
    """Upper end of its 95 per cent interval; needed where the row is pooled, else it may be empty."""
    dose: OptionalNumber
    """Soldiers at which the estimate holds, in persons; needed where the row is pooled, else it may be empty."""
    dose_unit: Literal["presence", "troops"]
    """What the study counts: `troops`, or only the `presence` of a force."""
    direction: Literal["lowers", "none", "raises"]
    """What the force does to renewed war by the study: it `lowers` it, `raises` it, or `none`."""
    pooled: Flag
    """`1` where the model reads the row, `0` where it is only shown; of two estimates from the same cases pool one."""
    quote: Text
    """Words of the source that carry the estimate, at most 25; empty where nothing is quoted."""

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
    """A row is one form in which the effect of a force may grow with soldiers, and its weight among the forms."""

    id: Literal["presence", "logarithm", "saturation", "linear"]
    """The form: `presence`, any force has the whole effect; `logarithm`, each doubling adds as much; `saturation`, most
    comes early; `linear`, each soldier adds as much up to a limit."""
    label: Label
    """What the form is called in tables."""
    scale: OptionalNumber
    """Soldiers: the unit of the logarithm, the size with half of the largest effect, or the size from which a line is
    level. Empty for presence."""
    weight: Number
    """Weight of the form, above zero; weights are divided by their sum."""

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
    """A row is a counted rate that the risk of renewed war without a force is drawn from, and its weight."""

    KEY: ClassVar[tuple[str, ...]] = ("base_rate",)

    base_rate: Identifier
    """The rate, by its id in base_rates.csv."""
    weight: Number
    """Weight of the rate, above zero; weights are divided by their sum."""
    watched_low: OptionalNumber
    """Fewest years for which wars were watched, for a rate without months; all three are empty where the rate has
    months."""
    watched_central: OptionalNumber
    """Years for which wars were most likely watched; empty together with the other two."""
    watched_high: OptionalNumber
    """Most years for which wars were watched; empty together with the other two."""

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
