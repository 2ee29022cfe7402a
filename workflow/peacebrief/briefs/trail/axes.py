"""The subjects that facts are about, as columns of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A subject that facts are about, one column for each of its values: id -> heading.

    `slots` are the slots of facts that hold it, where they have other names.
    """

    name: str
    headings: Mapping[str, str]
    slots: tuple[str, ...] = ()

    def slot_of(self, fact: Fact) -> str | None:
        """The slot that a fact has on this axis; None where it is about none of its values."""
        slots = self.slots or (self.name,)
        return next((slot for slot in slots if fact.subjects.get(slot) in self.headings), None)

    def split(self, fact: Fact) -> tuple[str, str] | None:
        """The id with its value of this axis replaced by the name, and the value; None where it has none."""
        slot = self.slot_of(fact)
        if slot is None or f"{{{slot}}}" not in fact.family:
            return None
        return fact.family.format_map({**fact.subjects, slot: f"<{self.name}>"}), fact.subjects[slot]


def case_axes(case: Mapping[str, Any], options: Sequence[Mapping[str, Any]], say: Say) -> list[Axis]:
    """The subjects of a case that head columns, those first that tell facts apart best."""
    ends = {end: say(phrase(f"registers.end_{end}")) for end in ("low", "central", "high")}
    return [
        Axis(name="option", headings={row["id"]: row.get("short_label") or row["label"] for row in options}),
        Axis(name="posture", headings=_labels(case["logistics"]["postures"])),
        Axis(name="role", headings=_labels(case["roles"]), slots=("role", "role_class")),
        Axis(name="level", headings=_labels(case.get("support_levels", {}))),
        Axis(name="end", headings=ends, slots=("end", "bound", "case")),
    ]


def _labels(settings: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: meant["label"] for name, meant in settings.items()}
