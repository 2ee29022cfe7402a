"""What rotation adds: troops deployed, the pool that keeps them there, troops cycled, and each army's share."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import APART, COMMITTED, MODEL, REFERENCE, range_bar
from peacebrief.figures.drawing.scale import brief, factor_behind, logarithmic, short
from peacebrief.figures.drawing.wrapping import panel_titles
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import RANGE, Caption
from peacebrief.telling.figures.reading import role_labels, size_under_test, span
from peacebrief.telling.figures.sizing.rotation import (
    BY_RULE,
    COMPARED,
    WHOLE_ARMY,
    armies_most_tied_up,
    assumption,
    caption,
    rules_used,
)
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, "troops_or_share"), "ratio": "pool_for_each"}
MOST_HIGH_MM = 88

LABELS_IN, GAP, ROW, BAR = 1.4, 0.12, 0.162, 0.1
CYCLED_GAP, CYCLED_IN, ARMIES_GAP = 0.06, 0.18, 0.54
BEHIND_IN, BEHIND_WHOLE_IN = 0.5, 1.05  # beside the longest bar, for its number, or for two where one passes 100%
WORDS_IN = 0.22  # left free behind the longest bar of troops for its number, besides the gap between panels
LOOKS = {"deployed": MODEL, "pool": COMMITTED, "cycled": APART, "army_share": MODEL, "ceiling": COMMITTED}


def describe(known: Known, say: Say) -> Caption:
    """The finding: for which roles rotation lifts the commitment over the size under test."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per bar: deployed, pool by rule and cycled for each role (persons), shares of armies, both lines."""
    rows: list[tuple[object, ...]] = []
    for role in role_labels(known):
        rows.append(("deployed", role, "deployed", *span(known, f"sizing.force.{role}"), None))
        rows += [
            ("pool", role, rule, *span(known, f"{BY_RULE}{rule}.{role}"), ratio)
            for rule, ratio in rules_used(known).items()
        ]
        rows.append(("cycled", role, "cycled", *span(known, f"sizing.cycled.{role}"), None))
    for fact_id, name in armies_most_tied_up(known).items():
        rows.append(("ceiling" if fact_id == COMPARED else "army_share", "", say(name), *span(known, fact_id), None))
    for name, place in (("size_under_test", float(size_under_test(known))), ("whole_army", WHOLE_ARMY)):
        rows.append(("threshold", "", name, place, place, place, None))
    return pd.DataFrame(rows, columns=["kind", "role", "name", "p5", "p50", "p95", "ratio"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A panel for each role: deployed and pool above, cycled apart below; then a bar for each army."""
    frame, roles, rules = data(known, say), role_labels(known), rules_used(known)
    people, armies = frame[frame.role != ""], frame[frame.kind.isin(["army_share", "ceiling"])]
    pool_in, armies_in = ROW * (len(rules) + 1), ARMIES_GAP + ROW * len(armies) if len(armies) else 0.0
    width = (style.WIDTH_IN - LABELS_IN) / len(roles) - GAP
    titles, head = panel_titles(list(roles.values()), width)
    cycled_top = head + pool_in + CYCLED_GAP
    figure = style.new_figure(cycled_top + CYCLED_IN + armies_in + 0.27)
    for number, role in enumerate(roles):
        left, own = LABELS_IN + number * (width + GAP), people[people.role == role]
        pool = style.panel(figure, left=left, top=head, width=width, height=pool_in)
        cycled = style.panel(figure, left=left, top=cycled_top, width=width, height=CYCLED_IN)
        for axes, kept, bar in (
            (pool, own.kind != "cycled", BAR / ROW),
            (cycled, own.kind == "cycled", BAR / CYCLED_IN),
        ):
            _draw_people(axes, own[kept], people, bar=bar)
            axes.axvline(size_under_test(known), zorder=2.5, **REFERENCE)
        # One scale for both: its numbers stand once, below the lower panel.
        pool.tick_params(bottom=False, labelbottom=False)
        pool.spines["bottom"].set_visible(False)
        pool.set_title(titles[number], linespacing=style.LINE_SPACING)
        if not number:
            pool.set_yticks(range(len(rules) + 1), _labels_of_pools(list(rules.values()), say))
            cycled.set_yticks([0], [_cycled_label(known, say)])
    if len(armies):
        _draw_armies(figure, armies, say, top=cycled_top + CYCLED_IN + ARMIES_GAP)
    return figure


def _draw_people(axes: Axes, own: pd.DataFrame, everyone: pd.DataFrame, *, bar: float) -> None:
    # Every panel shares one scale, with room for the number after the longest bar.
    ends = [*everyone.p5, *everyone.p95]
    width_in = axes.get_position().width * style.WIDTH_IN
    behind = factor_behind(ends, words_in=WORDS_IN, width_in=width_in)
    logarithmic(axes, ends, steps=(1,), words=short, after=behind)
    axes.set_ylim(len(own) - 0.5, -0.5)
    axes.set_yticks([])
    for place, row in enumerate(marks(own)):
        range_bar(axes, place, (row.p5, row.p50, row.p95), height=bar, look=LOOKS[row.kind])
        # In a column behind the longest bar, where the line at the size under test does not run through them.
        axes.annotate(brief(row.p50), (max(ends), place), (3, 0), textcoords="offset points", va="center",
                      size=style.SMALLEST_PT)  # fmt: skip


def _draw_armies(figure: Figure, armies: pd.DataFrame, say: Say, *, top: float) -> None:
    behind = BEHIND_WHOLE_IN if (armies.p95 > WHOLE_ARMY).any() else BEHIND_IN
    width = style.WIDTH_IN - LABELS_IN - behind
    axes = style.panel(figure, left=LABELS_IN, top=top, width=width, height=ROW * len(armies))
    axes.set_title(say(phrase("figures_sizing.rotation_shares_title")))
    axes.set(xlim=(0, max(WHOLE_ARMY, armies.p95.max()) * 1.01), ylim=(len(armies) - 0.5, -0.5))
    axes.xaxis.set_major_locator(MaxNLocator(6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="x")
    axes.set_yticks(range(len(armies)), armies.name)
    axes.axvline(WHOLE_ARMY, zorder=3.5, **REFERENCE)
    for place, row in enumerate(marks(armies)):
        words = percent(row.p50)
        if row.p95 > WHOLE_ARMY:
            words = say(phrase("figures_sizing.rotation_up_to", share=words, most=percent(row.p95)))
        range_bar(axes, place, (row.p5, row.p50, row.p95), height=BAR / ROW, look=LOOKS[row.kind], words=words)


def _labels_of_pools(ratios: list[float], say: Say) -> list[str]:
    """What stands beside the bars of a panel: those deployed, then a pool by each rule."""
    pools = [phrase("figures_sizing.rotation_pool", ratio=f"{ratio:g}") for ratio in ratios]
    return [say(words) for words in (phrase("figures_sizing.rotation_deployed"), *pools)]


def _cycled_label(known: Known, say: Say) -> str:
    return say(phrase("figures_sizing.rotation_cycled", months=f"{assumption(known, 'horizon_months'):g}"))
