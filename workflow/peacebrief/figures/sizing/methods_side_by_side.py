"""Every sizing method for every role on one scale, those that do not fit greyed with the reason."""

from __future__ import annotations

from math import log10
from string import ascii_lowercase
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import LEFT_OUT, MODEL, methods_bar, range_bar
from peacebrief.figures.drawing.scale import brief, factor_behind, logarithmic, short
from peacebrief.figures.drawing.wrapping import balanced, panel_titles, wrapped
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import TROOPS, Caption
from peacebrief.telling.figures.reading import role_labels, span
from peacebrief.telling.figures.sizing.methods_side_by_side import caption, estimates
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"p5": TROOPS, "p50": TROOPS, "p95": TROOPS}
MOST_HIGH_MM = 120

ACROSS = "range"
LABELS_IN, PANEL_GAP, FOOT = 1.88, 0.08, 0.32
WORDS_IN = 0.22  # left free behind the longest bar, besides the gap between panels
DECADE_IN = 0.32  # the least between two ticks with words
ROW, BAR, LINE_IN = 0.175, 0.1, 9 * style.LINE_HEIGHT / 72


def describe(known: Known, say: Say) -> Caption:
    """The finding: how far apart the methods that fit lie, for the role where they differ most."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per bar: the range over the methods that fit, then each method; `reason` where it does not fit."""
    label = say(phrase("figures_sizing.methods_range"))
    rows: list[tuple[object, ...]] = [
        (ACROSS, label, role, low, None, high, "yes", "")
        for role in role_labels(known)
        for low, _, high in [span(known, f"sizing.force.{role}")]
    ]
    rows += [
        (one.method, say(one.label), one.role, *one.span, "yes" if one.fits else "no", say(one.reason))
        for one in estimates(known)
    ]
    return pd.DataFrame(rows, columns=["method", "label", "role", "p5", "p50", "p95", "fits", "reason"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """One row per method, one panel per role; letters beside hollow bars lead to the reasons below."""
    frame, roles = data(known, say), role_labels(known)
    names = {row.method: balanced(row.label, LABELS_IN - 0.08, size=9) for row in marks(frame)}
    places, rules, height = _places(names)
    letters = dict(zip(dict.fromkeys(reason for reason in frame.reason if reason), ascii_lowercase, strict=False))
    notes = _notes(letters, say)
    width = (style.WIDTH_IN - LABELS_IN) / len(roles) - PANEL_GAP
    titles, head = panel_titles(list(roles.values()), width)
    figure = style.new_figure(head + height + FOOT + LINE_IN * (notes.count("\n") + 1))
    behind = factor_behind([*frame.p5, *frame.p95], words_in=WORDS_IN, width_in=width)
    for number, role in enumerate(roles):
        left = LABELS_IN + number * (width + PANEL_GAP)
        axes = style.panel(figure, left=left, top=head, width=width, height=height)
        logarithmic(axes, [*frame.p5, *frame.p95], steps=(1,), words=short, after=behind)
        _thin_out(axes, width)
        axes.set_ylim(height, 0)
        axes.set_yticks(list(places.values()), list(names.values()), linespacing=style.LINE_SPACING)
        axes.tick_params(labelleft=not number)
        axes.set_title(titles[number], linespacing=style.LINE_SPACING)
        axes.hlines(rules, *axes.get_xlim(), color=style.PALE, lw=0.5, zorder=1)
        own = frame[frame.role == role]
        middles = list(own[(own.fits == "yes") & (own.method != ACROSS)].p50)
        for row in marks(own):
            _draw_row(axes, row, places[row.method], letters, middles)
    figure.text(0, 0.03 / figure.get_size_inches()[1], notes, size=9, va="bottom", linespacing=style.LINE_SPACING)
    return figure


def _thin_out(axes: Axes, width: float) -> None:
    """Words at every other tick where those at each would touch."""
    low, high = axes.get_xlim()
    shown = [tick for tick in axes.get_xticks() if low <= tick <= high]
    if len(shown) > 1 and width / log10(high / low) < DECADE_IN:
        kept = set(shown[::2])
        axes.xaxis.set_major_formatter(FuncFormatter(lambda number, _: short(number) if number in kept else ""))


def _draw_row(axes: Axes, row: Any, place: float, letters: dict[str, str], middles: list[float]) -> None:
    """The range over the methods that fit, with their middles; or one method, its letter or its middle behind it."""
    if row.method == ACROSS:
        methods_bar(axes, place, (row.p5, row.p95), middles, height=BAR)
        return
    look, words = (MODEL, brief(row.p50)) if row.fits == "yes" else (LEFT_OUT, letters[row.reason])
    range_bar(axes, place, (row.p5, row.p50, row.p95), height=BAR, look=look, words=words)


def _places(names: dict[str, str]) -> tuple[dict[str, float], list[float], float]:
    """The middle of each row in inches from the top, the rules between rows, and the height of all of them."""
    places, rules, top = {}, [], 0.0
    for method, name in names.items():
        row = ROW + LINE_IN * name.count("\n")
        places[method] = top + row / 2
        top += row
        rules.append(top)
    return places, rules[:-1], top


def _notes(letters: dict[str, str], say: Say) -> str:
    head = say(phrase("figures_sizing.methods_key"))
    notes = [f"{letter}: {reason}" for reason, letter in letters.items()]
    return "\n".join(wrapped(line, style.WIDTH_IN - 0.05, size=9) for line in [head, *notes])
