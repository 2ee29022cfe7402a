"""Which inputs move the answer: first-order sensitivity by role, the choice of method set apart from the rest."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.labels import quantity_labels
from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped, panel_titles
from peacebrief.figures.reading import draws, marks, role_labels, source_line, value
from peacebrief.figures.registry import SHARE, Caption, Facts, Tables
from peacebrief.reasoning.wording import listed, uncapitalised

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"share": SHARE}
MOST_HIGH_MM = 58

PREFIX, METHOD_CHOICE = "sizing.sensitivity.", "method_choice"
MOST_SHOWN = 4
GAP_IN, LINE_IN, LABEL_GAP_IN, BAR_IN, ROW_GAP_IN = 0.15, style.SMALLEST_PT * style.LINE_HEIGHT / 72, 0.035, 0.1, 0.05
WORDS_IN = 0.4  # behind the longest bar, for its number
METHOD_BAR: dict[str, Any] = {"facecolor": "white", "edgecolor": style.VERMILION, "hatch": "////", "lw": 1.0}
INPUT_BAR: dict[str, Any] = {"facecolor": style.BLUE, "edgecolor": style.BLUE, "lw": 1.0}


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: whether the choice of method outweighs every single input, and for which roles."""
    shown, everything = len(data(facts, tables)), sum(fact_id.startswith(PREFIX) for fact_id in facts)
    return Caption(
        title=_finding(facts, tables),
        subtitle="Share of the variation in force size (logarithm) that each input explains alone; "
        "the largest need not add up to 100%",
        source=source_line(tables, [draws(tables), f"{shown} of {everything} first-order indices shown"]),
        alt=f"Bars of first-order sensitivity in a panel for each role. {' '.join(_sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per bar: role, quantity, its printed label and its share, largest first within a role."""
    labels = quantity_labels(tables)
    rows = []
    for role in role_labels(tables):
        shares = _shares(facts, role)
        for quantity in sorted(shares, key=lambda name: (-shares[name], name))[:MOST_SHOWN]:
            label = labels.get(quantity) or facts[f"{PREFIX}{role}.{quantity}"].called
            rows.append((role, quantity, label, shares[quantity]))
    return pd.DataFrame(rows, columns=["role", "quantity", "label", "share"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A panel for each role in one row; one scale for all, so that lengths compare across roles."""
    frame, roles = data(facts, tables), role_labels(tables)
    width = (style.WIDTH_IN + GAP_IN) / len(roles) - GAP_IN
    titles, head = panel_titles(list(roles.values()), width)
    labels = {role: [clipped(bar.label, width, size=style.SMALLEST_PT) for bar in marks(frame[frame.role == role])]
              for role in roles}  # fmt: skip
    places, height = _places(labels)
    figure = style.new_figure(head + height)
    for number, role in enumerate(roles):
        axes = style.panel(figure, left=number * (width + GAP_IN), top=head, width=width, height=height)
        axes.set_axis_off()
        axes.set_title(titles[number], linespacing=style.LINE_SPACING)
        axes.set(xlim=(0, max(0.01, frame.share.max()) * width / (width - WORDS_IN)), ylim=(height, 0))
        _draw_panel(axes, frame[frame.role == role], labels[role], places)
    return figure


def _places(labels: dict[str, list[str]]) -> tuple[list[float], float]:
    """The middle of each bar in inches from the top, the same in every panel, and the height of all of them."""
    places, top = [], 0.0
    for rank in zip_longest(*labels.values(), fillvalue=""):
        top += LINE_IN * (max(label.count("\n") for label in rank) + 1) + LABEL_GAP_IN
        places.append(top + BAR_IN / 2)
        top += BAR_IN + ROW_GAP_IN
    return places, top


def _draw_panel(axes: Axes, frame: pd.DataFrame, labels: list[str], places: list[float]) -> None:
    for bar, label, place in zip(marks(frame), labels, places, strict=False):
        look = METHOD_BAR if bar.quantity == METHOD_CHOICE else INPUT_BAR
        axes.barh(place, bar.share, height=BAR_IN, zorder=3, **look)
        axes.text(0, place - BAR_IN / 2 - LABEL_GAP_IN, label, size=style.SMALLEST_PT, va="bottom",
                  linespacing=style.LINE_SPACING)  # fmt: skip
        axes.annotate(percent(bar.share), (bar.share, place), (3, 0), textcoords="offset points", va="center",
                      size=style.SMALLEST_PT)  # fmt: skip


def _shares(facts: Facts, role: str) -> dict[str, float]:
    prefix = f"{PREFIX}{role}."
    return {name.removeprefix(prefix): value(fact) for name, fact in facts.items() if name.startswith(prefix)}


def _finding(facts: Facts, tables: Tables) -> str:
    frame, labels = data(facts, tables), role_labels(tables)
    first = frame.groupby("role", sort=False).first()
    ruled = [labels[str(role)].lower() for role, quantity in first.quantity.items() if quantity == METHOD_CHOICE]
    if len(ruled) == len(first):
        return "For every role, which method is used matters more than any single input"
    if ruled:
        return f"Which method is used matters more than any single input for {listed(ruled)}"
    top = frame.sort_values("share", ascending=False, kind="stable").iloc[0]
    return f"The input that matters most, for {labels[str(top.role)].lower()}, is: {uncapitalised(top.label)}"


def _sentences(facts: Facts, tables: Tables) -> list[str]:
    frame = data(facts, tables)
    sentences = []
    for role, label in role_labels(tables).items():
        largest = [f"{uncapitalised(bar.label)} {percent(bar.share)}" for bar in marks(frame[frame.role == role][:3])]
        sentences.append(f"{label}: {listed(largest)}.")
    return sentences
