"""The subjects that facts are about, as columns of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A subject that facts are about, one column for each of its values: id -> heading."""

    name: str
    headings: Mapping[str, str]

    def split(self, fact_id: str) -> tuple[str, str] | None:
        """The id with its value of this axis replaced by the name, and the value; None where it names none or two."""
        parts = fact_id.split(".")
        places = [place for place, part in enumerate(parts) if place and part in self.headings]
        if len(places) != 1:
            return None
        return ".".join([*parts[: places[0]], f"<{self.name}>", *parts[places[0] + 1 :]]), parts[places[0]]


def case_axes(case: Mapping[str, Any], options: Sequence[Mapping[str, Any]]) -> list[Axis]:
    """The subjects of a case that head columns, those first that tell facts apart best."""
    spans = {"low": "Low", "central": "Central", "high": "High"}
    return [
        Axis(name="option", headings={row["id"]: row.get("short_label") or row["label"] for row in options}),
        Axis(name="posture", headings=_labels(case["logistics"]["postures"])),
        Axis(name="role", headings=_labels(case["roles"])),
        Axis(name="level", headings=_labels(case.get("us_levels", {}))),
        Axis(name="end", headings=spans),
    ]


def _labels(settings: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: meant["label"] for name, meant in settings.items()}
