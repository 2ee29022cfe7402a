"""What the cost figure says, and the options and parts it shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peacebrief.facts.labels import uncapitalised
from peacebrief.facts.rounding import percent, significant, spell_range
from peacebrief.figures.reading import cell, quantiles
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.supply_words import posture_label

BILLION = 1e9
# ASSUME: a part of the yearly cost is called most of it from half of the whole upwards, at the percentage printed.
MOST = 0.5
YEARLY = {"soldiers": "soldiers", "line_haul": "carrying supplies", "fuel_burden": "burden of bringing fuel"}
ONCE = {"deployment": "deployment", "camps": "camps"}
WHOLES = {"a year": "logistics.cost_per_year.", "once": "logistics.deployment_cost."}
PARTS: dict[str, Mapping[str, str]] = {"a year": YEARLY, "once": ONCE}


def options(tables: Tables) -> dict[str, str]:
    """The printed name of each option up to its colon, in the order of the table."""
    return {str(row["option"]): str(row["label"]).partition(":")[0] for row in tables["cost"]}


def force_of(option: str, tables: Tables) -> str:
    """The force of an option in words: "25,000 to 100,000, elevated"; empty where the options are not known."""
    row = next((row for row in tables.get("options", ()) if row["id"] == option), None)
    if row is None:
        return ""
    low, high = force_range(option, tables)
    return f"{spell_range(low or 0.0, high or 0.0)}, {uncapitalised(posture_label(str(row['posture']), tables))}"


def force_range(option: str, tables: Tables) -> tuple[float | None, float | None]:
    """The smallest and largest force of an option; None where the options are not known."""
    row: Mapping[str, Any] = next((row for row in tables.get("options", ()) if row["id"] == option), {})
    return cell(row, "force_low"), cell(row, "force_high")


def whole(facts: Facts, option: str, when: str) -> tuple[float, float, float]:
    """What an option costs `a year` or `once`: p5, p50 and p95 in billions of euros."""
    low, middle, high = quantiles(facts[f"{WHOLES[when]}{option}"])
    return low / BILLION, middle / BILLION, high / BILLION


def parts(facts: Facts, option: str, when: str) -> dict[str, tuple[float, float, float]]:
    """The parts of what an option costs `a year` or `once`, in billions of euros."""
    known = {part: facts.get(f"logistics.cost_part.{part}.{option}") for part in PARTS[when]}
    spreads = {part: quantiles(fact) for part, fact in known.items() if fact is not None}
    return {part: (low / BILLION, middle / BILLION, high / BILLION) for part, (low, middle, high) in spreads.items()}


def finding(facts: Facts, tables: Tables) -> str:
    """The title: from the cheapest option to the dearest, and the part that makes up most of it."""
    names = options(tables)
    middles = {option: whole(facts, option, "a year")[1] for option in names}
    cheap, dear = (choose(middles, key=lambda option: (middles[option], option)) for choose in (min, max))
    least, most = significant(middles[cheap]), significant(middles[dear])
    # Where several options cost the same at the digits printed, naming one as the cheapest would split a tie.
    alone = sum(significant(middle) == least for middle in middles.values()) == 1
    if least == most:
        cost = f"Every option costs about EUR {most} billion a year"
    else:
        cheapest = f" ({names[cheap]})" if alone else ""
        cost = f"From EUR {least} billion a year{cheapest} to {most} billion ({names[dear]})"
    part, share = largest_part(facts, dear)
    return f"{cost}, most of it for {YEARLY[part]}" if round(share, 2) >= MOST else cost


def largest_part(facts: Facts, option: str) -> tuple[str, float]:
    """The largest part of an option's yearly cost, and its share of the sum of all, each at its middle."""
    sizes = {part: spread[1] for part, spread in parts(facts, option, "a year").items()}
    first = max(sizes, key=lambda part: (sizes[part], part))
    return first, sizes[first] / sum(sizes.values())


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Cost a year with its range and largest part, and cost once, a sentence for each option."""
    told = []
    for option, name in options(tables).items():
        low, middle, high = whole(facts, option, "a year")
        part, share = largest_part(facts, option)
        told.append(
            f"{name}: EUR {significant(middle)} billion a year, range {spell_range(low, high)}, "
            f"{YEARLY[part]} {percent(share)}; {significant(whole(facts, option, 'once')[1])} billion once."
        )
    return told
