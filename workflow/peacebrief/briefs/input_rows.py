"""What facts rest on in the end: assumptions, rows of tables and settings of the case, each with what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.briefs.citations import split_keys
from peacebrief.briefs.environment import choices, row_anchor
from peacebrief.briefs.input_words import Cells, named, quantity

# The tables whose rows stand in the web annex without a place of their own: where their numbers are told.
TOLD_AT = {
    "carry_over": "table-carry_over",
    "consumption_anchors": "table-consumption",
    "enabler_needs": "table-enablers",
    "option_requirements": "table-force_gaps",
    "position_chances": "table-position_chances",
    "viewpoints": "table-weights",
}
# The columns that name a row, where that is not `id`; the models of the inputs have them too, but are slow to load.
KEYS: dict[str, tuple[str, ...]] = {
    "carry_over": ("option", "us_level"),
    "conditions": ("id", "option", "gate", "us_level"),
    "consumption": ("item", "posture"),
    "correlations": ("factor", "quantity"),
    "enabler_needs": ("enabler", "option"),
    "gate_chances": ("gate", "option", "us_level"),
    "method_weights": ("role", "method"),
    "mission_types": ("type",),
    "option_contributors": ("option", "contributor"),
    "option_requirements": ("option", "force_type"),
    "position_chances": ("position", "us_level"),
    "risk_chances": ("risk", "option", "us_level"),
    "scores": ("option", "criterion", "us_level"),
    "viewpoints": ("viewpoint", "criterion"),
}
LABELS = ("label", "name", "title", "claim", "who", "place", "country")
# What the columns of a key point to.
POINTS_TO = {
    "option": "options",
    "gate": "gates",
    "risk": "risks",
    "enabler": "enablers",
    "criterion": "criteria",
    "contributor": "contributors",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRow:
    """What one origin says: `quantity` in words or empty, `anchor` the id in the web annex or empty."""

    label: str
    quantity: str
    basis: str
    sources: tuple[str, ...]
    anchor: str


def input_rows(evidence: Mapping[str, Any]) -> dict[str, InputRow]:
    """By the name that a fact rests on: `assumption:<id>`, `table:<file>#<row>`, and the settings of the case."""
    found = {f"assumption:{row['id']}": _assumption(row) for row in evidence["assumptions"]}
    for table, rows in evidence["tables"].items():
        for row in rows:
            key = row_key(table, row)
            found[f"table:{table}.csv#{key}"] = _row(table, key, row, evidence["tables"])
    return found | {f"table:case.yaml#{name}": _setting(name, told) for name, told in _settings(evidence["case"])}


def row_key(table: str, row: Cells) -> str:
    """What a row is called in the trail of a fact; a part that is empty, because the row holds for all, is left out."""
    return "/".join(str(row[column]) for column in KEYS.get(table, ("id",)) if row[column] not in (None, ""))


def _assumption(row: Cells) -> InputRow:
    told = quantity(row, "assumptions") if not row["choices"] else f"one of {choices(row['choices'])}"
    anchor = f"assumption-{row['id']}"
    return InputRow(
        label=row["label"], quantity=told, basis=row["basis"], sources=tuple(split_keys(row["source"])), anchor=anchor
    )  # fmt: skip


def _row(table: str, key: str, row: Cells, tables: Mapping[str, Any]) -> InputRow:
    own = next((str(row[column]) for column in LABELS if row.get(column)), "")
    columns = [column for column in KEYS.get(table, ()) if column != "id" and row[column]]
    parts = [_pointed_to(column, str(row[column]), tables) for column in columns]
    anchor = TOLD_AT.get(table) or row_anchor(f"table:{table}.csv#{key}")
    if table == "nodes" and row["handling_central"] is None:
        anchor = "table-nodes"
    return InputRow(
        label=f"{named(table).one}: {', '.join(part for part in [own, *parts] if part) or key}",
        quantity=quantity(row, table),
        basis=row["basis"],
        sources=tuple(split_keys(row["source"])),
        anchor=anchor,
    )


def _pointed_to(column: str, value: str, tables: Mapping[str, Any]) -> str:
    """A part of a key in words: the label of the row it points to, or itself."""
    rows = tables.get(POINTS_TO.get(column, ""), ())
    labels = {row["id"]: next(str(row[name]) for name in LABELS if row.get(name)) for row in rows}
    return labels.get(value, value.replace("_", " "))


def _setting(name: str, told: str) -> InputRow:
    words = name.replace(".", ": ").replace("_", " ")
    return InputRow(label=f"Setting of the case: {words}", quantity=told, basis="chosen", sources=(), anchor="")


def _settings(case: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every setting by its dotted name, with what it says where that is short."""
    for name, value in case.items():
        yield name, value if isinstance(value, str) else ""
        if isinstance(value, Mapping):
            yield from ((f"{name}.{inner}", told) for inner, told in _settings(value))
        elif isinstance(value, list | int | float):
            yield name, ", ".join(str(part) for part in (value if isinstance(value, list) else [value]))
