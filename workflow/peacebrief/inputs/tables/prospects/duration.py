"""How long one past operation lasted, what keeps a ceasefire, and how much of that carries over to an option.

A ceasefire row is one published or re-analysed finding. What carries over is the published effect of peacekeeping.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text, plain_text
from peacebrief.inputs.cells.judgement import AnyOrAll, Chance
from peacebrief.inputs.cells.row import (
    Date,
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    OptionalWholeNumber,
    Text,
    span_faults,
)

# A year and a month.
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
MONTH_OR_NONE = r"^(\d{4}-(0[1-9]|1[0-2]))?$"
MissionKind = Literal[
    "observer", "interposition", "multidimensional", "enforcement", "transitional", "preventive", "training",
    "alliance_deterrent",
]  # fmt: skip
# Dates are known to the month: years may differ by one from what they give.
TOLERANCE = 0.09


class Duration(GradedEvidence):
    """A spell: from its first month to its last, or to `as_of` where it goes on.

    `analogue` is 1 where it resembles the case, `garrison` where it is the garrison of an alliance and no peace
    operation. `ended` is 1 where it has ended, for whatever reason: reasons are not coded. `successor_of` is the
    operation it took over from, if any.
    """

    id: Identifier
    name: Label
    start: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=MONTH)]
    end: Annotated[str, BeforeValidator(plain_text), StringConstraints(pattern=MONTH_OR_NONE)]
    ongoing: Flag
    ended: Flag
    years: Number
    as_of: Date
    lead: Label
    conflict: Literal["interstate", "intrastate", "mixed", "preventive"]
    mission_type: MissionKind
    analogue: Flag
    garrison: Flag
    successor_of: AnyOrAll
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Dates out of order, flags that contradict the dates or each other, years that the dates do not give."""
        yield from super().faults()
        if self.end and self.end < self.start:
            yield Fault("end", f"{self.end} is before the start in {self.start}; exchange or correct them.")
            return
        yield from self._later_faults()
        if self.ongoing == self.ended:
            yield Fault("ended", "an operation either goes on or has ended; write 1 in one of ongoing and ended.")
        elif bool(self.end) != bool(self.ended):
            told = "has ended without a month" if self.ended else f"goes on although it ended in {self.end}"
            yield Fault("end", f"the operation {told}; correct end or ended.")
        elif abs(self.years - self._years()) > TOLERANCE:
            yield Fault("years", f"{self.years:g} differs from the {self._years():.2f} years that the dates give.")
        if self.garrison != (self.mission_type == "alliance_deterrent"):
            yield Fault("garrison", "a garrison is of the type alliance_deterrent; correct garrison or mission_type.")

    def _later_faults(self) -> Iterator[Fault]:
        """A month that nobody could know of yet, and an operation that took no time."""
        for column in ("start", "end"):
            month = getattr(self, column)
            if month > f"{self.as_of:%Y-%m}":
                yield Fault(column, f"{month} is after as_of, {self.as_of}; correct one of them.")
                return
        if self.years <= 0:
            yield Fault("years", f"{self.years:g} is no time; write the years it lasted, such as 0.04 for two weeks.")

    def _years(self) -> float:
        """Years from the first month to the last, or to `as_of`."""
        last = self.end or f"{self.as_of:%Y-%m}"
        return _months(last) / 12 - _months(self.start) / 12 + (0 if self.end else _half_month(self.as_of))


def _months(text: str) -> int:
    year, _, month = text.partition("-")
    return int(year) * 12 + int(month)


def _half_month(day: date) -> float:
    """The part of a year from the middle of the first month, on average, to a day of the last."""
    return (day.day / 30 - 0.5) / 12


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


class CarryOver(Chance):
    """The share (0 to 1) of the logarithm of the published hazard ratio that holds for an option at a level."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "support_level")

    option: Identifier
    support_level: Identifier
