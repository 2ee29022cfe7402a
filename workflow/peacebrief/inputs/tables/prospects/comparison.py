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
    """How often something happened: `events` in `out_of` cases, or a published `share` where those are not known.

    `counted` says what an event and a case are, `restriction` which cases are left out, `note` how it was counted, so
    that somebody else can do it again. `clusters` is how many cases are independent of each other, where cases hang
    together or only a share was published. `months` is how long a case was watched; empty where time plays no part.
    `kind` is `event`, or what there was of what was wanted: `troops`, `money`, `flights`.
    """

    id: Identifier
    label: Label
    counted: FilledText
    kind: Literal["event", "troops", "money", "flights"]
    events: OptionalNumber
    out_of: OptionalNumber
    share: OptionalNumber
    clusters: OptionalNumber
    months: OptionalNumber
    years: Label
    restriction: Text
    quote: Text
    note: FilledText

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
    """What stands beside judged chances: those of `table` about `subject`, for `option` at `support_level`.

    `subject` is the gate, the position or the risk; what is left empty holds for all. `reading`: the judged chance is
    of the `same` thing that was counted, or of its `opposite`; the rate only stands `beside` it; or there is `none`.
    `note` says why they may be compared, or why there is none, `explanation` why the judged chance is where it is.
    """

    KEY: ClassVar[tuple[str, ...]] = ("table", "subject", "option", "support_level")

    table: Literal["gate_chances", "position_chances", "carry_over", "risk_chances"]
    subject: AnyOrAll
    option: AnyOrAll
    support_level: AnyOrAll
    base_rate: AnyOrAll
    reading: Literal["same", "opposite", "beside", "none"]
    closeness: Literal["close", "partial", "slight", ""]
    explanation: Text
    note: FilledText

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
    """An input that bears much and rests on little, by its `place` in the order of what hangs on it.

    `rests_on` names its rows, `bears` the headline. `base_rate` is a counted rate beside it, `beside` what else is
    known; `explanation` says how far the input is from it. Without either, `explanation` says why there is neither.
    """

    id: Identifier
    place: WholeNumber
    label: Label
    rests_on: FilledText
    bears: FilledText
    base_rate: AnyOrAll
    beside: Text
    explanation: FilledText

    def faults(self) -> Iterator[Fault]:
        """A place that is none."""
        yield from super().faults()
        if self.place < 1:
            yield Fault("place", f"{self.place} is not a place; write 1 for the input that bears most.")
