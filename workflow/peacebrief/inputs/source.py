"""One document cited: a record, not an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cell import filled_text, web_address
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import shown
from peacebrief.inputs.row import Date, Fault, FilledText, PartialDate, Row

# The project's own declared assumptions are cited by this key and have no record.
DECLARED = "declared"
KEYWORDS = frozenset({"recalled", "weak-host", "mirror"})
ENTRY_TYPES = frozenset({"article", "book", "misc", "online", "techreport"})

Key = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]
Year = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^(\d{4}|n\.d\.)$")]
Address = Annotated[str, BeforeValidator(web_address)]


class Source(Row):
    """A BibTeX record. `urldate` is the day it was read; `note` says through which mirror, if any."""

    KEY: ClassVar[tuple[str, ...]] = ("key",)

    key: Key
    entrytype: FilledText
    author: FilledText
    title: FilledText
    year: Year
    date: PartialDate | None = None
    institution: FilledText | None = None
    organization: FilledText | None = None
    publisher: FilledText | None = None
    journal: FilledText | None = None
    volume: FilledText | None = None
    number: FilledText | None = None
    pages: FilledText | None = None
    edition: FilledText | None = None
    doi: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Address | None = None
    archived: Address | None = None
    urldate: Date | None = None
    keywords: FilledText | None = Field(default=None)
    note: FilledText | None = None

    def marks(self) -> tuple[str, ...]:
        """The keywords, one by one."""
        return tuple(word.strip() for word in re.split("[,;]", self.keywords or "") if word.strip())

    def faults(self) -> Iterator[Fault]:
        """An unknown kind or keyword, dates that disagree, a page without the day it was read."""
        if self.entrytype not in ENTRY_TYPES:
            yield Fault(
                "entry type", f"{shown(self.entrytype)} is not used here; {did_you_mean(self.entrytype, ENTRY_TYPES)}"
            )
        for word in self.marks():
            if word not in KEYWORDS:
                yield Fault("keywords", f"{shown(word)} is not a known keyword; {did_you_mean(word, KEYWORDS)}")
        if self.date is not None and self.date[:4] != self.year:
            yield Fault("year", f"{shown(self.year)} is not the year of the date {self.date}; correct one of them.")
        if self.urldate is None and "recalled" not in self.marks():
            yield Fault("urldate", "the date is missing; write the day it was read, or the keyword recalled.")
