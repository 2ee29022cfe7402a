"""Who would send troops, how many they can sustain, and what is missing."""

from peacebrief.generation.stage import generate_force

__all__ = ["generate_force"]
