"""What would have to be true: how the chance of a failing gate follows one driver, and the value it would need.

The finding of this tornado is which driver alone could bring a failing gate to where it counts as passed.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.feasibility.gate_results import gates, odds, thresholds
from peacebrief.figures.feasibility.gate_swing import Swing, all_swings, swings
from peacebrief.figures.reading import draws, source_line
from peacebrief.figures.registry import CHANCE, Caption, Facts, Tables
from peacebrief.figures.shown_option import option_labels, planned_level, with_support
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import listed, uncapitalised

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"p_low": CHANCE, "p_now": CHANCE, "p_high": CHANCE, "central": "see unit", "needed": "see unit"}
MOST_HIGH_MM = 81

LABEL_IN, BEHIND_IN, ROW_IN, OPTION_IN, BAR_IN, HEAD_IN, FOOT_IN = 3.0, 1.55, 0.16, 0.182, 0.09, 0.25, 0.28
KEY_IN = 0.11  # from the top to the middle of the key
PASSING: dict[str, Any] = REFERENCE | {"zorder": 3.5}
LOW: dict[str, Any] = {"facecolor": "white", "edgecolor": style.INK, "hatch": "/////", "lw": 0.7, "zorder": 3}
HIGH: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.7, "zorder": 3}

COLUMN = "needs (central)"
SHARES = ("share", "probability", "share_per_year")


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: for which options one driver alone can open a failing gate."""
    return Caption(
        title=finding(facts, tables),
        subtitle="Chance of a failing gate as one driver moves over its range; right: the value that brings it to "
        f"{percent(passing(tables))}, in brackets the central judgement",
        source=source_line(tables, [draws(tables), "common draws", *_dash(facts, tables), "all drivers in the annex"]),
        alt=f"Tornado of failing gates by option, against a line at {percent(passing(tables))}; central judgements in "
        f"brackets. {' '.join(sentences(facts, tables))}",
    )


