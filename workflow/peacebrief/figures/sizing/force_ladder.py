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

from peacebrief.facts.evidence import counted_proposals, size
from peacebrief.facts.rounding import percent_of_draws, with_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import MODEL, REFERENCE, dotted_span, range_bar
from peacebrief.figures.drawing.scale import limits, logarithmic
from peacebrief.figures.reading import (
    REACHING,
    cell,
    draws,
    marks,
    quantiles,
    role_labels,
    size_under_test,
    source_line,
    value,
)
from peacebrief.figures.registry import CHANCE, TROOPS, Caption, Facts, Tables
from peacebrief.figures.sizing.sustained_force import (
    curves,
    draw_supply,
    sentences,
    supply_height,
    supply_of,
    supply_sentences,
    title,
)

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"low": TROOPS, "central": TROOPS, "high": TROOPS, "probability": CHANCE}
MOST_HIGH_MM = 110

LEFT, PLOT, TOP, RIGHT, EDGE = 1.95, 3.67, 0.55, 1.262, 1.285
MODEL_ROW, BAR, ROW, BAND_GAP, LEAST_BAND, LINE_IN = 0.16, 0.11, 0.056, 0.07, 0.33, 0.16
HALF_DOT_IN, CLEAR_IN = 0.035, 0.06


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: for which roles the range, or the middle, reaches the size under test."""
    claim, frame = size_under_test(facts), data(facts, tables)
    proposals = frame[frame.kind == "proposal"]
    supply = supply_sentences(facts, tables)
    chances = "; below: chance that each option, as planned, can sustain so many, mark: middle" if supply else ""
    return Caption(
        title=title(facts, tables),
        subtitle=f"Troops in the country at one time, logarithmic{chances}",
        source=source_line(tables, [draws(tables), f"{len(proposals)} published proposals, listed in the annex"]),
        alt=(
            f"Ranges of force size by role against a line at {claim:,} troops. "
            f"{' '.join(sentences(facts, tables))} "
            f"Of {len(proposals)} published proposals, {int((proposals.central >= claim).sum())} reach {claim:,}."
            f"{''.join(f' {sentence}' for sentence in supply)}"
        ),
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per mark: the model's range, proposals from small to large, the size under test, points of the supply.

    `probability` is the chance that a role needs the size under test, or an option (`role`) can sustain so many.
    """
    rows: list[tuple[object, ...]] = []
    for role in tables["roles"]:
        low, middle, high = quantiles(facts[f"sizing.force.{role['id']}"])
        chance = value(facts[f"{REACHING}{size_under_test(facts)}.{role['id']}"])
        rows.append((role["id"], "model", f"sizing.force.{role['id']}", low, middle, high, chance))
        for proposal in sorted(_proposals(tables, str(role["proposal_class"])), key=lambda row: (size(row), row["id"])):
            middle = float(size(proposal) or 0)
            low, high = cell(proposal, "force_low") or middle, cell(proposal, "force_high") or middle
            rows.append((role["id"], "proposal", proposal["id"], min(low, middle), middle, max(high, middle), None))
    claim = float(size_under_test(facts))
    rows.append(("all", "threshold", "size_under_test", claim, claim, claim, None))
    for option, curve in curves(facts, tables).items():
        rows += [(option, "supply", "supply_curve", troops, troops, troops, chance) for troops, chance in curve]
        rows.append((option, "supply_middle", "sustainable", *[supply_of(option, facts, tables)[1]] * 3, 0.5))
    return pd.DataFrame(rows, columns=["role", "kind", "id", "low", "central", "high", "probability"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Bands by role: a bar for the model above a ladder of proposals; one line for the size under test."""
    frame, claim = data(facts, tables), size_under_test(facts)
    bands = {role: frame[frame.role == role] for role in role_labels(tables)}
    scaled = frame[frame.kind != "supply_middle"]
    everything = [*scaled[scaled.kind != "supply"].low, *scaled.high]
    rows = {role: _rows(band[band.kind == "proposal"], everything) for role, band in bands.items()}
    heights = {role: max(LEAST_BAND, MODEL_ROW + ROW * (max(own, default=-1) + 1)) + BAND_GAP
               for role, own in rows.items()}  # fmt: skip
    total = sum(heights.values())
    figure = style.new_figure(TOP + total + supply_height(facts, tables) + 0.275)
    axes = style.panel(figure, left=LEFT, top=TOP, width=PLOT, height=total)
    axes.set_ylim(total, 0)
    logarithmic(axes, everything)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.axvline(claim, zorder=3.5, **REFERENCE)
    start = 0.0
    for role, band in bands.items():
        _draw_band(axes, band, rows[role], start)
        _label_band(axes, facts, tables, role, start)
        if start:
            across = axes.get_yaxis_transform()
            axes.plot([-LEFT / PLOT, EDGE], [start] * 2, color=style.MUTED, lw=0.5, transform=across, clip_on=False)
        start += heights[role]
    if supply_height(facts, tables):
        draw_supply(figure, facts, tables, ladder=axes, left=LEFT, top=TOP + total, right=RIGHT, edge=EDGE)
    label_columns(axes, claim, right=RIGHT)
    draw_key(figure, bar=BAR)
    return figure


def _rows(proposals: pd.DataFrame, everything: list[float]) -> list[int]:
    """The row of each proposal below its model: those whose marks do not meet share one."""
    low, high = limits(everything)
    inches = PLOT / log10(high / low)
    spans = [(log10(row.low) * inches, log10(row.high) * inches) for row in marks(proposals)]
    return packed([(start - HALF_DOT_IN, end + HALF_DOT_IN) for start, end in spans], gap=CLEAR_IN)


def _draw_band(axes: Axes, band: pd.DataFrame, rows: list[int], start: float) -> None:
    place = start + BAND_GAP / 2 + MODEL_ROW / 2
    for model in marks(band[band.kind == "model"]):
        range_bar(axes, place, (model.low, model.central, model.high), height=BAR, look=MODEL)
    for number, row in zip(rows, marks(band[band.kind == "proposal"]), strict=True):
        below = place + MODEL_ROW / 2 + ROW / 2 + number * ROW
        dotted_span(axes, below, (row.low, row.central, row.high))


def _label_band(axes: Axes, facts: Facts, tables: Tables, role: str, start: float) -> None:
    low, middle, high = quantiles(facts[f"sizing.force.{role}"])
    chance = value(facts[f"{REACHING}{size_under_test(facts)}.{role}"])
    left, top, across = -LEFT / PLOT + 0.01, start + BAND_GAP / 2, axes.get_yaxis_transform()
    texts = (
        (left, top, role_labels(tables)[role], "left", style.SEMIBOLD),
        (left, top + LINE_IN, f"{with_range(low, middle, high)}", "left", 400),
        (RIGHT, top, percent_of_draws(chance), "right", style.SEMIBOLD),
    )
    for x, y, words, side, weight in texts:
        axes.text(x, y, words, ha=side, va="top", weight=weight, size=style.SMALLEST_PT, transform=across)


def _proposals(tables: Tables, role_class: str) -> list[dict[str, object]]:
    return [dict(row) for row in counted_proposals(tables["proposals"]) if row["role_class"] == role_class]


def label_columns(axes: Axes, claim: int, *, right: float) -> None:
    """What the line and the column of chances stand for, above the ladder; `right` is where the column ends."""
    place: dict[str, Any] = {"va": "bottom", "linespacing": style.LINE_SPACING}
    axes.text(claim, 1.0, f"{claim:,}\nclaimed", ha="center", transform=axes.get_xaxis_transform(), **place)
    axes.text(right, 1.0, f"chance of\n{claim:,} or more", ha="right", transform=axes.transAxes, **place)


def draw_key(figure: Figure, *, bar: float) -> None:
    """Two marks explained in one line above the picture, in words beside the mark itself."""
    key = style.panel(figure, left=0, top=0.02, width=style.WIDTH_IN, height=0.18)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(0.18, 0))
    range_bar(key, 0.09, (0.02, 0.15, 0.32), height=bar, look=MODEL)
    key.text(0.4, 0.09, "model: 90% range and middle", va="center")
    dotted_span(key, 0.09, (2.5, 2.65, 2.8))
    key.text(2.88, 0.09, "published proposal: low to high, and its central number", va="center")


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
