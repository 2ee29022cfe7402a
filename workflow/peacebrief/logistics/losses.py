"""The losses a supply network is tried against: countries, corridors and modes, one, two or three at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from peacebrief.logistics.single_losses import article_countries, single_losses
from peacebrief.reasoning.wording import listed

KINDS_TOGETHER = {"country": "countries", "corridor": "corridors", "mode": "modes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something that closes a set of open links.

    `parts` are the ids of what is lost at once, sorted. `kind` is `country`, `corridor` or `mode`; for several at once
    `countries`, `corridors`, `modes`, or `mixed` where they differ. `label` is ready for print.
    """

    id: str
    label: str
    kind: str
    links: frozenset[str]
    parts: tuple[str, ...]


NOTHING = Loss(id="none", label="nothing lost", kind="none", links=frozenset(), parts=())


def losses_of(record: Mapping[str, Any]) -> tuple[Loss, ...]:
    """Every loss of one and of two countries, corridors or modes, and of three countries of the article.

    `record` has the rows `nodes`, `links` and `corridors`. A pair in which one loss closes all that the other does is
    left out: it would say nothing new. Singles come first, then pairs, then trios, in the order of their tables.
    """
    singles = tuple(
        Loss(id=part.id, label=part.label, kind=part.kind, links=part.links, parts=(part.id,))
        for part in single_losses(record)
    )
    pairs = [pair for pair in combinations(singles, 2) if _differ(*pair)]
    article = set(article_countries(record))
    trios = combinations([loss for loss in singles if loss.kind == "country" and loss.id in article], 3)
    return (*singles, *(_together(members) for members in (*pairs, *trios)))


def _differ(one: Loss, other: Loss) -> bool:
    return not (one.links <= other.links or other.links <= one.links)


def _together(members: Sequence[Loss]) -> Loss:
    """Several losses at once, in the order of their ids."""
    ordered = sorted(members, key=lambda loss: loss.id)
    ids = tuple(loss.id for loss in ordered)
    kinds = {loss.kind for loss in ordered}
    return Loss(
        id="+".join(ids),
        label=_joined(members, kinds=kinds),
        kind=KINDS_TOGETHER[kinds.pop()] if len(kinds) == 1 else "mixed",
        links=frozenset[str]().union(*(loss.links for loss in ordered)),
        parts=ids,
    )


def _joined(members: Iterable[Loss], *, kinds: set[str]) -> str:
    """Names of countries are listed; a name that may hold an "and" of its own is joined by "together with"."""
    labels = [loss.label for loss in members]
    return listed(labels) if kinds == {"country"} else " together with ".join(labels)
