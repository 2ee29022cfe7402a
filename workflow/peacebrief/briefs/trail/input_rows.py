"""What facts rest on in the end: assumptions, rows of tables and settings of the case, each with what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.briefs.setting.environment import row_anchor
from peacebrief.briefs.spelling.input_words import ANSWERED, Cells, elicited_from, key_words, named, quantity, settings
from peacebrief.elicitation.panel import panel
from peacebrief.facts.basis import KEYS, row_key
from peacebrief.reasoning.wording import choices, split_keys

# The tables whose rows stand in the web annex without a place of their own: where their numbers are told.
TOLD_AT = {
    "attitude": "table-joint_by_loading",
    "carry_over": "table-carry_over",
    "consumption_anchors": "table-consumption",
    "elicitation": "table-elicited",
    "enabler_needs": "table-enablers",
    "option_requirements": "table-force_gaps",
    "position_chances": "table-position_chances",
    "verdict_changes": "table-verdict_changes",
    "versions": "table-turned_by",
    "viewpoints": "table-criteria",
}
# The tables that the annex does not print, row by row or otherwise; they are counted, and stand in the data.
NOT_TOLD = frozenset({"corridors", "illustrative_line", "mission_types", "units"})
LABELS = ("label", "name", "title", "claim", "who", "place", "country", "study")


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRow:
    """What one origin says: `quantity` in words or empty, `anchor` the id in the web annex or empty."""

    label: str
    quantity: str
    basis: str
    sources: tuple[str, ...]
    anchor: str


def input_rows(evidence: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> dict[str, InputRow]:
    """By the name that a fact rests on: `assumption:<id>`, `table:<file>#<row>`, and the settings of the case.

    `names` say what the subjects of facts are called.
    """
    found = {f"assumption:{row['id']}": _assumption(row) for row in evidence["assumptions"]}
    words, asked = key_words(evidence, names), _asked(evidence["tables"])
    for table, rows in evidence["tables"].items():
        for row in rows:
            key = row_key(table, row)
            found[f"table:{table}.csv#{key}"] = _row(table, key, row, words, asked)
    return found | {f"table:case.yaml#{name}": _setting(*told) for name, *told in settings(evidence["case"])}


def _assumption(row: Cells) -> InputRow:
    told = quantity(row, "assumptions") if not row["choices"] else f"one of {', '.join(choices(row['choices']))}"
    anchor = f"assumption-{row['id']}"
    return InputRow(
        label=row["label"], quantity=told, basis=row["basis"], sources=tuple(split_keys(row["source"])), anchor=anchor
    )  # fmt: skip


def _asked(tables: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """By table and key of a judged row that answers of experts replace: how it is known."""
    return {(one.table, one.row): elicited_from(len(one.experts), one.rounds) for one in panel(tables).elicited}


def _row(
    table: str,
    key: str,
    row: Cells,
    words: Mapping[str, Mapping[str, str]],
    asked: Mapping[tuple[str, str], str],
) -> InputRow:
    anchor = TOLD_AT.get(table) or row_anchor(f"table:{table}.csv#{key}")
    if table == "nodes" and row["handling_central"] is None:
        anchor = "table-nodes"
    if table in NOT_TOLD:
        anchor = ""
    told = quantity(row, table)
    return InputRow(
        label=_claim(row, told) if table == "claims" else _label(table, key, row, words),
        quantity=told,
        basis=asked.get((table, key)) or row.get("basis") or ANSWERED,
        sources=tuple(split_keys(row.get("source") or "")),
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
    """A claim is somebody else's; the figure beside it is ours."""
    return f"{'Best figure for the claim' if told else named('claims').one} “{row['claim']}”"


def _plain(code: str) -> str:
    return code.replace("_", " ").replace(".", ", ")


def _setting(label: str, told: str) -> InputRow:
    return InputRow(label=label, quantity=told, basis="chosen", sources=(), anchor="")
