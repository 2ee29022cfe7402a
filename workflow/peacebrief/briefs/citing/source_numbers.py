"""The numbers of sources in the list at the end, as short as they can be told: "1-4, 9"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

LINK = Markup('<a href="#source-{}">{}</a>')


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Whole numbers as runs of neighbours, first and last of each, in order; a pair of neighbours is two runs."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return [part for first, last in found for part in _parted(first, last)]


def _parted(first: int, last: int) -> list[tuple[int, int]]:
    return [(first, first), (last, last)] if last == first + 1 else [(first, last)]


def source_links(keys: Iterable[str], places: Mapping[str, int], judgement: str, *, judged: bool) -> Markup:
    """The sources called `keys` by their numbers, and whether there is judgement of our own too.

    Each number, and each run by its first, is a link to the list of sources of the page. `judgement` is what judgement
    of our own is called.
    """
    by_number = {places[key]: key for key in keys}
    told = [LINK.format(by_number[first], _spelt(first, last)) for first, last in runs(by_number)]
    return Markup(", ").join([*told, escape(judgement)] if judged or not told else told)


def _spelt(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
