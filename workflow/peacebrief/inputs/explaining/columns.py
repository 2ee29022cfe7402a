"""What a table or a YAML file of the inputs holds, column by column, for a terminal of a hundred columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from textwrap import shorten, wrap

from pydantic import ValidationError

from peacebrief.errors import AnalystError
from peacebrief.inputs.cells.described import descriptions, nested, row_description
from peacebrief.inputs.cells.problem import near_name, shown
from peacebrief.inputs.cells.row import GradedEvidence, Row
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.inputs.checks.citation_problems import CITING
from peacebrief.inputs.explaining.kind import OWN_NAMES, UNIT, kind_of
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import (
    CASE_TABLES,
    NETWORK_TABLES,
    OPTIONAL_TABLES,
    REFERENCE_TABLES,
    SOURCES,
    table_file,
)
from peacebrief.inputs.reading.source import Source
from peacebrief.inputs.reading.vocabulary import Vocabulary

WIDTH, STEP = 100, 4
CASE = "<case>"
TABLES: Mapping[str, type[Row]] = REFERENCE_TABLES | CASE_TABLES
# What is written by names, and what is called by them here.
NAMED: Mapping[str, tuple[type[Row], str]] = {
    "case": (CaseSettings, f"{CASE}/case.yaml"),
    "vocabulary": (Vocabulary, f"{CASE}/vocabulary.yaml"),
    "sources": (Source, SOURCES),
}
OF_CASE = {name: model for name, model in CASE_TABLES.items() if name not in NETWORK_TABLES}
ROOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (f"{CASE}/NAME.yaml, and {SOURCES}", tuple(NAMED)),
    (f"{CASE}/NAME.csv", tuple(OF_CASE)),
    (f"{CASE}/network/NAME.csv", tuple(NETWORK_TABLES)),
    ("reference/NAME.csv", tuple(REFERENCE_TABLES)),
)
OPENING = re.compile(r"^(A row|A record|The file [a-z.]+) (is|says|names) ")
CLAUSE = re.compile(r"[.;](?= |$)")


def listed() -> Iterator[str]:
    """The tables and YAML files, a line each."""
    yield "peacebrief columns NAME tells what each column of a table holds; * marks what may be left out."
    yield "peacebrief columns quantities tells which rows assumptions.csv needs."
    widest = max(len(name) for name in (*TABLES, *NAMED)) + 3
    for room, names in ROOMS:
        yield from ("", room)
        for name in names:
            mark = "*" if name in OPTIONAL_TABLES else ""
            yield f"  {name + mark:<{widest}}{_in_brief(_model(name), WIDTH - widest - 2)}"


def explained(asked: str) -> Iterator[str]:
    """What the table or YAML file holds that is called `asked`, with or without its folder and ending.

    Raises AnalystError where nothing is called so.
    """
    name = PurePath(asked).stem
    name = "sources" if name == "source" else name
    if name not in TABLES and name not in NAMED:
        remedy = near_name(name, [*TABLES, *NAMED]) or "python -m peacebrief columns lists all tables."
        raise AnalystError(f"no table is called {shown(asked)}; {remedy}")
    model = _model(name)
    yield NAMED[name][1] if name in NAMED else table_file(name, CASE)
    yield from _wrapped(row_description(model), 2)
    yield from _wrapped(_of_table(name, model), 2)
    yield ""
    yield from _entries(model, 2) if name in NAMED else _columns(model)


def may_be_empty(model: type[Row]) -> frozenset[str]:
    """The columns of a table whose cells may be empty, as far as a column shows by itself."""
    refused = set(model.FILLED)
    try:
        model.model_validate(dict.fromkeys(model.model_fields, ""))
    except ValidationError as error:
        refused |= {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
    return frozenset(model.model_fields) - refused


def _model(name: str) -> type[Row]:
    return NAMED[name][0] if name in NAMED else TABLES[name]


def _in_brief(model: type[Row], width: int) -> str:
    """The first clause on what a row is, as far as it goes on a line."""
    told = CLAUSE.split(OPENING.sub("", row_description(model)), maxsplit=1)[0]
    told = told if len(told) <= width else told.partition(":")[0]
    return shorten(told[:1].upper() + told[1:], width, placeholder=" …")


def _of_table(name: str, model: type[Row]) -> str:
    if name in NAMED:
        return "Every name is needed, except where it says that it may be left out."
    left_out = "The table may be left out." if name in OPTIONAL_TABLES else "The table may not be left out."
    key = " and ".join((", ".join(model.KEY[:-1]), model.KEY[-1]) if model.KEY[1:] else model.KEY)
    return f"{left_out} Two rows may not have the same {key}. Columns may stand in any order."


def _columns(model: type[Row]) -> Iterator[str]:
    said, empty = descriptions(model), may_be_empty(model)
    kinds = {name: "keys of sources" if name in CITING else kind_of(model.model_fields[name]) for name in said}
    # What every table has comes last.
    own = [name for name in said if name not in model.KEY and name not in GradedEvidence.model_fields]
    evidence = [name for name in said if name in GradedEvidence.model_fields]
    for name in dict.fromkeys((*model.KEY, *own, *evidence)):
        yield from _entry(name, f"{kinds[name]}, {'may be empty' if name in empty else 'never empty'}", said[name], 2)
    if UNIT in kinds.values():
        yield from ("", *_wrapped(f"Units: {', '.join(sorted(UNITS))}.", 2))


def _entries(model: type[Row], indent: int) -> Iterator[str]:
    """The names of a YAML file, and what is written below them, further in."""
    said = descriptions(model)
    for name, field in model.model_fields.items():
        kind = kind_of(field) + ("" if field.is_required() else ", may be left out")
        yield from _entry(name, kind, said[name], indent)
        below = nested(field.annotation)
        if below is not None:
            own = kind_of(field) == OWN_NAMES
            yield from _wrapped("Below each name:" if own else "Below it:", indent + STEP)
            yield from _entries(below, indent + 2 * STEP)


def _entry(name: str, kind: str, said: str, indent: int) -> Iterator[str]:
    yield f"{' ' * indent}{name} ({kind})"
    yield from _wrapped(said, indent + STEP)


def _wrapped(text: str, indent: int) -> list[str]:
    blanks = " " * indent
    return wrap(text, WIDTH, initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False)
