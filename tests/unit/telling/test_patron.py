"""What each level of support changes, and what is lacking without it."""

import pytest

from peacebrief.telling.pages import patron

LEVELS = {"alone": {"label": "Alone", "phrase": "without help", "definition": "Nobody helps."},
          "helped": {"label": "Helped", "phrase": "with help", "definition": "Somebody helps."}}  # fmt: skip
WATCH = {"id": "watch", "in_sentence": "a watch", "short_label": "Watch", "support_level": "alone"}
WALL = {"id": "wall", "in_sentence": "a wall", "short_label": "Wall", "support_level": "helped"}
CALLED = {
    "patron": {"adjective": "friendly"},
    "items": {"eyes": "Eyes", "boats": "Boats", "gifts": "Gifts"},
    "remarks": {"deterrence": "So it is said."},
}
CASE = {"support_levels": LEVELS, "vocabulary": CALLED, "feasibility": {"critical_from": 4}}


def gap(item, width, capability="sight", *, option="watch", level="alone"):
    return {"item": item, "gap": width, "capability": capability, "label": capability, "option": option,
            "support_level": level, "weakest": f"weak {capability}", "years": "1 to 3"}  # fmt: skip


@pytest.fixture
def judged(known):
    """A case by its differences, its gaps and its enablers; the effect of a force is known to within 25 points."""

    def of(watch=0.05, wall=0.05, gaps=(), enablers=(), options=(WATCH, WALL), *, needs=()):
        facts = {"feasibility.planning_horizon": 5.0, "feasibility.war_risk.0.none": 0.5}
        for option, difference in (("watch", watch), ("wall", wall)):
            facts[f"feasibility.deterrence_difference.{option}"] = (difference - 1, difference, difference + 1)
            for level in LEVELS:
                facts[f"feasibility.joint.{option}.{level}"] = 0.25
                facts[f"feasibility.reduction.{option}.{level}"] = (0.1, 0.15, 0.35)
        facts |= {f"feasibility.enabler_gap.{row['capability']}.{row['option']}": float(row["gap"]) for row in gaps}
        return known(facts, case=CASE, options=options, enabler_gaps=gaps, enablers=enablers,
                     enabler_needs=needs)  # fmt: skip

    return of


def test_levels_are_explained_in_a_sentence(judged, aloud):
    case = judged()
    assert aloud(case, patron.levels(case)) == "<em>Alone</em>: nobody helps. <em>Helped</em>: somebody helps."


def test_options_are_told_at_each_level(judged, cells):
    case = judged()
    rows = patron.changes(case)
    assert cells(case, rows) == [[name, "25%", "25%", "15", "15"] for name in ("Watch", "Wall")]
    assert [row.option for row in rows] == ["watch", "wall"]


@pytest.mark.parametrize(
    ("watch", "wall", "ways"),
    [
        (0.1, 0.005, ("patron.takes_points", "patron.small")),
        (0.1, 0.004, ("patron.takes_no_points_somewhere", "patron.small")),
        (0.126, 0.1, ("patron.takes_points", "patron.comparable")),
    ],
)
def test_support_takes_points_as_they_are_printed(judged, phrases, watch, wall, ways):
    told = phrases(patron.deterrence(judged(watch, wall)))
    assert [name for name in told if name.startswith(("patron.takes", "patron.small", "patron.comp"))] == list(ways)


def test_what_support_adds_is_told_beside_what_the_case_remarks(judged, aloud):
    case = judged(0.1, 0.02)
    said = aloud(case, patron.deterrence(case))
    assert said.startswith(
        "Without a force the risk of renewed war within 5 years is taken as 50%. Going from the least"
    )
    assert "in percentage points, 10 for a watch and 2 for a wall. So it is said. By this model" in said


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ([gap("eyes", 3, "sight"), gap("boats", 4, "lift"), gap("gifts", 4, "money")], "lift and money."),
        ([gap("eyes", 3, "sight"), gap("eyes", 5, "lift", level="helped")], "sight."),
    ],
)
def test_the_first_option_names_its_widest_gaps_without_support(judged, aloud, gaps, told):
    case = judged(gaps=gaps)
    assert aloud(case, patron.weakest_links(case)).endswith(f"For a watch without help the widest gap is in {told}")


@pytest.mark.parametrize("gaps", [[], [gap("eyes", 0)]])
def test_where_nothing_is_lacking_no_gap_is_named(judged, gaps):
    case = judged(gaps=gaps)
    assert patron.weakest_links(case) == ""


def test_an_item_is_told_by_its_widest_gap_or_by_what_is_known_of_it(judged, cells, aloud):
    gaps = [gap("eyes", 2, "sight"), gap("eyes", 4, "stars")]
    enablers = [{"item": "boats", "capability": "context", "name": "Rafts"},
                {"item": "boats", "capability": "lift", "name": "Ferries", "id": "ferries"},
                {"item": "gifts", "capability": "context", "name": "Wine"}]  # fmt: skip
    case = judged(gaps=gaps, enablers=enablers)
    assert cells(case, patron.items(case)) == [
        ["Eyes", "weak stars", "4", "1 to 3"], ["Boats", "Ferries", "not critical", None],
    ]  # fmt: skip
    assert aloud(case, patron.bare(case)) == "a watch without help"


def test_a_critical_enabler_whose_gap_is_nowhere_the_widest_is_not_called_uncritical(judged, cells):
    boats = {"item": "boats", "capability": "lift", "name": "Ferries", "id": "ferries"}
    need = {"enabler": "ferries", "option": "watch", "criticality": 4}
    assert (
        cells(case := judged(enablers=[boats], needs=[need]), patron.items(case))[0][2] == "none wider than elsewhere"
    )
    mild = judged(enablers=[boats], needs=[need | {"criticality": 3}])
    assert cells(mild, patron.items(mild))[0][2] == "not critical"


def test_where_no_option_does_without_support_nothing_is_lacking(judged):
    case = judged(gaps=[gap("eyes", 2)], options=(WALL,))
    assert patron.items(case) == []
    assert patron.bare(case) == ""
