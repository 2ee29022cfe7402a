"""Figures on generation: who would send how many, and who would stand behind it."""
