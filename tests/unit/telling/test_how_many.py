"""Roles have a row each; elements are told from the least to the most that a role needs, as they are printed."""

import pytest

from peacebrief.telling.pages import how_many
from peacebrief.telling.saying.said import NOTHING, Cited, Number, Pointer

ROLES = {
    name: {"label": name.capitalize(), "definition": f"Does {name}.", "proposal_class": name}
    for name in ("watching", "holding")
}
BY_TASKS = "Counted by tasks, the middle results of the roles that need them come to"


@pytest.fixture
def needed(known):
    def of(facts=None, **tables):
        return known(facts, case={"roles": ROLES, "force_sizes": [9000]}, **tables)

    return of


def test_every_role_has_its_row(needed):
    made = dict.fromkeys(("count", "smallest", "median", "largest"), 1.0)
    rows = how_many.roles(needed({f"evidence.proposals.watching.{part}": number for part, number in made.items()}))
    assert [row.cells[:2] for row in rows] == [["Watching", "Does watching."], ["Holding", "Does holding."]]
    assert rows[1].cells[2] == Number("sizing.force.holding", "range")
    assert rows[1].cells[3].id == "sizes.of"
    assert rows[1].cells[4] == NOTHING


@pytest.mark.parametrize(("smallest", "told"), [(200.0, "200 to 900 (3)"), (900.0, "900 (3)")])
def test_what_was_proposed_for_a_role_is_a_range_and_a_count(needed, aloud, smallest, told):
    sizes = {"smallest": smallest, "median": 900.0, "largest": 900.0, "count": 3.0}
    case = needed({f"evidence.proposals.holding.{part}": size for part, size in sizes.items()})
    assert aloud(case, how_many.proposed_for(case, "holding")) == told


WITHOUT = "Of the 7, 3 ask for 9,000 or more, and 1 without those that name just that number (2)."


@pytest.mark.parametrize(
    ("exactly", "remark", "told"),
    [
        (0.0, "One is an echo.", "Of the 7, 3 ask for 9,000 or more."),
        (2.0, "", WITHOUT),
        (2.0, "One is an echo.", f"{WITHOUT} One is an echo."),
    ],
)
def test_proposals_of_the_size_in_question_are_told_with_and_without(known, aloud, exactly, remark, told):
    """Defect g: what is said of a size must not hang on those who named just that number."""
    facts = {"evidence.proposals.count": 7.0, "evidence.force_size.9000": 9000.0, "evidence.proposals.above.9000": 1.0}
    facts |= {"evidence.proposals.at_least.9000": 3.0, "evidence.proposals.exactly.9000": exactly}
    remarks = {"proposed_exactly": remark} if remark else {}
    case = known(facts, case={"force_sizes": [9000], "vocabulary": {"remarks": remarks}})
    assert aloud(case, how_many.of_the_size(case)) == told


@pytest.mark.parametrize(
    ("remarks", "told"),
    [
        ({}, "Of the sizes that have been published for such a force, 7 can be counted here."),
        ({"proposed": "Elders named {evidence.proposals.count:exact}."}, "Elders named 7."),
    ],
)
def test_proposals_are_counted_in_the_words_of_the_case_where_it_has_any(known, aloud, remarks, told):
    numbers = {"count": 7.0, "median": 30.0, "lower_quartile": 20.0, "upper_quartile": 40.0}
    numbers |= {"at_least.9000": 2.0, "exactly.9000": 0.0}
    facts = {f"evidence.proposals.{part}": number for part, number in numbers.items()}
    facts["evidence.force_size.9000"] = 9000.0
    case = known(facts, case={"vocabulary": {"remarks": remarks}, "force_sizes": [9000]})
    spread = "Their median is 30, and half of them lie between 20 and 40. Of the 7, 2 ask for 9,000 or more."
    assert aloud(case, how_many.proposed(case)) == f"{told} {spread}"


def test_elements_are_told_from_least_to_most_and_once_where_they_are_printed_alike(needed, aloud):
    case = needed({
        "sizing.capability.watching.tanks": (1.0, 301.0, 900.0), "sizing.capability.holding.tanks": (1.0, 299.0, 900.0),
        "sizing.capability.watching.reaction_bases": (1.0, 20.0, 90.0),
        "sizing.capability.holding.reaction_bases": (1.0, 10.0, 90.0),
        "sizing.capability.holding.monitoring_aircraft": (1.0, 5.0, 90.0),
    })  # fmt: skip
    assert aloud(case, how_many.contents(case)) == (
        f"{BY_TASKS} 10 to 20 rapid-reaction bases; 5 monitoring aircraft, mostly drones; 300 tanks."
    )


def test_where_no_role_needs_an_element_nothing_is_told(needed):
    assert how_many.contents(needed()) == NOTHING


def test_rules_of_rotation_have_a_range_and_are_noted_with_their_sources(needed, aloud):
    ends = {f"assumptions.{how_many.RULE}.{end}": number for end, number in (("smallest", 3.0), ("largest", 5.0))}
    case = needed(ends, assumptions=[{"id": how_many.RULE, "note": "Four rules.", "source": "a;b"}])
    note = f"Four rules.[{Cited('a;b', 'note')}]"
    assert aloud(case, how_many.rotation_rules(case)) == (
        f"Published rules range from 3 to 5 soldiers in this pool for each one deployed. {note}"
    )


def test_rotation_is_told_for_the_last_role(needed, aloud):
    ranges = dict.fromkeys(("sizing.force.holding", "sizing.pool_by_rule.ROT1.holding"), (1.0, 100.0, 200.0))
    case = needed(ranges)
    assert "100 people in place for holding would tie up 100 to 100" in aloud(case, how_many.rotation(case))


def test_the_tasks_lead_to_their_results_and_to_what_others_proposed(known):
    said = how_many.several_tasks(known())
    assert said.slots == {"roles": Pointer("table", "roles"), "ladder": Pointer("figure", "force_ladder")}
