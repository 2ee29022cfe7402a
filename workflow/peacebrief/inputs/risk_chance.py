"""How likely a risk is for an option."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.chance import AnyOrAll, Chance
from peacebrief.inputs.row import Identifier


class RiskChance(Chance):
    """The chance of a risk within its horizon; an empty `us_level` holds at every level of American support."""

    KEY: ClassVar[tuple[str, ...]] = ("risk", "option", "us_level")

    risk: Identifier
    option: Identifier
    us_level: AnyOrAll
