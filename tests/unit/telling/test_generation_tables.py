"""The tables on positions, the burden, polls and armies, row by row."""

import pytest

from peacebrief.telling.annex import generation_tables
from peacebrief.telling.saying.said import Cited

CASE = {"support_levels": {"alone": {"label": "Alone"}, "helped": {"label": "Helped"}}}
WATCH = {"id": "watch", "short_label": "Watch", "support_level": "alone"}
WALL = {"id": "wall", "short_label": "Wall", "support_level": "helped"}
KNOWN = {"basis": "found", "confidence": "high", "source": "declared"}
FAR = {"id": "far", "country": "Farland"}


def test_positions_are_told_with_their_chances_by_level(known, cells):
    judged = [{"position": position, "support_level": level, "low": 0.1, "central": 0.2, "high": 0.3, "note": level}
              for position in ("yes", "no") for level in ("helped", "alone")]  # fmt: skip
    case = known(case=CASE, position_chances=judged)
    assert cells(case, generation_tables.position_chances(case)) == [
        [position, *["20% (10% to 30%)"] * 2, "helped"] for position in ("no", "yes")
    ]


def sender(country, option, deployed, *, likely=True, level="alone"):
    return {"country": country, "option": option, "support_level": level, "likely": likely, "chance": 0.8,
            "deployed": deployed, "quota": 1200, "army_share": 0.05}  # fmt: skip


def test_only_states_that_are_likely_to_send_troops_bear_a_burden(known, cells):
    burden = [sender("Nearland", "watch", 1500), sender("Nearland", "wall", 9, level="alone"),
              sender("Farland", "watch", 0), sender("Farland", "wall", 300, level="helped"),
              sender("Idleland", "watch", 0), sender("Unlikely", "watch", 99, likely=False)]  # fmt: skip
    case = known(options=[WATCH, WALL], burden=burden)
    assert cells(case, generation_tables.burden(case)) == [
        ["Farland", "80%; 0, quota 1,200; 5%", "80%; 300, quota 1,200; 5%"],
        ["Nearland", "80%; 1,500, quota 1,200; 5%", None],
    ]


def missing(level, kind, required):
    return {"option": "watch", "support_level": level, "force_type": kind, "required": required, "allocated": 40,
            "gap": required - 40}  # fmt: skip


def test_what_is_missing_is_told_by_kind_for_each_option_as_planned(known, cells):
    gaps = [missing(level, kind, required)
            for level in ("alone", "helped") for kind, required in (("brigades", 100), ("enablers", 0))]  # fmt: skip
    asked = [{"option": "watch", "force_type": "brigades", "share": 0.7, "note": "They watch."}]
    case = known(options=[WATCH], force_gaps=gaps, option_requirements=asked)
    rows = generation_tables.force_gaps(case)
    assert cells(case, rows) == [["Watch", "soldiers of brigades", "70%", 100, 40, 60, "They watch."]]
    assert rows[0].anchor == "row-option_requirements-watch/brigades"


def count(country, series, year, persons):
    return {"id": f"{country}_{year}", "country": country, "series": series, "year": year, "persons": persons, **KNOWN,
            "note": "As counted."}  # fmt: skip


def test_armies_are_followed_within_a_series_that_counted_twice(known, cells):
    counts = [count("Farland", "the_league", 2024, 51000.0), count("Farland", "the_league", 1990, 80000.0),
              count("Farland", "almanac", 2020, 1.0)]  # fmt: skip
    case = known(army_trend=counts, army_strengths=counts[:1])
    assert cells(case, generation_tables.army_trend(case)) == [
        ["Farland", "the league", "80,000 (1990), 51,000 (2024)"]
    ]
    rows = generation_tables.army_strengths(case)
    told = ["Farland", 2024, 51000.0, "the league", "found (high)", "own judgement", "As counted."]
    assert cells(case, rows) == [told]
    assert rows[0].anchor == "row-army_strengths-Farland_2024"


def test_what_states_have_kept_abroad_is_told_where_it_is_known(known, cells):
    kept = {
        "id": "far_2004", "country": "Farland", "year": 2004, "operations": "Island watch", "deployed": 900,
        "bound": "least", "army": 20000, "kind": "mixed", "note": "A least.", **KNOWN, "source": "book;list",
        "army_source": "list",
    }  # fmt: skip
    case = known(sustained_deployments=[kept])
    (row,) = generation_tables.sustained(case)
    assert row.cells[:7] == ["Farland", 2004, "Island watch", 900, "least", 20000, "mixed"]
    assert row.cells[8] == Cited("book;list", "number")


def test_what_is_told_of_a_state_from_the_others_stands_beside_what_it_kept(known, cells):
    row = {"contributor": "far", "country": "Farland", "year": 2004, "kind": "mixed", "army": 20000, "deployed": 900,
           "p5": 310.0, "p50": 1020.0, "p95": 3100.0, "constant": 1100.0, "old_rule": 833.0}  # fmt: skip
    case = known(sustained_held_out=[row])
    assert cells(case, generation_tables.held_out(case)) == [
        ["Farland", 2004, 900, "1,000 (310 to 3,100)", 1100.0, 833.0]
    ]


