"""How much could go wrong: the chance that the severities of all risks add up to so much, a curve for each option.

The finding is how much goes wrong under each option, and how far apart the options lie.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import middle_and_range, percent, percent_of_draws, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.reading import draws, quantiles, source_line, value
from peacebrief.figures.registry import CHANCE, Caption, Facts, Tables
from peacebrief.figures.shown_option import (
    line_of,
    middle_mark,
    option_labels,
    option_phrases,
    planned_level,
    planned_rows,
    with_support,
)

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"severity": "sum of severities 1 to 5", "probability": CHANCE}
MOST_HIGH_MM = 65

LEFT_IN, NAMES_IN, HIGH_IN, HEAD_IN, FOOT_IN, STEP_IN = 0.45, 2.35, 1.5, 0.08, 0.5, 0.4
SHOWN_FROM = 0.0005  # the curves are drawn as far as they show

TOTAL, REACHED = "feasibility.total_severity.", "feasibility.exceedance."
MOST_TOLD = 3
# Middles closer than this factor are told as much the same: each range is several times as wide.
LITTLE_APART = 1.25


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: under which option most goes wrong."""
    risks = {str(row["risk"]) for row in tables.get("risk_results", ()) if not int(row["in_gate"])}
    count = f"{len(risks)} risks, judged one by one in the annex" if risks else "risks judged one by one in the annex"
    return Caption(
        title=finding(facts, tables),
        subtitle="Chance that the severities (1 to 5) of the risks that happen add up to so much or more; options as "
        "planned; mark: middle",
        source=source_line(tables, [draws(tables), count]),
        alt=f"Falling curves of the sum of severities by option. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per option and threshold, and three for the range of each option and its middle."""
    rows: list[tuple[object, ...]] = []
    for option, curve in curves(tables).items():
        rows += [(option, "curve", threshold, chance) for threshold, chance in curve]
        low, middle, top = total(facts, option)
        rows += [(option, "p5", low, 0.95), (option, "middle", middle, _height(facts, option, curve))]
        rows.append((option, "p95", top, 0.05))
    return pd.DataFrame(rows, columns=["option", "kind", "severity", "probability"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """One panel; the options named beside it, from most to least, each by a piece of its line."""
    known = curves(tables)
    high = max(HIGH_IN, STEP_IN * len(known))
    figure = style.new_figure(HEAD_IN + high + FOOT_IN)
    width = style.WIDTH_IN - LEFT_IN - NAMES_IN
    axes = style.panel(figure, left=LEFT_IN, top=HEAD_IN, width=width, height=high)
    last = max([1.0, *(severity for curve in known.values() for severity, chance in curve if chance > SHOWN_FROM)])
    axes.set(xlim=(0, 1.03 * last), ylim=(0, 1.02))
    axes.xaxis.set_major_locator(MaxNLocator(7, integer=True, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel("sum of severities", labelpad=2)
    axes.grid(True)
    for option, curve in known.items():
        look = line_of(option, tables)
        axes.plot([severity for severity, _ in curve], [chance for _, chance in curve], color=look["color"],
                  ls=look["ls"], lw=1.7, zorder=4)  # fmt: skip
        middle = total(facts, option)[1]
        axes.plot([middle], [_height(facts, option, curve)], zorder=5, **middle_mark(look))
    _name_options(axes, facts, tables, width=width, high=high)
    return figure


def _height(facts: Facts, option: str, curve: list[tuple[float, float]]) -> float:
    """Where the curve stands at the middle: about one half, but not where few risks make it fall in steps."""
    thresholds, chances = ([point[part] for point in curve] for part in (0, 1))
    return float(np.interp(total(facts, option)[1], thresholds, chances))


def _name_options(axes: Axes, facts: Facts, tables: Tables, *, width: float, high: float) -> None:
    """Names and numbers in the order of the middles, the largest first: where the curves lie."""
    order = sorted(curves(tables), key=lambda option: -total(facts, option)[1])
    place: dict[str, Any] = {"transform": axes.transAxes, "clip_on": False}
    for number, option in enumerate(order):
        look, row = line_of(option, tables), 1 - (number + 0.4) * STEP_IN / high
        start = 1 + 0.12 / width
        axes.plot([start, start + 0.34 / width], [row] * 2, color=look["color"], ls=look["ls"], lw=1.7, **place)
        axes.plot([start + 0.17 / width], [row], **middle_mark(look), **place)
        name = clipped(option_labels(tables)[option], NAMES_IN - 0.55, size=style.SMALLEST_PT)
        between, span = middle_and_range(*total(facts, option))
        words = f"{name}\nmiddle {between}, range {span}"
        axes.text(start + 0.42 / width, row, words, va="center", size=style.SMALLEST_PT,
                  linespacing=style.LINE_SPACING, **place)  # fmt: skip


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
        between, span = middle_and_range(low, middle, high)
        told.append(
            f"{names[option]}, {with_support(planned_level(option, tables), tables)}: middle {between}, "
            f"range {span}{''.join(f', {words}' for words in chances)}."
        )
    return told


def _told(facts: Facts, option: str) -> list[tuple[float, float]]:
    prefix = f"{REACHED}{option}."
    known = sorted((float(name.removeprefix(prefix)), value(fact)) for name, fact in facts.items()
                   if name.startswith(prefix))  # fmt: skip
    return known[:MOST_TOLD]
