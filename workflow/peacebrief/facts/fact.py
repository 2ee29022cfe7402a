"""A fact: one published result, with what it came from; and `facts.json`, which holds all of a case.

`facts.json` is the contract between the model and everything that prints or compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Literal

Kind = Literal["number", "quantiles", "probability", "words"]

SIGNIFICANT_DIGITS = 9

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One published result.

    `value` carries a number, a probability (0-1) or words; `p5`, `p50`, `p95` and `central` carry quantiles and the
    result at the central point of every input. `standard_error` is the Monte Carlo error of `value` or `p50`.
    `because` names what it came from: `assumption:<id>`, `table:<file>#<row id>` or `fact:<id>`; `formula` is the
    function that calculates it, as `<module>:<name>`.
    """

    id: str
    label: str
    unit: str
    kind: Kind
    method: str
    because: tuple[str, ...]
    value: float | str | None = None
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None
    central: float | None = None
    standard_error: float | None = None
    formula: str | None = None

    def as_record(self) -> dict[str, Any]:
        """The fact as a JSON object: no empty members, at most nine significant digits."""
        record = {key: member for key, member in asdict(self).items() if member is not None}
        return {key: _rounded(member) for key, member in record.items()} | {"because": sorted(set(self.because))}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Fact:
        """The fact written by `as_record`."""
        return cls(**{**record, "because": tuple(record["because"])})


def _rounded(member: Any) -> Any:
    return float(f"{member:.{SIGNIFICANT_DIGITS}g}") if isinstance(member, float) else member


def facts_document(facts: Iterable[Fact], *, case: str, edition: str) -> str:
    """The facts as JSON text: sorted by id, one newline at the end. Raises ValueError on an id used twice."""
    ordered = sorted(facts, key=lambda fact: fact.id)
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise ValueError(f"two facts share the id {one.id}")
    records = [fact.as_record() for fact in ordered]
    document = {"schema": SCHEMA, "case": case, "edition": edition, "facts": records}
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_facts(document: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts of a parsed `facts.json`, by id."""
    return {record["id"]: Fact.from_record(record) for record in document["facts"]}


def sources_of(fact_id: str, facts: Mapping[str, Fact]) -> set[str]:
    """Every assumption and table row that `fact_id` rests on, through all facts in between.

    Raises ValueError where facts rest on each other in a circle, KeyError where one is missing.
    """
    return _roots(fact_id, facts, ())


def _roots(fact_id: str, facts: Mapping[str, Fact], path: tuple[str, ...]) -> set[str]:
    if fact_id in path:
        raise ValueError(f"facts rest on each other in a circle: {' -> '.join((*path, fact_id))}")
    found: set[str] = set()
    for origin in facts[fact_id].because:
        kind, _, name = origin.partition(":")
        found |= _roots(name, facts, (*path, fact_id)) if kind == "fact" else {origin}
    return found
