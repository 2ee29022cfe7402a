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

Row = list[str]

# Per stage and table, the columns that its record shows: numbers, and the words it hands on. A table named
# with {case} lies in the folder of the case.
COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "sizing": {
        "reference/missions": (
            "id", "name", "lead", "type", "strength", "line_km", "population", "sizing_driver", "state_adversary",
            "split",
        ),
        "reference/mission_types": ("type", "mandate_level"),
        "reference/sizing_methods": ("id", "method", "low", "central", "high", "unit", "distribution"),
        "reference/comparators": ("id", "value", "unit"),
        "{case}/assumptions": ("id", "unit", "distribution", "low", "central", "high", "choices", "stage"),
        "{case}/correlations": ("factor", "quantity", "loading"),
        "{case}/method_weights": ("role", "method", "weight", "reason"),
        "{case}/contributors": (
            "country", "army_active", "brigades_low", "brigades_central", "brigades_high", "position",
        ),
        "{case}/proposals": ("id", "role_class", "force_low", "force_central", "force_high"),
    }
}  # fmt: skip
# Rows that the stage skips, by the column that says so.
ONLY: dict[str, dict[str, tuple[str, frozenset[str]]]] = {
    "sizing": {"{case}/assumptions": ("stage", frozenset({"sizing"}))},
}
# Names in case.yaml that the record shows; what is nested under them counts too, less the words it leaves out.
SETTINGS: dict[str, frozenset[str]] = {"sizing": frozenset({"seed", "draws", "force_sizes", "roles"})}
WORDS = frozenset({"purpose", "definition"})
NAME = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_]*) *:")


def stage_digest(inputs_dir: Path, case: str, stage: str) -> str:
    """A digest of the cells and settings that `stage` reads; "unreadable: ..." where they cannot be read."""
    try:
        tables = {
            table: _cells(inputs_dir / f"{table.format(case=case)}.csv", columns, ONLY[stage].get(table))
            for table, columns in COLUMNS[stage].items()
        }
        settings = _settings(inputs_dir / case / "case.yaml", SETTINGS[stage])
        content = json.dumps([tables, settings], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    except Exception as error:  # noqa: BLE001 - the check of the inputs says what is wrong, better than a broken workflow
        return f"unreadable: {type(error).__name__}"


def _cells(path: Path, columns: tuple[str, ...], only: tuple[str, frozenset[str]] | None) -> list[Row]:
    text = _text(path)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if not set(columns) <= set(rows.fieldnames or ()):
        raise KeyError(path.name)
    return [
        [(row[column] or "").strip() for column in columns]
        for row in rows
        if only is None or (row[only[0]] or "").strip() in only[1]
    ]


def _text(path: Path) -> str:
    """The text of a file; a device or a pipe would never end."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_text(encoding="utf-8-sig")


def _settings(path: Path, names: frozenset[str]) -> Row:
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
        words = depth if found and depth > 0 and found[2] in WORDS else -1
        if top in names and words < 0:
            kept.append(text)
    return kept
