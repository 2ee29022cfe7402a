"""Published results: a fact, its `because`, and how it is said."""

from peacebrief.facts.fact import Fact

__all__ = ["Fact"]
