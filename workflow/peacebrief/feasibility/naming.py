"""How options at a level, and settings of the case, are named in facts."""

from __future__ import annotations

from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.rows import Option


def in_words(inputs: FeasibilityInputs, option: Option, level: str) -> str:
    """An option at a level, for labels of facts."""
    return f"{option.label}, {inputs.level_words(level)}"


def setting(name: str) -> str:
    """Where a setting of the stage came from."""
    return f"table:case.yaml#feasibility.{name}"
