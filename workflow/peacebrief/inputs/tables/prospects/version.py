"""What follows the attitude of the adversary, and the versions of the model that a verdict is tried in."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text
from peacebrief.inputs.cells.row import FilledText, GradedEvidence, Identifier

POSITIONS = "positions"
Follower = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^(positions|gate\.[A-Za-z0-9_]+)$")]
# The levels that each factor of the versions may have.
LEVELS: dict[str, tuple[str, ...]] = {
    "supply_model": ("share", "brigades"),
    "attitude_loading": ("none", "low", "central", "high"),
    "judged_chances": ("low", "central", "high"),
    "strength": ("full", "planned"),
    "ratio": ("stricter", "usual"),
    "largest_contributor": ("with", "without"),
}


class AttitudeTie(GradedEvidence):
    """A judged gate, or the positions of all contributors, that follows the attitude of the adversary.

    How closely is the assumption `attitude_loading`. Where the factor is high, gates fail and fewer take part.
    """

    KEY: ClassVar[tuple[str, ...]] = ("factor", "quantity")

    factor: Identifier
    quantity: Follower
    note: FilledText


class VersionFactor(GradedEvidence):
    """One factor of the versions, with those of its levels that are tried, separated by semicolons."""

    KEY: ClassVar[tuple[str, ...]] = ("factor",)

    factor: Literal["supply_model", "attitude_loading", "judged_chances", "strength", "ratio", "largest_contributor"]
    levels: FilledText
    note: FilledText

    def chosen(self) -> list[str]:
        """The levels that are tried."""
        return [level.strip() for level in self.levels.split(";")]
