"""The miniature case with hostile text in every cell in which words are free."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import accumulate, count
from pathlib import Path
from typing import Any

import yaml

from hostile import fields
from hostile.payloads import SHOWN
from peacebrief.inputs.cells.problem import InputProblems
from peacebrief.inputs.loading import load_case
from peacebrief.inputs.reading.case_tables import CASE_TABLES, OPTIONAL_TABLES, REFERENCE_TABLES, SOURCES, table_file
from peacebrief.inputs.reading.source import _entries

# A text stays about as long as it was, so that briefs keep to their pages; in a note there is room for any.
SHORTEST, ANY = 8, max(map(len, SHOWN.values()))
STRIDE = 7
ROOMY = {"note", "quote", "derivation", "reason", "basis_detail"}
# Keys of documents, with semicolons between.
KEYS = {("source",), ("army_source",)}
Field = tuple[str, fields.Place]
# The hostile text to put at a field in the place of a text.
Hostile = Callable[[Field, str], str]
Change = Callable[[fields.Place, str], str]
# Words that several tables share: what one calls so the others call so too.
SHARED = {
    ("mission_types", ("type",)): "type",
    ("missions", ("type",)): "type",
    ("case", ("roles", "mission_type")): "type",
    ("contributors", ("country",)): "country",
    ("army_strengths", ("country",)): "country",
    ("sustained_deployments", ("country",)): "country",
    ("consumption", ("label",)): "item",
    ("consumption_anchors", ("label",)): "anchor",
    ("consumption_anchors", ("in_sentence",)): "anchor in a sentence",
}
# A name that belongs to a code beside it, so that without the one there is none of the other.
PAIRED = ("country_name",)


def spoil(inputs: Path, turn: int) -> tuple[set[Field], set[Field]]:
    """Spoil the case under `inputs`: the fields that now are hostile, and those in which the checks across tables, each
    with its sentence, let only known names stand. `turn` moves every payload on to the next field.
    """
    fresh = {file: (inputs / file).read_bytes() for file in _files()}
    wanted, refused = set(_free()), set()
    while True:
        for file, content in fresh.items():
            (inputs / file).write_bytes(content)
        _write(inputs, wanted - refused, _payloads(turn))
        blamed = _blamed(inputs)
        if not blamed:
            return wanted - refused, refused
        if blamed <= refused:
            raise AssertionError(f"refused although it is as it was: {sorted(map(str, blamed))}")
        refused |= blamed


def _free() -> Iterator[Field]:
    for name in (*fields.TOLD_IN_YAML, "source", *fields.MODELS):
        for place in fields.places(name):
            if (
                name not in OPTIONAL_TABLES
                and place not in KEYS
                and not fields.problems_with(name, place, fields.ORDINARY)
            ):
                yield name, _kind(place)


def _kind(place: fields.Place) -> fields.Place:
    """The place without the name of one role, level or posture: what holds for one of them holds for all."""
    return (place[0], place[-1]) if len(place) > 2 else place


def _files() -> dict[str, str]:
    tables = {table_file(name, fields.CASE): name for name in (REFERENCE_TABLES | CASE_TABLES)}
    tables = {file: name for file, name in tables.items() if name not in OPTIONAL_TABLES}
    told = {f"{fields.CASE}/{name}.yaml": name for name in fields.TOLD_IN_YAML}
    return {**tables, SOURCES: "source", **told}


def _payloads(turn: int) -> Hostile:
    """One text after the other down each column, beginning with another in every column."""
    given: dict[Field, Iterator[int]] = {}
    shared: dict[tuple[str, str], str] = {}

    def fitting(field: Field, text: str) -> str:
        room = ANY if field[1][-1] in ROOMY else max(len(text), SHORTEST)
        payloads = [payload for payload in SHOWN.values() if len(payload) <= room]
        place = next(given.setdefault(field, count(turn + STRIDE * len(given))))
        return payloads[place % len(payloads)]

    def hostile(field: Field, text: str) -> str:
        if field not in SHARED:
            return fitting(field, text)
        kind, taken = SHARED[field], {told for (kind, _), told in shared.items() if kind == SHARED[field]}
        if (kind, text) not in shared:
            told = fitting(field, text)
            shared[kind, text] = f"{told} {len(taken)}" if told in taken else told
        return shared[kind, text]

    return hostile


def _write(inputs: Path, spoilt: set[Field], hostile: Hostile) -> None:
    for file, name in _files().items():
        text = (inputs / file).read_text(encoding="utf-8")
        write = {**dict.fromkeys(fields.TOLD_IN_YAML, _settings), "source": _documents}.get(name, _rows)

        def change(place: fields.Place, cell: str, name: str = name) -> str:
            keep = (name, place) not in spoilt or (place == PAIRED and not cell)
            return cell if keep else hostile((name, place), cell)

        (inputs / file).write_text(write(text, change), encoding="utf-8", newline="\n")


def _rows(text: str, change: Change) -> str:
    header, *rows = csv.reader(io.StringIO(text))
    spoilt = [[change((column,), cell) for column, cell in zip(header, row, strict=True)] for row in rows]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([header, *spoilt])
    return written.getvalue()


def _settings(text: str, change: Change) -> str:
    def walked(part: Any, above: fields.Place = ()) -> Any:
        if isinstance(part, dict):
            return {name: walked(inside, (*above, name)) for name, inside in part.items()}
        return change(_kind(above), part) if isinstance(part, str) else part

    return yaml.safe_dump(walked(yaml.safe_load(text)), sort_keys=False, allow_unicode=True)


def _documents(text: str, change: Change) -> str:
    records = []
    for entry in _entries(text)[0]:
        kind, key = entry.pop("ENTRYTYPE"), entry.pop("ID")
        told = "".join(f"  {name} = {{{_balanced(change((name,), value))}}},\n" for name, value in entry.items())
        records.append(f"@{kind}{{{key},\n{told}}}\n")
    return "\n".join(records)


def _balanced(text: str) -> str:
    """A value of the file of documents ends at the brace that closes it, so that a lonely one cannot stand there."""
    depths = list(accumulate((character == "{") - (character == "}") for character in text))
    return text if min(depths, default=0) >= 0 and depths[-1:] in ([], [0]) else re.sub("[{}]", "|", text)


def _blamed(inputs: Path) -> set[Field]:
    try:
        load_case(inputs, fields.CASE)
    except InputProblems as error:
        names = _files()
        return {(names[one.file], _kind(tuple(one.column.split(".")))) for one in error.found}
    return set()
