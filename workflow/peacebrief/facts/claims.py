"""Claims of the article judged by rule, so that changed evidence changes the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Verdict = Literal["supported", "partly supported", "contradicted", "unverifiable"]
VERDICTS: tuple[Verdict, ...] = ("supported", "partly supported", "contradicted", "unverifiable")

NUMBER_RULE = (
    "Supported: inside the range of the evidence, with an allowance for rounding at both ends, and close to the best "
    "figure. Partly supported: inside that range but not close. Contradicted: outside it."
)
RANK_RULE = (
    "Supported: among the leading places at the claimed size and at the median size proposed. "
    "Partly supported: at one of the two. Contradicted: at neither."
)


def verdict_on_number(
    *, claimed: float, low: float, central: float, high: float, close_share: float, rounding_share: float
) -> Verdict:
    """The verdict on a claimed number against the range of the evidence, as `NUMBER_RULE` says."""
    if not low * (1 - rounding_share) <= claimed <= high * (1 + rounding_share):
        return "contradicted"
    return "supported" if abs(claimed - central) <= close_share * central else "partly supported"


def verdict_on_rank(*, rank_as_claimed: int, rank_as_proposed: int, leading_places: float) -> Verdict:
    """The verdict on "one of the biggest", as `RANK_RULE` says."""
    held = sum(place <= leading_places for place in (rank_as_claimed, rank_as_proposed))
    verdicts: tuple[Verdict, Verdict, Verdict] = ("contradicted", "partly supported", "supported")
    return verdicts[held]


def rank(size: float, others: Sequence[float]) -> int:
    """The place `size` would take among `others`, largest first."""
    return 1 + sum(other > size for other in others)
