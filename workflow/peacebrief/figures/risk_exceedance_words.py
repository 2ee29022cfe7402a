"""What the exceedance curves say: how much goes wrong under each option, and how far apart the options lie."""

from __future__ import annotations

from peacebrief.facts.rounding import percent_of_draws, significant, spell_range
from peacebrief.figures.option_words import option_labels, option_phrases, planned_level, planned_rows, with_support
from peacebrief.figures.reading import quantiles, value
from peacebrief.figures.registry import Facts, Tables

TOTAL, REACHED = "feasibility.total_severity.", "feasibility.exceedance."
MOST_TOLD = 3
# Middles closer than this factor are told as much the same: each range is several times as wide.
LITTLE_APART = 1.25


def curves(tables: Tables) -> dict[str, list[tuple[float, float]]]:
    """For each option as planned the thresholds and the chance of reaching each, smallest first."""
    return {
        option: sorted((float(row["threshold"]), float(row["probability"])) for row in rows)
        for option, rows in planned_rows("risk_exceedance", tables).items()
    }


def total(facts: Facts, option: str) -> tuple[float, float, float]:
    """The sum of severities of an option: p5, p50 and p95."""
    return quantiles(facts[f"{TOTAL}{option}"])


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the option with most and with least going wrong at the middle, or that they are alike."""
    names = option_phrases(tables)
    middles = {option: significant(total(facts, option)[1]) for option in curves(tables)}
    order = sorted(middles, key=lambda option: (total(facts, option)[1], option))
    least, most = order[0], order[-1]
    if len(order) == 1:
        return f"Risks add up to {middles[least]} under {names[least]}, at the middle of the draws"
    if middles[least] == middles[most]:
        return f"Risks add up to the same under every option, {middles[most]} at the middle of the draws"
    if total(facts, most)[1] < LITTLE_APART * total(facts, least)[1]:
        return f"Risks add up to much the same under every option (middle {middles[least]} to {middles[most]})"
    return (f"Risks add up to most under {names[most]} (middle {middles[most]}), to least under {names[least]} "
            f"({middles[least]})")  # fmt: skip


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The middle and range of the total, and the chances of reaching some thresholds, a sentence for each option."""
    names, told = option_labels(tables), []
    for option in curves(tables):
        low, middle, high = total(facts, option)
        chances = [f"{threshold:g} or more {percent_of_draws(chance)}" for threshold, chance in _told(facts, option)]
        told.append(
            f"{names[option]}, {with_support(planned_level(option, tables), tables)}: middle {significant(middle)}, "
            f"range {spell_range(low, high)}{''.join(f', {words}' for words in chances)}."
        )
    return told


def _told(facts: Facts, option: str) -> list[tuple[float, float]]:
    prefix = f"{REACHED}{option}."
    known = sorted((float(name.removeprefix(prefix)), value(fact)) for name, fact in facts.items()
                   if name.startswith(prefix))  # fmt: skip
    return known[:MOST_TOLD]
