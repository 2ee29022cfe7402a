"""Uncertain numbers: their distributions, their draws, and what the draws say."""

from peacebrief.uncertainty.draws import Design, Tie, design
from peacebrief.uncertainty.quantity import Quantity

__all__ = ["Design", "Quantity", "Tie", "design"]
