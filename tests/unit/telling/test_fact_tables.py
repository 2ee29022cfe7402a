"""Registers whose cells are where their facts are told."""

from dataclasses import replace

import pytest

from peacebrief.telling.annex import fact_tables
from peacebrief.telling.saying.said import Number, Placed

CASE = {
    "roles": {"watch": {"label": "Monitoring"}, "wall": {"label": "Separation"}},
    "logistics": {"postures": {"calm": {"label": "Calm"}, "tense": {"label": "Tense"}}, "sizes": [5000]},
}


def test_inputs_are_told_by_the_share_that_each_explains(known, aloud, cells):
    rows = [{"quantity": "line"}, {"quantity": "statistical_residual"}, {"quantity": "line"}]
    case = known({"sizing.sensitivity.wall.line": 0.5}, case=CASE, sensitivity=rows, sizing_methods=[],
                 assumptions=[{"id": "line", "label": "Length"}])  # fmt: skip
    told = fact_tables.sensitivity(case)
    told_as = [aloud(case, row.cells[0]) for row in told]
    assert told_as == ["Length", "Scatter of past missions around the regression"]
    assert cells(case, told)[0][1] == "<code>sizing.sensitivity.&lt;role&gt;.line</code>"
    assert told[0].cells[2:] == [None, Placed("sizing.sensitivity.wall.line", "percent")]


def test_what_a_force_uses_up_is_told_by_size_class_and_posture(known, aloud):
    case = known({"logistics.size.5000": 5000.0, "logistics.tonnes.tense.5000.fuel": (1.0, 2.0, 3.0)}, case=CASE)
    rows = fact_tables.by_size(case, "tonnes")
    assert [aloud(case, row.cells[0]) for row in rows] == [
        "5,000 troops, fuel", "5,000 troops, food and water", "5,000 troops, ammunition", "5,000 troops, all supplies",
    ]  # fmt: skip
    assert rows[0].cells[1:] == [None, Placed("logistics.tonnes.tense.5000.fuel", "median_and_range")]


@pytest.mark.parametrize(
    ("table", "measures", "form"),
    [
        (fact_tables.left, ["remaining", "remaining_low"], "percent"),
        (fact_tables.lasting, ["stockout_days", "stockout_days_low"], "auto"),
        (fact_tables.dearer, ["extra_cost"], "auto"),
    ],
)
def test_each_loss_that_was_looked_at_is_told_once(known, aloud, table, measures, form):
    def lost(name, posture="calm", capacities="central"):
        return {"loss": name, "label": "the bridge", "posture": posture, "capacity_case": capacities}

    facts = {f"logistics.{name}.bridge.calm": 0.5 for name in {"remaining", *measures}}
    losses = [lost("bridge"), lost("bridge", "tense"), lost("bridge", capacities="low"), lost("road")]
    case = known(facts, case=CASE, losses=losses)
    (row,) = table(case)
    assert aloud(case, row.cells[0]) == "The bridge (bridge)"
    assert list(row.cells[1:]) == [
        cell for name in measures for cell in (Placed(f"logistics.{name}.bridge.calm", form), None)
    ]


@pytest.mark.parametrize(
    ("basis", "told"), [("recalled", "Recalled, behind the verdict on a wall: pace of a march; Hut."), ("found", "")]
)
def test_recalled_inputs_behind_the_verdict_that_most_stand_behind_are_named(known, aloud, basis, told):
    counts = {"evidence.rows_behind_verdict.watch": 8.0, "evidence.rows_behind_verdict.wall": 9.0}
    case = known(
        counts | {"feasibility.verdict.wall.alone": "feasible", "generation.armies.wall": 3.0},
        case={"support_levels": {"alone": {}}},
        options=[{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall")],
        assumptions=[
            {"id": "pace", "label": "Pace of a march", "basis": basis}, {"id": "rest", "label": "Rest", "basis": basis}
        ],
        nodes=[{"id": "N1", "name": "Hut", "basis": basis}, {"id": "N2", "name": "Ford", "basis": "found"}],
    )  # fmt: skip
    rests_on = {
        "feasibility.verdict.wall.alone": (
            "fact:generation.armies.wall",
            "table:case.yaml#draws",
            "table:nodes.csv#N2",
        ),
        "generation.armies.wall": ("assumption:pace", "table:nodes.csv#N1"),
    }
    facts = {name: replace(fact, because=rests_on.get(name, ())) for name, fact in case.facts.items()}
    case = replace(case, facts=facts)
    assert aloud(case, fact_tables.recalled(case)) == told


def test_inputs_are_counted_by_how_they_are_known_the_firmest_first_and_other_ways_last(known):
    counts = {"judgement": 9.0, "found": 4.0, "told by an oracle": 1.0, "recalled": 2.0}
    facts = {f"evidence.basis.{way}": count for way, count in counts.items()}
    case = known(facts | {"evidence.behind_verdict.wall.recalled": 1.0}, options=[{"id": "watch"}, {"id": "wall"}])
    rows = [row.cells for row in fact_tables.bases(case)]
    assert [cells[0].said for cells in rows] == ["found", "recalled", "judged", "told by an oracle"]
    assert rows[1][1:] == [
        Number("evidence.basis.recalled", "exact"), None, Number("evidence.behind_verdict.wall.recalled", "exact")
    ]  # fmt: skip
    assert rows[3][1:] == [Number("evidence.basis.told by an oracle", "exact"), None, None]
