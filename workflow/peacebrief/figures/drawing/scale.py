"""Logarithmic axes with few, plainly written ticks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from peacebrief.figures.drawing.style import PALE
from peacebrief.reasoning.digits import rounded

ROOM = 1.25  # the factor left free at either end


def ticks_between(low: float, high: float, steps: Sequence[int] = (1, 3)) -> list[float]:
    """Ticks at `steps` times powers of ten, from `low` to `high`."""
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [step * 10.0**decade for decade in decades for step in steps if low <= step * 10.0**decade <= high]


def plain(number: float) -> str:
    """A tick in full: 30,000; 0.3."""
    return f"{number:,.0f}" if number >= 1 else f"{number:g}"


def short(number: float) -> str:
    """A tick in few letters, k for thousand and m for million: 30k; 1m."""
    for unit, letter in ((1e6, "m"), (1e3, "k")):
        if number >= unit:
            return f"{number / unit:g}{letter}"
    return plain(number)


def brief(number: float) -> str:
    """A number at two significant digits in few letters: 63,817 is 64k."""
    return short(rounded(number))


def limits(values: Iterable[float]) -> tuple[float, float]:
    """The ends of a log axis that holds all of `values`, with a little room; zero has no place on it."""
    present = [number for number in values if number > 0]
    return min(present) / ROOM, max(present) * ROOM


def factor_behind(values: Iterable[float], *, words_in: float, width_in: float) -> float:
    """The factor to leave free beyond the largest value so that `words_in` of `width_in` inches stay empty."""
    low, high = limits(values)
    return float((high / low) ** (words_in / (width_in - words_in)))


def logarithmic(
    axes: Axes,
    values: Iterable[float],
    *,
    axis: str = "x",
    steps: Sequence[int] = (1, 3),
    words: Callable[[float], str] = plain,
    after: float = 1.0,
) -> None:
    """A log axis that holds all of `values`, light grid lines at its ticks.

    `after` is the factor left free beyond the largest value, for words that stand behind a mark.
    """
    low, high = limits(values)
    one = axes.xaxis if axis == "x" else axes.yaxis
    (axes.set_xscale if axis == "x" else axes.set_yscale)("log")
    (axes.set_xlim if axis == "x" else axes.set_ylim)(low, high * after)
    one.set_major_locator(FixedLocator(ticks_between(low, high, steps)))
    one.set_minor_locator(NullLocator())
    one.set_major_formatter(FuncFormatter(lambda number, _: words(number)))
    one.grid(True, color=PALE)
