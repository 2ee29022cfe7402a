"""A rule says which words may stand where: a pattern that finds the sentence, and what has to hold of the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sentences.page_text import FACT
from sentences.world import Page

Check = Callable[[Page], "Iterable[Claim]"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a page says: in which branch of a rule, in which words, and whether it is so.

    `told` is whether a sentence that has to stand on a page of this kind stands there; None where nothing has to.
    """

    branch: str
    said: str
    holds: bool
    told: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one sentence says. `figures` are those whose words it judges, `branches` the ways it can be put."""

    name: str
    figures: tuple[str, ...]
    branches: tuple[str, ...]
    check: Check


RULES: list[Rule] = []


def rule(*figures: str, branches: str) -> Callable[[Check], Check]:
    """Register a rule, and the figures whose words it judges."""

    def registered(check: Check) -> Check:
        names = tuple(branches.split())
        RULES.append(Rule(name=check.__name__, figures=figures, branches=names, check=check))
        return check

    return registered


def found(page: Page, pattern: str) -> list[re.Match[str]]:
    """Every place where a pattern stands on a page; `{}` in it is a printed fact and catches its name."""
    return list(re.finditer(pattern.replace("{}", FACT), page.text, flags=re.MULTILINE))


def one_of(page: Page, subject: str, truth: dict[str, tuple[str, bool]]) -> Iterator[Claim]:
    """Of several ways to put a sentence only the true one stands on the page. `truth`: branch, pattern, whether so."""
    stands = {branch: found(page, pattern) for branch, (pattern, _) in truth.items()}
    for branch, (_, so) in truth.items():
        for match in stands[branch]:
            yield Claim(branch, match[0], so)
    told = [branch for branch, matches in stands.items() if matches]
    yield Claim("", subject, len(told) <= 1, told=bool(told))


def only_if(page: Page, branch: str, pattern: str, *, so: bool) -> Iterator[Claim]:
    """A sentence stands on the page only if it is so, and where it stands at all, whenever it is so."""
    matches = found(page, pattern)
    for match in matches:
        yield Claim(branch, match[0], so)
    if so:
        yield Claim("", f"only if {branch}", holds=True, told=bool(matches))
