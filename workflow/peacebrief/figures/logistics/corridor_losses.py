"""What is left when one country is lost to supplies, or two at once: a triangle of shares, one cell for each loss.

The finding is whether the force of reference outlives the loss of one country, or of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.facts.rounding import exact, percent, significant, spell_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.scale import limits
from peacebrief.figures.drawing.wrapping import wrapped
from peacebrief.figures.logistics.supplied_force import in_posture, reference_size, settings
from peacebrief.figures.reading import cell, source_line, value
from peacebrief.figures.registry import SHARE, TROOPS, Caption, Facts, Tables
from peacebrief.reasoning.wording import listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"share": SHARE, "troops": TROOPS}
MOST_HIGH_MM = 110

LEFT_IN, WIDE_IN, HIGH_IN, HEAD_IN, FOOT_IN = 0.85, 1.16, 0.58, 0.24, 0.04
PAD_IN, TEXT_IN, STRIP_IN, STRIP_PAD_IN, TICK_IN, KEY_LINE_IN = 0.08, 0.17, 0.42, 0.11, 0.07, 0.18
ENOUGH: dict[str, Any] = {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.8}
SHORT: dict[str, Any] = {"facecolor": style.PALE, "edgecolor": style.VERMILION, "lw": 1.8}
STRIP: dict[str, Any] = {"color": style.FAINT, "lw": 0.8, "zorder": 4}
TICK: dict[str, Any] = {"color": style.VERMILION, "lw": 1.6, "zorder": 4.5}
MARKS: dict[str, dict[str, Any]] = {
    "low": {"marker": "<", "ms": 5.5, "mfc": "white", "mec": style.INK, "mew": 0.9, "zorder": 5},
    "central": {"marker": "o", "ms": 5.0, "mfc": style.INK, "mec": style.INK, "mew": 0.9, "zorder": 6},
    "high": {"marker": ">", "ms": 5.5, "mfc": "white", "mec": style.INK, "mew": 0.9, "zorder": 5},
}

FORCE, CENTRAL, CASES = "logistics.largest_force.", "central", ("low", "central", "high")
MOST_SHOWN = 5


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: whether the force of reference outlives the loss of one country, or of two."""
    known = countries(facts, tables)
    force = in_posture(posture_shown(facts, tables), tables)
    return Caption(
        title=finding(facts, tables),
        subtitle=f"Share left of the largest force that can be fed {force}, and troops, without one country (on the "
        f"slope) or two; strip: troops, logarithmic, with a tick at {exact(reference_size(tables))}",
        source=source_line(tables, [f"model of this brief, {len(known)} countries, three capacity cases"]),
        alt=f"Triangle of losses of one and of two countries. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per loss and capacity case: share of the largest force left, and troops."""
    rows = [(left.loss, left.label, left.case, left.share, left.troops) for left in losses(facts, tables)]
    return pd.DataFrame(rows, columns=["loss", "label", "capacity_case", "share", "troops"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A cell for each loss, a row and a column for each country; the key where the triangle leaves room."""
    names = countries(facts, tables)
    rows = max(2, len(names))
    figure = style.new_figure(HEAD_IN + rows * HIGH_IN + FOOT_IN)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HEAD_IN + rows * HIGH_IN + FOOT_IN)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(HEAD_IN + rows * HIGH_IN + FOOT_IN, 0))
    order = list(names)
    for place, name in enumerate(names.values()):
        label = wrapped(name, LEFT_IN - 0.06, size=9.5, weight=style.SEMIBOLD)
        axes.text(0, HEAD_IN + (place + 0.5) * HIGH_IN, label, va="center", weight=style.SEMIBOLD,
                  linespacing=style.LINE_SPACING)  # fmt: skip
        axes.text(LEFT_IN + (place + 0.5) * WIDE_IN, HEAD_IN + place * HIGH_IN - 0.04, name, ha="center", va="bottom",
                  weight=style.SEMIBOLD)  # fmt: skip
    cells: dict[str, dict[str, Left]] = {}
    for left in losses(facts, tables):
        cells.setdefault(left.loss, {})[left.case] = left
    ends = limits([reference_size(tables), *(left.troops for cases in cells.values() for left in cases.values())])
    for cases in cells.values():
        first, last = sorted(order.index(part) for part in (cases[CENTRAL].parts * 2)[:2])
        corner = (LEFT_IN + first * WIDE_IN, HEAD_IN + last * HIGH_IN)
        _draw_cell(axes, cases[CENTRAL], corner, tables)
        _draw_strip(axes, cases, corner, ends, reference_size(tables))
    _draw_key(axes, tables)
    return figure


def _draw_cell(axes: Axes, central: Left, corner: tuple[float, float], tables: Tables) -> None:
    left, top = corner
    look = SHORT if too_few(central, tables) else ENOUGH
    box = (left + 0.02, top + 0.02)
    axes.add_patch(Rectangle(box, WIDE_IN - 0.04, HIGH_IN - 0.04, zorder=3 if look is SHORT else 2, **look))
    axes.text(left + PAD_IN, top + TEXT_IN, percent(central.share), va="center", weight=style.SEMIBOLD, size=10.5,
              zorder=5)  # fmt: skip
    axes.text(left + WIDE_IN - PAD_IN, top + TEXT_IN, significant(central.troops), ha="right", va="center",
              size=style.SMALLEST_PT, zorder=5)  # fmt: skip


def _draw_strip(
    axes: Axes, cases: dict[str, Left], corner: tuple[float, float], ends: tuple[float, float], reference: float
) -> None:
    """Troops in each capacity case along a logarithmic line, one scale for all cells; none stand at its start."""
    left, height = corner[0] + STRIP_PAD_IN, corner[1] + STRIP_IN
    inches = (WIDE_IN - 2 * STRIP_PAD_IN) / log(ends[1] / ends[0])
    places = {case: left + inches * log(max(one.troops, ends[0]) / ends[0]) for case, one in cases.items()}
    axes.plot([left, left + WIDE_IN - 2 * STRIP_PAD_IN], [height] * 2, **STRIP)
    axes.plot([left + inches * log(reference / ends[0])] * 2, [height - TICK_IN, height + TICK_IN], **TICK)
    for case, place in places.items():
        axes.plot([place], [height], ls="none", **MARKS[case])


def _draw_key(axes: Axes, tables: Tables) -> None:
    """The marks and looks in words, to the right of the first two rows."""
    left, top = LEFT_IN + 2 * WIDE_IN + 0.25, 0.1
    reference = exact(reference_size(tables))
    axes.plot([left, left + 0.5], [top] * 2, **STRIP)
    for place, case in zip((0.08, 0.25, 0.42), CASES, strict=True):
        axes.plot([left + place], [top], ls="none", **MARKS[case])
    axes.plot([left + 0.25] * 2, [top + 2 * KEY_LINE_IN - TICK_IN, top + 2 * KEY_LINE_IN + TICK_IN], **TICK)
    axes.add_patch(Rectangle((left + 0.1, top + 3 * KEY_LINE_IN - 0.065), 0.3, 0.13, **SHORT))
    lines = (
        "troops with pessimistic, central",
        "and optimistic capacities",
        f"{reference} troops",
        f"fewer than {reference} with central capacities",
    )
    for number, words in enumerate(lines):
        axes.text(left + 0.62, top + number * KEY_LINE_IN, words, size=style.SMALLEST_PT, va="center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one loss leaves in one capacity case: a share of the largest force, and the troops that makes."""

    loss: str
    label: str
    parts: tuple[str, ...]
    case: str
    share: float
    troops: float


def posture_shown(facts: Facts, tables: Tables) -> str:
    """The hardest posture in which the force of reference is fed while nothing is lost, or else the easiest one."""
    postures, size = [str(name) for name in settings(tables)["postures"]], reference_size(tables)
    fed = [name for name in postures if value(facts[f"{FORCE}{CENTRAL}.{name}"]) >= size]
    return fed[-1] if fed else postures[0]


def countries(facts: Facts, tables: Tables) -> dict[str, str]:
    """The countries shown with their names: those whose loss leaves least, worst first."""
    posture = posture_shown(facts, tables)
    rows = [row for row in tables["losses"] if row["kind"] == "country" and row["posture"] == posture
            and row["capacity_case"] == CENTRAL]  # fmt: skip
    ordered = sorted(rows, key=lambda row: (cell(row, "remaining") or 0.0, str(row["loss"])))
    return {str(row["loss"]): str(row["label"]) for row in ordered[:MOST_SHOWN]}


def losses(facts: Facts, tables: Tables) -> list[Left]:
    """Losses of one and of two of the countries shown, in each capacity case."""
    posture, known, found = posture_shown(facts, tables), countries(facts, tables), []
    for row in tables["losses"]:
        parts, case = tuple(str(row["loss"]).split("+")), str(row["capacity_case"])
        if row["posture"] == posture and len(parts) <= 2 and set(parts) <= set(known):
            share = cell(row, "remaining") or 0.0
            troops = share * value(facts[f"{FORCE}{case}.{posture}"])
            found.append(Left(loss=str(row["loss"]), label=str(row["label"]), parts=parts, case=case, share=share,
                              troops=troops))  # fmt: skip
    return found


def too_few(left: Left, tables: Tables) -> bool:
    """Whether what is left is smaller than the force of reference, at the digits printed."""
    return left.troops < reference_size(tables) and significant(left.troops) != significant(reference_size(tables))


def finding(facts: Facts, tables: Tables) -> str:
    """The title: whether any one country, or any two, can be lost before the force of reference goes short."""
    force = f"{exact(reference_size(tables))} troops {in_posture(posture_shown(facts, tables), tables)}"
    if value(facts[f"{FORCE}{CENTRAL}.{posture_shown(facts, tables)}"]) < reference_size(tables):
        return f"Even with every country open, {force} cannot be fed by central capacities"
    return f"With central capacities {_told(facts, tables, force)}"


def _told(facts: Facts, tables: Tables, force: str) -> str:
    central = sorted((left for left in losses(facts, tables) if left.case == CENTRAL), key=lambda left: left.share)
    alone, pairs = ([left for left in central if len(left.parts) == count] for count in (1, 2))
    short, short_pairs = ([left for left in group if too_few(left, tables)] for group in (alone, pairs))
    if short and len(short) == len(alone):
        return f"the loss of any one country leaves too little for {force}"
    if short:
        return f"losing {listed([left.label for left in short], 'or')} leaves too little for {force}"
    if short_pairs:
        others = len(short_pairs) - 1
        more = f" or {others} other {'pair' if others == 1 else 'pairs'}" if others else ""
        return f"{force} can be fed without any one country, but not without {short_pairs[0].label} together{more}"
    return f"{force} can be fed without any one country" + (", or any two" if pairs else "")


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each loss of one country leaves: share, troops, troops by capacity; then the pairs, the worst first."""
    told, known = [], losses(facts, tables)
    central = sorted((left for left in known if left.case == CENTRAL), key=lambda left: (left.share, left.loss))
    for left in (left for left in central if len(left.parts) == 1):
        cases = [other.troops for other in known if other.loss == left.loss]
        told.append(
            f"Without {left.label}: {percent(left.share)} left, {significant(left.troops)} troops "
            f"({spell_range(min(cases), max(cases))} by capacity)."
        )
    pairs = [f"{left.label} {significant(left.troops)}" for left in central if len(left.parts) > 1]
    return [*told, f"Troops without two: {', '.join(pairs)}."] if pairs else told
