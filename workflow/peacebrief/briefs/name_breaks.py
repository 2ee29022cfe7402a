"""Where a long name may be broken at the end of a line."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

BREAK = Markup("<wbr>")
# Parts of a name end with a dot, an underscore, or what sets a row off from its table.
PART = re.compile(r"[^._#/]*[._#/]*")


def breakable(name: str, longest: int = 38) -> Markup:
    """`name` with a place to break in front of the part that would make a line longer than `longest` signs.

    A page holds thousands of names: a break at every dot would double their elements.
    """
    lines = [""]
    for part in PART.findall(name):
        if lines[-1] and len(lines[-1]) + len(part) > longest:
            lines.append("")
        lines[-1] += part
    return BREAK.join(escape(line) for line in lines)
