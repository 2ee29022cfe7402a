"""`facts.json`: the contract between the model and everything that prints or compares."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from peacebrief.facts.fact import Fact

SCHEMA = 1


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
