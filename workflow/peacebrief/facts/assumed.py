"""Chosen numbers that a sentence may name: fixed assumptions, and the ends of published choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peacebrief.facts.fact import Fact


def assumed_facts(assumptions: Sequence[Mapping[str, Any]]) -> list[Fact]:
    """One fact for each fixed assumption, two for each choice between published values."""
    return [fact for row in assumptions for fact in _facts(row)]


def _facts(row: Mapping[str, Any]) -> Iterator[Fact]:
    if row["distribution"] == "fixed":
        yield _fact(row, "", float(row["central"]), "As assumed.")
    elif row["distribution"] == "choice":
        values = [float(pair.split(":")[0]) for pair in row["choices"].split(";")]
        yield _fact(row, ".smallest", min(values), "Smallest of the values to choose from.")
        yield _fact(row, ".largest", max(values), "Largest of the values to choose from.")


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
