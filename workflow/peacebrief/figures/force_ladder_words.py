"""What the force ladder says: its finding and a sentence for each role."""

from __future__ import annotations

from peacebrief.facts.rounding import percent_of_draws, rounded, significant, spell_range
from peacebrief.figures.option_words import option_labels, planned_level, planned_rows, with_support
from peacebrief.figures.reading import REACHING, quantiles, role_labels, size_under_test, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

# ASSUME: a middle estimate within five per cent of the size under test is called about that size, not above or below.
ABOUT = 0.05
SUSTAINED = "generation.sustainable."


def title(facts: Facts, tables: Tables) -> str:
    """The finding on the roles, and what the options can sustain at the middle of their draws, where that is known."""
    middles = [supply_of(option, facts, tables)[1] for option in supply_known(facts, tables)]
    if not middles:
        return finding(facts, tables)
    if rounded(max(middles)) == 0:
        return f"{finding(facts, tables)}; no option is likely to sustain any force"
    sizes = spell_range(min(middles), max(middles))
    who = "options" if len(middles) > 1 else "the option"
    return f"{finding(facts, tables)}; {who} can field about {sizes} at the start"


def finding(facts: Facts, tables: Tables) -> str:
    """For which roles the range, or the middle, reaches the size under test."""
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
        chance = percent_of_draws(value(facts[f"{REACHING}{claim}.{role}"]))
        told.append(
            f"{label}: {spell_range(low, high)}, middle {significant(middle)}, chance of {claim:,} or more {chance}."
        )
    return told


def supply_sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each option can sustain at the level of support it was planned with, a sentence each; none where unknown."""
    claim, names, told = size_under_test(facts), option_labels(tables), []
    for option in supply_known(facts, tables):
        low, middle, high = supply_of(option, facts, tables)
        support = with_support(planned_level(option, tables), tables)
        told.append(
            f"{names[option]}, {support}: can sustain {significant(middle)}, range {spell_range(low, high)}, chance of "
            f"{claim:,} or more {percent_of_draws(chance_of(option, facts, tables))}."
        )
    return told


def supply_known(facts: Facts, tables: Tables) -> list[str]:
    """The options with a supply curve at the level they were planned with, in the order of the case."""
    if not tables.get("supply_curve"):
        return []
    known = planned_rows("supply_curve", tables)
    return [option for option in known if f"{SUSTAINED}{option}.{planned_level(option, tables)}" in facts]


def supply_of(option: str, facts: Facts, tables: Tables) -> tuple[float, float, float]:
    """What an option can sustain as planned: p5, p50 and p95 in persons."""
    return quantiles(facts[f"{SUSTAINED}{option}.{planned_level(option, tables)}"])


def chance_of(option: str, facts: Facts, tables: Tables) -> float:
    """The chance that an option as planned can sustain the size under test."""
    return value(facts[f"generation.curve.{option}.{planned_level(option, tables)}.{size_under_test(facts)}"])


def curves(facts: Facts, tables: Tables) -> dict[str, list[tuple[float, float]]]:
    """For each option the sizes above zero and the chance of sustaining each, smallest first."""
    known = planned_rows("supply_curve", tables)
    return {
        option: sorted((float(row["troops"]), float(row["probability"])) for row in known[option] if row["troops"] > 0)
        for option in supply_known(facts, tables)
    }
