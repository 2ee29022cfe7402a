"""Text broken into lines by its measured width, so that no label runs out of its column."""

from __future__ import annotations

from functools import cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from peacebrief.figures.drawing.style import FAMILY, LINE_HEIGHT, SEMIBOLD

POINTS_PER_INCH = 72
STEP_IN = 0.1
HINTED = 1.025  # on a coarse screen letters are set up to this much wider than in print
TITLE_PT, TITLE_PAD_IN = 10.0, 0.12  # as in the style file, with a little air

BREAK = "<br>"  # where a phrase for a picture begins a new line

_measure = TextToPath()


@cache
def width_in(text: str, *, size: float, weight: int = 400) -> float:
    """The width of one line of `text` in inches, at `size` points. The style must be in force."""
    face = FontProperties(family=FAMILY, weight=weight, size=size)
    points, _, _ = _measure.get_text_width_height_descent(text, face, ismath=False)
    return float(points) / POINTS_PER_INCH * HINTED


def broken(text: str) -> str:
    """`text` with the line breaks that its phrase asks for."""
    return text.replace(BREAK, "\n")


def wrapped(text: str, width: float, *, size: float, weight: int = 400) -> str:
    """`text` with line breaks so that no line is wider than `width` inches; a single long word stays whole."""
    # Words are measured one by one: each is measured once, however often lines are tried.
    space = width_in(" ", size=size, weight=weight)
    lines: list[str] = []
    used = width
    for word in text.split():
        own = width_in(word, size=size, weight=weight)
        used += space + own
        if not lines or used > width:
            lines, used = [*lines, word], own
        else:
            lines[-1] += f" {word}"
    return "\n".join(lines)


def balanced(text: str, width: float, *, size: float, weight: int = 400) -> str:
    """`text` in as few lines as `wrapped`, but of even length: no last line of one word."""
    best = wrapped(text, width, size=size, weight=weight)
    narrower = width
    while (narrower := narrower - STEP_IN) > 0:
        attempt = wrapped(text, narrower, size=size, weight=weight)
        if attempt.count("\n") > best.count("\n"):
            break
        best = attempt
    return best


def clipped(text: str, width: float, *, size: float, lines: int = 2) -> str:
    """`text` wrapped to at most `lines` lines; what is cut off ends in an ellipsis."""
    words, shown = text.split(), balanced(text, width, size=size)
    while shown.count("\n") >= lines and len(words) > 1:
        words = words[:-1]
        shown = balanced(f"{' '.join(words)}\u2026", width, size=size)
    return shown


def panel_titles(titles: list[str], width: float) -> tuple[list[str], float]:
    """Panel titles wrapped to `width` inches, and the room in inches that they need above the panels."""
    lines = [wrapped(title, width, size=TITLE_PT, weight=SEMIBOLD) for title in titles]
    deepest = max(line.count("\n") for line in lines) + 1
    return lines, TITLE_PAD_IN + deepest * TITLE_PT * LINE_HEIGHT / POINTS_PER_INCH
