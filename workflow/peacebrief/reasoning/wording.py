"""Words that sentences are put together from."""

from __future__ import annotations


def listed(items: list[str], joining: str = "and") -> str:
    """Items as an English list: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joining} {items[-1]}"
