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
    """A row is a judged gate, or the positions of all contributors, that follows the attitude of the adversary.

    Where it is hostile, gates fail and fewer take part. How closely they follow is the assumption attitude_loading.
    """

    KEY: ClassVar[tuple[str, ...]] = ("factor", "quantity")

    factor: Identifier
    """Factor that is the attitude, one of the `factors` of vocabulary.yaml; the same in all rows."""
    quantity: Follower
    """What follows it: gate. and the id of a judged gate, such as gate.G1, or positions."""
    note: FilledText
    """Why it follows the attitude."""


class VersionFactor(GradedEvidence):
    """A row is one choice in the model that the verdict is tried in several versions of.

    Every level is combined with every level of the others.
    """

    KEY: ClassVar[tuple[str, ...]] = ("factor",)

    factor: Literal["supply_model", "attitude_loading", "judged_chances", "strength", "ratio", "largest_contributor"]
    """What is varied: the `supply_model`, the `attitude_loading`, where the `judged_chances` lie in their ranges, the
    `strength` asked for over the years, the `ratio` of soldiers behind one deployed, and whether the
    `largest_contributor` takes part. A factor without a row stays as in the main result."""
    levels: FilledText
    """Levels that are tried, separated by semicolons: share, brigades; none, low, central, high; low, central, high;
    full, planned; stricter, usual; with, without, in the order of the factors."""
    note: FilledText
    """Why these levels are tried."""

    def chosen(self) -> list[str]:
        """The levels that are tried."""
        return [level.strip() for level in self.levels.split(";")]
