"""What kind of thing a column or an entry takes, in a few words: a number, a date, one of a closed list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from peacebrief.inputs.cells.cell import LONGEST_LABEL, LONGEST_SENTENCE
from peacebrief.inputs.cells.described import nested
from peacebrief.inputs.cells.judgement import ID_OR_NONE
from peacebrief.inputs.cells.row import IDENTIFIER, PARTIAL_DATE
from peacebrief.inputs.tables.prospects.duration import MONTH, MONTH_OR_NONE
from peacebrief.inputs.tables.transport_network import COUNTRY

PLAIN = {float: "number", int: "whole number", date: "date", bool: "true or false", str: "text"}
WRITTEN = {
    IDENTIFIER: "name",
    ID_OR_NONE: "name",
    PARTIAL_DATE: "date or part of one",
    MONTH: "month",
    MONTH_OR_NONE: "month",
    COUNTRY: "code of a country",
}
SHORT = {LONGEST_LABEL: "short text", LONGEST_SENTENCE: "sentence"}
UNIT = "unit"
OWN_NAMES = "entries by names of your own"


def kind_of(field: FieldInfo) -> str:
    """What kind of thing a field takes."""
    return UNIT if _is_unit(field) else _kind(field.annotation, tuple(_single(field.metadata)))


def _is_unit(mark: Any) -> bool:
    """Whether a field or a mark of its type lists the units there are."""
    extra = getattr(mark, "json_schema_extra", None)
    return isinstance(extra, dict) and "enum" in extra


def _kind(annotation: Any, marks: tuple[Any, ...]) -> str:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(parts[0], (*marks, *_single(parts[1:])))
    if origin in (Union, UnionType):
        return _kind(next(part for part in parts if part is not NoneType), marks)
    if origin is Literal:
        return "1 or 0" if set(parts) == {0, 1} else "one of a closed list"
    if origin is list:
        inside = _kind(parts[0], ())
        return f"list, each {inside}" if inside.startswith("one ") else f"list, each a {inside}"
    if origin is dict or nested(annotation) is not None:
        return OWN_NAMES if origin is dict else "entries"
    return _plain(annotation, marks)


def _plain(annotation: Any, marks: tuple[Any, ...]) -> str:
    if annotation is not str:
        return f"{PLAIN[annotation]}{_bounds(marks)}"
    rules = [mark for mark in marks if isinstance(mark, StringConstraints)]
    for rule in rules:
        if str(rule.pattern) in WRITTEN:
            return WRITTEN[str(rule.pattern)]
    lengths = [SHORT[rule.max_length] for rule in rules if rule.max_length in SHORT]
    return lengths[0] if lengths else PLAIN[str]


def _single(marks: Any) -> Iterator[Any]:
    """The marks one by one: a field holds some of its own."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _bounds(marks: tuple[Any, ...]) -> str:
    above = [mark.gt for mark in marks if isinstance(mark, Gt)]
    below = [mark.lt for mark in marks if isinstance(mark, Lt)]
    least = [mark.ge for mark in marks if isinstance(mark, Ge)]
    most = [mark.le for mark in marks if isinstance(mark, Le)]
    if above and below:
        return f" between {above[0]} and {below[0]}"
    if least and most:
        return f" from {least[0]:,} to {most[0]:,}"
    told = [f" above {above[0]}" if above else "", f", {least[0]:,} or more" if least else ""]
    return "".join([*told, f", {most[0]} at most" if most else ""])
