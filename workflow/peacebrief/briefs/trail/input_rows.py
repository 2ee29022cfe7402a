"""What facts rest on in the end: assumptions, rows of tables and settings of the case, each with what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.briefs.citing.citations import split_keys
from peacebrief.briefs.setting.environment import choices, row_anchor
from peacebrief.briefs.spelling.input_words import Cells, key_words, named, quantity, settings

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
    words = key_words(evidence)
    for table, rows in evidence["tables"].items():
        for row in rows:
            key = row_key(table, row)
            found[f"table:{table}.csv#{key}"] = _row(table, key, row, words)
    return found | {f"table:case.yaml#{name}": _setting(*told) for name, *told in settings(evidence["case"])}


def row_key(table: str, row: Cells) -> str:
    """What a row is called in the trail of a fact; a part that is empty, because the row holds for all, is left out."""
    return "/".join(str(row[column]) for column in KEYS.get(table, ("id",)) if row[column] not in (None, ""))


def _assumption(row: Cells) -> InputRow:
    told = quantity(row, "assumptions") if not row["choices"] else f"one of {choices(row['choices'])}"
    anchor = f"assumption-{row['id']}"
    return InputRow(
        label=row["label"], quantity=told, basis=row["basis"], sources=tuple(split_keys(row["source"])), anchor=anchor
    )  # fmt: skip


def _row(table: str, key: str, row: Cells, words: Mapping[str, Mapping[str, str]]) -> InputRow:
    anchor = TOLD_AT.get(table) or row_anchor(f"table:{table}.csv#{key}")
    if table == "nodes" and row["handling_central"] is None:
        anchor = "table-nodes"
    told = quantity(row, table)
    return InputRow(
        label=_claim(row, told) if table == "claims" else _label(table, key, row, words),
        quantity=told,
        basis=row["basis"],
        sources=tuple(split_keys(row["source"])),
        anchor=anchor,
    )


def _label(table: str, key: str, row: Cells, words: Mapping[str, Mapping[str, str]]) -> str:
    """What a row is called: its own name, then what the parts of its key point to, each once."""
    own = next((str(row[column]) for column in LABELS if row.get(column)), "")
    itself = {"id", table.removesuffix("s")} if own else {"id"}
    columns = [column for column in KEYS.get(table, ()) if column not in itself and row[column]]
    named_parts = [words.get(column, {}).get(str(row[column]), _plain(str(row[column]))) for column in columns]
    parts = dict.fromkeys(part for part in named_parts if part.casefold() != own.casefold())
    return f"{named(table).one}: {', '.join([own, *parts] if own else parts) or key}"


def _claim(row: Cells, told: str) -> str:
    """A claim is the article's; the figure beside it is ours."""
    return f"{'Best figure for the claim' if told else named('claims').one} “{row['claim']}”"


def _plain(code: str) -> str:
    return code.replace("_", " ").replace(".", ", ")


def _setting(label: str, told: str) -> InputRow:
    return InputRow(label=label, quantity=told, basis="chosen", sources=(), anchor="")
