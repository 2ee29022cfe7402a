"""The range over the methods that fit a role: the lowest middle result, the one in the middle, and the highest.

It is no distribution: methods are not draws, and nothing says how likely one of them is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from peacebrief.uncertainty.replicates import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one method says: its spread over the draws, and its result at the central point of every input."""

    spread: Spread
    central: float


def across(answers: Sequence[Answer]) -> Answer:
    """From the lowest to the highest middle result of methods, with their median between, as for the central point.

    Of an even number the median is the geometric mean of the two in the middle. Raises ValueError where there is none.
    """
    if not answers:
        raise ValueError("no method fits: there is nothing to tell a range of")
    middles = [answer.spread.p50 for answer in answers]
    # ASSUME: the answer of a method is its middle result; how far each is from sure stands beside it, not in the range.
    spread = Spread(
        min(middles), _median(middles), max(middles), max(answer.spread.standard_error for answer in answers)
    )
    return Answer(spread=spread, central=_median([answer.central for answer in answers]))


def at_least(own: Answer, contained: Iterable[Answer]) -> Answer:
    """A range whose ends and middle are raised to those of the roles whose tasks it contains, where they lie below."""
    everything = [own, *contained]
    # ASSUME: a role that contains the tasks of another needs no less than it: where its methods say less, its range is
    # raised to that of the other, end by end.
    low, middle, high = (max(one.spread.quantiles[place] for one in everything) for place in range(3))
    error = max(one.spread.standard_error for one in everything)
    return Answer(spread=Spread(low, middle, high, error), central=max(one.central for one in everything))


def _median(sizes: Sequence[float]) -> float:
    """The median on a scale of ratios."""
    # ASSUME: sizes of force are compared by ratio, so that the middle of two methods is their geometric mean.
    ordered = sorted(sizes)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return low if low == high else sqrt(low * high)
