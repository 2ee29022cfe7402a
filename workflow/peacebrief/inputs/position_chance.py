"""How likely a state takes part, by what its government has said."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.chance import Chance
from peacebrief.inputs.position import Position
from peacebrief.inputs.row import Identifier


class PositionChance(Chance):
    """The probability that a state of this position takes part, at one level of United States support."""

    KEY: ClassVar[tuple[str, ...]] = ("position", "us_level")

    position: Position
    us_level: Identifier
