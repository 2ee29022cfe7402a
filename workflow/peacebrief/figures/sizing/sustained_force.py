"""Below the force ladder: how likely each option can sustain a force of each size, on the same scale.

With it what the whole figure says: its finding and a sentence for each role and each option.
"""

from __future__ import annotations

from math import log10
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import middle_and_range, percent, percent_of_draws, significant, spell_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.scale import logarithmic
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.reading import REACHING, quantiles, role_labels, size_under_test, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.shown_option import (
    line_of,
    middle_mark,
    option_labels,
    planned_level,
    planned_rows,
    with_support,
)
from peacebrief.reasoning.digits import rounded
from peacebrief.reasoning.wording import listed

HEADING_IN, ROW_IN, GAP_IN, SWATCH_IN, LEAST_IN = 0.18, 0.16, 0.07, 0.32, 0.66
MARK_IN = 0.1  # a mark with its edge
BEFORE_IN, MIDDLE_IN = 0.08, 0.62  # the middle of each option stands so far before the panel, and takes so much

# ASSUME: a middle estimate within five per cent of the size under test is called about that size, not above or below.
ABOUT = 0.05
SUSTAINED = "generation.sustainable."


def supply_height(facts: Facts, tables: Tables) -> float:
    """The height in inches of the panel and the gap above it; zero where no supply is known."""
    known = supply_known(facts, tables)
    return GAP_IN + max(LEAST_IN, HEADING_IN + ROW_IN * len(known)) if known else 0.0


def draw_supply(
    figure: Figure, facts: Facts, tables: Tables, *, ladder: Axes, left: float, top: float, right: float, edge: float
) -> None:
    """A curve for each option with a mark at its middle, its name and middle before, its chance of the size behind.

    The panel takes over the numbers of the scale from the `ladder` above it; the chances end at `right`, lines at
    `edge`, both in widths of the panel.
    """
    height = supply_height(facts, tables) - GAP_IN
    width = ladder.get_position().width * style.WIDTH_IN
    axes = style.panel(figure, left=left, top=top + GAP_IN, width=width, height=height)
    _scale(axes, ladder)
    axes.axvline(size_under_test(facts), zorder=3.5, **REFERENCE)
    axes.plot([-left / width, edge], [1 + GAP_IN / height] * 2, color=style.MUTED, lw=0.5, transform=axes.transAxes,
              clip_on=False)  # fmt: skip
    for option, curve in curves(facts, tables).items():
        look = line_of(option, tables)
        axes.plot([size for size, _ in curve], [chance for _, chance in curve], color=look["color"], ls=look["ls"],
                  lw=1.7, zorder=4)  # fmt: skip
    _mark_middles(axes, facts, tables, height=height)
    _name_options(axes, facts, tables, left=left, right=right, height=height)


def _mark_middles(axes: Axes, facts: Facts, tables: Tables, *, height: float) -> None:
    """The mark of each option at its middle; marks that would hide one another stand above and below one half."""
    middles = {option: supply_of(option, facts, tables)[1] for option in curves(facts, tables)}
    known = sorted((middle, option) for option, middle in middles.items() if middle > 0)
    low, high = axes.get_xlim()
    inch = axes.get_position().width * style.WIDTH_IN / log10(high / low)
    groups: list[list[tuple[float, str]]] = []
    for one in known:
        if groups and log10(one[0] / groups[-1][-1][0]) * inch < MARK_IN:
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        for number, (middle, option) in enumerate(group):
            place = 0.5 + ((len(group) - 1) / 2 - number) * MARK_IN * 1.04 / height
            axes.plot([middle], [place], zorder=5, **middle_mark(line_of(option, tables)))


def _scale(axes: Axes, ladder: Axes) -> None:
    """The scale of the ladder along the panel, chances at its right."""
    logarithmic(axes, ladder.get_xlim())
    axes.set(xlim=ladder.get_xlim(), ylim=(0, 1.04))
    ladder.tick_params(bottom=False, labelbottom=False)
    ladder.spines["bottom"].set_visible(False)
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.yaxis.tick_right()
    axes.tick_params(axis="y", pad=2, right=False)
    axes.grid(True)
    axes.spines["left"].set_visible(False)


def _name_options(axes: Axes, facts: Facts, tables: Tables, *, left: float, right: float, height: float) -> None:
    names, width = option_labels(tables), axes.get_position().width * style.WIDTH_IN
    place: dict[str, Any] = {"transform": axes.transAxes, "clip_on": False}
    start = -left / width
    axes.text(start + 0.01, 1.0, "Can be sustained", va="top", weight=style.SEMIBOLD, **place)
    axes.text(-BEFORE_IN / width, 1.0, "middle", ha="right", va="top", size=style.SMALLEST_PT, **place)
    for number, option in enumerate(supply_known(facts, tables)):
        row, look = 1 - (HEADING_IN + (number + 0.5) * ROW_IN) / height, line_of(option, tables)
        axes.plot([start + 0.01, start + SWATCH_IN / width], [row] * 2, color=look["color"], ls=look["ls"], lw=1.7,
                  **place)  # fmt: skip
        axes.plot([start + (0.01 + SWATCH_IN / width) / 2], [row], **middle_mark(look), **place)
        words = clipped(names[option], left - SWATCH_IN - MIDDLE_IN, size=style.SMALLEST_PT, lines=1)
        axes.text(start + (SWATCH_IN + 0.06) / width, row, words, va="center", size=style.SMALLEST_PT, **place)
        middle = significant(supply_of(option, facts, tables)[1])
        axes.text(-BEFORE_IN / width, row, middle, ha="right", va="center", size=style.SMALLEST_PT, **place)
        chance = percent_of_draws(chance_of(option, facts, tables))
        axes.text(right, row, chance, ha="right", va="center", weight=style.SEMIBOLD, size=style.SMALLEST_PT, **place)


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
        between, span = middle_and_range(low, middle, high)
        told.append(f"{label}: {span}, middle {between}, chance of {claim:,} or more {chance}.")
    return told


def supply_sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each option can sustain at the level of support it was planned with, a sentence each; none where unknown."""
    claim, names, told = size_under_test(facts), option_labels(tables), []
    for option in supply_known(facts, tables):
        low, middle, high = supply_of(option, facts, tables)
        support = with_support(planned_level(option, tables), tables)
        between, span = middle_and_range(low, middle, high)
        told.append(
            f"{names[option]}, {support}: can sustain {between}, range {span}, chance of "
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
