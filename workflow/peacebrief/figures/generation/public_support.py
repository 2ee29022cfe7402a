"""Who would stand behind it: net public support for sending troops after a ceasefire, a dot and its interval.

The finding is where more people support sending troops than oppose it.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import exact, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import MODEL, REFERENCE, range_bar
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.reading import marks, quantiles, source_line
from peacebrief.figures.registry import POINTS, RANGE, Caption, Facts, Tables
from peacebrief.reasoning.wording import country_in_sentence, listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, POINTS), "polls": "count", "houses": "count"}
MOST_HIGH_MM = 70

LEFT_IN, BEHIND_IN, ROW_IN, BAR_IN, HEAD_IN, FOOT_IN, LEAST_IN = 1.15, 2.1, 0.185, 0.09, 0.27, 0.28, 0.3
ROOM = 4.0  # points left free on either side

NET = "generation.net_support."


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: in how many countries support is clearly above opposition."""
    rows = countries(facts, tables)
    count = sum(int(row["polls"]) for row in rows)
    return Caption(
        title=finding(facts, tables),
        subtitle="Net support (support less opposition) for sending own troops after a ceasefire, percentage points: "
        "middle and 90% range",
        source=source_line(tables, [f"{count} polls of comparable wording in {len(rows)} countries, in the annex"]),
        alt=f"Ranges of net support by country against a line at zero. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per country: net support in points at p5, p50 and p95, and the polls and houses it rests on."""
    rows = [(row["contributor"], row["country"], *span(facts, row), row["polls"], row["houses"])
            for row in countries(facts, tables)]  # fmt: skip
    return pd.DataFrame(rows, columns=["contributor", "country", "p5", "p50", "p95", "polls", "houses"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A range for each country, most support first; numbers and polls behind."""
    frame = data(facts, tables)
    height = max(LEAST_IN, ROW_IN * len(frame))
    figure = style.new_figure(HEAD_IN + height + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=HEAD_IN, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    ends = [0.0, *frame.p5, *frame.p95]
    axes.set(xlim=(min(ends) - ROOM, max(ends) + ROOM), ylim=(height, 0))
    axes.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda number, _: points(number)))
    axes.grid(True, axis="x")
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.axvline(0, zorder=3.5, **REFERENCE)
    for number, row in enumerate(marks(frame)):
        _draw_country(axes, (number + 0.5) * ROW_IN, row)
    for side, words, place in (("right", "more oppose it", -5), ("left", "more support it", 5)):
        if (min(ends) < 0) if side == "right" else (max(ends) > 0):
            axes.annotate(words, (0, 0), (place, 4), textcoords="offset points", ha=side, va="bottom",
                          size=style.SMALLEST_PT)  # fmt: skip
    return figure


def _draw_country(axes: Axes, place: float, row: pd.Series) -> None:
    range_bar(axes, place, (row.p5, row.p50, row.p95), height=BAR_IN, look=MODEL)
    name = clipped(str(row.country), LEFT_IN - 0.1, size=style.SMALLEST_PT, lines=1)
    polls = rests_on({"polls": row.polls, "houses": row.houses})
    behind = f"{points(row.p50)} ({points(row.p5)} to {points(row.p95)}); {polls}"
    beside, after = axes.get_xlim()
    for at, words, shift, side in ((beside, name, -6, "right"), (after, behind, 4, "left")):
        axes.annotate(words, (at, place), (shift, 0), textcoords="offset points", ha=side, va="center",
                      size=style.SMALLEST_PT, annotation_clip=False)  # fmt: skip


def countries(facts: Facts, tables: Tables) -> list[dict[str, Any]]:
    """The rows of the countries with comparable polls, those with most net support first."""
    known = [dict(row) for row in tables["net_support"] if f"{NET}{row['contributor']}" in facts]
    return sorted(known, key=lambda row: (-span(facts, row)[1], str(row["country"])))


def span(facts: Facts, row: dict[str, Any]) -> tuple[float, float, float]:
    """Net support in points (support less opposition): p5, p50 and p95."""
    return quantiles(facts[f"{NET}{row['contributor']}"])


def finding(facts: Facts, tables: Tables) -> str:
    """The title: in how many countries the whole range is above zero, and where it is below."""
    rows = countries(facts, tables)
    if not rows:
        return "No country has comparable polls on sending troops after a ceasefire"
    above = [str(row["country"]) for row in rows if span(facts, row)[0] > 0]
    below = [country_in_sentence(str(row["country"])) for row in rows if span(facts, row)[2] < 0]
    first = (
        f"More people support than oppose sending troops in {len(above)} of {len(rows)} countries with comparable polls"
    )
    if len(above) == len(rows):
        first = "More people support than oppose sending troops in every country with comparable polls"
    elif not above:
        first = "In no country with comparable polls do clearly more people support than oppose sending troops"
    return f"{first}; more oppose it in {listed(below)}" if below else first


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Net support, its range and what it rests on, a sentence for each country."""
    told = []
    for row in countries(facts, tables):
        low, middle, high = span(facts, row)
        told.append(f"{row['country']}: {points(middle)} points, range {points(low)} to {points(high)}, "
                    f"{rests_on(row)}.")  # fmt: skip
    return told or ["There is none: no country has such polls."]


def points(number: float) -> str:
    """Points with their sign: "+16", "\u22126"."""
    whole = float(f"{number:.0f}") + 0.0
    return f"+{significant(whole)}" if whole > 0 else exact(whole)


def rests_on(row: dict[str, Any]) -> str:
    """The polls behind a country and who took them: "4 polls, 3 pollsters"."""
    polls, houses = int(row["polls"]), int(row["houses"])
    return f"{polls} {'poll' if polls == 1 else 'polls'}, {houses} {'pollster' if houses == 1 else 'pollsters'}"
