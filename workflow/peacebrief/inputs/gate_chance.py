"""How likely an option passes a gate that no model works out."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.chance import Chance
from peacebrief.inputs.row import Identifier


class GateChance(Chance):
    """The chance that an option passes a judged gate at one level of American support."""

    KEY: ClassVar[tuple[str, ...]] = ("gate", "option", "us_level")

    gate: Identifier
    option: Identifier
    us_level: Identifier
