"""One named condition that would close a gate."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.chance import AnyOrAll, Chance
from peacebrief.inputs.row import Identifier, Label


class Condition(Chance):
    """The chance that an option passes a gate once the condition holds; an empty `us_level` means at every level.

    `label` completes a sentence that begins with "provided that". One condition may act on several gates: one row each.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id", "option", "gate", "us_level")

    id: Identifier
    option: Identifier
    label: Label
    gate: Identifier
    us_level: AnyOrAll
