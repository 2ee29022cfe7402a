"""Chosen numbers that a sentence may name: fixed assumptions, and the ends and middle of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peacebrief.facts.fact import Fact

RANGE = {
    "low": "Low end as assumed; of a lognormal or beta the 5th percentile.",
    "central": "Central value as assumed.",
    "high": "High end as assumed; of a lognormal or beta the 95th percentile.",
}


def assumed_facts(assumptions: Sequence[Mapping[str, Any]]) -> list[Fact]:
    """One fact for each fixed assumption, two for each choice between published values, up to three for a range."""
    return [fact for row in assumptions for fact in _facts(row)]


def _facts(row: Mapping[str, Any]) -> Iterator[Fact]:
    if row["distribution"] == "fixed":
        yield _fact(row, "", float(row["central"]), "As assumed.")
    elif row["distribution"] == "choice":
        values = [float(pair.split(":")[0]) for pair in row["choices"].split(";")]
        yield _fact(row, ".smallest", min(values), "Smallest of the values to choose from.")
        yield _fact(row, ".largest", max(values), "Largest of the values to choose from.")
    else:
        for part, method in RANGE.items():
            if row[part] is not None:
                yield _fact(row, f".{part}", float(row[part]), method)


def _fact(row: Mapping[str, Any], part: str, value: float, method: str) -> Fact:
    return Fact(
        id=f"assumptions.{row['id']}{part}",
        label=row["label"] + part.replace(".", ", "),
        unit=row["unit"],
        kind="number",
        value=value,
        method=method,
        because=(f"assumption:{row['id']}",),
    )
