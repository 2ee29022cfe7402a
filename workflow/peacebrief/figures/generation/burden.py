"""Who would send how many: troops by country and option, the share of its army that ties up, and an equal quota."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.reading import cell, source_line, value
from peacebrief.figures.registry import SHARE, TROOPS, Caption, Facts, Tables
from peacebrief.figures.shown_option import option_labels, option_phrases, planned_level, planned_rows, with_support
from peacebrief.reasoning.wording import country_in_sentence, listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"troops": TROOPS, "army_share": SHARE, "quota": TROOPS}
MOST_HIGH_MM = 81

LEFT_IN, HEAD_IN, ROW_IN, BAR_IN, KEY_IN, WIDEST_IN = 1.05, 0.5, 0.165, 0.11, 0.21, 2.4
TOTALS = ("needed", "filled")
WORDS_IN, BETWEEN_IN = 0.84, 0.12  # behind the longest bar for its numbers; between two options
BAR: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.7, "zorder": 3}
QUOTA: dict[str, Any] = {"color": style.VERMILION, "lw": 2.0, "zorder": 4, "solid_capstyle": "butt"}

# ASSUME: the burden figure names the nine countries that send most to all options together; the others share one row.
NAMED = 9
NAMED_IN_WORDS = 3


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one country, or the others together, sends to an option: troops, share of the army tied up, quota.

    `army_share` is the largest one where several countries stand together; `quota` is None where none is known.
    """

    option: str
    country: str
    troops: float
    army_share: float
    quota: float | None


def sent(tables: Tables) -> dict[str, dict[str, Share]]:
    """What each country sends to each option as planned, by option and country; without those that send nothing."""
    found: dict[str, dict[str, Share]] = {}
    for option, rows in planned_rows("burden", tables).items():
        shares = [
            Share(option=option, country=str(row["country"]), troops=float(row["deployed"]),
                  army_share=float(row["army_share"]), quota=cell(row, "quota"))
            for row in rows
        ]  # fmt: skip
        found[option] = {share.country: share for share in shares if share.troops > 0}
    return found


def countries(tables: Tables) -> list[str]:
    """The countries that send anything, those that send most to all options together first."""
    troops: dict[str, float] = {}
    for shares in sent(tables).values():
        for country, share in shares.items():
            troops[country] = troops.get(country, 0.0) + share.troops
    return sorted(troops, key=lambda country: (-troops[country], country))


def shown(tables: Tables) -> list[str]:
    """The countries with a row of their own; all of them where only one more would stand under the others."""
    known = countries(tables)
    return known if len(known) <= NAMED + 1 else known[:NAMED]


def others(option: str, tables: Tables) -> Share | None:
    """What the countries without a row of their own send to an option together; None where there is no such country."""
    own, named = sent(tables)[option], shown(tables)
    rest = [share for country, share in own.items() if country not in named]
    if not rest:
        return None
    return Share(
        option=option,
        country=others_label(tables),
        troops=sum(share.troops for share in rest),
        army_share=max(share.army_share for share in rest),
        quota=sum(share.quota or 0.0 for share in rest),
    )


def others_label(tables: Tables) -> str:
    """The name of the row of the others: "18 others"; empty where every country has its own."""
    count = len(countries(tables)) - len(shown(tables))
    return f"{count} others" if count else ""


def size_of(option: str, facts: Facts) -> float:
    """The force that an option needs, in persons."""
    return value(facts[f"generation.size.{option}"])


def filled(option: str, tables: Tables) -> float:
    """The troops that all countries together send to an option."""
    return sum(share.troops for share in sent(tables)[option].values())


def finding(facts: Facts, tables: Tables) -> str:
    """The title: which options the countries likely to take part can fill, and which of them sends most."""
    names = option_phrases(tables)
    known = list(sent(tables))
    full = [option for option in known if filled(option, tables) >= size_of(option, facts)]
    if len(full) == len(known):
        whom = "every option" if len(known) > 1 else names[known[0]]
        first = f"The countries likely to take part can fill {whom}"
    elif full:
        first = f"The countries likely to take part can fill only {listed([names[option] for option in full])}"
    elif not countries(tables):
        return "No country is likely to send troops to any option"
    else:
        best = max(known, key=lambda option: (filled(option, tables) / size_of(option, facts), option))
        share = percent(filled(best, tables) / size_of(best, facts))
        first = f"The countries likely to take part fill no option: at most {share} ({names[best]})"
    leading = {max(shares.values(), key=lambda share: (share.troops, share.country)).country
               for shares in sent(tables).values() if shares}  # fmt: skip
    return f"{first}; {country_in_sentence(leading.pop())} sends most" if len(leading) == 1 else first


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each option needs, what it gets, and from whom, a sentence each."""
    names, told = option_labels(tables), []
    for option, shares in sent(tables).items():
        first = sorted(shares.values(), key=lambda share: (-share.troops, share.country))[:NAMED_IN_WORDS]
        parts = [
            f"{country_in_sentence(one.country)} {significant(one.troops)} ({percent(one.army_share)} of its army)"
            for one in first
        ]
        most = f", most from {listed(parts)}" if parts else ""
        told.append(
            f"{names[option]}, {with_support(planned_level(option, tables), tables)}: "
            f"{significant(filled(option, tables))} of {significant(size_of(option, facts))} troops "
            f"from {len(shares)} {'country' if len(shares) == 1 else 'countries'}{most}."
        )
    return told
