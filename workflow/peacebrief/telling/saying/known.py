"""What is known of a case where sentences about it are chosen: facts, rows of tables, and the case itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.number_forms import find_fact

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of a case by id, its tables by name, and what case.yaml says of it."""

    facts: Mapping[str, Fact]
    tables: Mapping[str, Sequence[Record]]
    case: Record

    @property
    def fact(self) -> Callable[[str], Fact]:
        """The fact of an id. Raises ValueError that names the nearest id where there is none."""
        return partial(find_fact, facts=self.facts)

    def has(self, fact_id: str) -> bool:
        """Whether there is a fact of this id."""
        return fact_id in self.facts

    def number(self, fact_id: str) -> float:
        """The one number that stands for a fact: its value, or the middle of its range."""
        fact = self.fact(fact_id)
        return float(fact.p50 if fact.kind == "quantiles" else fact.value)  # type: ignore[arg-type]

    def words(self, fact_id: str) -> str:
        """The words of a fact."""
        return str(self.fact(fact_id).value)

    def rows(self, table: str, **cells: Any) -> list[Record]:
        """The rows of a table that have these cells, in its order."""
        return [row for row in self.tables[table] if all(row[name] == cell for name, cell in cells.items())]

    def row(self, table: str, **cells: Any) -> Record:
        """The first row of a table that has these cells. Raises ValueError where there is none."""
        found = self.rows(table, **cells)
        if not found:
            raise ValueError(f"{table} has no row with {cells}")
        return found[0]

    @property
    def options(self) -> Sequence[Record]:
        """The options of the case, in its order."""
        return self.tables["options"]

    @property
    def graded(self) -> bool:
        """Whether there are levels of support to compare."""
        return len(self.levels) > 1

    @property
    def levels(self) -> list[str]:
        """The levels of support, from the least to the most."""
        return list(self.case["support_levels"])

    @property
    def called(self) -> Record:
        """What the case calls its things."""
        return dict(self.case.get("vocabulary", {}))
