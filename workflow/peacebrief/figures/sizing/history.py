"""Past missions: does the length of a line, or a population, say how strong a force was sent?

Behind it stand the tests of sizing rules on past missions: which rules, against which constant, and how far they
miss.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import geometric_mean
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.fact import sources_of
from peacebrief.facts.labels import RULES
from peacebrief.facts.rounding import significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.placing import label_points
from peacebrief.figures.drawing.scale import logarithmic, short
from peacebrief.figures.reading import cell, marks, quantiles, source_line, value
from peacebrief.figures.registry import TROOPS, Caption, Facts, Tables
from peacebrief.reasoning.digits import rounded
from peacebrief.reasoning.wording import listed, uncapitalised

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {
    "x": "km or people by set",
    "x_low": "km or people by set",
    "x_high": "km or people by set",
    "strength": TROOPS,
    "factor": "ratio",
    "missions": "count",
}
MOST_HIGH_MM = 120

LEFTS, WIDTH, SCATTER_TOP, SCATTER_HEIGHT = (0.45, 3.95), 2.7, 0.3, 1.88
KEY_TOP, ERRORS_TOP, BARS_LEFT, BARS, ROW = 2.46, 2.7, 2.45, 3.6, 0.176
CONSTANT_LINE: dict[str, Any] = REFERENCE | {"zorder": 2}
RATIO_LINE: dict[str, Any] = {"color": style.BLUE, "lw": 1.5, "zorder": 2}
CONSTANT_BAR: dict[str, Any] = {"facecolor": "white", "edgecolor": style.VERMILION, "hatch": "////", "lw": 1.0}
MISSES = "typical miss of a mission left out; a bar begins at \u00d71, no miss"
RULE_BAR: dict[str, Any] = {"facecolor": style.BLUE, "edgecolor": style.BLUE, "lw": 1.0}

PREFIX, SCORE, MISSION_ROW = "sizing.validation.", "median_abs_log10_error", "table:missions.csv#"
CONSTANT = "constant guess"


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: which rules predict a mission left out better than a constant does."""
    frame = data(facts, tables)
    counts = [f"{len(missions_of(facts, test))} {test.name}" for test in TESTS]
    return Caption(
        title=finding(facts),
        subtitle="Above: peak strength of past missions, logarithmic scales. Below: the factor by which a rule misses "
        "the middle mission when that mission is left out",
        source=source_line(tables, [f"peak strengths of {listed(counts)}, listed in the annex"]),
        alt=f"Two scatter plots of past missions, strength against line length and against population, and the typical "
        f"miss of each rule. {' '.join(sentences(facts))} Points shown: {int((frame.kind == 'mission').sum())}.",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per mission drawn (x, strength), per case (x, x_low, x_high), per typical miss (a factor, missions)."""
    rows: list[dict[str, object]] = []
    for test in TESTS:
        own = _mission_rows(facts, tables, test) + _case_rows(facts, test) if test.column else []
        count = len(missions_of(facts, test))
        own += [
            {"kind": "miss", "name": name, "factor": typical_miss(facts, model), "missions": count}
            for model, name in models(test).items()
        ]
        rows += [{"set": test.name, **row} for row in own]
    return pd.DataFrame(rows, columns=["kind", "set", "name", "x", "x_low", "x_high", "strength", "factor", "missions"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Two scatter plots above, the typical miss of every rule beside its constant below."""
    frame = data(facts, tables)
    rows = sum(len(models(test)) + 1 for test in TESTS)
    figure = style.new_figure(ERRORS_TOP + ROW * rows + 0.05)
    strengths = [frame.strength.min() / 1.5, frame.strength.max()]
    for test, left in zip([test for test in TESTS if test.column], LEFTS, strict=True):
        axes = style.panel(figure, left=left, top=SCATTER_TOP, width=WIDTH, height=SCATTER_HEIGHT)
        _draw_scatter(figure, axes, frame[frame.set == test.name], test, strengths)
    _draw_key(style.panel(figure, left=0, top=KEY_TOP, width=style.WIDTH_IN, height=0.2))
    _draw_misses(style.panel(figure, left=BARS_LEFT, top=ERRORS_TOP, width=BARS, height=ROW * rows), facts, frame)
    return figure


def _draw_scatter(figure: Figure, axes: Axes, frame: pd.DataFrame, test: RuleTest, strengths: list[float]) -> None:
    missions, case = frame[frame.kind == "mission"], frame[frame.kind == "case"].iloc[0]
    logarithmic(axes, [*missions.x, case.x_low, case.x_high], steps=test.steps, words=short)
    logarithmic(axes, strengths, axis="y", steps=(1,), words=short)
    axes.set_title(f"Strength by {test.measure}")
    axes.axvspan(case.x_low, case.x_high, facecolor=style.PALE, edgecolor="none", zorder=1)
    middle, (first, last) = geometric_mean(missions.strength), axes.get_xlim()
    ratio = middle / geometric_mean(missions.x)
    lines = [((first, middle), (last, middle)), ((first, ratio * first), (last, ratio * last))]
    for (start, end), look in zip(lines, (CONSTANT_LINE, RATIO_LINE), strict=True):
        axes.plot(*zip(start, end, strict=True), **look)
    axes.set_xlim(first, last)
    axes.plot(missions.x, missions.strength, ls="none", marker="o", ms=5, mfc=style.ORANGE, mec=style.INK, mew=0.6)
    ordered = missions.sort_values(["strength", "name"], ascending=[False, True])
    label_points(figure, axes, [(row.x, row.strength, row.name) for row in marks(ordered)], lines=lines)


def _draw_key(key: Axes) -> None:
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(0, 0.2))
    key.plot([0.5, 0.8], [0.1, 0.1], **RATIO_LINE)
    key.text(0.86, 0.1, "in proportion", va="center")
    key.plot([2.0, 2.3], [0.1, 0.1], **CONSTANT_LINE)
    key.text(2.36, 0.1, CONSTANT, va="center")
    key.barh(0.1, 0.3, left=3.95, height=0.16, color=style.PALE)
    key.text(4.31, 0.1, "where this case lies (90% range)", va="center")


