"""Inverse cumulative distributions as tables: exact at knots, straight lines between, fine in both tails."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from peacebrief.uncertainty.arrays import Floats

Tail: TypeAlias = Callable[[Floats], tuple[Floats, Floats]]

SMALLEST = -33
CELLS_PER_OCTAVE = 64
KNOTS_PER_OCTAVE = 8
SHIFT = 52 - 6
BASE = (1023 + SMALLEST) << 6


class InverseTable:
    """u -> quantile for u strictly between 0 and 1, built from the two tails of a distribution.

    A cell is named by the leading bits of the probability counted from the nearer end, 64 cells to the octave down to
    2**-33. Inside a cell the line is straight: the error stays below 1.3e-5 of the scale.
    """

    def __init__(self, *, lower: Tail, upper: Tail) -> None:
        """`lower` gives quantiles and their slopes at probabilities counted from below, `upper` from above."""
        parts = [_lines(tail) for tail in (lower, upper)]
        self._constant = np.concatenate([constant for constant, _ in parts])
        self._slope = np.concatenate([slope for _, slope in parts])
        self._cells = len(parts[0][0])

    def __call__(self, uniforms: Floats) -> Floats:
        """The quantiles at `uniforms`."""
        tail = np.minimum(uniforms, 1.0 - uniforms)
        cell = (tail.view(np.int64) >> SHIFT) - BASE
        cell += (uniforms > 0.5) * self._cells
        found: Floats = self._constant[cell] + self._slope[cell] * tail
        return found


def _lines(tail: Tail) -> tuple[Floats, Floats]:
    edges = _octaves(CELLS_PER_OCTAVE)
    quantiles = _between_knots(tail, edges)
    slope = np.diff(quantiles) / np.diff(edges)
    constant = quantiles[:-1] - slope * edges[:-1]
    # The very middle, 0.5, falls one cell beyond the last.
    return np.append(constant, quantiles[-1]), np.append(slope, 0.0)


def _between_knots(tail: Tail, probabilities: Floats) -> Floats:
    """Cubic interpolation between exact knots: special functions cost a microsecond a value."""
    knots = _octaves(KNOTS_PER_OCTAVE)
    value, slope = tail(knots)
    cell = np.minimum(np.searchsorted(knots, probabilities, side="right") - 1, len(knots) - 2)
    width = knots[cell + 1] - knots[cell]
    x = (probabilities - knots[cell]) / width
    first, last = value[cell], value[cell + 1]
    rise = x * x * (3 - 2 * x)
    bend = x * (1 - x) * ((1 - x) * slope[cell] - x * slope[cell + 1]) * width
    found: Floats = first + (last - first) * rise + bend
    return found


def _octaves(steps: int) -> Floats:
    start = 2.0 ** np.arange(SMALLEST, -1)
    inside = 1.0 + np.arange(steps) / steps
    return np.append((start[:, None] * inside).ravel(), 0.5)
