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
    """A row says how long one past operation lasted: from its first month to its last, or to as_of where it goes on.

    Why it ended is not coded.
    """

    id: Identifier
    """Name of the operation."""
    name: Label
    """What it is called in tables."""
    start: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=MONTH)]
    """First month, such as 1993-08."""
    end: Annotated[str, BeforeValidator(plain_text), StringConstraints(pattern=MONTH_OR_NONE)]
    """Last month, such as 1995-03; empty while it goes on."""
    ongoing: Flag
    """`1` while it goes on, `0` once it has ended."""
    ended: Flag
    """`1` once it has ended, for whatever reason, `0` while it goes on."""
    years: Number
    """Years that it lasted, or has lasted until as_of; they must agree with the months to about a month."""
    as_of: Date
    """Day up to which it is known whether it goes on."""
    lead: Label
    """Who led it."""
    conflict: Literal["interstate", "intrastate", "mixed", "preventive"]
    """Kind of conflict: `interstate` between states, `intrastate` within one, `mixed` of both, or `preventive` where
    there was no war yet."""
    mission_type: MissionKind
    """Kind of operation: `observer`, `interposition` between the parties, `multidimensional`, `enforcement`,
    `transitional` administration, `preventive`, `training`, or `alliance_deterrent` for a garrison of an alliance."""
    analogue: Flag
    """`1` where it resembles the case, else `0`."""
    garrison: Flag
    """`1` for a garrison of an alliance, which is no peace operation, else `0`."""
    successor_of: AnyOrAll
    """Operation that it took over from, by its id in this table; empty where there is none."""
    quote: Text
    """Words of the source that carry the dates, at most 25; empty where nothing is quoted."""

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
    """A row is one published or re-analysed finding on what keeps a ceasefire."""

    id: Identifier
    """Name of the finding."""
    study: Label
    """The study, as tables print it."""
    population: FilledText
    """Which conflicts or ceasefires were studied."""
    treatment: FilledText
    """What was present in some of them and not in others, such as peacekeepers."""
    estimand: FilledText
    """What was estimated."""
    estimate: OptionalNumber
    """The number found, such as a hazard ratio, as estimand says; empty where there is none."""
    low: OptionalNumber
    """Lower end of the published range, or of the 95 per cent interval of a re-analysis; empty where there is none."""
    high: OptionalNumber
    """Upper end of the published range, or of the 95 per cent interval of a re-analysis; empty where there is none."""
    p_value: OptionalNumber
    """Probability of such a finding by chance alone, from 0 to 1; empty where none was published."""
    result: Text
    """The finding in words; empty only where there is a number."""
    n: OptionalWholeNumber
    """How many cases were studied; empty where not known."""
    events: OptionalWholeNumber
    """How many of them had the event, such as renewed war; empty where not known."""
    horizon_years: OptionalNumber
    """Years for which the cases were followed; empty where not known."""
    conflict: Literal["interstate", "intrastate", "mixed"]
    """Kind of conflict: `interstate` between states, `intrastate` within one, or `mixed` of both."""
    transfer: FilledText
    """How far the finding speaks about the case, and why."""
    quote: Text
    """Words of the source that carry the finding, at most 25; empty where nothing is quoted."""

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
    """A row says how much of the published effect of peacekeeping carries over to an option at one level of support.

    It is a share of the logarithm of the hazard ratio.
    """

    KEY: ClassVar[tuple[str, ...]] = ("option", "support_level")

    option: Identifier
    """The option, by its id in options.csv."""
    support_level: Identifier
    """Level of support, one of those of case.yaml."""
    low: Number
    """Lowest share of the effect that is held possible, from 0 (none of it) to 1 (all of it)."""
    central: Number
    """Share of the effect that is held most likely, from 0 to 1."""
    high: Number
    """Highest share of the effect that is held possible, from 0 to 1."""
