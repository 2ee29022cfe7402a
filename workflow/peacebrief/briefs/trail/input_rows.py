"""What facts rest on in the end: assumptions, rows of tables and settings of the case, each with what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.briefs.setting.environment import row_anchor
from peacebrief.briefs.spelling.input_words import Cells, key_words, quantity, row_of, settings
from peacebrief.elicitation.panel import panel
from peacebrief.facts.basis import KEYS, row_key
from peacebrief.reasoning.wording import choices, split_keys
from peacebrief.telling.saying.asked import answered
from peacebrief.telling.saying.said import Phrase, phrase
from peacebrief.telling.saying.voice import Say

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


@dataclass(frozen=True, slots=True)
class _Means:
    """What rows are told with: a voice, names of what keys point to, and who answered in place of a judged row."""

    say: Say
    names: Mapping[str, Mapping[str, str]]
    answered: Mapping[tuple[str, str], str]


def input_rows(evidence: Mapping[str, Any], names: Mapping[str, Mapping[str, str]], say: Say) -> dict[str, InputRow]:
    """By the name that a fact rests on: `assumption:<id>`, `table:<file>#<row>`, and the settings of the case.

    `names` say what the subjects of facts are called.
    """
    found = {f"assumption:{row['id']}": _assumption(row, say) for row in evidence["assumptions"]}
    means = _Means(say, key_words(evidence, names), _answered(evidence["tables"], say))
    for table, rows in evidence["tables"].items():
        for row in rows:
            key = row_key(table, row)
            found[f"table:{table}.csv#{key}"] = _row(table, key, row, means)
    return found | {
        f"table:case.yaml#{name}": _setting(label, told, say) for name, label, told in settings(evidence["case"], say)
    }


def _assumption(row: Cells, say: Say) -> InputRow:
    choice = phrase("input_tables.one_of", choices=", ".join(choices(row["choices"]))) if row["choices"] else None
    return InputRow(
        label=row["label"],
        quantity=say(choice) if choice else quantity(row, "assumptions", say),
        basis=row["basis"],
        sources=tuple(split_keys(row["source"])),
        anchor=f"assumption-{row['id']}",
    )


def _answered(tables: Mapping[str, Any], say: Say) -> dict[tuple[str, str], str]:
    """By table and key of a judged row that answers of experts replace: how it is known."""
    return {(one.table, one.row): say(answered(one)) for one in panel(tables).elicited}


def _row(table: str, key: str, row: Cells, means: _Means) -> InputRow:
    anchor = TOLD_AT.get(table) or row_anchor(f"table:{table}.csv#{key}")
    if table == "nodes" and row["handling_central"] is None:
        anchor = "table-nodes"
    if table in NOT_TOLD:
        anchor = ""
    told = quantity(row, table, means.say)
    return InputRow(
        label=means.say(_claim(row, told) if table == "claims" else _label(table, key, row, means.names)),
        quantity=told,
        basis=means.answered.get((table, key))
        or row.get("basis")
        or means.say(phrase("input_tables.asked_of_experts")),
        sources=tuple(split_keys(row.get("source") or "")),
        anchor=anchor,
    )


def _label(table: str, key: str, row: Cells, words: Mapping[str, Mapping[str, str]]) -> Phrase:
    """What a row is called: its own name, then what the parts of its key point to, each once."""
    own = next((str(row[column]) for column in LABELS if row.get(column)), "")
    itself = {"id", table.removesuffix("s")} if own else {"id"}
    columns = [column for column in KEYS.get(table, ()) if column not in itself and row[column]]
    named_parts = [words.get(column, {}).get(str(row[column]), _plain(str(row[column]))) for column in columns]
    parts = dict.fromkeys(part for part in named_parts if part.casefold() != own.casefold())
    return phrase("input_tables.row", table=row_of(table), names=", ".join([own, *parts] if own else parts) or key)


def _claim(row: Cells, told: str) -> Phrase:
    """A claim is somebody else's; the figure beside it is ours."""
    return phrase("input_tables.best_figure" if told else "input_tables.claim", claim=row["claim"])


def _plain(code: str) -> str:
    return code.replace("_", " ").replace(".", ", ")


def _setting(label: str, told: str, say: Say) -> InputRow:
    return InputRow(label=label, quantity=told, basis=say(phrase("trails.chosen")), sources=(), anchor="")
