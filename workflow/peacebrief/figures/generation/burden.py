"""Who would send how many: troops by country and option, the share of its army that ties up, and an equal quota."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.registry import SHARE, TROOPS, Caption
from peacebrief.telling.figures.generation.burden import (
    Share,
    caption,
    filled,
    others,
    others_label,
    sent,
    shown,
    size_of,
)
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"troops": TROOPS, "army_share": SHARE, "quota": TROOPS}
MOST_HIGH_MM = 81

LEFT_IN, HEAD_IN, ROW_IN, BAR_IN, KEY_IN, WIDEST_IN = 1.05, 0.5, 0.165, 0.11, 0.21, 2.4
TOTALS = ("needed", "filled")
WORDS_IN, BETWEEN_IN = 0.84, 0.12  # behind the longest bar for its numbers; between two options
BAR: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.7, "zorder": 3}
QUOTA: dict[str, Any] = {"color": style.VERMILION, "lw": 2.0, "zorder": 4, "solid_capstyle": "butt"}


def describe(known: Known, say: Say) -> Caption:
    """The finding: which options the countries likely to take part can fill."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per option and country (troops, share of the army, quota), and for each option what it needs and gets."""
    rows: list[tuple[object, ...]] = []
    for option in sent(known):
        own = _rows(known, say, option)
        rows += [(option, name, share.troops, share.army_share, share.quota) for name, share in own.items()]
        totals = zip(TOTALS, (size_of(known, option), filled(known, option)), strict=True)
        rows += [(option, total, troops, None, None) for total, troops in totals]
    return pd.DataFrame(rows, columns=["option", "country", "troops", "army_share", "quota"])


def _rows(known: Known, say: Say, option: str) -> dict[str, Share]:
    """What an option is sent, by the names of rows: countries in their order, then the others together."""
    own = sent(known)[option]
    rows = {country: own[country] for country in shown(known) if country in own}
    rest, label = others(known, option), others_label(known)
    return rows | {say(label): rest} if rest and label else rows


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A column for each option, a row for each country; bars on one scale."""
    rest = others_label(known)
    rows, options = [*shown(known), *([say(rest)] if rest else [])], list(sent(known))
    height = ROW_IN * max(1, len(rows))
    figure = style.new_figure(KEY_IN + HEAD_IN + height + 0.04)
    column = min(WIDEST_IN, (style.WIDTH_IN - LEFT_IN) / len(options))
    largest = max([1.0, *data(known, say).query("country not in @TOTALS")[["troops", "quota"]].max()])
    _draw_key(style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN), say)
    for number, option in enumerate(options):
        wide = column - BETWEEN_IN
        axes = style.panel(figure, left=LEFT_IN + number * column, top=KEY_IN + HEAD_IN, width=wide, height=height)
        axes.set(xlim=(0, largest * wide / (wide - WORDS_IN)), ylim=(height, 0), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        _head(axes, known, say, option, wide)
        own = _rows(known, say, option)
        for place, name in enumerate(rows):
            _draw_share(axes, (place + 0.5) * ROW_IN, own.get(name))
            if not number:
                words = clipped(name, LEFT_IN - 0.08, size=style.SMALLEST_PT, lines=1)
                axes.annotate(words, (0, (place + 0.5) * ROW_IN), (-6, 0), textcoords="offset points", ha="right",
                              va="center", size=style.SMALLEST_PT)  # fmt: skip
    return figure


def _head(axes: Axes, known: Known, say: Say, option: str, wide: float) -> None:
    """The name of an option, and how much of what it needs it gets."""
    label = clipped(option_labels(known)[option], wide, size=9, lines=2)
    troops, needed = significant(filled(known, option)), significant(size_of(known, option))
    total = say(phrase("figures_generation.burden_total", filled=troops, needed=needed))
    axes.annotate(total, (0, 0), (0, 4), textcoords="offset points", weight=style.SEMIBOLD, va="bottom")
    axes.annotate(label, (0, 0), (0, 17), textcoords="offset points", size=style.SMALLEST_PT, va="bottom",
                  linespacing=style.LINE_SPACING)  # fmt: skip


def _draw_share(axes: Axes, place: float, share: Share | None) -> None:
    if share is None:
        axes.annotate("\u2013", (0, place), (4, 0), textcoords="offset points", va="center", color=style.MUTED,
                      size=style.SMALLEST_PT)  # fmt: skip
        return
    axes.barh(place, share.troops, height=BAR_IN, **BAR)
    if share.quota:
        axes.plot([share.quota] * 2, [place - 0.75 * BAR_IN, place + 0.75 * BAR_IN], **QUOTA)
    words = f"{significant(share.troops)} ({percent(share.army_share)})"
    axes.annotate(words, (max(share.troops, share.quota or 0.0), place), (4, 0), textcoords="offset points",
                  va="center", size=style.SMALLEST_PT)  # fmt: skip


def _draw_key(key: Axes, say: Say) -> None:
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    middle = KEY_IN / 2 - 0.02
    key.barh(middle, 0.3, left=0.01, height=BAR_IN, **BAR)
    key.text(0.38, middle, say(phrase("figures_generation.burden_key_troops")), va="center", size=style.SMALLEST_PT)
    key.plot([3.1, 3.1], [middle - 0.75 * BAR_IN, middle + 0.75 * BAR_IN], **QUOTA)
    key.text(3.2, middle, say(phrase("figures_generation.burden_key_quota")), va="center", size=style.SMALLEST_PT)
