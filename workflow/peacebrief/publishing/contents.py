"""What an edition holds: its tables, its files, how long they are and how to tell that they are unchanged.

Checksums have the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peacebrief.reasoning.language import plural_form
from peacebrief.telling.saying.said import NOTHING, Phrase, Said, phrase
from peacebrief.telling.saying.voice import Say

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of an edition. `name` is relative to the edition; `length` is in pages or rows, where it has any."""

    name: str
    size: str
    sha256: str
    length: str


def contents(files: Iterable[Path], say: Say, *, folder: str = "") -> dict[str, Item]:
    """The `files` by name, as they will lie in `folder` of the edition."""
    items = (item(file, say, name=f"{folder}/{file.name}" if folder else file.name) for file in files)
    return {one.name: one for one in sorted(items, key=lambda one: one.name)}


def item(file: Path, say: Say, *, name: str) -> Item:
    """What is to be said about `file`, which the edition holds as `name`."""
    content = file.read_bytes()
    checksum = hashlib.sha256(content).hexdigest()
    return Item(name=name, size=say(size(len(content))), sha256=checksum, length=say(length(file.name, content)))


def size(count: int) -> Phrase:
    """A number of bytes in the units that file managers print: 12,345 is "12 kB"."""
    if count >= 1_000_000:
        return phrase("files.megabytes", size=f"{count / 1_000_000:,.1f}")
    if count:
        return phrase("files.kilobytes", size=f"{max(1, round(count / 1_000)):,}")
    return phrase("files.empty")


def length(name: str, content: bytes) -> Said:
    """The pages of a PDF or the rows of a table in words; empty for other files."""
    if name.endswith(".pdf"):
        import pikepdf

        with pikepdf.open(io.BytesIO(content)) as document:
            pages = len(document.pages)
        return phrase(f"files.pages_{plural_form(pages)}", count=f"{pages:,}")
    if name.endswith(".csv"):
        lines = sum(1 for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")) if row)
        rows = max(0, lines - 1)
        return phrase(f"files.rows_{plural_form(rows)}", count=f"{rows:,}")
    return NOTHING


def data_tables(
    *, evidence: Mapping[str, Any], stages: Iterable[Mapping[str, Any]]
) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Every table behind the briefs by name: assumptions, sources, the evidence and what the stages made.

    What the case does without, such as answers of experts, is left out. Raises ValueError for two of one name.
    """
    tables: dict[str, Sequence[Mapping[str, Any]]] = {
        **{name: rows for name, rows in evidence["tables"].items() if rows},
        "assumptions": evidence["assumptions"],
        "sources": evidence["sources"],
    }
    for stage in stages:
        for name, table in stage["tables"].items():
            if name in tables:
                raise ValueError(f"two tables are called {name}")
            tables[name] = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    return tables


def sha256sums(sums: Mapping[str, str]) -> str:
    """One line a file, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def listed(file: Path) -> dict[str, str]:
    """The checksums in such a file by name; none where it is gone."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, separator, name in (line.partition("  ") for line in lines) if separator}
