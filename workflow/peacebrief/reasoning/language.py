"""Numbers, dates and lists of names as the language writes them: the one place that knows which language it is.

The rules are those of the Unicode Common Locale Data Repository, as Babel brings them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern

LOCALE = Locale("en", "GB")
STYLES: dict[str, Literal["standard", "or"]] = {"and": "standard", "or": "or"}
# A date is spelt as far as it goes: a year, a month, a day.
DATES = {1: "y", 2: "MMMM y", 3: "d MMMM y"}
# A true minus sign instead of the hyphen that the repository has for this language.
HYPHEN, MINUS = "-", "\u2212"


def listed(items: Sequence[str], joining: str = "and") -> str:
    """Items as a list in a sentence: "a", "a and b", "a, b and c"; `joining` is "and" or "or"."""
    return format_list(list(items), style=STYLES[joining], locale=LOCALE) if items else ""


def day_in_words(iso: str | date) -> str:
    """A date in words: 2026-06-30 is "30 June 2026", 2026-06 "June 2026"."""
    parts = [int(part) for part in str(iso).split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return format_date(date(year, month, day), DATES[len(parts)], locale=LOCALE)


def decimal_in_words(number: float, decimals: int = 0) -> str:
    """A number with so many decimals, thousands parted: 15123.4 is "15,123"."""
    written: str = _pattern(decimals).apply(Decimal(f"{number:.{decimals}f}"), LOCALE)
    return written.replace(HYPHEN, MINUS)


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + f".{'0' * decimals}" * (decimals > 0))


def plural_form(count: float) -> str:
    """The form of a noun or a verb that goes with a count: "one" or "other"."""
    return LOCALE.plural_form(count)
