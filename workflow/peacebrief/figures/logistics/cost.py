"""What each option costs, a year and once: parts stacked at their middle, the range of the whole over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import middle_and_range, percent, significant, spell_range, with_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import LOOKS, Bar, name_parts, stack
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.logistics.supplied_force import posture_label
from peacebrief.figures.reading import cell, draws, quantiles, source_line
from peacebrief.figures.registry import RANGE, TROOPS, Caption, Facts, Tables
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import uncapitalised

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, "billion EUR of 2025"), "force_low": TROOPS, "force_high": TROOPS}
MOST_HIGH_MM = 65

LEFT_IN, BEHIND_IN, KEY_IN, ROW_IN, BAR_IN, FOOT_IN = 1.95, 1.3, 0.22, 0.49, 0.14, 0.28
FIRST_IN, SECOND_IN = 0.15, 0.33  # from the top of a row to the middle of its bars
KEYS = {"a year": LOOKS[:3], "once": LOOKS[3:5]}
ONCE_KEY_IN = 4.35  # where in the key the parts paid once begin

BILLION = 1e9
# ASSUME: a part of the yearly cost is called most of it from half of the whole upwards, at the percentage printed.
MOST = 0.5
YEARLY = {"soldiers": "soldiers", "line_haul": "carrying supplies", "fuel_burden": "burden of bringing fuel"}
ONCE = {"deployment": "deployment", "camps": "camps"}
WHOLES = {"a year": "logistics.cost_per_year.", "once": "logistics.deployment_cost."}
PARTS: dict[str, Mapping[str, str]] = {"a year": YEARLY, "once": ONCE}


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: how far apart the options lie, and what makes up most of the cost."""
    forces = "; each option with its own force and posture" if tables.get("options") else ""
    return Caption(
        title=finding(facts, tables),
        subtitle="Incremental cost in billions of euros at 2025 prices: middle of each part, and the 90% range of the "
        f"whole (line){forces}",
        source=source_line(tables, [draws(tables), f"{len(options(tables))} options, unit costs in the annex"]),
        alt=f"Stacked bars of cost by option, a year and once. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per part and option, and one for each whole, a year and once (billions of euros), with its force."""
    rows: list[tuple[object, ...]] = []
    for option, label in options(tables).items():
        for when in WHOLES:
            known = parts(facts, option, when) | {"whole": whole(facts, option, when)}
            force = force_range(option, tables)
            rows += [(option, label, when, part, *spread, *force) for part, spread in known.items()]
    columns = ["option", "label", "when", "part", "p5", "p50", "p95", "force_low", "force_high"]
    return pd.DataFrame(rows, columns=columns)


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Two bars for each option: what it costs a year, and what it costs once."""
    names, frame = options(tables), data(facts, tables)
    height = ROW_IN * len(names)
    figure = style.new_figure(KEY_IN + height + FOOT_IN)
    _draw_key(style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN))
    axes = style.panel(figure, left=LEFT_IN, top=KEY_IN, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    axes.set(xlim=(0, frame.p95.max()), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    for number, (option, label) in enumerate(names.items()):
        _name(axes, number * ROW_IN + ROW_IN / 2, clipped(label, LEFT_IN - 0.1, size=9), force_of(option, tables))
        for when, place in zip(WHOLES, (FIRST_IN, SECOND_IN), strict=True):
            low, middle, high = whole(facts, option, when)
            words = f"{with_range(low, middle, high)} {when}"
            sizes = [spread[1] for spread in parts(facts, option, when).values()]
            stack(axes, number * ROW_IN + place, Bar(parts=sizes, whole=(low, middle, high), words=words),
                  looks=KEYS[when], height=BAR_IN)  # fmt: skip
    return figure


def _name(axes: Axes, place: float, label: str, force: str) -> None:
    words = f"{label}\n{force}" if force else label
    axes.annotate(words, (0, place), (-LEFT_IN * 72, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, linespacing=style.LINE_SPACING)  # fmt: skip


def _draw_key(key: Axes) -> None:
    """What the looks stand for, those of a year before those of once."""
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    for (when, labels), start in zip(PARTS.items(), (0, ONCE_KEY_IN), strict=True):
        key.text(start, KEY_IN / 2, f"{when}:", size=style.SMALLEST_PT, va="center")
        name_parts(key, start + 0.45, KEY_IN / 2, list(labels.values()), looks=KEYS[when])


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
    return f"{cost}, most of it for {YEARLY[part]}" if printed_share(share) >= MOST else cost


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
        between, span = middle_and_range(low, middle, high)
        told.append(
            f"{name}: EUR {between} billion a year, range {span}, "
            f"{YEARLY[part]} {percent(share)}; {significant(whole(facts, option, 'once')[1])} billion once."
        )
    return told
