"""Which gates each option passes: a cell for each gate, a row for each level of support, the verdict at the end.

Columns are as wide as their labels ask, rows stand in groups by option, places are in inches; the key explains the
looks of the cells.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.facts.rounding import brief_percent_of_draws
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped, width_in, wrapped
from peacebrief.figures.registry import CHANCE, Caption
from peacebrief.figures.shown_option import short_levels
from peacebrief.reasoning.digits import printed_share
from peacebrief.telling.figures.feasibility.gate_matrix import caption, key
from peacebrief.telling.figures.feasibility.gate_results import (
    briefly,
    gates,
    joint,
    judged,
    odds,
    planned,
    ruling,
    thresholds,
)
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"probability": CHANCE}
MOST_HIGH_MM = 81

# From a gate passed to one that rules the option out: lighter to darker, thin to thick, so that print needs no colour.
LOOKS: tuple[dict[str, Any], ...] = (
    {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.6},
    {"facecolor": style.PALE_SKY, "edgecolor": style.BLUE, "lw": 0.8},
    {"facecolor": style.SAND, "edgecolor": style.MUTED, "lw": 0.8},
    {"facecolor": style.STONE, "edgecolor": style.VERMILION, "lw": 1.7},
)

OPTION_IN, LEVEL_IN, JOINT_IN, VERDICT_IN, LEAST_IN = 1.0, 0.76, 0.4, 0.88, 0.45
ROW_IN, GAP_IN, LINE_IN, KEY_IN, AIR_IN, MOST_LINES = 0.16, 0.045, 0.15, 0.24, 0.05, 3


def describe(known: Known, say: Say) -> Caption:
    """The finding: the verdicts on the options as planned."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per option, level of support and gate, and one per option and level for all gates together."""
    rows = [(option, level, gate, chance, "") for (option, level, gate), chance in odds(known).items()]
    rows += [
        (option, level, "all", joint(known, option, level), ruling(known, option, level))
        for option, level in judged(known)
    ]
    return pd.DataFrame(rows, columns=["option", "support_level", "gate", "probability", "verdict"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Options one below the other, each with its levels; gates side by side in the order in which they are met."""
    labels, rows = gates(known), judged(known)
    edges = edges_of(list(labels.values()))
    heads = [
        head_of(label, end - start - AIR_IN)
        for label, (start, end) in zip(labels.values(), pairwise(edges), strict=True)
    ]
    head = LINE_IN * (max(words.count("\n") for words in heads) + 1) + 2 * AIR_IN
    tops = tops_of(rows, head)
    height = max(tops.values()) + ROW_IN + GAP_IN + KEY_IN
    figure = style.new_figure(height)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=height)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(height, 0))
    middles = [(start + end) / 2 for start, end in pairwise([*edges, edges[-1] + JOINT_IN])]
    for at, words in zip(middles, [*heads, say(phrase("figures_feasibility.matrix_all"))], strict=True):
        write(axes, at, head - AIR_IN, words, ha="center", va="bottom")
    verdict = say(phrase("figures_feasibility.matrix_verdict"))
    write(axes, style.WIDTH_IN - VERDICT_IN + AIR_IN, head - AIR_IN, verdict, va="bottom")
    _name_options(axes, known, tops)
    for cell in rows:
        _draw_row(axes, known, say, cell=cell, top=tops[cell], edges=edges)
    draw_key(axes, [say(words) for words in key(known)], height - KEY_IN / 2 - 0.01)
    return figure


def _name_options(axes: Axes, known: Known, tops: dict[tuple[str, str], float]) -> None:
    """The name of each option beside its rows, a thin line above it."""
    for option in dict.fromkeys(option for option, _ in tops):
        own = [top for cell, top in tops.items() if cell[0] == option]
        most = max(1, int((max(own) + ROW_IN - min(own)) / LINE_IN))
        name = clipped(option_labels(known)[option], OPTION_IN - 0.08, size=style.SMALLEST_PT, lines=most)
        write(axes, 0, min(own) + 0.02, name, va="top", weight=style.SEMIBOLD)
        axes.plot([0, style.WIDTH_IN], [min(own) - GAP_IN / 2] * 2, color=style.MUTED, lw=0.5)


def _draw_row(axes: Axes, known: Known, say: Say, *, cell: tuple[str, str], top: float, edges: list[float]) -> None:
    (option, level), chances = cell, odds(known)
    weight = style.SEMIBOLD if cell in planned(known) else 400
    middle = top + ROW_IN / 2
    label = clipped(short_levels(known)[level], LEVEL_IN - AIR_IN, size=style.SMALLEST_PT, lines=1)
    write(axes, OPTION_IN, middle, label, weight=weight)
    for gate, (start, end) in zip(gates(known), pairwise(edges), strict=True):
        chance = chances[option, level, gate]
        look = look_of(known, chance)
        box = Rectangle((start + 0.015, top + 0.012), end - start - 0.03, ROW_IN - 0.024, **look)
        axes.add_patch(box)
        box.set_zorder(3 if look["lw"] > 1 else 2)
        write(axes, (start + end) / 2, middle, brief_percent_of_draws(chance), ha="center", weight=weight)
    together = brief_percent_of_draws(joint(known, option, level))
    write(axes, edges[-1] + JOINT_IN / 2, middle, together, ha="center", weight=weight)
    words = say(briefly(ruling(known, option, level)))
    write(axes, style.WIDTH_IN - VERDICT_IN + AIR_IN, middle, words, weight=weight)


def look_of(known: Known, chance: float) -> dict[str, Any]:
    """The look of a cell by the thresholds of the rule, at the whole percentage that is printed."""
    return LOOKS[sum(printed_share(chance) < threshold for threshold in thresholds(known))]


def draw_key(axes: Axes, words: list[str], place: float) -> None:
    """The looks in words, in one line at `place` inches from the top."""
    start = OPTION_IN
    for look, text in zip(LOOKS, words, strict=True):
        axes.add_patch(Rectangle((start, place - 0.055), 0.24, 0.11, **look))
        write(axes, start + 0.3, place, text)
        start += 0.3 + width_in(text, size=style.SMALLEST_PT) + 0.2


def write(axes: Axes, x: float, y: float, words: str, **look: Any) -> None:
    """Words at a place in inches."""
    axes.text(x, y, words, size=style.SMALLEST_PT, zorder=5, **({"va": "center"} | look),
              linespacing=style.LINE_SPACING)  # fmt: skip


def edges_of(labels: list[str]) -> list[float]:
    """Where the columns of the gates begin and end: each as wide as its label asks, the rest shared evenly."""
    room = style.WIDTH_IN - OPTION_IN - LEVEL_IN - JOINT_IN - VERDICT_IN
    needs = [max(LEAST_IN, least_width(label) + 2 * AIR_IN) for label in labels]
    spare = max(0.0, room - sum(needs)) / len(needs)
    scale = min(1.0, room / sum(needs))
    return list(accumulate([need * scale + spare for need in needs], initial=OPTION_IN + LEVEL_IN))


def least_width(label: str) -> float:
    """The width in inches at which a label takes at most three lines, not narrower than its longest word."""
    wide = max(width_in(word, size=style.SMALLEST_PT) for word in label.split())
    while wrapped(label, wide, size=style.SMALLEST_PT).count("\n") >= MOST_LINES:
        wide += AIR_IN
    return wide


def head_of(label: str, wide: float) -> str:
    """The name of a gate in lines of its column; a word that is too long for it is clipped by its letters."""
    lines = []
    for word in wrapped(label, wide, size=style.SMALLEST_PT).split("\n"):
        shown = word
        while width_in(shown, size=style.SMALLEST_PT) > wide + 0.04:
            shown = f"{shown.rstrip('.')[:-1]}."
        lines.append(shown)
    return "\n".join(lines)


def tops_of(rows: list[tuple[str, str]], head: float) -> dict[tuple[str, str], float]:
    """The upper edge of each row, with a gap before each option."""
    tops, at, before = {}, head, ""
    for option, level in rows:
        at += GAP_IN if option != before else 0.0
        tops[option, level], before = at, option
        at += ROW_IN
    return tops
