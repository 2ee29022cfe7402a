"""Which gates each option passes: a cell for each gate, a row for each level of support, the verdict at the end."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.facts.rounding import brief_percent_of_draws
from peacebrief.figures import style
from peacebrief.figures.caption import Caption
from peacebrief.figures.gate_matrix_looks import draw_key, look_of, write
from peacebrief.figures.gate_matrix_places import (
    AIR_IN,
    GAP_IN,
    JOINT_IN,
    KEY_IN,
    LEVEL_IN,
    LINE_IN,
    OPTION_IN,
    ROW_IN,
    VERDICT_IN,
    edges_of,
    head_of,
    tops_of,
)
from peacebrief.figures.gate_matrix_words import (
    briefly,
    finding,
    gates,
    joint,
    judged,
    odds,
    sentences,
    verdict,
)
from peacebrief.figures.option_words import option_labels, planned_level, short_levels
from peacebrief.figures.reading import draws, source_line
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.wrapping import clipped


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: the verdicts on the options as planned."""
    return Caption(
        title=finding(facts, tables),
        subtitle="Chance of passing each gate, given a signed ceasefire, by level of United States support; bold: as "
        "planned",
        source=source_line(tables, [draws(tables), "the rule of the verdict was fixed before the run"]),
        alt=f"Table of chances by option, level of support and gate. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per option, level of support and gate, and one per option and level for all gates together."""
    rows = [(option, level, gate, chance, "") for (option, level, gate), chance in odds(facts, tables).items()]
    rows += [
        (option, level, "all", joint(facts, option, level), verdict(facts, option, level))
        for option, level in judged(tables)
    ]
    return pd.DataFrame(rows, columns=["option", "us_level", "gate", "probability", "verdict"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Options one below the other, each with its levels; gates side by side in the order in which they are met."""
    labels, rows = gates(tables), judged(tables)
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
    for at, words in zip(middles, [*heads, "All"], strict=True):
        write(axes, at, head - AIR_IN, words, ha="center", va="bottom")
    write(axes, style.WIDTH_IN - VERDICT_IN + AIR_IN, head - AIR_IN, "Verdict", va="bottom")
    _name_options(axes, tables, tops)
    for cell in rows:
        _draw_row(axes, facts, tables, cell=cell, top=tops[cell], edges=edges)
    draw_key(axes, tables, height - KEY_IN / 2 - 0.01)
    return figure


def _name_options(axes: Axes, tables: Tables, tops: dict[tuple[str, str], float]) -> None:
    """The name of each option beside its rows, a thin line above it."""
    for option in dict.fromkeys(option for option, _ in tops):
        own = [top for cell, top in tops.items() if cell[0] == option]
        most = max(1, int((max(own) + ROW_IN - min(own)) / LINE_IN))
        name = clipped(option_labels(tables)[option], OPTION_IN - 0.08, size=style.SMALLEST_PT, lines=most)
        write(axes, 0, min(own) + 0.02, name, va="top", weight=style.SEMIBOLD)
        axes.plot([0, style.WIDTH_IN], [min(own) - GAP_IN / 2] * 2, color=style.MUTED, lw=0.5)


def _draw_row(
    axes: Axes, facts: Facts, tables: Tables, *, cell: tuple[str, str], top: float, edges: list[float]
) -> None:
    (option, level), known = cell, odds(facts, tables)
    chances = [known[option, level, gate] for gate in gates(tables)]
    weight = style.SEMIBOLD if planned_level(option, tables) == level else 400
    middle = top + ROW_IN / 2
    label = clipped(short_levels(tables)[level], LEVEL_IN - AIR_IN, size=style.SMALLEST_PT, lines=1)
    write(axes, OPTION_IN, middle, label, weight=weight)
    for chance, (start, end) in zip(chances, pairwise(edges), strict=True):
        look = look_of(chance, tables)
        box = Rectangle((start + 0.015, top + 0.012), end - start - 0.03, ROW_IN - 0.024, **look)
        axes.add_patch(box)
        box.set_zorder(3 if look["lw"] > 1 else 2)
        write(axes, (start + end) / 2, middle, brief_percent_of_draws(chance), ha="center", weight=weight)
    together = brief_percent_of_draws(joint(facts, option, level))
    write(axes, edges[-1] + JOINT_IN / 2, middle, together, ha="center", weight=weight)
    words = briefly(verdict(facts, option, level))
    write(axes, style.WIDTH_IN - VERDICT_IN + AIR_IN, middle, words, weight=weight)
