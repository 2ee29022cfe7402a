"""Which option comes first: shares of all ranks over every mix of weights, first ranks under named weights.

The finding is how often each option is first, under every mix of weights and under named ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import adds_to_whole, brief_percent_of_draws, percent, percent_of_draws
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped, width_in, wrapped
from peacebrief.figures.feasibility.gate_matrix import least_width
from peacebrief.figures.feasibility.gate_results import verdict
from peacebrief.figures.reading import cell, draws, source_line, value
from peacebrief.figures.registry import SHARE, Caption, Facts, Tables
from peacebrief.figures.shown_option import option_labels, option_phrases, planned_level
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import listed, uncapitalised

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"rank": "place", "share": SHARE}
MOST_HIGH_MM = 81

NAMES_IN, LEFT_IN, BAR_END_IN, ROW_IN, BAR_IN, LINE_IN, AIR_IN = 1.12, 1.38, 3.65, 0.26, 0.18, 0.152, 0.06
LEAST_AIR_IN = 0.005  # beside a share inside its piece
# From the first rank to the last: darker to lighter, with the number printed inside where it fits.
SHADES = (style.BLUE, style.SKY, style.PALE_SKY, style.PAPER)
ON_DARK = 3.0  # contrast above which words on a shade are white

RANK = "feasibility.rank_acceptability."
PASSED = ("feasible", "conditional")

DRAWS = "feasibility.ranking_draws"
ROUNDED = "Shares are rounded and may not add to 100%."


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: the option most often first, whatever the weights, and where another one leads."""
    others, criteria = len(weightings(tables)) > 1, len(tables.get("criteria", ()))
    rounding = "" if all(map(adds_to_whole, shares(facts, tables).values())) else f" {ROUNDED}"
    beside = "; right: first under named weights, bold: most often" if others else ""
    return Caption(
        title=finding(facts, tables),
        subtitle=f"How often each option, as planned, takes each rank (which is no verdict){beside}",
        source=source_line(tables, [draws(tables, value(facts[DRAWS])), f"{criteria} criteria, in the annex"])
        + f"{rounding} Weights. {'. '.join(weights_in_words(tables))}.",
        alt=f"Stacked bars of ranks by option. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per way of weighting, option and rank: the share of the draws."""
    rows = [(weighting, option, rank, share) for (weighting, option), own in shares(facts, tables).items()
            for rank, share in enumerate(own, start=1)]  # fmt: skip
    return pd.DataFrame(rows, columns=["weighting", "option", "rank", "share"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A stacked bar for each option, first ranks under named weights beside it."""
    names, known, whole = options(tables), shares(facts, tables), next(iter(weightings(tables)))
    columns = _columns(tables)
    head = LINE_IN * max([2, *(words.count("\n") + 1 for _, words in columns.values())]) + 2 * AIR_IN
    height = head + ROW_IN * len(names) + AIR_IN
    figure = style.new_figure(height)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=height)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(height, 0))
    _write(axes, LEFT_IN, head - AIR_IN, capital(weightings(tables)[whole]), va="bottom", weight=style.SEMIBOLD)
    _draw_key(axes, head - AIR_IN - LINE_IN, len(names))
    middles = {option: head + (place + 0.5) * ROW_IN for place, option in enumerate(names)}
    for option, middle in middles.items():
        _write(axes, 0, middle, clipped(names[option], NAMES_IN - 0.08, size=style.SMALLEST_PT), weight=400)
        _draw_bar(axes, middle, known[whole, option])
    for weighting, (at, words) in columns.items():
        _write(axes, at, head - AIR_IN, words, ha="center", va="bottom")
        for option, middle in middles.items():
            weight = style.SEMIBOLD if option in leaders(names, weighting, known) else 400
            _write(axes, at, middle, brief_percent_of_draws(known[weighting, option][0]), ha="center", weight=weight)
    return figure


def _columns(tables: Tables) -> dict[str, tuple[float, str]]:
    """By named weights the middle of their column and their name in lines: columns as wide as their names ask."""
    _, *others = weightings(tables)
    labels = [capital(weightings(tables)[one]) for one in others]
    needs = [least_width(label) + 2 * AIR_IN for label in labels]
    room = style.WIDTH_IN - BAR_END_IN - 0.1
    edges = list(accumulate([need * room / sum(needs) for need in needs], initial=BAR_END_IN + 0.1))
    heads = [((start + end) / 2, wrapped(label, end - start - AIR_IN, size=style.SMALLEST_PT))
             for label, (start, end) in zip(labels, pairwise(edges), strict=True)]  # fmt: skip
    return dict(zip(others, heads, strict=True))


def _draw_bar(axes: Axes, middle: float, own: list[float]) -> None:
    """Each share inside its piece where it fits; that of first ranks otherwise before the bar."""
    start, room = LEFT_IN, BAR_END_IN - LEFT_IN
    for rank, share in enumerate(own):
        shade = SHADES[min(rank, len(SHADES) - 1)]
        wide = share * room
        axes.barh(middle, wide, left=start, height=BAR_IN, facecolor=shade, edgecolor=style.INK, lw=0.7, zorder=3)
        words = brief_percent_of_draws(share)
        if wide > width_in(words, size=style.SMALLEST_PT) + LEAST_AIR_IN:
            ink = "white" if style.contrast(shade) >= ON_DARK else style.INK
            _write(axes, start + wide / 2, middle, words, ha="center", color=ink)
        elif rank == 0:
            _write(axes, start - AIR_IN, middle, words, ha="right")
        start += wide


def _draw_key(axes: Axes, place: float, ranks: int) -> None:
    """The shades of the ranks, above the bars."""
    at = LEFT_IN
    for rank in range(min(ranks, len(SHADES))):
        words = ("1st", "2nd", "3rd", "4th")[rank] + (" or lower" if ranks > len(SHADES) == rank + 1 else "")
        axes.barh(place - LINE_IN / 2, 0.14, left=at, height=0.1, facecolor=SHADES[rank], edgecolor=style.INK, lw=0.7)
        _write(axes, at + 0.19, place - LINE_IN / 2, words)
        at += 0.19 + width_in(words, size=style.SMALLEST_PT) + 0.14


def _write(axes: Axes, x: float, y: float, words: str, **look: Any) -> None:
    axes.text(x, y, words, size=style.SMALLEST_PT, zorder=5, **({"va": "center"} | look),
              linespacing=style.LINE_SPACING)  # fmt: skip


def options(tables: Tables) -> dict[str, str]:
    """The options that are ranked, in the order of the case, by their printed names."""
    known = {str(row["option"]) for row in tables["ranks"]}
    return {option: label for option, label in option_labels(tables).items() if option in known}


def weightings(tables: Tables) -> dict[str, str]:
    """The ways of weighting and their printed names; the whole simplex, every mix of weights, comes first."""
    return {str(row["weighting"]): str(row["label"]) for row in tables["ranks"]}


def shares(facts: Facts, tables: Tables) -> dict[tuple[str, str], list[float]]:
    """By weighting and option the share of the draws in which the option takes each rank, best rank first."""
    whole, found = next(iter(weightings(tables))), dict[tuple[str, str], list[float]]()
    for row in sorted(tables["ranks"], key=lambda row: int(row["rank"])):
        fact = facts.get(f"{RANK}{row['option']}.{row['rank']}") if row["weighting"] == whole else None
        share = float(row["share"]) if fact is None else value(fact)
        found.setdefault((str(row["weighting"]), str(row["option"])), []).append(share)
    return found


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the option most often first over every mix of weights; its verdict, or where another one leads."""
    names, known = {option: option_phrases(tables)[option] for option in options(tables)}, shares(facts, tables)
    leading = {weighting: leaders(names, weighting, known) for weighting in weightings(tables)}
    whole, *others = weightings(tables)
    first = leading[whole]
    share = percent_of_draws(max(known[whole, option][0] for option in names))
    reserve = _reserve(facts, tables, names, first)
    if len(names) == 1:
        return f"{capital(names[first[0]])} is the only option, and so first under any weights{reserve}"
    if len(first) > 1:
        together = capital(listed([names[option] for option in first]))
        return f"{together} are first equally often, {share} of the time each{reserve}"
    if reserve:
        return f"{capital(names[first[0]])} is most often first ({share}){reserve}"
    said = f"{capital(names[first[0]])} is most often first, {share} over every mix of weights"
    apart = {weighting: leading[weighting] for weighting in others if leading[weighting] != first}
    if not others:
        return said
    if not apart:
        return f"{said}, and under every named set of weights"
    labels = [f"\u201c{uncapitalised(weightings(tables)[weighting])}\u201d" for weighting in apart]
    return f"{said}, but not under {listed(labels, 'or')}"


def _reserve(facts: Facts, tables: Tables, names: Mapping[str, str], first: Sequence[str]) -> str:
    """The verdicts on options that come first and yet are neither feasible nor conditional; empty where all are."""
    ruled = {option: verdict(facts, option, planned_level(option, tables)) for option in first}
    shut = {option: word for option, word in ruled.items() if word not in PASSED}
    if len(shut) == len(ruled) and len(set(shut.values())) == 1:
        return f", yet {next(iter(shut.values()))}"
    told = listed([f"{names[option]} is {word}" for option, word in shut.items()])
    return f", yet {told}" if shut else ""


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """How often each option takes each rank, then who leads under each named set of weights, a sentence each."""
    names, known = options(tables), shares(facts, tables)
    whole, *others = weightings(tables)
    told = []
    for option, name in names.items():
        parts = [
            f"{percent_of_draws(share)} {_ordinal(rank)}" for rank, share in enumerate(known[whole, option], start=1)
        ]
        told.append(f"{name}: {listed(parts)}.")
    for weighting in others:
        parts = [f"{name} {percent_of_draws(known[weighting, option][0])}" for option, name in names.items()]
        told.append(f"First under \u201c{uncapitalised(weightings(tables)[weighting])}\u201d: {listed(parts)}.")
    return told


def weights_in_words(tables: Tables) -> list[str]:
    """The weights behind each ranking, a line for each way of weighting."""
    labels = {str(row["id"]): str(row["label"]) for row in tables.get("criteria", ())}
    whole, *others = weightings(tables)
    named = weightings(tables)
    told = [f"{named[whole].capitalize()}: every mix of {len(labels)} weights counts alike"]
    for weighting in others:
        first = [labels[str(row["criterion"])] for row in tables.get("viewpoints", ())
                 if str(row["viewpoint"]) == weighting]  # fmt: skip
        if first:
            most = listed([uncapitalised(one) for one in first])
            told.append(
                f"{capital(named[weighting])}: {most} {'outweighs' if len(first) == 1 else 'outweigh'} the others"
            )
        elif spans := _spans(weighting, labels, tables):
            told.append(f"{capital(named[weighting])}: {'; '.join(spans)}")
    return told


def _spans(weighting: str, labels: dict[str, str], tables: Tables) -> list[str]:
    """The bounds of each weight, the heaviest first: "deterrence 10 to 35%"."""
    rows = [row for row in tables.get("weights", ()) if str(row["viewpoint"]) == weighting]
    rows.sort(key=lambda row: (-(cell(row, "high") or 0.0), str(row["criterion"])))
    return [f"{uncapitalised(labels[str(row['criterion'])])} {100 * (cell(row, 'low') or 0):.0f}\u2013"
            f"{percent(cell(row, 'high') or 0.0)}" for row in rows]  # fmt: skip


def leaders(names: Iterable[str], weighting: str, known: dict[tuple[str, str], list[float]]) -> list[str]:
    """The options first most often at the whole percentage that is printed."""
    firsts = {option: printed_share(known[weighting, option][0]) for option in names}
    return [option for option in names if firsts[option] == max(firsts.values())]


def _ordinal(rank: int) -> str:
    words: Sequence[str] = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    return words[rank - 1] if rank <= len(words) else f"rank {rank}"


def capital(label: str) -> str:
    """A label with a capital letter at its start."""
    return label[:1].upper() + label[1:]
