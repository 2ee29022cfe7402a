"""How numbers compare as a reader sees them: at the digits printed."""

from __future__ import annotations

import math


def whole(share: float) -> int:
    """A share as the whole percentage that is printed."""
    return int(f"{100 * share:.0f}")


def two_digits(number: float) -> float:
    """A number at two significant digits, halves upwards."""
    if number == 0:
        return 0.0
    scale = 10.0 ** (math.floor(math.log10(abs(number))) - 1)
    return math.floor(number / scale + 0.5) * scale


def joined(names: list[str]) -> str:
    """Names in a row: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))
