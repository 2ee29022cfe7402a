"""What the force ladder says: its finding and a sentence for each role."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, significant, spell_range
from peacebrief.figures.reading import REACHING, quantiles, role_labels, size_under_test, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

# ASSUME: a middle estimate within five per cent of the size under test is called about that size, not above or below.
ABOUT = 0.05


def finding(facts: Facts, tables: Tables) -> str:
    """The title: for which roles the range, or the middle, reaches the size under test."""
    claim, labels = size_under_test(facts), role_labels(tables)
    spans = {label.lower(): quantiles(facts[f"sizing.force.{role}"]) for role, label in labels.items()}
    reached = [label for label, (_, _, high) in spans.items() if high >= claim]
    middle = [label for label, (_, centre, _) in spans.items() if centre >= claim]
    if not reached:
        return f"No role's range reaches {claim:,} troops"
    about = [label for label, (_, centre, _) in spans.items() if abs(centre / claim - 1) < ABOUT]
    if about:
        return f"For {listed(about)} the middle estimate is about {claim:,}, the size claimed"
    if len(middle) == len(spans):
        return f"For every role the middle estimate is {claim:,} troops or more"
    if middle:
        return f"The middle estimate reaches {claim:,} troops for {listed(middle)} only"
    where = "every role" if len(reached) == len(spans) else listed(reached)
    return f"{claim:,} troops lie within the range for {where}, above every middle estimate"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Range, middle and chance of reaching the size under test, a sentence for each role."""
    claim, told = size_under_test(facts), []
    for role, label in role_labels(tables).items():
        low, middle, high = quantiles(facts[f"sizing.force.{role}"])
        chance = percent(value(facts[f"{REACHING}{claim}.{role}"]))
        told.append(
            f"{label}: {spell_range(low, high)}, middle {significant(middle)}, chance of {claim:,} or more {chance}."
        )
    return told
