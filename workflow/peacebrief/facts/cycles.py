"""No fact may rest on itself, by whatever way."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from peacebrief.errors import AnalystError
from peacebrief.facts.fact import Fact


def refuse_cycles(facts: Iterable[Fact]) -> None:
    """Raises AnalystError that names the circle where the `because` of facts leads back to where it began."""
    rests_on = {
        fact.id: sorted(origin.removeprefix("fact:") for origin in fact.because if origin.startswith("fact:"))
        for fact in facts
    }
    try:
        TopologicalSorter(rests_on).prepare()
    except CycleError as error:
        circle = " rests on ".join(reversed(error.args[1]))
        raise AnalystError(f"facts rest on each other in a circle: {circle}; one of them must not.") from error
