"""The registers of the annex on the options: designs, criteria, conditions, risks, enablers, and what was judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peacebrief.counting.comparator import SUBJECT, compared
from peacebrief.facts.rounding import percent, plain, significant
from peacebrief.telling.annex.evidence_cells import (
    SHARES,
    anchor,
    apart,
    basis,
    by_cell,
    by_unit,
    chance,
    grouped,
    how,
    inline,
    level_name,
    numbered,
    short_name,
    source,
    span,
)
from peacebrief.telling.dangers.tolls import all_counted, costs
from peacebrief.telling.saying import asked
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Cell, Listed, Opening, Phrase, Pointer, Row, Said, Sentences, phrase

DESIGN = (
    "lead", "participants", "roles", "mandate_route", "consent_needed", "rules_of_engagement", "article_says",
    "governments_did", "note", "posture",
    "fighting_posture",
)  # fmt: skip
ARTICLE_SAYS = "article_says"
# Measures of this family are the chances of the gates.
GATES = "gate."
# What the rows of a judged table are about, what tells them apart, and how their numbers are told.
JUDGED: dict[str, tuple[str, tuple[str, ...], Callable[[Record], Phrase]]] = {
    "gate_chances": ("gate", ("gate", "option", "support_level"), chance),
    "risk_chances": ("risk", ("risk", "option", "support_level"), chance),
    "scores": ("criterion", ("option", "criterion", "support_level"), span),
}


def designs(known: Known) -> list[Row]:
    """The options in words, a column for each."""
    told = [Row([_asked(known, cell), *(option[cell] for option in known.options)]) for cell in DESIGN
            if cell != ARTICLE_SAYS or "article" in known.called]  # fmt: skip
    return [
        *told,
        Row([phrase("evidence_tables.planned_with"), *(_planned(known, option) for option in known.options)]),
    ]


def _asked(known: Known, cell: str) -> Phrase:
    if cell == ARTICLE_SAYS:
        return phrase("evidence_tables.article_says", article=Opening(known.called["article"]["name"]))
    return phrase(f"evidence_tables.{cell}")


def _planned(known: Known, option: Record) -> Phrase:
    return phrase(
        "evidence_tables.planned",
        support=level_name(known, option["support_level"]),
        force=span(option, "force_"),
        frameworks=plain(option["framework_needed"]),
        sources=source(option["source"]),
    )


def criteria(known: Known) -> list[Row]:
    """The criteria, their anchors and weights."""
    return [_criterion(row) for row in known.tables["criteria"]]


def _criterion(row: Record) -> Row:
    told = [row[cell] for cell in ("dimension", "unit_label", "definition", "anchor_zero", "anchor_full")]
    weight, guard = chance(row, "weight_"), row["double_count_guard"]
    scored = how(judged=not row["computed_by"])
    return Row([numbered(row), *told, weight, guard, scored, source(row["source"])], anchor("criteria", row["id"]))


def viewpoints(known: Known) -> Listed:
    """The viewpoints and the criteria that each puts first."""
    told = [
        phrase("evidence_tables.viewpoint", viewpoint=label, criteria=inline(row["criterion"] for row in rows))
        for (label,), rows in grouped(known.tables["viewpoints"], "label")
    ]
    return Listed(told, "; ")


def conditions(known: Known) -> list[Row]:
    """The conditions that would open a gate, and its chance once they hold."""
    return [
        Row(
            [row["label"], short_name(known, row["option"]), row["gate"], level_name(known, row["support_level"]),
             chance(row), row["note"]],
            anchor("conditions", row["id"], row["option"], row["gate"], row["support_level"]),
        )
        for row in known.tables["conditions"]
    ]  # fmt: skip


def support_changes(known: Known, *, with_gates: bool) -> list[Row]:
    """What the level of support changes, a column for each option at each level; nothing where there is one level."""
    found = known.tables["support_changes"] if known.graded else ()
    return [
        Row([_measure(rows[0]), *_at_levels(known, rows)])
        for (measure,), rows in grouped(found, "measure")
        if with_gates or not measure.startswith(GATES)
    ]


def _measure(row: Record) -> Said:
    if row["unit"] in SHARES:
        return str(row["label"])
    return phrase("evidence_tables.measure", measure=row["label"], unit=row["unit"])


def _at_levels(known: Known, rows: Sequence[Record]) -> list[Cell]:
    found = by_cell(rows, "option")
    told = [found.get((option["id"],)) for option in known.options]
    return [by_unit(row[level], row["unit"]) if row else None for row in told for level in known.levels]


def risks(known: Known) -> list[Row]:
    """The register of risks: the chance of each under every option as planned, its cost, what was counted beside it."""
    return [_risk(known, row) for row in known.tables["risks"]]


def _risk(known: Known, row: Record) -> Row:
    story = phrase("evidence_tables.story", cause=row["cause"], event=row["event"], effect=row["effect"])
    answer = phrase("evidence_tables.answer", mitigation=row["mitigation"], owner=row["owner"])
    told = [numbered(row, "title"), story, row["horizon_months"], *_chances(known, row["id"]), costs(known, row["id"])]
    past = all_counted(known, row["id"])
    return Row([*told, past, answer, _challenge(known, row), source(row["source"])], anchor("risks", row["id"]))


def _chances(known: Known, risk: str) -> list[str]:
    found = by_cell(known.rows("risk_results", risk=risk), "option", "support_level")
    return [percent(found[option["id"], option["support_level"]]["p50"]) for option in known.options]


def _challenge(known: Known, row: Record) -> Said:
    told = str(known.called["challenges"][row["challenge"]])
    return phrase("evidence_tables.also_a_gate", challenge=told) if row["in_gate"] else told


def enablers(known: Known) -> list[Row]:
    """The register of enablers, with the need of every option."""
    needs = by_cell(known.tables["enabler_needs"], "enabler", "option")
    return [_enabler(known, row, [_need(needs.get((row["id"], option["id"]))) for option in known.options])
            for row in known.tables["enablers"]]  # fmt: skip


def _enabler(known: Known, row: Record, needs: Sequence[Cell]) -> Row:
    held = ("patron_quantity", "own_quantity") if known.called.get("patron") else ("own_quantity",)
    told = [row[cell] for cell in ("name", *held, "gap")]
    lent = level_name(known, row["lent_at"]) if row["lent_at"] else None
    lender = [lent] if known.called.get("patron") else []
    return Row(
        [*told, _years(row), row["substitute"], *lender, *needs, source(row["source"])], anchor("enablers", row["id"])
    )


def _years(row: Record) -> Cell:
    if row["years_low"] is None or row["years_high"] is None:
        return None
    return phrase("evidence_tables.years", low=plain(row["years_low"]), high=plain(row["years_high"]))


def _need(row: Record | None) -> Cell:
    return row["criticality"] if row else None


def enabler_gaps(known: Known) -> list[Row]:
    """The gap of each capability under every option as planned, by its weakest link."""
    return [Row([label, *_weakest(known, rows)]) for (label,), rows in grouped(known.tables["enabler_gaps"], "label")]


def _weakest(known: Known, rows: Sequence[Record]) -> list[Cell]:
    found = by_cell(rows, "option", "support_level")
    return [_link(found.get((option["id"], option["support_level"]))) for option in known.options]


def _link(row: Record | None) -> Cell:
    if row is None:
        return None
    if not row["weakest"]:
        return phrase("evidence_tables.no_gap")
    return phrase("evidence_tables.link", gap=significant(row["gap"]), link=row["weakest"], years=row["years"])


def judged(known: Known, table: str) -> list[Row]:
    """A table of judged chances or scores, with the reason for each."""
    subject, key, told = JUDGED[table]
    beside = _beside(known, table)
    return [
        Row(
            [row[subject], *_whom(known, row), told(row), *beside(row), *_known_by(known, table, row)],
            anchor(table, *(row[column] for column in key)),
        )
        for row in known.tables[table]
    ]


def _known_by(known: Known, table: str, row: Record) -> list[Cell]:
    """How a row is known, and why it is as it is; of one that answers replace, the reason for what was judged."""
    found = asked.replaced(known, table, row)
    if found is None:
        return [basis(row), row["note"]]
    return [asked.basis(row, found), phrase("asked.reason_before", reason=row["note"])]


def _beside(known: Known, table: str) -> Callable[[Record], list[Cell]]:
    """For a row of a table of chances the cell that leads to what was counted beside it; for others none."""
    if table not in SUBJECT:
        return lambda _: []
    labels = {row["id"]: row["label"] for row in known.tables.get("base_rates", ())}
    told = {
        (one.judged.subject, one.judged.option, one.judged.support_level): labels[one.comparison["base_rate"]]
        for one in (compared(known.tables) if known.tables.get("comparisons") else ())
        if one.comparison["base_rate"]
    }

    def cell(row: Record) -> list[Cell]:
        label = told.get((row[SUBJECT[table]], row["option"], row["support_level"]))
        return [phrase("evidence_tables.beside", label=label, table=Pointer("table", "comparisons")) if label else None]

    return cell


def _whom(known: Known, row: Record) -> list[Said]:
    return [short_name(known, row["option"]), level_name(known, row["support_level"])]


def ties(known: Known) -> list[Row]:
    """The inputs that are tied to common factors, a row for each."""
    return [
        Row(
            [apart(row["quantity"]), apart(row["factor"]), row["loading"], row["note"]],
            anchor("correlations", row["factor"], row["quantity"]),
        )
        for row in known.tables["correlations"]
    ]


def ties_by_factor(known: Known) -> list[Row]:
    """The same with a row for all inputs that a factor moves alike and for the same reason."""
    return [
        Row([apart(factor), loading, inline(apart(row["quantity"]) for row in rows), note])
        for (factor, loading, note), rows in grouped(known.tables["correlations"], "factor", "loading", "note")
    ]


def choices(_known: Known, found: Sequence[Record]) -> list[Row]:
    """Modelling choices by the module that makes them."""
    return [
        Row([module, Sentences([Opening(row["choice"]) for row in rows])])
        for (module,), rows in grouped(found, "module")
    ]
