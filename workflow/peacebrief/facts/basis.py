"""How the rows of the inputs are known, counted: over all tables, and behind the verdict on each option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import Named

# The columns that name a row, where that is not `id`; the models of the inputs have them too, but are slow to load.
KEYS: dict[str, tuple[str, ...]] = {
    "attitude": ("factor", "quantity"),
    "carry_over": ("option", "support_level"),
    "base_rate_models": ("base_rate",),
    "comparisons": ("table", "subject", "option", "support_level"),
    "conditions": ("id", "option", "gate", "support_level"),
    "consumption": ("item", "posture"),
    "correlations": ("factor", "quantity"),
    "elicitation": ("question", "expert", "round"),
    "enabler_needs": ("enabler", "option"),
    "gate_chances": ("gate", "option", "support_level"),
    "role_methods": ("role", "method"),
    "mission_types": ("type",),
    "option_contributors": ("option", "contributor"),
    "option_requirements": ("option", "force_type"),
    "past_gates": ("mission", "gate"),
    "past_outcomes": ("mission",),
    "planned_strength": ("option", "year"),
    "position_chances": ("position", "support_level"),
    "risk_chances": ("risk", "option", "support_level"),
    "risk_consequences": ("risk", "toll"),
    "scores": ("option", "criterion", "support_level"),
    "staged": ("option",),
    "verdict_changes": ("id", "option"),
    "versions": ("factor",),
    "viewpoints": ("viewpoint", "criterion"),
}
# Ways of knowing that are always counted, the firmest first, and what they are called; others where there are any.
CALLED = {
    "found": "found", "computed": "computed", "derived": "derived", "recalled": "recalled", "elicited": "elicited",
    "judgement": "judged",
}  # fmt: skip
OF_ALL, BEHIND = "evidence.basis.{basis}", "evidence.behind_verdict.{option}.{basis}"
ROWS_BEHIND = "evidence.rows_behind_verdict.{option}"
VERDICT = "feasibility.verdict.{option}.{level}"

Row = Mapping[str, Any]


def row_key(table: str, row: Row) -> str:
    """What a row is called in the trail of a fact; a part that is empty, because the row holds for all, is left out."""
    return "/".join(str(row[column]) for column in KEYS.get(table, ("id",)) if row[column] not in (None, ""))


def rows_by_origin(evidence: Mapping[str, Any]) -> dict[str, Row]:
    """Every row of the inputs by the name that facts give it: `assumption:<id>` or `table:<file>#<row>`."""
    rows = {f"assumption:{row['id']}": row for row in evidence["assumptions"]}
    for table, found in evidence["tables"].items():
        rows |= {f"table:{table}.csv#{row_key(table, row)}": row for row in found}
    return rows


def basis_facts(evidence: Mapping[str, Any]) -> list[Fact]:
    """How many rows of all tables are known in each way."""
    bases = {origin: row["basis"] for origin, row in rows_by_origin(evidence).items() if row.get("basis")}
    return [
        fact_about(
            OF_ALL,
            {"basis": basis},
            label="Rows of the inputs that are {basis}",
            unit="count",
            kind="number",
            value=float(count),
            method="Count of the rows of the case and of the reference tables that say so of themselves.",
            because=tuple(bases),
        )
        for basis, count in _counted(bases.values())
    ]


def behind_verdicts(known: Mapping[str, Fact], evidence: Mapping[str, Any]) -> list[Fact]:
    """How many rows stand behind the verdict on each option as planned, and how many of them are known in each way.

    A row stands behind a fact that names it in `because`, or that names a fact which it stands behind.
    """
    bases = {origin: row["basis"] for origin, row in rows_by_origin(evidence).items() if row.get("basis")}
    verdicts = [verdict for row in evidence["tables"]["options"] if (verdict := _verdict(known, row))]
    return [
        fact for one in verdicts for fact in _behind(one, [bases[row] for row in origins(one, known) if row in bases])
    ]


def origins(fact: Fact, known: Mapping[str, Fact]) -> set[str]:
    """All that stands behind a fact, facts in between included, each looked at once."""
    found, waiting = set(fact.because), list(fact.because)
    while waiting:
        kind, _, name = waiting.pop().partition(":")
        if kind == "fact":
            new = set(known[name].because) - found
            found |= new
            waiting += new
    return found


def _verdict(known: Mapping[str, Fact], option: Row) -> Fact | None:
    """The verdict on an option with the support it is planned with; None before verdicts are known."""
    return known.get(VERDICT.format(option=option["id"], level=option["support_level"]))


def _behind(verdict: Fact, bases: list[str]) -> Iterator[Fact]:
    about = {"option": Named(verdict.subjects["option"], verdict.names["option"])}
    told: dict[str, Any] = {"unit": "count", "kind": "number", "because": (f"fact:{verdict.id}",)}
    method = "Rows of the inputs that the verdict names, or that any fact behind it names; each is counted once."
    label = "{option}: rows of the inputs behind the verdict"
    yield fact_about(ROWS_BEHIND, about, **told, label=label, value=float(len(bases)), method=method)
    for basis, count in _counted(bases):
        method = "Those of the rows behind the verdict that say so of themselves."
        one = {**about, "basis": basis}
        yield fact_about(BEHIND, one, **told, label=f"{label} that are {{basis}}", value=float(count), method=method)


def _counted(bases: Iterable[str]) -> Iterator[tuple[Named, int]]:
    """How often each way of knowing occurs, those first that are always counted."""
    counts = Counter(bases)
    for basis in dict.fromkeys([*CALLED, *sorted(counts)]):
        yield Named(basis, CALLED.get(basis, basis)), counts[basis]
