"""Whether the files that a PDF carries can be read, are what they say, and are the ones that belong to it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import StringIO
from typing import Any

import pikepdf

from peacebrief.briefs.printing.attached import ATTACHED, MANIFEST


def attached_files(document: pikepdf.Pdf) -> dict[str, bytes]:
    """The files carried, by name."""
    return {name: spec.get_file().read_bytes() for name, spec in sorted(document.attachments.items())}


def attachment_faults(files: Mapping[str, bytes], *, brief: str, printed: set[str]) -> Iterator[str]:
    """What is wrong with the files attached; `printed` are the facts that the brief prints."""
    if sorted(files) != list(ATTACHED):
        yield f"The file carries {sorted(files)} instead of {list(ATTACHED)}."
        return
    read: dict[str, Any] = {}
    for name, data in files.items():
        try:
            text = data.decode("utf-8")
            read[name] = list(csv.reader(StringIO(text), strict=True)) if name.endswith(".csv") else json.loads(text)
        except (ValueError, csv.Error) as error:
            yield f"The attachment {name} cannot be read: {error}."
            return
    yield from _table_faults(read["assumptions.csv"])
    yield from _fact_faults(read["facts.json"], printed)
    yield from _source_faults(read["sources.json"])
    yield from _manifest_faults(read[MANIFEST], files, brief)


def _table_faults(rows: list[list[str]]) -> Iterator[str]:
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        yield "The attachment assumptions.csv is not a table with a head and rows of one width."


def _fact_faults(facts: Any, printed: set[str]) -> Iterator[str]:
    listed = facts.get("facts") if isinstance(facts, dict) else None
    if not isinstance(listed, list):
        yield "The attachment facts.json holds no list of facts."
        return
    missing = sorted(printed - {fact.get("id") for fact in listed})
    if missing:
        yield f"The brief prints the fact {missing[0]}, which the attachment facts.json does not hold."


def _source_faults(sources: Any) -> Iterator[str]:
    records = sources if isinstance(sources, list) else [None]
    names = [record.get("id") for record in records if isinstance(record, dict) and isinstance(record.get("type"), str)]
    if len(names) < len(records) or not all(isinstance(name, str) for name in names):
        yield "The attachment sources.json is not CSL-JSON: a record has no id or no type."
    elif len(set(names)) < len(names):
        yield "The attachment sources.json names a source twice."


def _manifest_faults(manifest: Any, files: Mapping[str, bytes], brief: str) -> Iterator[str]:
    if not isinstance(manifest, dict) or manifest.get("brief") != brief:
        yield f"The attachment {MANIFEST} does not name the brief {brief}."
        return
    sums = {name: sha256(data).hexdigest() for name, data in files.items() if name != MANIFEST}
    told = {name: one.get("sha256") for name, one in manifest.get("files", {}).items()}
    for name in sorted(sums.keys() | told.keys()):
        if sums.get(name) != told.get(name):
            yield f"The attachment {name} is not the file whose checksum stands in {MANIFEST}."
