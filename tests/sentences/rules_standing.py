"""Sentences on how firmly verdicts stand: the word is that of the share of versions which give the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences import gates as known
from sentences.numbers import whole
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page

WORDS = {"feasible": "feasible", "conditional": "conditional", "indeterminate": "indeterminate",
         "not_feasible": known.NOT_FEASIBLE}  # fmt: skip
OF_VERSIONS = "of the {} versions of the model give it"


@rule(branches="firm leans hangs none another")
def standing(page: Page) -> Iterator[Claim]:
    """Four fifths of the versions make a verdict firm, three fifths a leaning; a commoner word is told."""
    world = page.world
    for option in known.told_of(page):
        at = world.planned(option)
        share = whole(world.number(f"feasibility.stands.{at}"))
        stands = rf"⟦{re.escape(f'feasibility.stands.{at}')}=[^⟧]*⟧"
        yield from one_of(page, f"standing of {option}", {
            "firm": (f"The verdict stands firm: {stands} {OF_VERSIONS}", share >= 80),
            "leans": (rf"The verdict leans that way: {stands} {OF_VERSIONS}\. What turns it most often is {{}}",
                      60 <= share < 80),
            "none": (r"None of the {} versions of the model gives it", share == 0),
            "hangs": (f"The verdict hangs on {{}}[^⟦]*: only {stands} {OF_VERSIONS}", 0 < share < 60),
        })  # fmt: skip
        words = {name: whole(world.number(f"feasibility.version_word.{name}.{at}")) for name in WORDS}
        most = max(words, key=words.__getitem__)
        told = (
            rf"More versions, ⟦{re.escape(f'feasibility.version_word.{most}.{at}')}=[^⟧]*⟧, give another: {WORDS[most]}"
        )
        yield from only_if(page, "another", told, so=share < 60 and words[most] > share)


@rule(branches="firm leans hangs others")
def standing_together(page: Page) -> Iterator[Claim]:
    """Every option stands among those of its word."""
    cases = r"((?:[^.⟦]|⟦feasibility\.stands[^⟧]*⟧)+)"
    ways = {
        "firm": (rf"On {cases} the verdict stands firm\.", lambda share: share >= 80),
        "leans": (rf"On {cases} the verdict leans\.", lambda share: 60 <= share < 80),
        "hangs": (rf"On {cases} it hangs on {{}}[^.⟦]*\.", lambda share: share < 60),
    }
    for branch, (pattern, so) in ways.items():
        for match in found(page, pattern):
            facts = re.findall(r"⟦(feasibility\.stands[^=]*)=", match[1])
            yield Claim(branch, match[0], all(so(whole(page.world.number(one))) for one in facts))
    for match in found(
        page, r"On ((?:[^.⟦]|⟦feasibility\.version_word[^⟧]*⟧)+) more versions of the model say ([^.]+)\."
    ):
        facts = re.findall(r"⟦(feasibility\.version_word\.[^=]*)=", match[1])
        said = all(WORDS[one.split(".")[2]] == match[2] for one in facts)
        beyond = [one.replace(f"version_word.{one.split('.')[2]}", "stands") for one in facts]
        more = all(page.world.number(one) > page.world.number(own) for one, own in zip(facts, beyond, strict=True))
        yield Claim("others", match[0], bool(facts) and said and more)


@rule(branches="firm leans hangs")
def standing_in_tables(page: Page) -> Iterator[Claim]:
    """A cell has the word of its share."""
    words = {"firm": range(80, 101), "leans": range(60, 80), "hangs": range(60)}
    for match in found(page, r"⟦(feasibility\.stands[^=]*)=[^⟧]*⟧: (firm|leans|hangs)"):
        yield Claim(match[2], match[0], whole(page.world.number(match[1])) in words[match[2]])
