"""Rules tested on past missions, proposals, forces to compare with and claims: rows, and what they are said to show."""

import pytest

from peacebrief.telling.annex import mission_tables
from peacebrief.telling.saying.said import Cited

ROLES = {
    "watch": {"label": "Monitoring", "proposal_class": "watch"},
    "wall": {"label": "Wall", "proposal_class": "wall"},
}


def measured(name, forms):
    return {f"{name}.{part}": 0.5 if form == "percent" else 3.0 for part, form in forms}


@pytest.mark.parametrize(
    ("table", "way"), [(mission_tables.left_out, "validation"), (mission_tables.held_out, "held_out")]
)
def test_a_rule_that_was_tested_is_told_with_its_errors(known, cells, table, way):
    case = known(measured(f"sizing.{way}.per_line_km", mission_tables.TESTED))
    assert cells(case, table(case)) == [["So many per kilometre of line", "3", "3", "50%", "50%"]]


def test_groups_of_missions_are_told_in_order(known, cells):
    facts = {name: value for group in ("population_un", "line")
             for name, value in measured(f"sizing.baseline.{group}", mission_tables.CORRELATED).items()}  # fmt: skip
    case = known(facts)
    assert cells(case, mission_tables.correlations(case)) == [
        ["Missions sized by a line", "3", "3", "3"],
        ["of these, led by the United Nations", "3", "3", "3"],
    ]


def test_every_group_has_a_name(known, aloud):
    facts = {name: value for group in mission_tables.GROUPS
             for name, value in measured(f"sizing.baseline.{group}", mission_tables.CORRELATED).items()}  # fmt: skip
    case = known(facts)
    names = [aloud(case, row.cells[0]) for row in mission_tables.correlations(case)]
    assert names == [
        "Missions sized by a line", "Missions sized by population", "of these, led by the United Nations",
        "of these, led by others",
    ]  # fmt: skip


def test_a_role_without_proposals_is_left_out(known, cells):
    case = known(measured("evidence.proposals.wall", mission_tables.PROPOSED), case={"roles": ROLES})
    assert cells(case, mission_tables.proposals(case)) == [["Wall", "3", "3", "3", "3"]]


def test_governments_are_told_in_the_order_of_time(known):
    def said(date, kind):
        return {"date": date, "who": "A", "role": "watching", "org_type": kind, "force_low": None,
                "force_central": 10.0, "force_high": 20.0, "source": "book"}  # fmt: skip

    case = known(
        proposals=[said("2026-02", "government"), said("2026-01", "think tank"), said("2025-12", "government/press")]
    )
    rows = mission_tables.official(case)
    assert [row.cells[0] for row in rows] == ["2025-12", "2026-02"]
    assert rows[0].cells[1:] == ["A", "watching", None, 10.0, 20.0, Cited("book")]


def test_forces_to_compare_with_stand_at_places_of_their_own(known, aloud):
    case = known(
        {"sizing.comparator.old": 38_599.0, "sizing.comparator.full": 0.93},
        comparators=[
            {"id": "old", "label": "Old force", "source": "book", "unit": "persons"},
            {"id": "full", "label": "Share that came", "source": "book", "unit": "share"},
        ],
    )
    row, share = mission_tables.comparators(case)
    assert aloud(case, share.cells[1]) == "93%"
    assert [aloud(case, cell) for cell in row.cells] == ["Old force", "38,599", f"[{Cited('book')}]"]
    assert row.anchor == "row-comparators-old"


def test_a_share_to_compare_with_is_told_in_per_cent(known, aloud):
    row = {"id": "aim", "label": "What a league aims at", "unit": "share", "source": "book"}
    (told,) = mission_tables.comparators(known({"sizing.comparator.aim": 0.08}, comparators=[row]))
    assert aloud(known({"sizing.comparator.aim": 0.08}), told.cells[1]) == "8%"


def baseline(known, elasticity):
    return known({
        "sizing.baseline.line.n": 9.0, "sizing.baseline.line.correlation": 0.25, "sizing.baseline.population.n": 11.0,
        "sizing.baseline.population.correlation": 0.5, "sizing.baseline.population.elasticity": elasticity,
    })  # fmt: skip


BY_LINE = (
    "Over 9 missions that were sized by a line, the correlation between line length and strength (both as logarithms) "
    "is 0.25, on a scale from minus one to one on which nought means no relation."
)


def test_strength_that_rises_more_slowly_than_population_is_said_to(known, aloud):
    case = baseline(known, 0.75)
    assert aloud(case, mission_tables.line_and_population(case)) == (
        f"{BY_LINE} For population, over another 11 missions, it is 0.50; strength rises more slowly than population "
        "(elasticity 0.75, where one would be in proportion)."
    )


@pytest.mark.parametrize("elasticity", [0.996, 1.0, 1.5])
def test_strength_that_is_printed_as_in_proportion_is_not(known, aloud, elasticity):
    case = baseline(known, elasticity)
    assert aloud(case, mission_tables.line_and_population(case)) == (
        f"{BY_LINE} For population, over another 11 missions, it is 0.50."
    )


def test_claims_that_were_judged_are_told_with_the_reason(known, cells):
    rows = [{"id": name, "claim": f"Claim {name}", "explanation": "So it is."} for name in ("c1", "c2")]
    case = known({"claims.c2.verdict": "contradicted"}, claims=rows)
    told = mission_tables.claims(case)
    assert cells(case, told) == [["Claim c2", "contradicted", "c2", "So it is."]]
    assert told[0].anchor == "row-claims-c2"
