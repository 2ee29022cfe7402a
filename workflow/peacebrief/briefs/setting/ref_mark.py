"""A mark behind a number as HTML: the name of the row of the annex that the number comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

# The space belongs to the mark, so that no line ends before it and a copied number does not run into it.
MARK = re.compile(r'<span class="ref(?: below)?">\u00a0([^<]*)</span>')


def ref(marks: Iterable[str]) -> str:
    """Marks as they stand behind a number or a label; nothing where there are none."""
    text = " ".join(marks)
    return f'<span class="ref">\u00a0{text}</span>' if text else ""


def ref_at_head(marks: Sequence[str]) -> str:
    """Marks as they stand at the head of a row or a column: more than one on a line of their own under the words."""
    return ref(marks).replace('"ref"', '"ref below"') if len(marks) > 1 else ref(marks)


def marks_in(html: str) -> list[str]:
    """Every mark of a piece of a page once, in order."""
    return list(dict.fromkeys(mark for text in MARK.findall(html) for mark in text.split()))


def unmarked(html: str) -> str:
    """A piece of a page without its marks."""
    return MARK.sub("", html)


def ref_of(mark: str) -> Markup:
    """A template's mark behind a number; nothing for an empty one."""
    return Markup(ref([escape(mark)] if mark else []))  # noqa: S704 - the mark is escaped


def without_refs(printed: Markup) -> Markup:
    """What a template printed, without its marks."""
    return Markup(unmarked(printed))  # noqa: S704 - only less of what was markup


def refs_of(printed: Markup) -> Markup:
    """The marks alone of what a template printed, each once."""
    return Markup(ref(marks_in(printed)))  # noqa: S704 - only part of what was markup
