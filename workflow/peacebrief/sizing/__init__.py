"""How many troops each role needs, by every method side by side."""

from peacebrief.sizing.given import SizingInputs
from peacebrief.sizing.stage import size_force

__all__ = ["SizingInputs", "size_force"]
