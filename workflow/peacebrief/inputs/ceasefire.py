"""One published or re-analysed finding on what keeps a ceasefire."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import (
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    OptionalNumber,
    OptionalWholeNumber,
    Text,
)
from peacebrief.inputs.span import span_faults


class Ceasefire(GradedEvidence):
    """A finding: in which population, of which treatment, on what, with what result.

    `low` and `high` are a published range or the 95 per cent interval of a re-analysis. `result` says it in words.
    `transfer` says how far it speaks about the case.
    """

    id: Identifier
    study: Label
    population: FilledText
    treatment: FilledText
    estimand: FilledText
    estimate: OptionalNumber
    low: OptionalNumber
    high: OptionalNumber
    p_value: OptionalNumber
    result: Text
    n: OptionalWholeNumber
    events: OptionalWholeNumber
    horizon_years: OptionalNumber
    conflict: Literal["interstate", "intrastate", "mixed"]
    transfer: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order, a p-value that is none, more events than cases, a finding without any result."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "estimate": self.estimate, "high": self.high})
        yield from span_faults({"p_value": self.p_value}, unit="probability")
        if self.n is not None and self.events is not None and self.events > self.n:
            yield Fault("events", f"{self.events} is above n ({self.n}); exchange or correct them.")
        if self.estimate is None and self.low is None and not self.result:
            yield Fault("result", "the row has neither a number nor words; say what was found.")
