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
    """Somebody who acts: the name as it stands in a sentence, and the adjective."""

    name: Label
    adjective: Label


class Patron(Party):
    """Whoever stands behind the force from outside; `label` is the name in tables, without an article."""

    label: Label


class Article(Row):
    """The text that put the questions: as a sentence names it, and what kind of text it is."""

    name: Label
    kind: Label


class ComparedArmy(Party):
    """A state whose contribution is set beside its whole army: `comparator` is the row that counts the army.

    `contributor` is the state. What it would contribute is the assumption `compared_contribution`.
    """

    comparator: Identifier
    contributor: Identifier


class Vocabulary(Row):
    """What `vocabulary.yaml` holds. Without `patron`, `article` or `compared_army` nothing is said of
    them; a case without a patron has one level of support.

    `own` heads the column of what those have themselves who would send the force, beside the patron's. `condition` is
    what every result takes as given, as it stands behind "given". The lists name what tables refer to by id:
    `challenges` of risks.csv, `items` of enablers.csv, `claim_groups` of claims.csv and `factors` of correlations.csv;
    what belongs to none of the others is `other`. `remarks` are sentences that are true of this case alone, by the
    place where they are printed, with numbers as `{fact:form}` and sources as `{cite:key}`.
    """

    host: Party
    adversary: Party
    patron: Patron | None = None
    own: Label
    condition: Label
    article: Article | None = None
    compared_army: ComparedArmy | None = None
    challenges: Labels
    items: Labels
    claim_groups: Labels
    factors: Labels
    remarks: dict[Identifier, FilledText] | None = None

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
