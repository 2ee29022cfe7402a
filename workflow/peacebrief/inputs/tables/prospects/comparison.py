"""A rate counted in the past, and which judged chances it stands beside; the inputs that bear most and rest on least.

A rate is kept as it was counted: so many events in so many cases. What follows from it is worked out and never typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.judgement import AnyOrAll
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    OptionalNumber,
    Text,
    WholeNumber,
    span_faults,
)

TIED = frozenset({"same", "opposite"})


class BaseRate(GradedEvidence):
    """A row says how often something happened: events in so many cases, as they were counted.

    Rate and interval are worked out and never typed.
    """

    id: Identifier
    """Name of the rate, which comparisons.csv and other tables point to."""
    label: Label
    """What happened how often, as tables print it."""
    counted: FilledText
    """What an event and a case are."""
    kind: Literal["event", "troops", "money", "flights"]
    """What was counted: an `event` that happened or not, or how much there was of the `troops`, `money` or `flights`
    wanted."""
    events: OptionalNumber
    """How many cases had the event; empty where only a share was published."""
    out_of: OptionalNumber
    """How many cases there were; empty where only a share was published."""
    share: OptionalNumber
    """Share that was published without its counts, from 0 to 1; empty where events and out_of are given."""
    clusters: OptionalNumber
    """How many cases are independent of each other, where many belong together, as years of one mission do, or where
    only a share was published; empty where all are."""
    months: OptionalNumber
    """Months for which each case was watched; empty where time plays no part."""
    years: Label
    """Years that the cases are from, in words."""
    restriction: Text
    """Which cases were left out; empty where none were."""
    quote: Text
    """Words of the source that carry the count, at most 25; empty where nothing is quoted."""
    note: FilledText
    """How it was counted, so that somebody else can do it again."""

    def faults(self) -> Iterator[Fault]:
        """Neither counts nor a share, or both; more events than cases; no case, no time."""
        yield from super().faults()
        yield from span_faults({"share": self.share}, unit="share")
        yield from span_faults({"events": self.events})
        for column in ("out_of", "clusters", "months"):
            number = getattr(self, column)
            if number is not None and number <= 0:
                yield Fault(column, f"{number:g} is not above zero; correct it, or leave the cell empty.")
        yield from self._count_faults()

    def _count_faults(self) -> Iterator[Fault]:
        if (self.events is None) != (self.out_of is None):
            empty = "events" if self.events is None else "out_of"
            yield Fault(empty, "the number is missing; a count needs both events and out_of.")
        elif self.events is None and self.share is None:
            yield Fault("events", "nothing was counted; write events and out_of, or the share that was published.")
        elif self.events is not None and self.share is not None:
            yield Fault("share", "it is worked out from events and out_of; leave it empty where those are given.")
        if self.events is not None and self.out_of is not None and self.events > self.out_of > 0:
            yield Fault("events", f"{self.events:g} is above out_of ({self.out_of:g}); exchange or correct them.")
        if self.clusters is not None and self.out_of is not None and self.clusters > self.out_of > 0:
            yield Fault(
                "clusters", f"{self.clusters:g} is above out_of ({self.out_of:g}); leave it empty or correct it."
            )


class Comparison(GradedEvidence):
    """A row says what was counted in the past and stands beside judged chances, or why nothing does."""

    KEY: ClassVar[tuple[str, ...]] = ("table", "subject", "option", "support_level")

    table: Literal["gate_chances", "position_chances", "carry_over", "risk_chances"]
    """Table of the judged chances: `gate_chances`, `position_chances`, `carry_over` or `risk_chances`."""
    subject: AnyOrAll
    """The gate, the position or the risk that is judged; empty where the row holds for all of the table."""
    option: AnyOrAll
    """Option whose chances they are; empty where the row holds for all options."""
    support_level: AnyOrAll
    """Level of support at which they are judged; empty where the row holds at all levels."""
    base_rate: AnyOrAll
    """The rate, by its id in base_rates.csv; empty where nothing was counted."""
    reading: Literal["same", "opposite", "beside", "none"]
    """How the rate is read: of the `same` thing that is judged, of its `opposite`, only `beside` it, or `none` where
    nothing was counted."""
    closeness: Literal["close", "partial", "slight", ""]
    """How near the cases counted are to the case judged: `close`, `partial` or `slight`; empty where nothing was
    counted."""
    explanation: Text
    """Why the judged chance is where it is, needed where it lies outside the interval of the rate; otherwise it may be
    empty."""
    note: FilledText
    """Why the two may be compared, or why nothing was counted."""

    def row_key(self) -> str:
        """What the row is called; a part that is empty, because the row holds for all, is left out."""
        return "/".join(part for part in (str(getattr(self, column)) for column in self.KEY) if part)

    def faults(self) -> Iterator[Fault]:
        """A rate named and none read, or the other way round; how close it is, left open."""
        yield from super().faults()
        if (self.reading == "none") == bool(self.base_rate):
            remedy = "remove it, or say how it is read" if self.base_rate else "name one, or write none in reading"
            yield Fault("base_rate", f"it does not go with the reading {self.reading}; {remedy}.")
        if (self.reading == "none") == bool(self.closeness):
            remedy = "leave it empty" if self.closeness else "write close, partial or slight"
            yield Fault("closeness", f"it does not go with the reading {self.reading}; {remedy}.")


class WeakLeg(GradedEvidence):
    """A row is one input that bears much of the results and rests on little evidence."""

    id: Identifier
    """Name of the row."""
    place: WholeNumber
    """Its place in the order of what hangs on it: 1 for the input that bears most."""
    label: Label
    """What the input is called in tables."""
    rests_on: FilledText
    """Tables and rows that hold the input, in words."""
    bears: FilledText
    """What hangs on it: the headline results that it bears."""
    base_rate: AnyOrAll
    """A counted rate beside it, by its id in base_rates.csv; empty where there is none."""
    beside: Text
    """What else is known beside it; empty where nothing is."""
    explanation: FilledText
    """How far the input is from what was counted or known, or why nothing is known beside it."""

    def faults(self) -> Iterator[Fault]:
        """A place that is none."""
        yield from super().faults()
        if self.place < 1:
            yield Fault("place", f"{self.place} is not a place; write 1 for the input that bears most.")