def _dash(facts: Facts, tables: Tables) -> list[str]:
    """What a dash means, where there is one."""
    shown = any(one.judged for own in swings(facts, tables).values() for one in own)
    return ["a dash: judged chances are moved by conditions only"] if shown else []


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per option, gate and driver: the chances over the driver's range, its value and the one needed."""
    rows = [(one.option, one.gate, one.driver, one.label, one.unit, one.low, one.now, one.high, one.central, one.needed)
            for own in swings(facts, tables).values() for one in own]  # fmt: skip
    columns = ["option", "gate", "driver", "label", "unit", "p_low", "p_now", "p_high", "central", "needed"]
    return pd.DataFrame(rows, columns=columns)


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Options one below the other, three drivers each; bars to either end from the chance found."""
    known = swings(facts, tables)
    height = max(ROW_IN, OPTION_IN * len(known) + ROW_IN * sum(map(len, known.values())))
    figure = style.new_figure(HEAD_IN + height + FOOT_IN)
    width = style.WIDTH_IN - LABEL_IN - BEHIND_IN
    axes = style.panel(figure, left=LABEL_IN, top=HEAD_IN, width=width, height=height)
    axes.set(xlim=(0, 1), ylim=(height, 0), yticks=[])
    axes.xaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="x")
    axes.spines["left"].set_visible(False)
    axes.axvline(passing(tables), **PASSING)
    top = 0.0
    for option, own in known.items():
        _beside(axes, top + OPTION_IN / 2 + 0.01, option_labels(tables)[option], weight=style.SEMIBOLD)
        top += OPTION_IN
        for swing in own:
            _draw_swing(axes, top + ROW_IN / 2, swing, gates(tables)[swing.gate])
            top += ROW_IN
    if not known:
        _beside(axes, ROW_IN / 2, "no failing gate with a driver", weight=400)
    _draw_key(figure, tables)
    return figure


def _draw_swing(axes: Axes, place: float, swing: Swing, gate: str) -> None:
    # The longer bar goes beneath, so that both show where they lie on one side.
    ends = sorted(((swing.low, LOW), (swing.high, HIGH)), key=lambda end: -abs(end[0] - swing.now))
    for end, look in ends:
        axes.barh(place, end - swing.now, left=swing.now, height=BAR_IN, **look)
    axes.plot([swing.now] * 2, [place - 0.75 * BAR_IN, place + 0.75 * BAR_IN], color=style.INK, lw=2.0, zorder=4,
              clip_on=False)  # fmt: skip
    _beside(axes, place, f"{gate}: {short_label(swing)}", weight=400, indent=0.08)
    weight = style.SEMIBOLD if swing.opens else 400
    axes.annotate(needs(swing), (1, place), (5, 0), textcoords="offset points", va="center", size=style.SMALLEST_PT,
                  weight=weight, annotation_clip=False)  # fmt: skip


def _beside(axes: Axes, place: float, words: str, *, weight: int, indent: float = 0.0) -> None:
    shown = clipped(words, LABEL_IN - indent - 0.08, size=style.SMALLEST_PT, lines=1)
    axes.annotate(shown, (0, place), ((indent - LABEL_IN) * 72, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, weight=weight, annotation_clip=False)  # fmt: skip


def _draw_key(figure: Figure, tables: Tables) -> None:
    key = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HEAD_IN)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(HEAD_IN, 0))
    place: dict[str, Any] = {"va": "center", "size": style.SMALLEST_PT}
    for start, look, words in ((0.01, LOW, "driver at its lowest"), (1.65, HIGH, "driver at its highest")):
        key.barh(KEY_IN, 0.24, left=start, height=BAR_IN, **look)
        key.text(start + 0.3, KEY_IN, words, **place)
    key.plot([3.32] * 2, [KEY_IN - 0.75 * BAR_IN, KEY_IN + 0.75 * BAR_IN], color=style.INK, lw=2.0)
    key.text(3.39, KEY_IN, "chance now", **place)
    key.plot([4.2] * 2, [KEY_IN - 0.09, KEY_IN + 0.09], **PASSING)
    key.text(4.27, KEY_IN, f"passes: {spelled(passing(tables), 'share')}", **place)
    key.text(style.WIDTH_IN - BEHIND_IN + 0.07, KEY_IN, COLUMN, weight=style.SEMIBOLD, **place)


def short_label(swing: Swing) -> str:
    """The driver in few words beside the name of its gate."""
    if swing.judged:
        return "the judged chance itself"
    return uncapitalised(swing.label).removeprefix("the ")


def spelled(number: float, unit: str) -> str:
    """A value of a driver in its unit: "17%", "12,000", "3.4"."""
    return percent(number) if unit in SHARES else significant(number)


def needs(swing: Swing) -> str:
    """What a driver would have to be, its central judgement in brackets: "17% (13%)", "31% (13%), beyond range".

    A dash where the driver is the judged chance itself: that it would have to be what passes says nothing.
    """
    central = spelled(swing.central, swing.unit)
    if swing.judged:
        return f"\u2013 ({central})"
    if swing.needed is None:
        return f"no value ({central})"
    return f"{spelled(swing.needed, swing.unit)} ({central}){'' if swing.reachable else ', beyond range'}"


def finding(facts: Facts, tables: Tables) -> str:
    """The title: in how many of the rows drawn one driver alone opens its gate, and which gates none opens."""
    failing, labels = _failing(facts, tables), gates(tables)
    drawn = [swing for own in swings(facts, tables).values() for swing in own]
    if not failing:
        return "No option as planned has a failing gate"
    if not drawn:
        return "No driver is known for any failing gate"
    opening = sum(swing.opens for swing in drawn)
    if not opening:
        return f"In none of the {len(drawn)} cases shown does one driver alone, within its range, open a failing gate"
    openable = {(one.option, one.gate) for own in all_swings(facts, tables).values() for one in own if one.opens}
    open_still = {gate for option, gate in failing if (option, gate) not in openable}
    names = [uncapitalised(label) for gate, label in labels.items() if gate in open_still]
    beyond = f"; for some option none opens: {listed(names, 'or')}" if names else ""
    count = f"In {opening if opening < len(drawn) else 'each'} of the {len(drawn)} cases shown"
    return f"{count} one driver alone, within its range, opens a failing gate{beyond}"


def _failing(facts: Facts, tables: Tables) -> list[tuple[str, str]]:
    """The options as planned with each of their gates that is not passed at the percentage printed."""
    return [
        (option, gate)
        for (option, level, gate), chance in odds(facts, tables).items()
        if level == planned_level(option, tables) and printed_share(chance) < passing(tables)
    ]


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Each driver shown: the chance over its range and the value it would need, grouped by option."""
    names, labels, told = option_labels(tables), gates(tables), []
    for option, own in swings(facts, tables).items():
        told.append(f"{names[option]}, {with_support(planned_level(option, tables), tables)}:")
        told += [
            f"{labels[swing.gate]}, now {percent_of_draws(swing.now)}: {percent_of_draws(swing.low)} to "
            f"{percent_of_draws(swing.high)} from low to high {_driver(swing)}; {_asked(swing)}."
            for swing in own
        ]
    return told or ["There is none: no driver is known for any failing gate."]


def _asked(swing: Swing) -> str:
    if swing.judged:
        return f"moved by conditions only, central judgement {spelled(swing.central, swing.unit)}"
    return f"to pass it needs {needs(swing)}"


def _driver(swing: Swing) -> str:
    """The driver without its article, after "low to high"."""
    return uncapitalised(swing.label).removeprefix("the ")


def passing(tables: Tables) -> float:
    """The chance from which a gate counts as passed."""
    return thresholds(tables)[0]
