"""Quantities as panels and registers tell them: the middle with its range, and the unit in words."""

from __future__ import annotations

import math
from collections.abc import Callable

from peacebrief.facts.fact import Fact
from peacebrief.facts.rounding import exact, percent, significant, together
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.reasoning.digits import rounded
from peacebrief.telling.saying.number_forms import spell

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
MONEY = "EUR_2025"
# Symbols that every reader knows; other units are written out, and those here need no word beside what is measured.
KNOWN_SYMBOLS = frozenset({"km", "km2", "kg", "percent", "rating"})
WORDLESS = frozenset({"count", "probability", "rank", "ratio", "share", "weight", "words"})
# From here on noughts hide the size of even a published figure.
HARD_TO_READ = 1e9


def in_full(fact: Fact) -> str:
    """A fact as the registers print it: the middle with its range; a count or a published figure to its last digit.

    A difference of probabilities says that it counts points, since its unit is that of a probability.
    """
    return f"{without_unit(fact)} points" if is_difference(fact) else without_unit(fact)


def in_words(fact: Fact) -> str:
    """A fact with its range and its unit: "2.3 billion euros (1.3 billion to 3.8 billion)"."""
    middle, span = _parts(fact) if fact.kind == "quantiles" else (without_unit(fact), "")
    return with_unit(middle, span, "points" if is_difference(fact) else fact.unit)


def without_unit(fact: Fact) -> str:
    """The number or words of a fact, with the range where it has one."""
    if fact.kind == "quantiles":
        middle, span = _parts(fact)
        return f"{middle} ({span})" if span else middle
    if is_difference(fact):
        return spell(fact, "points")
    if fact.kind == "number" and _as_share(fact):
        return percent(_value(fact))
    counted = fact.kind == "number" and fact.id.startswith(COUNTED) and abs(_value(fact)) < HARD_TO_READ
    return spell(fact, "exact" if counted else "auto")


def with_unit(middle: str, span: str, unit: str) -> str:
    """A number, the words of its range (or none) and its unit; money is named before the range, the rest after it."""
    words = unit_words(unit, one=middle == "1" and not span)
    bracket = f" ({span})" if span else ""
    if unit.startswith(MONEY):
        return f"{middle} {words}{bracket}"
    return f"{middle}{bracket}{'' if words == '%' else ' '}{words}".strip()


def unit_words(unit: str, *, one: bool = False) -> str:
    """What a unit is called beside a number; empty where the name of the quantity says what is counted."""
    if unit in WORDLESS:
        return ""
    if unit not in UNITS:
        return unit.replace("_", " ")
    known = UNITS[unit]
    words = known.symbol if unit in KNOWN_SYMBOLS else known.singular if one else known.plural
    return words.replace(" of 2025", "").replace("kilogrammes", "kg").replace(" per person and ", " a person a ")


def is_difference(fact: Fact) -> bool:
    """Whether a fact is a difference of probabilities."""
    return fact.id.startswith(DIFFERENCES)


def beside(fact: Fact, number: float) -> str:
    """Another result for the quantity of a fact, in the same form."""
    return _form(fact)(number)


def published(number: float) -> str:
    """A figure of an input table, without noughts behind the point: 0.6, 1,287, 463.7 billion."""
    if abs(number) >= HARD_TO_READ:
        return f"{exact(rounded(number, 4) / HARD_TO_READ)} billion"
    return exact(number if float(number).is_integer() else rounded(number, 3))


def _parts(fact: Fact) -> tuple[str, str]:
    """The middle of a fact that is a range, and the range; nothing where both ends are printed alike."""
    ends = [_known(fact, end) for end in (fact.p5, fact.p50, fact.p95)]
    low, middle, high = together(*ends) if _form(fact) is significant else map(_form(fact), ends)
    return (middle, f"{low} to {high}") if low != high else (_form(fact)(ends[1]), "")


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
