"""Who would send how many: troops by country and option, the share of its army that ties up, and an equal quota."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures import style
from peacebrief.figures.burden_words import (
    Share,
    filled,
    finding,
    others,
    others_label,
    sent,
    sentences,
    shown,
    size_of,
)
from peacebrief.figures.caption import Caption
from peacebrief.figures.option_words import option_labels
from peacebrief.figures.reading import source_line
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.wrapping import clipped

LEFT_IN, HEAD_IN, ROW_IN, BAR_IN, KEY_IN, WIDEST_IN = 1.05, 0.5, 0.165, 0.11, 0.21, 2.4
TOTALS = ("needed", "filled")
WORDS_IN, BETWEEN_IN = 0.84, 0.12  # behind the longest bar for its numbers; between two options
BAR: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.7, "zorder": 3}
QUOTA: dict[str, Any] = {"color": style.VERMILION, "lw": 2.0, "zorder": 4, "solid_capstyle": "butt"}


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: which options the countries likely to take part can fill."""
    return Caption(
        title=finding(facts, tables),
        subtitle="Troops sent by the countries more likely than not to take part, in brackets the share of the army "
        "tied up; options as planned",
        source=source_line(tables, ["model of this brief, shares as even as can be; army sizes in the annex"]),
        alt=f"Bars of troops by country and option. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per option and country (troops, share of the army, quota), and for each option what it needs and gets."""
    rows: list[tuple[object, ...]] = []
    for option, shares in sent(tables).items():
        own = [shares[country] for country in shown(tables) if country in shares]
        rest = others(option, tables)
        rows += [
            (option, one.country, one.troops, one.army_share, one.quota) for one in [*own, *([rest] if rest else [])]
        ]
        totals = zip(TOTALS, (size_of(option, facts), filled(option, tables)), strict=True)
        rows += [(option, total, troops, None, None) for total, troops in totals]
    return pd.DataFrame(rows, columns=["option", "country", "troops", "army_share", "quota"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A column for each option, a row for each country; bars on one scale."""
    named, rest = shown(tables), others_label(tables)
    rows = [*named, *([rest] if rest else [])]
    options = list(sent(tables))
    height = ROW_IN * max(1, len(rows))
    figure = style.new_figure(KEY_IN + HEAD_IN + height + 0.04)
    column = min(WIDEST_IN, (style.WIDTH_IN - LEFT_IN) / len(options))
    largest = max([1.0, *data(facts, tables).query("country not in @TOTALS")[["troops", "quota"]].max()])
    _draw_key(style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN))
    for number, option in enumerate(options):
        wide = column - BETWEEN_IN
        axes = style.panel(figure, left=LEFT_IN + number * column, top=KEY_IN + HEAD_IN, width=wide, height=height)
        axes.set(xlim=(0, largest * wide / (wide - WORDS_IN)), ylim=(height, 0), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        _head(axes, facts, tables, option, wide)
        own = sent(tables)[option] | ({rest: share} if (share := others(option, tables)) else {})
        for place, name in enumerate(rows):
            _draw_share(axes, (place + 0.5) * ROW_IN, own.get(name))
            if not number:
                words = clipped(name, LEFT_IN - 0.08, size=style.SMALLEST_PT, lines=1)
                axes.annotate(words, (0, (place + 0.5) * ROW_IN), (-6, 0), textcoords="offset points", ha="right",
                              va="center", size=style.SMALLEST_PT)  # fmt: skip
    return figure


def _head(axes: Axes, facts: Facts, tables: Tables, option: str, wide: float) -> None:
    """The name of an option, and how much of what it needs it gets."""
    label = clipped(option_labels(tables)[option], wide, size=9, lines=2)
    total = f"{significant(filled(option, tables))} of {significant(size_of(option, facts))}"
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


def _draw_key(key: Axes) -> None:
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    middle = KEY_IN / 2 - 0.02
    key.barh(middle, 0.3, left=0.01, height=BAR_IN, **BAR)
    key.text(0.38, middle, "troops deployed (share of the army)", va="center", size=style.SMALLEST_PT)
    key.plot([3.1, 3.1], [middle - 0.75 * BAR_IN, middle + 0.75 * BAR_IN], **QUOTA)
    key.text(3.2, middle, "what a quota by size of army would ask", va="center", size=style.SMALLEST_PT)
