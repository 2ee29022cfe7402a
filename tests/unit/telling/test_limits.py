"""What a brief does not say is what holds of its own gates, roles and inputs."""

from dataclasses import replace

import pytest

from peacebrief.telling.answers import limits

LAW, TRUCE = ({"in_sentence": name, "kind": "judged"} for name in ("a mandate", "a truce"))
TROOPS = {"in_sentence": "enough soldiers", "kind": "generation"}
COUNTS = {
    f"{limits.QUALITY}{name}": float(count)
    for count, name in enumerate(
        ("assumptions_judged", "assumptions", "proposals_indirect", "missions_recalled", "missions", "missions_alike",
         "links_declared", "links"),
        start=2,
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("gates", "chances"),
    [
        ([LAW, TROOPS], "a mandate, of states taking part"),
        ([LAW, TRUCE], "a mandate and a truce, of states taking part"),
        ([TROOPS], "states taking part"),
    ],
)
def test_the_chances_that_nobody_else_was_asked_for_are_those_of_judged_gates(known, aloud, gates, chances):
    case = known(gates=gates)
    assert aloud(case, limits.asks_the_record(case)) == (
        f"It asks nobody but the record: the chances of {chances} and of risks, and all scores, are judgements of this "
        "project, not elicited from experts."
    )


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        ({}, "medical evacuation."),
        (
            {limits.OTHER_BORDER: (200.0, 300.0, 400.0)},
            "medical evacuation, and not the 300 km of other border that has to be guarded.",
        ),
    ],
)
def test_other_border_is_left_out_where_there_is_any(known, aloud, facts, end):
    case = known(facts)
    assert aloud(case, limits.covers(case)).endswith(end)


def test_inputs_that_are_not_firm_are_counted(known, aloud):
    case = known(COUNTS | {"evidence.proposals.count": 30.0})
    assert aloud(case, limits.firmness(case)).endswith(
        "2 of 3 assumptions are judgements of this project. Of the proposals, 4 of 30 were read in copies or reports, "
        "not in the original. The strength of 5 of 6 missions is recalled and not yet re-read."
    )
    assert "Of the links, 8 of 9 have a capacity that is declared" in aloud(case, limits.network(case))


FEW = "It knows little about reassurance and deterrence from history: only 7 past missions were of that kind. "


@pytest.mark.parametrize(
    ("types", "before"), [(["enforcement"], ""), ([limits.SELDOM], FEW), (["enforcement", limits.SELDOM], FEW)]
)
def test_history_has_few_missions_of_a_kind_that_the_case_asks_about(known, aloud, types, before):
    roles = {f"role{place}": {"mission_type": kind} for place, kind in enumerate(types)}
    case = known(COUNTS, case={"roles": roles})
    told = f"{before}History shows what institutions chose to send, not what was needed."
    assert aloud(case, limits.history(case)) == told


@pytest.mark.parametrize(
    ("recalled", "end"),
    [
        (2.0, "5 are judged and 2 recalled, not re-read. Those recalled are pace of a march; where Hut lies."),
        (9.0, "5 are judged and 9 recalled, not re-read; the annex names them."),
        (0.0, "5 are judged; none is recalled."),
    ],
)
def test_the_verdict_that_most_inputs_stand_behind_is_told_with_those_judged_and_recalled(known, aloud, recalled, end):
    facts = {f"{limits.ROWS_BEHIND}watch": 8.0, f"{limits.BEHIND}watch.judgement": 1.0}
    facts |= {f"{limits.ROWS_BEHIND}wall": 9.0, f"{limits.BEHIND}wall.judgement": 5.0}
    facts |= {f"{limits.BEHIND}wall.recalled": recalled, f"{limits.BEHIND}watch.recalled": 7.0}
    case = known(
        facts | {"feasibility.verdict.wall.alone": "feasible"},
        case={"support_levels": {"alone": {}}},
        options=[{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall")],
        assumptions=[{"id": "pace", "label": "Pace of a march", "basis": "recalled"}],
        nodes=[
            {"id": "N1", "name": "Hut", "lat": 1.0, "basis": "recalled"},
            {"id": "N2", "name": "Ford", "basis": "found"},
        ],
    )
    rests_on = ("assumption:pace", "table:nodes.csv#N1", "table:nodes.csv#N2")
    verdict = replace(case.facts["feasibility.verdict.wall.alone"], because=rests_on)
    case = replace(case, facts={**case.facts, verdict.id: verdict})
    assert aloud(case, limits.behind_verdict(case)) == f"Of 9 inputs behind the verdict on a wall, {end}"
