"""What a case calls those who act in it, what it was asked by, and its lists: `vocabulary.yaml`.

Words and templates know the names of these entries only, so that a sentence holds for every case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import Fault, FilledText, Identifier, Label, Row

# What stands in braces in a remark: a fact in one of its forms, or `cite` and the keys of sources.
SLOT = re.compile(r"\{([^{}:]+):([^{}]+)\}")
CITED = "cite"
# The entry of a list that holds what belongs to none of the others.
OTHER = "other"

Labels = Annotated[dict[Identifier, Label], Field(min_length=1)]


class Party(Row):
    """Somebody who acts."""

    name: Label
    """Name as it stands in a sentence, with its article where it has one."""
    adjective: Label
    """The adjective that goes with the name."""


class Patron(Party):
    """Whoever stands behind the force from outside."""

    label: Label
    """Name as it stands in tables, without an article."""


class Article(Row):
    """The text that put the questions."""

    name: Label
    """How a sentence names the text, with its own article: the letter."""
    kind: Label
    """What kind of text it is: an open letter."""


class ComparedArmy(Party):
    """A state whose contribution is set beside its whole army."""

    comparator: Identifier
    """Row of comparators.csv that counts its army, by its id."""
    contributor: Identifier
    """The state, by its id in contributors.csv."""


class Vocabulary(Row):
    """The file vocabulary.yaml says what the case calls its parties, and holds its lists and its own sentences.

    Pages know the names of these entries only, so that their sentences hold for every case.
    """

    host: Party
    """Whose ceasefire it is."""
    adversary: Party
    """Who may break it."""
    patron: Patron | None = None
    """Whoever stands behind the force from outside; left out, there is one level of support and none is compared."""
    own: Label
    """Those who would send the force, as a head of the column of what they have themselves."""
    condition: Label
    """What every result takes as given, as it stands behind "given"."""
    article: Article | None = None
    """The text that put the questions; left out, nothing is said of it."""
    compared_army: ComparedArmy | None = None
    """A state whose contribution, the assumption compared_contribution, is set beside its whole army; left out, nothing
    is said of it."""
    challenges: Labels
    """What risks are told under, by the names that the column challenge of risks.csv uses; `other` holds what belongs
    to none."""
    items: Labels
    """What the patron could give, by the names that the column item of enablers.csv uses; `other` holds what belongs to
    none."""
    claim_groups: Labels
    """Headings that claims are told under, by the names that the column group of claims.csv uses."""
    factors: Labels
    """What moves several inputs at once, by the names that the column factor of correlations.csv uses."""
    remarks: dict[Identifier, FilledText] | None = None
    """Sentences that are true of this case alone, by the place where they are printed, with numbers as {fact:form} and
    sources as {cite:key}; each may be left out."""

    def faults(self) -> Iterator[Fault]:
        """Remarks with a brace that belongs to no slot."""
        for place, remark in (self.remarks or {}).items():
            if set(SLOT.sub("", remark)) & set("{}"):
                told = "holds a brace that begins or ends no slot; write numbers as {fact:form}, sources as {cite:key}."
                yield Fault(f"remarks.{place}", f"{shown(remark)} {told}")

    def cited(self) -> list[tuple[str, str]]:
        """The place of every source that a remark cites, and its key."""
        slots = [(place, *slot) for place, remark in (self.remarks or {}).items() for slot in SLOT.findall(remark)]
        return [(place, key.strip()) for place, name, keys in slots if name == CITED for key in keys.split(";")]
