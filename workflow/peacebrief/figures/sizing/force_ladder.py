"""How large a force: what others proposed, what the model finds, and the size claimed, role by role.

What the marks stand for is said in words above the picture. Proposals are packed into few rows: those that do not
meet share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.evidence import size
from peacebrief.facts.rounding import exact, spell_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE, dotted_span, methods_bar
from peacebrief.figures.drawing.scale import limits, logarithmic
from peacebrief.figures.drawing.wrapping import broken, width_in
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import CHANCE, TROOPS, Caption
from peacebrief.figures.sizing.sustained_force import curves, draw_supply, supply_height
from peacebrief.telling.figures.reading import cell, role_labels, size_under_test, span
from peacebrief.telling.figures.sizing.force_ladder import (
    asking,
    caption,
    methods,
    proposals,
    share_asking,
    supply_of,
)
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"low": TROOPS, "central": TROOPS, "high": TROOPS, "probability": CHANCE}
MOST_HIGH_MM = 110

LEFT, PLOT, TOP, RIGHT, EDGE = 1.95, 3.67, 0.55, 1.262, 1.285
MODEL_ROW, BAR, ROW, BAND_GAP, LEAST_BAND, LINE_IN = 0.16, 0.11, 0.056, 0.05, 0.33, 0.16
HALF_DOT_IN, CLEAR_IN = 0.035, 0.06


def describe(known: Known, say: Say) -> Caption:
    """The finding: for which roles some method, or every method, asks for the size under test."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per mark: the range of the methods, each method, proposals from small to large, the size under test,
    points of the supply.

    `probability` is the share of the methods that ask for the size under test, or the chance that an option (`role`)
    can sustain so many.
    """
    rows: list[tuple[object, ...]] = []
    for role in known.tables["roles"]:
        fact_id = f"sizing.force.{role['id']}"
        low, _, high = span(known, fact_id)
        rows.append((role["id"], "range", fact_id, low, None, high, share_asking(known, role["id"])))
        for name, middle in sorted(methods(known, role["id"]).items(), key=lambda item: item[1]):
            rows.append((role["id"], "method", f"sizing.method.{name}.{role['id']}", *[middle] * 3, None))
        for proposal in sorted(proposals(known, role), key=lambda row: (size(row), row["id"])):
            middle = float(size(proposal) or 0)
            low, high = cell(proposal, "force_low") or middle, cell(proposal, "force_high") or middle
            rows.append((role["id"], "proposal", proposal["id"], min(low, middle), middle, max(high, middle), None))
    claim = float(size_under_test(known))
    rows.append(("all", "threshold", "size_under_test", claim, claim, claim, None))
    for option, curve in curves(known).items():
        rows += [(option, "supply", "supply_curve", troops, troops, troops, share) for troops, share in curve]
        rows.append((option, "supply_middle", "sustainable", *[supply_of(known, option)[1]] * 3, 0.5))
    return pd.DataFrame(rows, columns=["role", "kind", "id", "low", "central", "high", "probability"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Bands by role: a bar for the model above a ladder of proposals; one line for the size under test."""
    frame, claim = data(known, say), size_under_test(known)
    bands = {role: frame[frame.role == role] for role in role_labels(known)}
    scaled = frame[frame.kind != "supply_middle"]
    everything = [*scaled[scaled.kind != "supply"].low, *scaled.high]
    rows = {role: _rows(band[band.kind == "proposal"], everything) for role, band in bands.items()}
    heights = {role: max(_least_band(known, role), MODEL_ROW + ROW * (max(own, default=-1) + 1)) + BAND_GAP
               for role, own in rows.items()}  # fmt: skip
    total = sum(heights.values())
    figure = style.new_figure(TOP + total + supply_height(known) + 0.275)
    axes = style.panel(figure, left=LEFT, top=TOP, width=PLOT, height=total)
    axes.set_ylim(total, 0)
    logarithmic(axes, everything)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.axvline(claim, zorder=3.5, **REFERENCE)
    start = 0.0
    for role, band in bands.items():
        _draw_band(axes, band, rows[role], start)
        _label_band(axes, known, say, role, start)
        if start:
            across = axes.get_yaxis_transform()
            axes.plot([-LEFT / PLOT, EDGE], [start] * 2, color=style.MUTED, lw=0.5, transform=across, clip_on=False)
        start += heights[role]
    if supply_height(known):
        draw_supply(figure, known, say, ladder=axes, left=LEFT, top=TOP + total, right=RIGHT, edge=EDGE)
    label_columns(axes, claim, say, right=RIGHT)
    draw_key(figure, say, bar=BAR)
    return figure


