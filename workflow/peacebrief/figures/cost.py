"""What each option costs, a year and once: parts stacked at their middle, the range of the whole over them."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import significant, spell_range
from peacebrief.figures import style
from peacebrief.figures.caption import Caption
from peacebrief.figures.cost_words import (
    PARTS,
    WHOLES,
    finding,
    force_of,
    force_range,
    options,
    parts,
    sentences,
    whole,
)
from peacebrief.figures.reading import draws, source_line
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.stacked import LOOKS, Bar, name_parts, stack
from peacebrief.figures.wrapping import clipped

LEFT_IN, BEHIND_IN, KEY_IN, ROW_IN, BAR_IN, FOOT_IN = 1.95, 1.3, 0.22, 0.49, 0.14, 0.28
FIRST_IN, SECOND_IN = 0.15, 0.33  # from the top of a row to the middle of its bars
KEYS = {"a year": LOOKS[:3], "once": LOOKS[3:5]}
ONCE_KEY_IN = 4.35  # where in the key the parts paid once begin


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: how far apart the options lie, and what makes up most of the cost."""
    forces = "; each option with its own force and posture" if tables.get("options") else ""
    return Caption(
        title=finding(facts, tables),
        subtitle="Incremental cost in billions of euros at 2025 prices: middle of each part, and the 90% range of the "
        f"whole (line){forces}",
        source=source_line(tables, [draws(tables), f"{len(options(tables))} options, unit costs in the annex"]),
        alt=f"Stacked bars of cost by option, a year and once. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per part and option, and one for each whole, a year and once (billions of euros), with its force."""
    rows: list[tuple[object, ...]] = []
    for option, label in options(tables).items():
        for when in WHOLES:
            known = parts(facts, option, when) | {"whole": whole(facts, option, when)}
            force = force_range(option, tables)
            rows += [(option, label, when, part, *spread, *force) for part, spread in known.items()]
    columns = ["option", "label", "when", "part", "p5", "p50", "p95", "force_low", "force_high"]
    return pd.DataFrame(rows, columns=columns)


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Two bars for each option: what it costs a year, and what it costs once."""
    names, frame = options(tables), data(facts, tables)
    height = ROW_IN * len(names)
    figure = style.new_figure(KEY_IN + height + FOOT_IN)
    _draw_key(style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN))
    axes = style.panel(figure, left=LEFT_IN, top=KEY_IN, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    axes.set(xlim=(0, frame.p95.max()), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    for number, (option, label) in enumerate(names.items()):
        _name(axes, number * ROW_IN + ROW_IN / 2, clipped(label, LEFT_IN - 0.1, size=9), force_of(option, tables))
        for when, place in zip(WHOLES, (FIRST_IN, SECOND_IN), strict=True):
            low, middle, high = whole(facts, option, when)
            words = f"{significant(middle)} ({spell_range(low, high)}) {when}"
            sizes = [spread[1] for spread in parts(facts, option, when).values()]
            stack(axes, number * ROW_IN + place, Bar(parts=sizes, whole=(low, middle, high), words=words),
                  looks=KEYS[when], height=BAR_IN)  # fmt: skip
    return figure


def _name(axes: Axes, place: float, label: str, force: str) -> None:
    words = f"{label}\n{force}" if force else label
    axes.annotate(words, (0, place), (-LEFT_IN * 72, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, linespacing=style.LINE_SPACING)  # fmt: skip


def _draw_key(key: Axes) -> None:
    """What the looks stand for, those of a year before those of once."""
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    for (when, labels), start in zip(PARTS.items(), (0, ONCE_KEY_IN), strict=True):
        key.text(start, KEY_IN / 2, f"{when}:", size=style.SMALLEST_PT, va="center")
        name_parts(key, start + 0.45, KEY_IN / 2, list(labels.values()), looks=KEYS[when])
