"""What each option costs, a year and once: parts stacked at their middle, the range of the whole over them."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import with_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import LOOKS, Bar, name_parts, stack
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.registry import RANGE, TROOPS, Caption
from peacebrief.telling.figures.logistics.cost import (
    ONCE,
    PARTS,
    WHOLES,
    YEAR,
    caption,
    force_of,
    force_range,
    options,
    part_label,
    parts,
    when,
    whole,
)
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, "billion_euros"), "force_low": TROOPS, "force_high": TROOPS}
MOST_HIGH_MM = 65

LEFT_IN, BEHIND_IN, KEY_IN, ROW_IN, BAR_IN, FOOT_IN = 1.95, 1.3, 0.22, 0.49, 0.14, 0.28
FIRST_IN, SECOND_IN = 0.15, 0.33  # from the top of a row to the middle of its bars
KEYS = {YEAR: LOOKS[:3], ONCE: LOOKS[3:5]}
ONCE_KEY_IN = 4.35  # where in the key the parts paid once begin


def describe(known: Known, say: Say) -> Caption:
    """The finding: how far apart the options lie, and what makes up most of the cost."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per part and option, and one for each whole, a year and once (billions of euros), with its force."""
    rows: list[tuple[object, ...]] = []
    for option, label in options(known).items():
        for paid in WHOLES:
            spreads = parts(known, option, paid) | {"whole": whole(known, option, paid)}
            force = force_range(known, option)
            rows += [(option, label, say(when(paid)), part, *spread, *force) for part, spread in spreads.items()]
    columns = ["option", "label", "when", "part", "p5", "p50", "p95", "force_low", "force_high"]
    return pd.DataFrame(rows, columns=columns)


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Two bars for each option: what it costs a year, and what it costs once."""
    names, frame = options(known), data(known, say)
    height = ROW_IN * len(names)
    figure = style.new_figure(KEY_IN + height + FOOT_IN)
    _draw_key(style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN), say)
    axes = style.panel(figure, left=LEFT_IN, top=KEY_IN, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    axes.set(xlim=(0, frame.p95.max()), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    for number, (option, label) in enumerate(names.items()):
        name = f"{clipped(label, LEFT_IN - 0.1, size=9)}\n{say(force_of(known, option))}"
        _name(axes, number * ROW_IN + ROW_IN / 2, name)
        for paid, place in zip(WHOLES, (FIRST_IN, SECOND_IN), strict=True):
            low, middle, high = whole(known, option, paid)
            words = say(phrase("figures_logistics.cost_beside", cost=with_range(low, middle, high), paid=when(paid)))
            sizes = [spread[1] for spread in parts(known, option, paid).values()]
            stack(axes, number * ROW_IN + place, Bar(parts=sizes, whole=(low, middle, high), words=words),
                  looks=KEYS[paid], height=BAR_IN)  # fmt: skip
    return figure


def _name(axes: Axes, place: float, words: str) -> None:
    axes.annotate(words, (0, place), (-LEFT_IN * 72, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, linespacing=style.LINE_SPACING)  # fmt: skip


def _draw_key(key: Axes, say: Say) -> None:
    """What the looks stand for, those of a year before those of once."""
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    for (paid, own), start in zip(PARTS.items(), (0, ONCE_KEY_IN), strict=True):
        words = say(phrase("figures_logistics.cost_key", paid=when(paid)))
        key.text(start, KEY_IN / 2, words, size=style.SMALLEST_PT, va="center")
        name_parts(key, start + 0.45, KEY_IN / 2, [say(part_label(part)) for part in own], looks=KEYS[paid])
