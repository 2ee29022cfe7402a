"""Polls on sending own troops, and which of them may be compared.

Other wordings, such as troops during the war or a trade-off, measure something else and are never pooled with these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_NET = 100.0

# ASSUME: a poll whose sample is not published asked as few people as the smallest comparable one.


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One poll: where, in which group of comparable wordings, by which house, and the shares in per cent.

    `opposed` is None where it was not published, `sample` (persons) likewise. Raises ValueError for shares that are
    no percentages or add up to more than 100.
    """

    id: str
    country: str
    group: str
    house: str
    support: float
    opposed: float | None
    sample: int | None = None

    def __post_init__(self) -> None:
        opposed = self.opposed or 0.0
        if min(self.support, opposed) < 0 or self.support + opposed > MOST_NET:
            shares = f"{self.support:g} per cent for and {opposed:g} per cent against"
            raise ValueError(f"poll {self.id}: {shares} are below 0 or add up to more than 100")
        if self.sample is not None and self.sample < 1:
            raise ValueError(f"poll {self.id} asked {self.sample} persons, which is none")

    @property
    def net(self) -> float:
        """Support less opposition, in points."""
        return self.support - (self.opposed or 0.0)

    def sampling_variance(self, *, assumed: int) -> float:
        """The variance of net support in points squared; `assumed` persons where the sample is not published."""
        support, opposed = self.support / 100, (self.opposed or 0.0) / 100
        return 100**2 * (support + opposed - (support - opposed) ** 2) / (self.sample or assumed)


def comparable(polls: Sequence[Poll], *, group: str) -> list[Poll]:
    """The polls of one group of wordings that publish both shares, by name. Raises ValueError where there is none."""
    chosen = sorted((poll for poll in polls if poll.group == group and poll.opposed is not None), key=lambda p: p.id)
    if not chosen:
        raise ValueError(f"no poll of the group {group} publishes support and opposition")
    return chosen


def smallest_sample(polls: Sequence[Poll]) -> int:
    """The smallest published sample (persons). Raises ValueError where none is published."""
    known = [poll.sample for poll in polls if poll.sample is not None]
    if not known:
        raise ValueError("no comparable poll publishes how many people it asked")
    return min(known)
