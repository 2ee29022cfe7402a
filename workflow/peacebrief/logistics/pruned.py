"""Answers for many losses from few solutions: a loss whose links an optimum does not use changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from peacebrief.logistics.losses import Loss

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved(Generic[Answer]):
    """The answer with some links closed, how good it is (more is better), and the links that carry anything in it.

    `basis` is where the solver may start from when more links close.
    """

    answer: Answer
    worth: tuple[float, ...]
    used: frozenset[str]
    basis: Any


class Solve(Protocol[Answer]):
    """Solves with some links closed, starting from the basis of a solution with fewer of them closed."""

    def __call__(self, closed: Collection[str], start: Any, /) -> Solved[Answer]:
        """The solution."""


def answers(losses: Iterable[Loss], *, solve: Solve[Answer]) -> dict[str, Answer]:
    """The answer for each loss by its id.

    An optimum with fewer links closed that does not use the rest of them stays an optimum when they close too, so that
    no program needs to be solved; nor for two losses that close the same links. Otherwise the worst answer for a part
    of the loss is where the solver starts. Losses come after their parts.
    """
    nothing = solve((), None)
    found: dict[str, Solved[Answer]] = {}
    by_links: dict[frozenset[str], Solved[Answer]] = {}
    for loss in losses:
        parts = [nothing, *(found[part] for part in loss.parts if part in found)]
        unharmed = (solved for solved in parts if not solved.used & loss.links)
        solved = by_links.get(loss.links) or next(unharmed, None)
        found[loss.id] = solved or solve(loss.links, min(parts, key=lambda part: part.worth).basis)
        by_links[loss.links] = found[loss.id]
    return {loss: solved.answer for loss, solved in found.items()}
