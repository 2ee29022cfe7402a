"""What a brief has numbered so far: figures, tables, notes, cited sources.

A brief is rendered twice. The first pass finds out what there is; the second knows it, so that a sentence may point
to a figure further down, and a number to a row that is (or is not) in the same document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape


@dataclass(slots=True)
class Register:
    """The running numbers of one rendering; `known` is the register of the pass before."""

    known: Register | None = None
    figures: dict[str, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    notes: list[Markup] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)

    def number_figure(self, figure_id: str) -> str:
        """The next figure number, for `figure_id`. Raises ValueError where it is shown twice."""
        return _next(self.figures, figure_id, "figure")

    def number_table(self, table_id: str) -> str:
        """The next table number, for `table_id`. Raises ValueError where it is shown twice."""
        return _next(self.tables, table_id, "table")

    def number_note(self, text: str | Markup) -> str:
        """The next note number; the note is kept for the list of notes."""
        self.notes.append(escape(text))
        return str(len(self.notes))

    def cite(self, key: str) -> str:
        """Nothing to print: `key` belongs to the list of sources."""
        self.cited.add(key)
        return ""

    def all_cited(self) -> set[str]:
        """The keys cited anywhere in the document."""
        return (self.known or self).cited

    def print_fact(self, fact_id: str) -> str:
        """Nothing to print: the number of the fact `fact_id` stands in this document."""
        self.printed.add(fact_id)
        return ""

    def all_printed(self) -> set[str]:
        """The facts whose numbers stand anywhere in the document."""
        return (self.known or self).printed

    def put_fact(self, fact_id: str, anchor: str) -> str:
        """Nothing to print: what the fact `fact_id` rests on is told at the id `anchor` of this document."""
        self.places[fact_id] = anchor
        return ""

    def place_of(self, fact_id: str) -> str:
        """Where in this document a fact is told, as far as the pass before could tell; empty where it is not."""
        known, row = self.known or self, f"fact-{fact_id}"
        return known.places.get(fact_id, row if row in known.anchors else "")

    def contains(self, part: str) -> str:
        """Nothing to print: this document has the register called `part` (`facts`, `assumptions`, `sources`)."""
        self.parts.add(part)
        return ""

    def anchor(self, name: str) -> str:
        """Nothing to print: a table row of this document has the id `name`."""
        self.anchors.add(name)
        return ""

    def has_anchor(self, name: str) -> bool:
        """Whether a table row of this document has the id `name`, as far as the pass before could tell."""
        return name in (self.known or self).anchors

    def shows(self, part: str) -> bool:
        """Whether the document has the register called `part`, as far as the pass before could tell."""
        return part in (self.known or self).parts

    def number_of(self, kind: str, name: str) -> str:
        """The number of a figure or table anywhere in the document. Raises ValueError where it is not shown."""
        numbers: dict[str, str] = getattr((self.known or self), f"{kind}s")
        if self.known is not None and name not in numbers:
            raise ValueError(f"the text points to {kind} {name}, which this brief does not show")
        return numbers.get(name, "")


def _next(numbers: dict[str, str], name: str, kind: str) -> str:
    if name in numbers:
        raise ValueError(f"the {kind} {name} is shown twice in one brief")
    numbers[name] = str(len(numbers) + 1)
    return numbers[name]
