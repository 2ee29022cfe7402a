"""What a force needs: kilograms a person and day by class of supply, for each posture, with the range of the whole.

Past forces with a known need stand beneath for comparison.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import middle_and_range, significant, with_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import DOT, LOOKS, Bar, name_parts, stack
from peacebrief.figures.logistics.supplied_force import class_label, in_posture, posture_label
from peacebrief.figures.reading import draws, marks, quantiles, source_line, value
from peacebrief.figures.registry import RANGE, Caption, Facts, Tables
from peacebrief.reasoning.digits import rounded
from peacebrief.reasoning.wording import listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = dict.fromkeys(RANGE, "kg a person and day")
MOST_HIGH_MM = 70

LEFT_IN, BEHIND_IN, ROW_IN, ANCHORS_IN, FOOT_IN = 1.08, 0.95, 0.45, 0.22, 0.3
BAR_IN, BAR_AT_IN, WORDS_AT_IN = 0.17, 0.13, 0.31  # from the top of a row

ANCHORS = {
    "logistics.anchor.task_force_eagle": "Bosnia 1996",
    "logistics.anchor.fm_101_10": "US planning factor 1959",
}


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: the class that weighs most, and how much more the hardest posture needs than the easiest."""
    known = anchors(facts)
    subtitle = "Kilograms for each person and day across the border, without bulk water: middle of each class, and the "
    parts = [draws(tables), "consumption factors and their sources in the annex"]
    return Caption(
        title=finding(facts, tables),
        subtitle=f"{subtitle}90% range of the whole (line){'; dots: what past forces used' if known else ''}",
        source=source_line(tables, parts),
        alt=f"Stacked bars of what a force needs. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per class and posture, one per posture for the whole, one per anchor (kg a person and day)."""
    rows: list[tuple[object, ...]] = []
    for posture, classes in postures(tables).items():
        rows += [(posture, name, *quantiles(facts[f"logistics.demand.{posture}.{name}"])) for name in classes]
        rows.append((posture, "whole", *quantiles(facts[f"logistics.demand.{posture}"])))
    rows += [("anchor", name, None, value(facts[fact_id]), None) for fact_id, name in anchors(facts).items()]
    return pd.DataFrame(rows, columns=["posture", "class", "p5", "p50", "p95"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A stacked bar for each posture, its classes named beneath; past forces as dots in a row of their own."""
    frame, shown = data(facts, tables), postures(tables)
    known = frame[frame.posture == "anchor"]
    height = ROW_IN * len(shown) + ANCHORS_IN * bool(len(known))
    figure = style.new_figure(height + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=0, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    axes.set(xlim=(0, frame.p95.max()), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    for number, posture in enumerate(shown):
        top, own = number * ROW_IN, {row[1]: row for row in marks(frame[frame.posture == posture])}
        low, middle, high = (getattr(own["whole"], part) for part in ("p5", "p50", "p95"))
        parts = {name: row.p50 for name, row in own.items() if name != "whole"}
        words = f"{with_range(low, middle, high)}"
        _name(axes, top + BAR_AT_IN, posture_label(posture, tables))
        bar = Bar(parts=list(parts.values()), whole=(low, middle, high), words=words)
        stack(axes, top + BAR_AT_IN, bar, looks=LOOKS, height=BAR_IN)
        labels = [f"{class_label(name)} {significant(part)}" for name, part in parts.items()]
        name_parts(axes, 0, top + WORDS_AT_IN, labels, looks=LOOKS)
    _draw_anchors(axes, known, height - ANCHORS_IN / 2)
    return figure


def _draw_anchors(axes: Axes, known: pd.DataFrame, place: float) -> None:
    """What past forces used, as dots with their names behind the last one."""
    if not len(known):
        return
    _name(axes, place, "Past forces")
    axes.plot(known.p50, [place] * len(known), ls="none", **DOT)
    names = [f"{row[1]}: {significant(row.p50)}" for row in marks(known.sort_values("p50"))]
    axes.annotate("; ".join(names), (known.p50.max(), place), (7, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT)  # fmt: skip


def _name(axes: Axes, place: float, words: str) -> None:
    axes.annotate(words, (0, place), (-LEFT_IN * 72, 0), textcoords="offset points", va="center",
                  weight=style.SEMIBOLD)  # fmt: skip


def postures(tables: Tables) -> dict[str, list[str]]:
    """The classes of each posture, both in the order of the table."""
    found: dict[str, list[str]] = {}
    for row in tables["demand"]:
        if row["class"] != "total":
            found.setdefault(str(row["posture"]), []).append(str(row["class"]))
    return found


def anchors(facts: Facts) -> dict[str, str]:
    """The past forces with a known need, by fact, with the names they are printed under."""
    return {fact_id: name for fact_id, name in ANCHORS.items() if fact_id in facts}


def finding(facts: Facts, tables: Tables) -> str:
    """The title: which class weighs most, and how many times the easiest posture the hardest needs."""
    heaviest = {posture: _heaviest(facts, posture, classes) for posture, classes in postures(tables).items()}
    middles = {posture: quantiles(facts[f"logistics.demand.{posture}"])[1] for posture in heaviest}
    easy, hard = min(middles, key=lambda name: middles[name]), max(middles, key=lambda name: middles[name])
    if rounded(middles[hard]) > rounded(middles[easy]):
        times = significant(middles[hard] / middles[easy])
        compared = f"a soldier {in_posture(hard, tables)} needs {times} times as much as {in_posture(easy, tables)}"
    else:
        compared = "every posture needs about the same"
    if len(set(heaviest.values())) > 1:
        return f"{compared[0].upper()}{compared[1:]}"
    return f"{class_label(heaviest[easy]).capitalize()} weighs most, and {compared}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The whole, its range and its classes, a sentence for each posture; then the past forces."""
    told = []
    for posture, classes in postures(tables).items():
        low, middle, high = quantiles(facts[f"logistics.demand.{posture}"])
        parts = [f"{class_label(name)} {significant(_middle(facts, posture, name))}" for name in classes]
        between, span = middle_and_range(low, middle, high)
        told.append(f"{posture_label(posture, tables)}: {between} kg a person and day, "
                    f"range {span}; {listed(parts)}.")  # fmt: skip
    known = [f"{name} {significant(value(facts[fact_id]))} kg" for fact_id, name in anchors(facts).items()]
    return [*told, f"For comparison: {listed(known)}."] if known else told


def _heaviest(facts: Facts, posture: str, classes: list[str]) -> str:
    return max(classes, key=lambda name: (_middle(facts, posture, name), name))


def _middle(facts: Facts, posture: str, supply_class: str) -> float:
    return quantiles(facts[f"logistics.demand.{posture}.{supply_class}"])[1]