def _draw_misses(axes: Axes, facts: Facts, frame: pd.DataFrame) -> None:
    axes.set_axis_off()
    misses = frame[frame.kind == "miss"]
    axes.set(xlim=(1, misses.factor.max() * 1.1), ylim=(sum(len(models(t)) + 1 for t in TESTS), 0))
    axes.text(1, 0.55, MISSES, size=style.SMALLEST_PT, va="center")
    across, left, row = axes.get_yaxis_transform(), -BARS_LEFT / BARS, 0
    for test in TESTS:
        axes.text(left, row + 0.55, f"{len(missions_of(facts, test))} {test.name}", weight=style.SEMIBOLD, va="center",
                  transform=across)  # fmt: skip
        for place, miss in enumerate(marks(misses[misses.set == test.name]), row + 1):
            look = CONSTANT_BAR if miss.name == CONSTANT else RULE_BAR
            axes.barh(place + 0.5, miss.factor - 1, left=1, height=0.62, **look)
            axes.text(left + 0.03, place + 0.5, miss.name, size=style.SMALLEST_PT, va="center",
                      transform=across)  # fmt: skip
            axes.annotate(f"\u00d7{significant(miss.factor)}", (miss.factor, place + 0.5), (4, 0),
                          textcoords="offset points", va="center", size=style.SMALLEST_PT)  # fmt: skip
            row += 1
        row += 1


def _mission_rows(facts: Facts, tables: Tables, test: RuleTest) -> list[dict[str, object]]:
    missions = {str(row["id"]): row for row in tables["missions"]}
    return [
        {"kind": "mission", "name": name, "x": cell(row, test.column), "strength": cell(row, "strength")}
        for name in missions_of(facts, test)
        if (row := missions[name])
    ]


def _case_rows(facts: Facts, test: RuleTest) -> list[dict[str, object]]:
    low, middle, high = quantiles(facts[test.theatre])
    return [{"kind": "case", "name": "this case", "x": middle, "x_low": low, "x_high": high}]


@dataclass(frozen=True, slots=True)
class RuleTest:
    """Rules tested on one set of missions against one constant; a set scaled by a column is also drawn."""

    name: str
    what: str
    constant: str
    rules: tuple[str, ...]
    column: str = ""
    measure: str = ""
    theatre: str = ""
    steps: tuple[int, ...] = (1,)


TESTS = (
    RuleTest("line missions", "line length", "constant_line", ("per_line_km", "log_linear_line"),
             "line_km", "length of line, km", "sizing.theatre.line_length", (1, 3)),
    RuleTest("population missions", "population", "constant_population",
             ("per_1000_population", "log_linear_population"), "population", "population",
             "sizing.theatre.population"),
    RuleTest("missions of all kinds", "mandate with threat", "constant_all", ("mandate_and_threat",)),
)  # fmt: skip


def models(test: RuleTest) -> dict[str, str]:
    """The rules of a test and its constant, by id, with printed names."""
    return {rule: uncapitalised(RULES[rule]) for rule in test.rules} | {test.constant: CONSTANT}


def typical_miss(facts: Facts, model: str) -> float:
    """The factor by which the model misses the middle mission left out: 10 to the published error."""
    return float(10 ** value(facts[f"{PREFIX}{model}.{SCORE}"]))


def missions_of(facts: Facts, test: RuleTest) -> list[str]:
    """Ids of the missions a test rests on, read from what its error is said to come from."""
    origins = sources_of(f"{PREFIX}{test.constant}.{SCORE}", facts)
    return sorted(origin.removeprefix(MISSION_ROW) for origin in origins if origin.startswith(MISSION_ROW))


def finding(facts: Facts) -> str:
    """The title: what predicts past missions no better than the constant of its own test, and what does better."""
    better = [test.what for test in TESTS if _beats_constant(facts, test)]
    others = [test.what for test in TESTS if test.what not in better]
    if not others:
        return f"Past missions follow {listed(better)} more closely than a constant guess"
    neither = (
        f"Neither {listed(others, 'nor')} predicts" if len(others) > 1 else f"{others[0].capitalize()} does not predict"
    )
    title = f"{neither} past missions better than a constant guess"
    return f"{title}; {listed(better)} {'do' if len(better) > 1 else 'does'}" if better else title


def sentences(facts: Facts) -> list[str]:
    """The typical miss of every rule, a sentence for each test."""
    told = []
    for test in TESTS:
        misses = [f"{name} \u00d7{significant(typical_miss(facts, model))}" for model, name in models(test).items()]
        told.append(f"Typical miss over {len(missions_of(facts, test))} {test.name}: {listed(misses)}.")
    return told


def _beats_constant(facts: Facts, test: RuleTest) -> bool:
    """Whether any rule misses by less than the constant, at the digits printed: a title may not split a tie."""
    constant = rounded(typical_miss(facts, test.constant))
    return any(rounded(typical_miss(facts, model)) < constant for model in test.rules)
