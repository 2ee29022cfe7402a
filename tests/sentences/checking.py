"""Every rule applied to every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from sentences.printed import printed_claims
from sentences.rule import RULES, Claim
from sentences.world import Page, World

MODULES = ("sizing", "supply", "feasibility", "standing", "outlook", "pages", "figures")
for module in MODULES:
    import_module(f"sentences.rules_{module}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim, and where it stands."""

    seed: int
    page: str
    rule: str
    claim: Claim

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.page}, {self.rule} ({self.claim.branch}): {self.claim.said}"


def checked(page: Page) -> Iterator[Checked]:
    """Every claim of a page: its printed facts, then its sentences."""
    for claim in printed_claims(page):
        yield Checked(page.world.seed, page.name, "printed", claim)
    for rule in RULES:
        for claim in rule.check(page):
            if claim.branch and claim.branch not in rule.branches:
                raise AssertionError(f"{rule.name} has no branch {claim.branch}")
            yield Checked(page.world.seed, page.name, rule.name, claim)


def all_checked(world: World) -> list[Checked]:
    """Every claim on every page of a world."""
    return [one for page in Page.all_of(world) for one in checked(page)]
