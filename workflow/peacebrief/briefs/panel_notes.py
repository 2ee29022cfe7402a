"""What the panel of a number says beside its method: what is shown, what a word stands for, how a fact is known."""

from __future__ import annotations

import math

from peacebrief.briefs.quantities import beside, is_difference
from peacebrief.briefs.trails import Trails
from peacebrief.facts.fact import Fact
from peacebrief.facts.words import YARDSTICK, likelihood

# Ranges that are no draws; their methods say what they are.
NOT_DRAWN = ("feasibility.weight.", "generation.net_support.")
PUBLISHED = ("assumptions.", "sizing.comparator.")
OWN_SETTING = "table:case.yaml#"
OPENINGS = {"Judged": "judged", "Chosen": "chosen", "An opinion": "told as an opinion"}


def note_of(fact: Fact) -> str:
    """What the number of a range is, and the result at the central value of every input where that is another."""
    if fact.kind != "quantiles" or fact.p50 is None or fact.p5 is None or fact.p95 is None:
        return ""
    if fact.id.startswith(NOT_DRAWN):
        return ""
    middle, alike = beside(fact, fact.p50), beside(fact, fact.p5) == beside(fact, fact.p95)
    shown = "The number shown is the median of the draws"
    shown += "." if alike else "; nine results in ten lie in the bracket."
    if fact.central is None or not math.isfinite(fact.central) or beside(fact, fact.central) == middle:
        return shown
    return f"{shown} With every input at its central value the result is {beside(fact, fact.central)}."


def word_of(fact: Fact) -> str:
    """The word of likelihood for a probability, with what it stands for; empty for other facts."""
    chance = fact.kind == fact.unit == "probability" and not fact.label.lower().startswith("share ")
    if not chance or is_difference(fact) or _only_chosen(fact) or not isinstance(fact.value, float | int):
        return ""
    word = likelihood(float(fact.value))
    published = next(band.published for band in YARDSTICK if band.word == word)
    return f"{word}: {published}; a percentage between two bands takes the word of the higher band"


def basis_of(fact: Fact, trails: Trails) -> str:
    """How a fact is known: judged, chosen, counted, as its one input is, or worked out."""
    opening = next((basis for words, basis in OPENINGS.items() if fact.method.startswith(words)), "")
    if opening:
        return opening
    if _only_chosen(fact):
        return "chosen"
    if fact.id.startswith("evidence."):
        return "counted"
    taken_over = fact.id.startswith(PUBLISHED) or fact.method.startswith("Read from")
    if taken_over and len(fact.because) == 1 and fact.because[0] in trails.inputs:
        return trails.inputs[fact.because[0]].basis
    return "worked out"


def _only_chosen(fact: Fact) -> bool:
    return bool(fact.because) and all(origin.startswith(OWN_SETTING) for origin in fact.because)
