"""The evidence on sizing in full: published methods, theatre, past missions, proposals, contributors, assumptions."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.facts.rounding import significant
from peacebrief.reasoning.wording import choices
from peacebrief.telling.annex.evidence_cells import anchor, apart, basis, rows_told, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.labels import RULES, rule
from peacebrief.telling.saying.said import NOTHING, Cell, Listed, Phrase, Row, Said, Sentences, phrase

ENDS = ("low", "central", "high")
# Rules that take every mission to be alike; what they guess is no prediction of a mission.
CONSTANT = "constant"
# How a row may be known.
RECALLED, JUDGED = "recalled", "judgement"


def methods(known: Known, *, whole: bool) -> list[Row]:
    """Published methods and parameters; unless the register is `whole`, those that a published number rests on."""
    return [_method(row) for row in rows_told(known, "sizing_methods", whole=whole)]


def _method(row: Record) -> Row:
    return Row(
        [row["name"], row["formula"], *_ends(row), row["unit_note"], _weighed(row), source(row["source"]),
         row["note"]],
        anchor=anchor("sizing_methods", row["id"]),
    )  # fmt: skip


def _weighed(row: Record) -> Phrase:
    """How a row is known, how well, and how much it matters."""
    if not row["impact"]:
        return basis(row)
    told = {"basis": row["basis"], "confidence": row["confidence"], "impact": row["impact"]}
    return phrase("sizing_evidence.basis_and_impact", **told)


def _ends(row: Record, column: str = "") -> list[Cell]:
    return [row[f"{column}{end}"] for end in ENDS]


def theatre(known: Known) -> list[Row]:
    """What is known of the theatre."""
    return [
        Row(
            [row["fact"], *_ends(row), row["unit"], row["as_of"], basis(row), source(row["source"])],
            anchor=anchor("theatre", row["id"]),
        )
        for row in known.tables["theatre"]
    ]


def missions(known: Known) -> list[Row]:
    """Every past mission."""
    return [_mission(row) for row in known.tables["missions"]]


def _mission(row: Record) -> Row:
    years = phrase("sizing_evidence.years", first=str(row["start_year"]), last=str(row["end_year"]))
    sizes = [row[column] for column in ("strength", "line_km", "population")]
    told = [row[column] for column in ("sizing_driver", "outcome_code")]
    return Row(
        [row["name"], row["lead"], years, row["type"], *sizes, *told, basis(row), source(row["source"])],
        anchor=anchor("missions", row["id"]),
    )


def rules(_: Known) -> list[Said]:
    """What the rules are called that predict a mission by what it was like."""
    return [rule(name) for name in RULES if not name.startswith(CONSTANT)]


def predictions(known: Known) -> list[Row]:
    """Every mission as each rule predicts it from all others."""
    found: dict[str, list[Record]] = {}
    for row in sorted(known.rows("mission_predictions", way="validation"), key=lambda row: row["name"].lower()):
        found.setdefault(row["name"], []).append(row)
    return [Row([name, rows[0]["strength"], *_predicted(rows)]) for name, rows in found.items()]


def _predicted(rows: Sequence[Record]) -> list[Said | None]:
    """What each rule predicts; nothing where it does not apply."""
    by_rule = {row["model"]: row for row in rows}
    return [_guess(by_rule[name]) if name in by_rule else None for name in RULES if not name.startswith(CONSTANT)]


def _guess(row: Record) -> Said:
    predicted = significant(row["predicted"])
    return predicted if row["inside_interval"] else phrase("sizing_evidence.missed", predicted=predicted)


def proposals(known: Known) -> list[Row]:
    """Published proposals."""
    return [
        Row(
            [row["who"], row["date"], apart(row["role_class"]), *_ends(row, "force_"), basis(row),
             source(row["source"]), row["note"]],
            anchor=anchor("proposals", row["id"]),
        )
        for row in known.tables["proposals"]
    ]  # fmt: skip


def contributors(known: Known) -> list[Row]:
    """Possible contributors."""
    return [
        Row(
            [row["country"], row["army_active"], row["position"], row["position_detail"], *_ends(row, "brigades_"),
             basis(row), source(row["source"])],
            anchor=anchor("contributors", row["id"]),
        )
        for row in known.tables["contributors"]
    ]  # fmt: skip


def weak_columns(known: Known) -> Sentences:
    """Which columns of the register of contributors are to be read with care."""
    rows = known.tables["contributors"]
    recalled = len([row for row in rows if row["basis"] == RECALLED])
    judged = all(row["brigades_basis"] == JUDGED for row in rows)
    return Sentences([
        phrase("sizing_evidence.armies_recalled") if 2 * recalled > len(rows) else NOTHING,
        phrase("sizing_evidence.brigades_judged") if judged else NOTHING,
    ])  # fmt: skip


def assumptions(known: Known, *, by_name: bool) -> list[Row]:
    """Every assumption, in the order of the inputs or `by_name`, so that a name is found on paper."""
    rows = known.tables["assumptions"]
    return [_assumption(row, by_name=by_name) for row in (sorted(rows, key=lambda row: row["id"]) if by_name else rows)]


def _assumption(row: Record, *, by_name: bool) -> Row:
    name = phrase(f"sizing_evidence.{'name_first' if by_name else 'label_first'}", name=row["id"], label=row["label"])
    central = Listed(choices(row["choices"]), ", ") if row["choices"] else row["central"]
    known_by = {"basis": row["basis"], "quality": row["quality"], "impact": row["impact"]}
    why = phrase("sizing_evidence.why", note=row["note"], sources=source(row["source"]))
    cells = [name, row["low"], central, row["high"], apart(row["unit"])]
    return Row([*cells, phrase("sizing_evidence.graded", **known_by), why], anchor=f"assumption-{row['id']}")
