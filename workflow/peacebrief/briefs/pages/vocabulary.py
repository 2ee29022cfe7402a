"""What things are called in print, for the templates of all briefs."""

from __future__ import annotations

from typing import Any

from peacebrief.briefs.trail.families import families, rests_on
from peacebrief.facts.labels import (
    CHALLENGES,
    ELEMENTS,
    FORCE_TYPES,
    POSITIONS,
    RULES,
    US_ITEMS,
    Tables,
    method_labels,
    quantity_labels,
)
from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.reasoning.wording import country_in_sentence, uncapitalised


def vocabulary(tables: Tables) -> dict[str, Any]:
    """By the name that templates know it by: the printed names of methods, quantities and the rest, and spellings."""
    return {
        "method_labels": method_labels(tables),
        "quantity_labels": quantity_labels(tables),
        "capability_labels": ELEMENTS,
        "challenge_labels": CHALLENGES,
        "force_type_labels": FORCE_TYPES,
        "position_labels": POSITIONS,
        "model_labels": RULES,
        "us_item_labels": US_ITEMS,
        "uncapitalised": uncapitalised,
        "country_in_sentence": country_in_sentence,
        "families": families,
        "rests_on": rests_on,
        "percent": percent,
        "percent_of_draws": percent_of_draws,
        "significant": significant,
    }
