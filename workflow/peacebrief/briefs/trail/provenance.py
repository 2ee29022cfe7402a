"""What templates are given so that a reader gets from a printed number to its sources.

A long name may be broken at the end of a line only between its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from peacebrief.briefs.citing.citations import SourceEntry
from peacebrief.briefs.trail.axes import case_axes
from peacebrief.briefs.trail.row_marks import marks_of_facts
from peacebrief.briefs.trail.trail_data import trail_data
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.voice import Say

BREAK = Markup("<wbr>")
# Parts of a name end with a dot, an underscore, or what sets a row off from its table.
PART = re.compile(r"[^._#/]*[._#/]*")


def provenance(
    evidence: Mapping[str, Any],
    facts: Mapping[str, Fact],
    citations: Mapping[str, SourceEntry],
    names: Mapping[str, Mapping[str, str]],
    say: Say,
) -> dict[str, Any]:
    """The mark of each fact on paper, the trails, and what scripts show of them, by their names."""
    marks = marks_of_facts(facts.values(), case_axes(evidence["case"], evidence["tables"]["options"], say))
    trails = Trails(facts, evidence=evidence, names=names, marks=marks, sources=citations, say=say)
    return {
        "marks": marks,
        "trails": trails,
        "trail_data": partial(trail_data, trails=trails, citations=citations),
    }


def breakable(name: str, longest: int = 38) -> Markup:
    """`name` with a place to break in front of the part that would make a line longer than `longest` signs.

    A page holds thousands of names: a break at every dot would double their elements.
    """
    lines = [""]
    for part in PART.findall(name):
        if lines[-1] and len(lines[-1]) + len(part) > longest:
            lines.append("")
        lines[-1] += part
    return BREAK.join(escape(line) for line in lines)
