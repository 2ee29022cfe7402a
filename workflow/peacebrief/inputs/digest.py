"""A digest of exactly what a stage reads from the inputs, so that editing a note re-runs no model.

Called while the workflow is being parsed: standard library only, and it never raises.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path

from peacebrief.inputs.stage_columns import COLUMNS, METHODS, SETTINGS, WORDS, stages_of_quantity

Row = list[str]

ASSUMPTIONS, CORRELATIONS = "{case}/assumptions", "{case}/correlations"
SIZING_METHODS = "reference/sizing_methods"
NAME = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_]*) *:")


def stage_digest(inputs_dir: Path, case: str, stage: str) -> str:
    """A digest of the cells and settings that `stage` reads; "unreadable: ..." where they cannot be read."""
    try:
        tables = {
            table: _cells(inputs_dir / f"{table.format(case=case)}.csv", columns)
            for table, columns in COLUMNS[stage].items()
        }
        _keep_what_is_read(tables, stage)
        settings = _settings(inputs_dir / case / "case.yaml", SETTINGS[stage], WORDS[stage])
        content = json.dumps([tables, settings], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    except Exception as error:  # noqa: BLE001 - the check of the inputs says what is wrong, better than a broken workflow
        return f"unreadable: {type(error).__name__}"


def _keep_what_is_read(tables: dict[str, list[Row]], stage: str) -> None:
    """Leave out the quantities of other stages. Which other stages read a quantity too says nothing about it."""
    stages = {row[0]: ";".join(_parts(row[-1])) for row in tables[ASSUMPTIONS]}
    tables[ASSUMPTIONS] = [row[:-1] for row in tables[ASSUMPTIONS] if stage in _parts(row[-1])]
    tables[CORRELATIONS] = [row for row in tables[CORRELATIONS] if stage in stages_of_quantity(row[1], stages)]
    if stage in METHODS:
        place = COLUMNS[stage][SIZING_METHODS].index("method")
        tables[SIZING_METHODS] = [row for row in tables[SIZING_METHODS] if row[place] in METHODS[stage]]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")]


def _cells(path: Path, columns: tuple[str, ...]) -> list[Row]:
    text = _text(path)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if not set(columns) <= set(rows.fieldnames or ()):
        raise KeyError(path.name)
    return [[(row[column] or "").strip() for column in columns] for row in rows]


def _text(path: Path) -> str:
    """The text of a file; a device or a pipe would never end."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_text(encoding="utf-8-sig")


def _settings(path: Path, names: frozenset[str], left_out: frozenset[str]) -> Row:
    """Lines of the settings named, as written. A reader of YAML would be too slow to start here."""
    kept: Row = []
    top, words = "", -1
    for line in _text(path).splitlines():
        text = line.rstrip()
        if not text or text.lstrip().startswith("#"):
            continue
        found = NAME.match(text)
        depth = len(text) - len(text.lstrip())
        if found and depth == 0:
            top = found[2]
        if words >= 0 and depth > words:
            continue
        words = depth if found and depth > 0 and found[2] in left_out else -1
        if top in names and words < 0:
            kept.append(text)
    return kept
