"""How a number is rounded and spelt for a reader: never more digits than the evidence bears."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from peacebrief.reasoning.digits import PRINTED_DIGITS, rounded, whole_percent
from peacebrief.reasoning.language import decimal_in_words

# Above these a row of noughts is hard to read.
LARGE = {1e9: "billion", 1e7: "million"}
WORTH = {"billion": 1e9, "million": 1e6}
# A whole number of one digit, but for nought, and what may follow it.
WHOLE = re.compile(r"^\u2212?[1-9](?=$| )")
# A share of draws is never printed as nothing or certainty.
JUST_OVER_NONE = 1e-6


def significant(number: float, digits: int = PRINTED_DIGITS) -> str:
    """`number` spelt at `digits` significant digits: 63,817 is "64,000", and 14,823,456,000 "15 billion"."""
    near = rounded(number, digits)
    word = next((word for least, word in LARGE.items() if abs(near) >= least), None)
    if word:
        return f"{significant(near / WORTH[word], digits)} {word}"
    if float(near).is_integer():
        return decimal_in_words(near)
    return decimal_in_words(near, max(0, digits - 1 - math.floor(math.log10(abs(near)))))


def exact(number: float) -> str:
    """A count or a published figure as it stands: 38,599; at most nine significant digits."""
    digits = f"{Decimal(f'{number:.9g}'):f}" if abs(number) < 1 else f"{number:.6f}".rstrip("0")
    return decimal_in_words(number, len(digits.partition(".")[2]))


def quantity(number: float) -> str:
    """A number of a table as a quantity: a whole one as it stands, another at three significant digits."""
    return exact(number) if float(number).is_integer() else significant(number, 3)


def plain(number: float) -> str:
    """A number of a table that is no quantity, such as a year: as it stands, without thousands separators."""
    return f"{number:.0f}" if float(number).is_integer() else f"{number:.9g}"


def together(*numbers: float, digits: int = PRINTED_DIGITS) -> list[str]:
    """Numbers that stand side by side, with as many digits each: beside 0.63 and 0.87 one is "1.0", not "1"."""
    told = [significant(number, digits) for number in numbers]
    if not any("." in words for words in told):
        return told
    return [WHOLE.sub(lambda whole: f"{whole[0]}.{'0' * (digits - 1)}", words) for words in told]


def spell_range(low: float, high: float, digits: int = PRINTED_DIGITS) -> str:
    """A range as "15,000 to 64,000"; one number where both ends round to the same."""
    first, last = together(low, high, digits=digits)
    return significant(low, digits) if first == last else f"{first} to {last}"


def middle_and_range(low: float, middle: float, high: float) -> tuple[str, str]:
    """A middle and its range, "3.0" and "2.4 to 3.5"; the range is the one number where both ends round to the same."""
    first, between, last = together(low, middle, high)
    return (between, f"{first} to {last}") if first != last else (significant(middle), significant(low))


def with_range(low: float, middle: float, high: float) -> str:
    """A middle with its range: "3.0 (2.4 to 3.5)"."""
    return "{} ({})".format(*middle_and_range(low, middle, high))


def percent(share: float) -> str:
    """A share in whole per cent; the ends are never overstated ("under 1%", "over 99%")."""
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 < share < 1:
        return "over 99%"
    return f"{decimal_in_words(whole_percent(share))}%"


def adds_to_whole(shares: Iterable[float]) -> bool:
    """Whether shares of one whole, in whole per cent, add to 100 as a reader adds them."""
    return sum(whole_percent(share) for share in shares) == 100


def percent_of_draws(share: float) -> str:
    """A share of draws in whole per cent: never quite nothing or all, "under 1%" instead of "0%"."""
    return percent(min(max(share, JUST_OVER_NONE), 1 - JUST_OVER_NONE))


def brief_percent_of_draws(share: float) -> str:
    """A share of draws where there is little room: "<1%" for "under 1%", ">99%" for "over 99%"."""
    return percent_of_draws(share).replace("under ", "<").replace("over ", ">")
