"""One question of one poll."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.row import (
    PARTIAL_DATE,
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    OptionalNumber,
    OptionalWholeNumber,
    PartialDate,
    Text,
    span_faults,
)

# A: own troops after a ceasefire. B: own troops during the war. C: support if they are attacked. D: one answer of a
# list. E: troops by task. F: troops weighed against peace. H: what the host would accept.
Group = Literal["A", "B", "C", "D", "E", "F", "H"]
OWN_TROOPS, HOST = "A", "H"
# A: original or official. B: reputable press or institute. C: mirror of a reputable original. D: partisan or weak page.
Tier = Literal["A", "B", "C", "D"]
OptionalPartialDate = Annotated[
    Annotated[str, StringConstraints(pattern=PARTIAL_DATE)] | None, BeforeValidator(blank_to_none)
]
# Published shares are rounded, so that three of them may come to a little over all.
MOST = 101
SHARES = ("support", "oppose", "dont_know")


class Poll(GradedEvidence):
    """A row is one question of one poll on sending troops, with the answers in per cent."""

    id: Identifier
    """Name of the row."""
    contributor: Identifier
    """Country that was asked, by its id in contributors.csv; for the group H the host."""
    fieldwork_start: OptionalPartialDate
    """First day or month of asking; empty where it was not published."""
    fieldwork_end: OptionalPartialDate
    """Last day or month of asking; empty where it was not published."""
    published: PartialDate
    """When it was published: a year, month or day."""
    pollster: Label
    """Who asked."""
    wording: FilledText
    """What was asked, in brief."""
    comparable_group: Group
    """What was asked about; only polls of one group may be compared. `A`: own troops after a ceasefire; `B`: own troops
    during the war; `C`: support if they are attacked; `D`: one answer of a list; `E`: troops by task; `F`: troops
    weighed against peace; `H`: what the host would accept."""
    support: OptionalNumber
    """Answers in favour, in per cent; empty where not published."""
    oppose: OptionalNumber
    """Answers against, in per cent; empty where not published."""
    dont_know: OptionalNumber
    """Answers without an opinion, in per cent; empty where not published."""
    sample: OptionalWholeNumber
    """How many persons were asked; empty where not published."""
    tier: Tier
    """How good the source is: `A` original or official, `B` reputable press or institute, `C` mirror of a reputable
    original, `D` partisan or weak page."""
    quote: Text
    """Words of the source that carry the answers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Shares that are none or are more than all, a sample of nobody, dates out of order."""
        yield from super().faults()
        given = {column: getattr(self, column) for column in SHARES}
        for column, value in given.items():
            yield from span_faults({column: value}, unit="percent")
        total = fsum(value or 0 for value in given.values())
        if total > MOST or (self.support or 0) + (self.oppose or 0) > 100:
            yield Fault("support", f"the answers add up to {total:g} per cent, more than all; correct them.")
        if self.sample is not None and self.sample < 1:
            yield Fault("sample", f"{self.sample} asked is nobody; write how many were, or clear the cell.")
        start, end = self.fieldwork_start, self.fieldwork_end
        if start and end and end[: len(start)] < start[: len(end)]:
            yield Fault("fieldwork_end", f"{end} is before the start, {start}; exchange or correct them.")
        elif end and self.published[: len(end)] < end[: len(self.published)]:
            yield Fault("published", f"{self.published} is before the last day of asking, {end}; correct one of them.")
