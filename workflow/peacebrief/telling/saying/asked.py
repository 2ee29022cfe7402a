"""Whose a judged chance is: this project's, or that of experts who were asked."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.elicitation.panel import ELICITED, Elicited, panel
from peacebrief.facts.basis import row_key
from peacebrief.reasoning.language import plural_form
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, phrase

EXPERTS, ROUNDS, REPLACED = "elicitation.experts", "elicitation.rounds", "elicitation.replaced"


def elicited(known: Known) -> dict[tuple[str, str], Elicited]:
    """What experts answered, by table and key of the judged row that it replaces."""
    return {(one.table, one.row): one for one in panel(known.tables).elicited}


def basis(row: Record, found: Elicited) -> Phrase:
    """How a row is known that answers replace, and how well."""
    return phrase("asked.basis", panel=_panel_of(found), confidence=row["confidence"])


def answered(found: Elicited) -> Phrase:
    """How a row is known that answers replace."""
    return phrase("asked.elicited", panel=_panel_of(found))


def replaced(known: Known, table: str, row: Record) -> Elicited | None:
    """The answers in place of a row of a table; None where this project judged it."""
    return elicited(known).get((table, row_key(table, row))) if row["basis"] == ELICITED else None


def gates(known: Known, judged: Sequence[Record]) -> Phrase:
    """Who judged the chances of these gates."""
    names = Listed([row["in_sentence"] for row in judged])
    ids = {row["id"] for row in judged}
    rows = [row for row in known.tables.get("gate_chances", ()) if row["gate"] in ids]
    asked = [row for row in rows if row["basis"] == ELICITED]
    if not asked:
        return phrase("asked.gates", gates=names)
    whole = len(asked) == len(rows)
    return phrase("asked.gates_by_experts" if whole else "asked.gates_in_part", gates=names, panel=_whole_panel(known))


def record(known: Known) -> Said:
    """How many judged chances experts gave; nothing where nobody has answered."""
    if not anybody(known):
        return NOTHING
    return phrase("asked.record", replaced=Number(REPLACED, "exact"), panel=_whole_panel(known))


def anybody(known: Known) -> bool:
    """Whether experts have answered any question about the case."""
    return known.has(REPLACED)


def risks(known: Known) -> Phrase:
    """Who judged the chances of risks, and for which time."""
    if any(row["basis"] == ELICITED for row in known.tables.get("risk_chances", ())):
        return phrase("asked.risks_in_part", panel=_whole_panel(known))
    return phrase("asked.risks")


def whose(known: Known) -> Phrase:
    """Whether anybody was asked."""
    return phrase("asked.somebody", panel=_whole_panel(known)) if anybody(known) else phrase("asked.nobody")


def _panel_of(found: Elicited) -> Phrase:
    experts, rounds = len(found.experts), found.rounds
    return _panel(experts, rounds, str(experts), str(rounds))


def _whole_panel(known: Known) -> Phrase:
    experts, rounds = known.number(EXPERTS), known.number(ROUNDS)
    return _panel(experts, rounds, Number(EXPERTS, "exact"), Number(ROUNDS, "exact"))


def _panel(experts: float, rounds: float, told_experts: Said, told_rounds: Said) -> Phrase:
    return phrase(
        "asked.panel",
        experts=phrase(f"asked.experts_{plural_form(experts)}", count=told_experts),
        rounds=phrase(f"asked.rounds_{plural_form(rounds)}", count=told_rounds),
    )
