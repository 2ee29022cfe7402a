"""Spans packed into few rows: those that do not meet share one."""

from __future__ import annotations

from collections.abc import Sequence


def packed(spans: Sequence[tuple[float, float]], *, gap: float) -> list[int]:
    """The row of each span (start, end), counted from 0, in the order given.

    Spans in one row keep `gap` apart, and no packing into fewer rows would do so: taken by their start, each
    goes into the first row that is free again.
    """
    rows, ends = [0] * len(spans), list[float]()
    for place in sorted(range(len(spans)), key=lambda place: (*spans[place], place)):
        start, end = spans[place]
        row = next((row for row, last in enumerate(ends) if last + gap <= start), len(ends))
        ends[row:] = [end] if row == len(ends) else [end, *ends[row + 1 :]]
        rows[place] = row
    return rows
