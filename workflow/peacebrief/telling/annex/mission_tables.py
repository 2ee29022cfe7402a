"""The annex on what was done and said: rules tested on past missions, proposals, forces to compare with, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peacebrief.reasoning.digits import rounded
from peacebrief.telling.annex.evidence_cells import anchor
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.labels import RULES, rule
from peacebrief.telling.saying.said import Cited, Number, Row, Said, Sentences, phrase

GROUPS = ("line", "population", "population_un", "population_others")
Forms = Sequence[tuple[str, str]]
TESTED: Forms = (
    ("n", "exact"), ("median_abs_log10_error", "significant"), ("share_within_factor_2", "percent"),
    ("coverage_90", "percent"),
)  # fmt: skip
CORRELATED: Forms = (("n", "exact"), ("correlation", "significant"), ("elasticity", "significant"))
PROPOSED: Forms = (
    ("count", "exact"),
    ("smallest", "significant"),
    ("median", "significant"),
    ("largest", "significant"),
)
GOVERNMENT = "government"


def left_out(known: Known) -> list[Row]:
    """How each rule predicts a mission from all others."""
    return _tested(known, "validation")


def held_out(known: Known) -> list[Row]:
    """How each rule predicts the missions that were put aside."""
    return _tested(known, "held_out")


def _tested(known: Known, way: str) -> list[Row]:
    return _measured(known, {f"sizing.{way}.{name}": rule(name) for name in RULES}, TESTED)


def correlations(known: Known) -> list[Row]:
    """Whether strength goes with length or population, for groups of missions."""
    groups = {f"sizing.baseline.{group}": phrase(f"mission_tables.{group}") for group in GROUPS}
    return _measured(known, groups, CORRELATED)


def proposals(known: Known) -> list[Row]:
    """The published proposals for each role: how many, and of what size."""
    roles = {f"evidence.proposals.{meant['proposal_class']}": meant["label"] for meant in known.case["roles"].values()}
    return _measured(known, roles, PROPOSED)


def _measured(known: Known, subjects: Mapping[str, Said], forms: Forms) -> list[Row]:
    """A row for each subject that was measured at all: its facts in their forms."""
    return [
        Row([label, *(Number(f"{name}.{part}", form) for part, form in forms)])
        for name, label in subjects.items()
        if known.has(f"{name}.{forms[0][0]}")
    ]


def official(known: Known) -> list[Row]:
    """What governments have said or were reported to want, in the order of time."""
    rows = [row for row in known.tables["proposals"] if row["org_type"].startswith(GOVERNMENT)]
    return [_official(row) for row in sorted(rows, key=lambda row: row["date"])]


def _official(row: Record) -> Row:
    sizes = (row[f"force_{end}"] for end in ("low", "central", "high"))
    return Row([row["date"], row["who"], row["role"], *sizes, Cited(row["source"])])


def comparators(known: Known) -> list[Row]:
    """Forces to compare with."""
    return [
        Row([row["label"], _size(row), Cited(row["source"])], anchor=anchor("comparators", row["id"]))
        for row in known.tables["comparators"]
    ]


def _size(row: Record) -> Number:
    return Number(f"sizing.comparator.{row['id']}", "percent" if row["unit"] == "share" else "exact")


def line_and_population(known: Known) -> Sentences:
    """Whether longer lines and more people had larger missions."""

    def told(group: str, part: str, form: str = "significant") -> Number:
        return Number(f"sizing.baseline.{group}.{part}", form)

    line = phrase("mission_tables.by_line", number=told("line", "n", "exact"), correlation=told("line", "correlation"))
    people = {"number": told("population", "n", "exact"), "correlation": told("population", "correlation")}
    if rounded(known.number("sizing.baseline.population.elasticity")) >= 1:
        return Sentences([line, phrase("mission_tables.by_population", **people)])
    elasticity = told("population", "elasticity")
    return Sentences([line, phrase("mission_tables.slower_than_population", **people, elasticity=elasticity)])


def claims(known: Known) -> list[Row]:
    """The claims that were judged: what is claimed, the verdict, the id of the claim, and why."""
    return [_claim(row) for row in known.tables["claims"] if known.has(_verdict(row))]


def _claim(row: Record) -> Row:
    cells = [row["claim"], Number(_verdict(row), "words"), row["id"], row["explanation"]]
    return Row(cells, anchor=anchor("claims", row["id"]))


def _verdict(row: Record) -> str:
    return f"claims.{row['id']}.verdict"
