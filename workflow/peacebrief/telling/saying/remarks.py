"""Sentences that are true of one case alone, as its vocabulary words them, with the numbers that they name."""

from __future__ import annotations

import re

from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Cited, Listed, Number, Said

# In a remark {sizing.force.monitoring:p50} is a fact in one of its forms, {cite:key} a note with a source.
SLOT = re.compile(r"\{([^{}:]+):([^{}]+)\}")
CITED = "cite"


def of(known: Known, place: str) -> Said:
    """What the case remarks at a place; nothing where it remarks nothing, or one of the facts does not exist."""
    remark = known.called.get("remarks", {}).get(place, NOTHING)
    slots = SLOT.findall(remark)
    if any(name != CITED and not known.has(name) for name, _ in slots):
        return NOTHING
    words = SLOT.split(remark)[::3]
    told = [Cited(form, "note") if name == CITED else Number(name, form) for name, form in slots]
    return (
        Listed([part for pair in zip(words, [*told, NOTHING], strict=True) for part in pair], "") if remark else NOTHING
    )
