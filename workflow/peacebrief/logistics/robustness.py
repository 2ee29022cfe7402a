"""Whether an order of losses holds whatever the capacities turn out to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

# ASSUME: two losses whose remaining shares lie within one percentage point of each other count as level, so that their
# order is not said to change between capacity cases.
TIE = 0.01
MOST_PAIRS_TOLD = 6
DIGITS = 9  # of a share; what lies beyond is the solver's rounding, and equal losses go by their ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The losses from the worst to the least bad in the case they are ranked by, and the pairs that change places."""

    order: tuple[str, ...]
    swaps: tuple[tuple[str, str], ...]

    @property
    def robust(self) -> bool:
        """Whether no pair changes places."""
        return not self.swaps

    def in_words(self, labels: Mapping[str, str]) -> str:
        """Either "robust", or "not robust" with the losses that change places, by label."""
        if self.robust:
            return "robust"
        if len(self.swaps) <= MOST_PAIRS_TOLD:
            told = [f"{labels[first]} with {labels[second]}" for first, second in self.swaps]
            return f"not robust: {'; '.join(told)} change places"
        return f"not robust: {'; '.join(labels[loss] for loss in self.movers())} change places among each other"

    def movers(self) -> list[str]:
        """The losses that change places with another one, those with the most changes first."""
        count = Counter(loss for pair in self.swaps for loss in pair)
        return sorted(count, key=lambda loss: (-count[loss], loss))


def ranking(remaining: Mapping[str, Sequence[float]], *, ranked_by: int) -> Ranking:
    """The ranking of losses by the share of the largest force that remains.

    `remaining` has one share per capacity case for each loss; `ranked_by` is the position of the case that gives the
    order. A pair changes places where one loss is worse in some case and the other in another, by more than a tie.
    """
    order = sorted(remaining, key=lambda loss: (round(remaining[loss][ranked_by], DIGITS), loss))
    swaps = [pair for pair in combinations(order, 2) if _swap(*(remaining[loss] for loss in pair))]
    return Ranking(order=tuple(order), swaps=tuple(swaps))


def _swap(one: Sequence[float], other: Sequence[float]) -> bool:
    differences = [first - second for first, second in zip(one, other, strict=True)]
    return min(differences) < -TIE and max(differences) > TIE
