"""One claim that the case sets out to check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, OptionalNumber, OptionalUnit, Text
from peacebrief.inputs.span import span_faults

Verdict = Literal["supported", "partly", "contradicted", "unverifiable", "opinion"]
Group = Literal["size", "options", "challenges", "us_role", "next_steps", "conclusion"]


class Claim(GradedEvidence):
    """A claim in our words and the evidence on it.

    `group` is the part of the article it stands in. `rule` says how it is judged: `numeric`, `proposals` and `rank` by
    a fixed rule from the numbers, `judgement` by `verdict_coded`, `opinion` not at all. `verdict_coded` is what a
    reader of the evidence concluded, for every claim.
    """

    id: Identifier
    claim: FilledText
    group: Group
    claimed: OptionalNumber
    unit: OptionalUnit
    low: OptionalNumber
    central: OptionalNumber
    high: OptionalNumber
    rule: Literal["numeric", "proposals", "rank", "judgement", "opinion"]
    verdict_coded: Verdict
    verdict_detail: Text
    best_figure: FilledText
    explanation: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order, and a rule without the numbers it needs."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
        needed = {"numeric": ("claimed", "unit", "low", "central", "high"), "rank": ("claimed", "unit")}
        needed["proposals"] = needed["rank"]
        for column in needed.get(self.rule, ()):
            if getattr(self, column) is None:
                yield Fault(column, f"the cell is empty; a claim judged by the rule {self.rule} needs it.")
        if (self.rule == "opinion") != (self.verdict_coded == "opinion"):
            yield Fault(
                "verdict_coded", "an opinion is not judged; write opinion in both rule and verdict_coded, or in none."
            )
        if self.claimed is not None and self.claimed <= 0:
            yield Fault("claimed", f"{self.claimed:g} is not above zero; write what is claimed, or leave it empty.")
        elif self.rule == "rank" and self.claimed is not None and not self.claimed.is_integer():
            yield Fault("claimed", f"{self.claimed:g} is not a place; write a whole number.")
