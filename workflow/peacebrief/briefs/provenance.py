"""What templates are given so that a reader gets from a printed number to its sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from peacebrief.briefs.axes import case_axes
from peacebrief.briefs.citations import SourceEntry
from peacebrief.briefs.marks import marks_of_facts
from peacebrief.briefs.name_breaks import breakable
from peacebrief.briefs.quantities import in_full
from peacebrief.briefs.trail_data import trail_data
from peacebrief.briefs.trail_register import told_rows
from peacebrief.briefs.trails import Trails
from peacebrief.facts.fact import Fact


def provenance(
    evidence: Mapping[str, Any], facts: Mapping[str, Fact], citations: Mapping[str, SourceEntry]
) -> dict[str, Any]:
    """The mark of each fact on paper, the trails, and what registers and scripts show of them, by their names."""
    marks = marks_of_facts(facts.values(), case_axes(evidence["case"], evidence["tables"]["options"]))
    trails = Trails(facts, evidence=evidence, marks=marks, sources=citations)
    return {
        "marks": marks,
        "trails": trails,
        "trail_data": partial(trail_data, trails=trails, citations=citations),
        "told_rows": partial(told_rows, trails=trails),
        "in_full": in_full,
        "breakable": breakable,
    }
