"""Intervals that experts gave, each with a certainty of its own: brought to a common one, averaged, made a range.

The four steps of asking (lowest, highest, best, how sure) and the averaging of the last round are those of the IDEA
protocol (Hemming and others, 2018, A practical guide to structured expert elicitation using the IDEA protocol, Methods
in Ecology and Evolution 9).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

# ASSUME: the answers of experts are brought to a certainty of nine in ten, both ends moved in proportion to their
# distance from the best; lowest, best and highest then count as the 5th, 50th and 95th percentile.
CERTAINTY = 0.9


def at_certainty(answers: Floats, sure: Floats | float, *, certainty: float = CERTAINTY) -> Floats:
    """Lowest, best and highest (last axis) as they are at a common certainty, by linear extrapolation.

    `sure` is the share of certainty, above 0, that the truth lies within, one for each answer. Ends may leave the
    bounds of what is asked; `within` brings them back. Raises ValueError where nobody is sure of anything.
    """
    given = np.asarray(sure, dtype=float)
    if not (given > 0).all():
        raise ValueError("how sure must be above 0")
    best = answers[..., 1:2]
    moved: Floats = best + (answers - best) * (certainty / given)[..., None]
    return moved


def within(answers: Floats, *, least: float, most: float) -> Floats:
    """Answers with what lies beyond the bounds of the thing asked cut off at them."""
    return np.clip(answers, least, most)


def quantile_average(answers: Floats) -> Floats:
    """The mean of each percentile over the experts (first axis), every expert alike."""
    averaged: Floats = np.asarray(answers, dtype=float).mean(axis=0)
    return averaged


def whole_range(answers: Iterable[float], *, least: float, most: float) -> tuple[float, float, float]:
    """Low, central and high of a judged row, from the 5th, 50th and 95th percentile that experts gave together."""
    # ASSUME: the ends of a judged chance hold everything that is thought possible; the 5th and 95th percentile that
    # experts gave together are moved on to full certainty in the same proportion, and the 50th is most likely.
    given = np.asarray(tuple(answers), dtype=float)
    full = within(at_certainty(given, CERTAINTY, certainty=1.0), least=least, most=most)
    low, central, high = (round(float(end), 6) for end in full)
    return low, central, high
