"""How much of the published effect of peacekeeping carries over to an option."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.chance import Chance
from peacebrief.inputs.row import Identifier


class CarryOver(Chance):
    """The share (0 to 1) of the logarithm of the published hazard ratio that holds for an option at a level."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "us_level")

    option: Identifier
    us_level: Identifier
