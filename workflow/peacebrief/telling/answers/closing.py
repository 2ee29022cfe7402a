"""Closing gates: the conditions under which an option would pass every gate, at its size or at a smaller one."""

from __future__ import annotations

from peacebrief.telling.answers.verdict import FEASIBLE, TOGETHER
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import option_row, place
from peacebrief.telling.saying.said import NOTHING, Number, Said, Sentences, phrase

PASSES = "feasible"
# What facts on conditions say where none would do, and where none is needed.
NONE_CLOSES, NO_FURTHER = "none", "no further condition"


def answer(known: Known, option: str, level: str = "") -> Said:
    """The conditions that would open every gate, or what a smaller force would change where there are none."""
    at = place(known, option, level)
    closing = f"feasibility.closing{at}"
    if known.words(f"feasibility.verdict{at}") == PASSES:
        return phrase("closing.nothing_needed")
    if not known.words(closing).startswith(NONE_CLOSES):
        return phrase("closing.conditions", limit=FEASIBLE, together=TOGETHER, conditions=Number(closing, "words"))
    return Sentences([phrase("closing.no_conditions", limit=FEASIBLE, together=TOGETHER), _smaller(known, option, at)])


def _smaller(known: Known, option: str, at: str) -> Said:
    """What a force of the size that could be kept up would change."""
    smaller, held = f"feasibility.closing_smaller{at}", f"feasibility.size_held{at}"
    if not known.has(smaller):
        return NOTHING
    size, words = Number(held, "significant"), known.words(smaller)
    if words.startswith(NONE_CLOSES):
        return phrase("closing.nor_smaller", size=size) if _is_held(known, held) else NOTHING
    if known.number(held) > known.number(f"generation.size.{option}"):
        return NOTHING
    if words == NO_FURTHER:
        return phrase("closing.smaller_passes", size=size)
    could = phrase("closing.smaller_could", size=size, limit=FEASIBLE, conditions=Number(smaller, "words"))
    return Sentences([could, _too_small(known, option, held)])


def _is_held(known: Known, held: str) -> bool:
    return known.has(held) and known.number(held) > 0


def _too_small(known: Known, option: str, held: str) -> Said:
    """That the smaller force is smaller than its task takes, where it is."""
    role = str(option_row(known, option)["role"])
    takes = f"sizing.force.{role}"
    if known.number(held) >= float(known.fact(takes).p5):  # type: ignore[arg-type]
        return NOTHING
    task = str(known.case["roles"][role]["label"]).lower()
    return phrase("closing.too_small", task=task, range=Number(takes, "range"))
