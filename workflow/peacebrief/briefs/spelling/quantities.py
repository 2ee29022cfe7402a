"""Quantities as panels and registers tell them: the middle with its range, and the unit in words."""

from __future__ import annotations

import math
from collections.abc import Callable

from peacebrief.facts.fact import Fact
from peacebrief.facts.rounding import exact, percent, significant, together
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.reasoning.digits import rounded
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

COUNTED = ("claims.", "evidence.", "assumptions.", "sizing.comparator.")
SHARES = frozenset({"probability", "share"})
# Differences of probabilities, which the pages print in percentage points.
DIFFERENCES = (
    "evidence.comparators.median_distance",
    "evidence.distance.",
    "feasibility.deterrence_difference.",
    "feasibility.reduction.",
    "feasibility.reduction_needed.",
)
MONEY, PERCENT = "EUR_2025", "percent"
# These need no word beside what is measured.
WORDLESS = frozenset({"count", "probability", "rank", "ratio", "share", "weight", "words"})
# What facts of these are is said by their labels.
UNITLESS = frozenset({"", "words", "probability", "share"})
# From here on noughts hide the size of even a published figure.
HARD_TO_READ = 1e9


def in_full(fact: Fact, say: Say) -> str:
    """A fact as the registers print it: the middle with its range; a count or a published figure to its last digit.

    A difference of probabilities says that it counts points, since its unit is that of a probability.
    """
    told = without_unit(fact, say)
    return say(phrase("quantities.points", number=told)) if is_difference(fact) else told


def in_words(fact: Fact, say: Say) -> str:
    """A fact with its range and its unit: "2.3 billion euros (1.3 billion to 3.8 billion)"."""
    middle, span = _parts(fact, say) if fact.kind == "quantiles" else (without_unit(fact, say), "")
    return with_unit(middle, span, "points" if is_difference(fact) else fact.unit, say)


def without_unit(fact: Fact, say: Say) -> str:
    """The number or words of a fact, with the range where it has one."""
    if fact.kind == "quantiles":
        return _ranged(*_parts(fact, say), say)
    if is_difference(fact):
        return spell(fact, "points")
    if fact.kind == "number" and _as_share(fact):
        return percent(_value(fact))
    counted = fact.kind == "number" and fact.id.startswith(COUNTED) and abs(_value(fact)) < HARD_TO_READ
    return spell(fact, "exact" if counted else "auto")


def with_unit(middle: str, span: str, unit: str, say: Say) -> str:
    """A number, the words of its range (or none) and its unit; money is named before the range, the rest after it."""
    words = unit_words(unit, say, one=middle == "1" and not span)
    if not words:
        return _ranged(middle, span, say)
    if unit.startswith(MONEY):
        return _ranged(say(phrase("quantities.measured", number=middle, unit=words)), span, say)
    number = _ranged(middle, span, say)
    return say(phrase("quantities.percent" if unit == PERCENT else "quantities.measured", number=number, unit=words))


def _ranged(middle: str, span: str, say: Say) -> str:
    return say(phrase("quantities.ranged", middle=middle, span=span)) if span else middle


def unit_words(unit: str, say: Say, *, one: bool = False) -> str:
    """What a unit is called beside a number; empty where the name of the quantity says what is counted."""
    if unit in WORDLESS:
        return ""
    return say(phrase(f"units.{unit}_{'one' if one else 'other'}")) if unit in UNITS else unit.replace("_", " ")


def register_unit(unit: str, say: Say) -> str:
    """What a unit is called behind the name of a fact in a register; empty where the name says it."""
    return "" if unit in UNITLESS else say(phrase(f"units_in_registers.{unit}"))


def spanned(low: str, high: str, say: Say) -> str:
    """The words of a range; none where both ends are spelt alike."""
    return say(phrase("quantities.span", low=low, high=high)) if low != high else ""


def is_difference(fact: Fact) -> bool:
    """Whether a fact is a difference of probabilities."""
    return fact.id.startswith(DIFFERENCES)


def beside(fact: Fact, number: float) -> str:
    """Another result for the quantity of a fact, in the same form."""
    return _form(fact)(number)


def published(number: float, say: Say) -> str:
    """A figure of an input table, without noughts behind the point: 0.6, 1,287, 463.7 billion."""
    if abs(number) >= HARD_TO_READ:
        return say(phrase("quantities.billion", number=exact(rounded(number, 4) / HARD_TO_READ)))
    return exact(number if float(number).is_integer() else rounded(number, 3))


def _parts(fact: Fact, say: Say) -> tuple[str, str]:
    """The middle of a fact that is a range, and the range; nothing where both ends are printed alike."""
    ends = [_known(fact, end) for end in (fact.p5, fact.p50, fact.p95)]
    low, middle, high = together(*ends) if _form(fact) is significant else map(_form(fact), ends)
    return (middle, spanned(low, high, say)) if low != high else (_form(fact)(ends[1]), "")


def _form(fact: Fact) -> Callable[[float], str]:
    if is_difference(fact):
        return _points
    return percent if _as_share(fact) else significant


def _as_share(fact: Fact) -> bool:
    return fact.unit in SHARES


def _points(share: float) -> str:
    return percent(share).removesuffix("%")


def _value(fact: Fact) -> float:
    return _known(fact, fact.value if not isinstance(fact.value, str) else None)


def _known(fact: Fact, number: float | None) -> float:
    if number is None or not math.isfinite(number):
        raise ValueError(f"the fact {fact.id} has no number to print")
    return float(number)