def _rows(proposals: pd.DataFrame, everything: list[float]) -> list[int]:
    """The row of each proposal below its model: those whose marks do not meet share one."""
    low, high = limits(everything)
    inches = PLOT / log10(high / low)
    spans = [(log10(row.low) * inches, log10(row.high) * inches) for row in marks(proposals)]
    return packed([(start - HALF_DOT_IN, end + HALF_DOT_IN) for start, end in spans], gap=CLEAR_IN)


def _draw_band(axes: Axes, band: pd.DataFrame, rows: list[int], start: float) -> None:
    place = start + BAND_GAP / 2 + MODEL_ROW / 2
    for model in marks(band[band.kind == "range"]):
        methods_bar(axes, place, (model.low, model.high), list(band[band.kind == "method"].central), height=BAR)
    for number, row in zip(rows, marks(band[band.kind == "proposal"]), strict=True):
        below = place + MODEL_ROW / 2 + ROW / 2 + number * ROW
        dotted_span(axes, below, (row.low, row.central, row.high))


def _label_band(axes: Axes, known: Known, say: Say, role: str, start: float) -> None:
    left, top, across = -LEFT / PLOT + 0.01, start + BAND_GAP / 2, axes.get_yaxis_transform()
    beside = _in_one_line(known, role)
    ends = (-0.03, top, "right") if beside else (left, top + LINE_IN, "left")
    texts = (
        (left, top, role_labels(known)[role], "left", style.SEMIBOLD),
        (*ends[:2], _range(known, role), ends[2], 400),
        (RIGHT, top, say(asking(known, role)), "right", style.SEMIBOLD),
    )
    for x, y, words, side, weight in texts:
        axes.text(x, y, words, ha=side, va="top", weight=weight, size=style.SMALLEST_PT, transform=across)


def _range(known: Known, role: str) -> str:
    low, _, high = span(known, f"sizing.force.{role}")
    return spell_range(low, high)


def _in_one_line(known: Known, role: str) -> bool:
    """Whether the name of a role and its range stand side by side before the panel."""
    words = f"{role_labels(known)[role]}  {_range(known, role)}"
    return width_in(words, size=style.SMALLEST_PT, weight=style.SEMIBOLD) < LEFT - 3 * CLEAR_IN


def _least_band(known: Known, role: str) -> float:
    """The height that the name of a role and its range take (inches)."""
    return LEAST_BAND - (LINE_IN if _in_one_line(known, role) else 0.0)


def label_columns(axes: Axes, claim: int, say: Say, *, right: float) -> None:
    """What the line and the column of methods stand for, above the ladder; `right` is where the column ends."""
    place: dict[str, Any] = {"va": "bottom", "linespacing": style.LINE_SPACING}
    line = broken(say(phrase("figures_sizing.ladder_claimed", size=exact(claim))))
    column = broken(say(phrase("figures_sizing.ladder_methods", size=exact(claim))))
    axes.text(claim, 1.0, line, ha="center", transform=axes.get_xaxis_transform(), **place)
    axes.text(right, 1.0, column, ha="right", transform=axes.transAxes, **place)


def draw_key(figure: Figure, say: Say, *, bar: float) -> None:
    """Two marks explained in one line above the picture, in words beside the mark itself."""
    key = style.panel(figure, left=0, top=0.02, width=style.WIDTH_IN, height=0.18)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(0.18, 0))
    methods_bar(key, 0.09, (0.02, 0.32), [0.02, 0.12, 0.32], height=bar)
    key.text(0.4, 0.09, say(phrase("figures_sizing.ladder_model")), va="center")
    dotted_span(key, 0.09, (2.72, 2.87, 3.02))
    key.text(3.1, 0.09, say(phrase("figures_sizing.ladder_proposal")), va="center")


def packed(spans: Sequence[tuple[float, float]], *, gap: float) -> list[int]:
    """The row of each span (start, end), counted from 0, in the order given.

    Spans in one row keep `gap` apart, and no packing into fewer rows would do so: taken by their start, each
    goes into the first row that is free again.
    """
    rows, ends = [0] * len(spans), list[float]()
    for place in sorted(range(len(spans)), key=lambda place: (*spans[place], place)):
        start, end = spans[place]
        row = next((row for row, last in enumerate(ends) if last + gap <= start), len(ends))
        ends[row:] = [end] if row == len(ends) else [end, *ends[row + 1 :]]
        rows[place] = row
    return rows
