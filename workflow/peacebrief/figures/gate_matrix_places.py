"""Where things stand in the gate matrix: columns as wide as their labels ask, rows in groups by option; in inches."""

from __future__ import annotations

from itertools import accumulate

from peacebrief.figures import style
from peacebrief.figures.wrapping import width_in, wrapped

OPTION_IN, LEVEL_IN, JOINT_IN, VERDICT_IN, LEAST_IN = 1.0, 0.76, 0.4, 0.88, 0.45
ROW_IN, GAP_IN, LINE_IN, KEY_IN, AIR_IN, MOST_LINES = 0.16, 0.045, 0.15, 0.24, 0.05, 3


def edges_of(labels: list[str]) -> list[float]:
    """Where the columns of the gates begin and end: each as wide as its label asks, the rest shared evenly."""
    room = style.WIDTH_IN - OPTION_IN - LEVEL_IN - JOINT_IN - VERDICT_IN
    needs = [max(LEAST_IN, least_width(label) + 2 * AIR_IN) for label in labels]
    spare = max(0.0, room - sum(needs)) / len(needs)
    scale = min(1.0, room / sum(needs))
    return list(accumulate([need * scale + spare for need in needs], initial=OPTION_IN + LEVEL_IN))


def least_width(label: str) -> float:
    """The width in inches at which a label takes at most three lines, not narrower than its longest word."""
    wide = max(width_in(word, size=style.SMALLEST_PT) for word in label.split())
    while wrapped(label, wide, size=style.SMALLEST_PT).count("\n") >= MOST_LINES:
        wide += AIR_IN
    return wide


def head_of(label: str, wide: float) -> str:
    """The name of a gate in lines of its column; a word that is too long for it is clipped by its letters."""
    lines = []
    for word in wrapped(label, wide, size=style.SMALLEST_PT).split("\n"):
        shown = word
        while width_in(shown, size=style.SMALLEST_PT) > wide + 0.04:
            shown = f"{shown.rstrip('.')[:-1]}."
        lines.append(shown)
    return "\n".join(lines)


def tops_of(rows: list[tuple[str, str]], head: float) -> dict[tuple[str, str], float]:
    """The upper edge of each row, with a gap before each option."""
    tops, at, before = {}, head, ""
    for option, level in rows:
        at += GAP_IN if option != before else 0.0
        tops[option, level], before = at, option
        at += ROW_IN
    return tops