def test_what_is_bound_elsewhere_stands_beside_what_an_army_keeps_deployed(known, cells):
    states = [{"id": "far", "country": "Farland", "army_kind": "mixed"},
              {"id": "near", "country": "Nearland", "army_kind": "conscript"}]  # fmt: skip
    facts = {"generation.committed.far": 1150.0}
    for state in ("far", "near"):
        facts |= {f"generation.sustained_share.{state}": (0.02, 0.048, 0.12)}
        facts |= {f"generation.sustain.{state}": (0.0, 1234.0, 5678.0)}
    case = known(facts, contributors=states)
    assert cells(case, generation_tables.kept(case)) == [
        ["Farland", "mixed", "5% (2% to 12%)", "1,150", "1,200 (0 to 5,700)"],
        ["Nearland", "conscript", "5% (2% to 12%)", None, "1,200 (0 to 5,700)"],
    ]


def test_commitments_are_told_one_by_one_where_there_are_any(known, cells):
    row = {"id": "far_reef", "contributor": "far", "operation": "Watch over the reef", "troops": 200, **KNOWN,
           "note": "A note."}  # fmt: skip
    case = known(contributors=[FAR], commitments=[row, {**row, "id": "other", "contributor": "gone"}])
    told = generation_tables.commitments(case)
    assert [cell[:3] for cell in cells(case, told)] == [
        ["Farland", "Watch over the reef", 200], ["gone", "Watch over the reef", 200]
    ]  # fmt: skip
    assert told[0].anchor == "row-commitments-far_reef"
    assert generation_tables.commitments(known()) == []


def test_shares_to_compare_with_are_told_where_there_are_any(known, aloud):
    aim = {"id": "aim", "label": "What a league aims at", "unit": "share", "source": "book"}
    force = {"id": "old", "label": "Old force", "unit": "persons", "source": "book"}
    case = known({"sizing.comparator.aim": 0.08}, comparators=[force, aim])
    assert aloud(case, generation_tables.compared_shares(case)).startswith("For comparison: What a league aims at, 8% ")
    assert generation_tables.compared_shares(known(comparators=[force])) == ""


@pytest.mark.parametrize(
    ("contributor", "who", "position"), [("far", "Farland", ("yes", "yes")), ("someone", "someone", (None, "its own"))]
)
def test_who_could_take_part_has_a_position_of_its_own_or_that_of_the_option(known, cells, contributor, who, position):
    declared, told = position
    member = {"option": "watch", "contributor": contributor, "position": declared, "framework": 1, "most": None,
              **KNOWN, "note": ""}  # fmt: skip
    case = known(options=[WATCH], contributors=[FAR], option_contributors=[member])
    rows = generation_tables.contributors(case)
    assert cells(case, rows) == [["Watch", who, told, True, None, "found (high)", "own judgement", ""]]
    assert rows[0].anchor == f"row-option_contributors-watch/{contributor}"


def poll(name, contributor, group, asked_until):
    return {"id": name, "contributor": contributor, "comparable_group": group, "fieldwork_end": asked_until,
            "published": "2025-02", "pollster": "Polls", "wording": "Own soldiers", "support": 55.0, "oppose": 30.0,
            "dont_know": 15.0, "sample": None, **KNOWN}  # fmt: skip


def test_polls_are_told(known, cells):
    case = known(contributors=[FAR], polls=[poll("P1", "far", "A", "2025-01-03"), poll("P2", "some_lands", "B", None)])
    rows = generation_tables.polls(case)
    found = ["Polls", "Own soldiers"], [55.0, 30.0, 15.0, None, "found (high)", "own judgement"]
    assert cells(case, rows) == [
        ["Farland", "2025-01-03", *found[0], "A", *found[1]],
        ["Some lands", "2025-02", *found[0], "B", *found[1]],
    ]
    assert [row.anchor for row in rows] == ["row-polls-P1", "row-polls-P2"]


def test_pooled_support_is_told_country_by_country(known, aloud):
    pooled = [
        {"country": "Farland", "p5": -1.33, "p50": 15.1, "p95": 31.6},
        {"country": "Nearland", "p5": 1, "p50": 2, "p95": 3},
    ]
    case = known(net_support=pooled)
    assert aloud(case, generation_tables.pooled(case)) == "Farland 15 (−1.3 to 32); Nearland 2 (1 to 3)"


def test_the_two_models_stand_side_by_side_with_a_dash_where_brigades_are_not_counted(known, cells):
    facts = {"generation.probability.watch.alone": 0.6, "generation.probability.wall.helped": 0.2}
    for by, chance in (("share", 0.3), ("brigades", 0.9)):
        facts[f"generation.supply_under.watch.{by}"] = (100.0, 700.0, 1300.0)
        facts[f"generation.reaches.watch.{by}"] = chance
        facts[f"feasibility.verdict_under.{by}.watch"] = f"by the {by}"
        for size in (500, 900):
            facts[f"generation.supply_at_least.{size}.watch.alone.{by}"] = chance
    facts |= {"generation.supply_at_least.900.watch.alone.mixture": 0.55, "generation.reaches.wall.share": 0.2}
    case = known(facts, case={"generation": {"supply_sizes": [500, 900]}}, options=[WATCH, WALL])
    assert cells(case, generation_tables.models(case)) == [
        ["Watch", *["700 (100 to 1,300)"] * 2, "30%", "90%", "60%", "by the share", "by the brigades"],
        ["Wall", None, None, "20%", None, "20%", None, None],
    ]
    assert cells(case, generation_tables.model_sizes(case)) == [
        ["Watch", 500, "30%", "90%", None],
        ["Watch", 900, "30%", "90%", "55%"],
        ["Wall", 500, None, None, None],
        ["Wall", 900, None, None, None],
    ]
