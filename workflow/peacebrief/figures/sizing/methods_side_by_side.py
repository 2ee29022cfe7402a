"""Every sizing method for every role on one scale, those left out of the ensemble greyed with the reason."""

from __future__ import annotations

from string import ascii_lowercase

import pandas as pd
from matplotlib.figure import Figure

from peacebrief.facts.labels import COMPUTED_METHODS, method_labels
from peacebrief.facts.rounding import percent, significant, spell_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import ENSEMBLE, LEFT_OUT, MODEL, range_bar
from peacebrief.figures.drawing.scale import brief, factor_behind, logarithmic, short
from peacebrief.figures.drawing.wrapping import balanced, panel_titles, wrapped
from peacebrief.figures.reading import cell, draws, marks, quantiles, role_labels, source_line
from peacebrief.figures.registry import SHARE, TROOPS, Caption, Facts, Tables

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"p5": TROOPS, "p50": TROOPS, "p95": TROOPS, "weight": SHARE}
MOST_HIGH_MM = 120

PREFIX = "sizing.method."
MIXTURE, MIXTURE_LABEL, NO_REASON = "mixture", "All methods used, mixed", "It is not weighted for this role."
LABELS_IN, PANEL_GAP, FOOT = 1.88, 0.08, 0.32
WORDS_IN = 0.22  # left free behind the longest bar, besides the gap between panels
ROW, BAR, LINE_IN = 0.175, 0.1, 9 * style.LINE_HEIGHT / 72


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: how far apart the methods of the ensemble lie, for the role where they differ most."""
    frame, labels = data(facts, tables), role_labels(tables)
    methods, spans = frame[frame.method != MIXTURE], _spans(frame)
    role, (least, most) = max(spans.items(), key=lambda item: item[1][1] / item[1][0])
    widest, outside = labels[role], methods[methods.weight == 0].method.nunique()
    sentences = [
        f"{labels[role]}: middle estimates of the methods used {spell_range(*span)}." for role, span in spans.items()
    ]
    return Caption(
        title=f"The methods used differ by up to a factor of {significant(most / least)}, most for {widest.lower()}",
        subtitle="Troops (k = thousand, m = million) by method and role: 90% range and middle; logarithmic scale",
        source=source_line(tables, [draws(tables), f"{methods.method.nunique()} methods, sources in the annex"]),
        alt=f"Ranges of force size by {methods.method.nunique()} methods, in a panel for each role. "
        f"{' '.join(sentences)} {outside} methods are shown hollow because they are left out for at least one role.",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per bar: range, weight in the ensemble (0 = left out) and, where left out, the reason."""
    weights = {(row["role"], row["method"]): row for row in tables["method_weights"]}
    rows: list[tuple[object, ...]] = [
        (MIXTURE, MIXTURE_LABEL, role, *quantiles(facts[f"sizing.force.{role}"]), 1.0, "")
        for role in role_labels(tables)
    ]
    for method, label in _labels(tables).items():
        for role in role_labels(tables):
            fact, weighed = facts.get(f"{PREFIX}{method}.{role}"), weights.get((role, method), {})
            if fact is not None:
                weight = cell(weighed, "weight") or 0.0
                reason = "" if weight else str(weighed.get("reason") or NO_REASON)
                rows.append((method, label, role, *quantiles(fact), weight, reason))
    return pd.DataFrame(rows, columns=["method", "label", "role", "p5", "p50", "p95", "weight", "reason"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """One row per method, one panel per role; letters beside hollow bars lead to the reasons below."""
    frame, roles = data(facts, tables), role_labels(tables)
    names = {row.method: balanced(row.label, LABELS_IN - 0.08, size=9) for row in marks(frame)}
    places, rules, height = _places(names)
    letters = dict(zip(dict.fromkeys(reason for reason in frame.reason if reason), ascii_lowercase, strict=False))
    notes = _notes(letters)
    width = (style.WIDTH_IN - LABELS_IN) / len(roles) - PANEL_GAP
    titles, head = panel_titles(list(roles.values()), width)
    figure = style.new_figure(head + height + FOOT + LINE_IN * (notes.count("\n") + 1))
    behind = factor_behind([*frame.p5, *frame.p95], words_in=WORDS_IN, width_in=width)
    for number, role in enumerate(roles):
        left = LABELS_IN + number * (width + PANEL_GAP)
        axes = style.panel(figure, left=left, top=head, width=width, height=height)
        logarithmic(axes, [*frame.p5, *frame.p95], steps=(1,), words=short, after=behind)
        axes.set_ylim(height, 0)
        axes.set_yticks(list(places.values()), list(names.values()), linespacing=style.LINE_SPACING)
        axes.tick_params(labelleft=not number)
        axes.set_title(titles[number], linespacing=style.LINE_SPACING)
        axes.hlines(rules, *axes.get_xlim(), color=style.PALE, lw=0.5, zorder=1)
        for row in marks(frame[frame.role == role]):
            look = ENSEMBLE if row.method == MIXTURE else MODEL if row.weight else LEFT_OUT
            words = letters.get(row.reason) or (brief(row.p50) if row.method == MIXTURE else percent(row.weight))
            range_bar(axes, places[row.method], (row.p5, row.p50, row.p95), height=BAR, look=look, words=words)
    figure.text(0, 0.03 / figure.get_size_inches()[1], notes, size=9, va="bottom", linespacing=style.LINE_SPACING)
    return figure


def _labels(tables: Tables) -> dict[str, str]:
    """Methods in the order drawn: those used somewhere first, and among them those that combine several inputs."""
    used, labels = {row["method"] for row in tables["method_weights"] if cell(row, "weight")}, method_labels(tables)
    order = sorted(labels, key=lambda method: (method not in used, method not in COMPUTED_METHODS))
    return {method: labels[method] for method in order}


def _spans(frame: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """The smallest and the largest middle estimate among the methods used, by role."""
    used = frame[(frame.weight > 0) & (frame.method != MIXTURE)]
    middles = {role: used[used.role == role].p50 for role in dict.fromkeys(frame.role)}
    return {role: (float(found.min()), float(found.max())) for role, found in middles.items() if len(found)}


def _places(names: dict[str, str]) -> tuple[dict[str, float], list[float], float]:
    """The middle of each row in inches from the top, the rules between rows, and the height of all of them."""
    places, rules, top = {}, [], 0.0
    for method, name in names.items():
        row = ROW + LINE_IN * name.count("\n")
        places[method] = top + row / 2
        top += row
        rules.append(top)
    return places, rules[:-1], top


def _notes(letters: dict[str, str]) -> str:
    head = "Per cent: weight in the mixture. Hollow bars are left out of it, for the reason their letter gives:"
    notes = [f"{letter}: {reason}" for reason, letter in letters.items()]
    return "\n".join(wrapped(line, style.WIDTH_IN - 0.05, size=9) for line in [head, *notes])
