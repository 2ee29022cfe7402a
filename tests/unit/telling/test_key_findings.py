"""The head of each key finding says what its numbers say."""

import pytest

from peacebrief.telling.pages import key_findings
from peacebrief.telling.saying.said import NOTHING

ROLES = {name: {"label": name.capitalize()} for name in ("watching", "holding")}
LEVELS = {"alone": {"phrase": "alone"}, "helped": {"phrase": "with help"}}
SPAN = "Across the tasks the middle of the methods runs from 800 (watching) to 1,000 (holding)"


@pytest.fixture
def found(known):
    """A case of two roles and one option: what changes between the ways to put a finding may be given."""

    def of(more=None, *, years=(3, 5, 10)):
        facts = {
            "sizing.force.watching": (10.0, 800.0, 2000.0), "sizing.force.holding": (500.0, 1000.0, 3000.0),
            "evidence.proposals.at_least.9000": 2.0, "evidence.proposals.count": 7.0,
            "evidence.force_size.9000": 9000.0,
            "logistics.largest_force.low.calm": 9000.0, "logistics.largest_force.central.calm": 20000.0,
            "logistics.worst_single.calm": "Southland", "generation.gap.watch.alone": (0.0, 0.0, 9.0),
            **{f"feasibility.still_there.{year}": 0.5 for year in (3, 5, 10)},
            **{f"feasibility.joint.watch.{level}": 0.5 for level in LEVELS},
            **{f"feasibility.verdict.watch.{level}": "indeterminate" for level in LEVELS},
        }  # fmt: skip
        case = {
            "roles": ROLES, "force_sizes": [9000], "support_levels": LEVELS, "feasibility": {"years": list(years)},
            "logistics": {"postures": {"calm": {"phrase": "in camp"}}, "reference_size": 9000},
        }  # fmt: skip
        options = [{"id": "watch", "in_sentence": "a watch", "support_level": "alone"}]
        return known(facts | (more or {}), case=case, options=options)

    return of


@pytest.mark.parametrize(
    ("least", "told"), [(700.0, "The task matters."), (800.0, "The tasks call for forces of like size.")]
)
def test_the_task_matters_where_sizes_are_apart(found, aloud, least, told):
    case = found({"sizing.force.watching": (10.0, least, 2000.0)})
    assert aloud(case, key_findings.tasks(case)) == told


@pytest.mark.parametrize(("start", "end"), [(500.0, "; all the ranges overlap."), (2500.0, ".")])
def test_the_span_of_sizes_says_whether_all_ranges_overlap(found, aloud, start, end):
    case = found({"sizing.force.holding": (start, 1000.0, 3000.0)})
    assert aloud(case, key_findings.span(case)) == SPAN + end


def test_proposals_are_counted_that_reach_the_size_in_question(found, aloud):
    case = found()
    assert aloud(case, key_findings.proposals(case)) == "2 of 7 published proposals with a number reach 9,000."


def test_numbers_are_told_of_tasks_proposals_and_options(found, phrases):
    case = found({"generation.size.watch": 900.0})
    case.options[0]["role"] = "watching"
    assert phrases(key_findings.in_numbers(case)) == [
        "key_findings.span_overlapping", "key_findings.proposals", "sizes.published_sizes", "sizes.judged_at"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gap", "fed", "told"),
    [
        (5.0, 9000.0, "Soldiers are scarcer than supplies."),
        (5.0, 8000.0, "Soldiers and supplies."),
        (0.0, 9000.0, "Soldiers and supplies."),
    ],
)
def test_soldiers_are_scarcer_where_they_are_missing_and_supplies_are_not(found, aloud, gap, fed, told):
    case = found({"generation.gap.watch.alone": (0.0, gap, 9.0), "logistics.largest_force.low.calm": fed})
    assert aloud(case, key_findings.scarcity(case)) == told


def test_transit_is_told_where_something_is_fed_and_something_can_be_lost(found, known, aloud):
    case = found()
    assert aloud(case, key_findings.transit(case)) == "Transit through Southland matters most."
    assert key_findings.transit(found({"logistics.largest_force.central.calm": 0.0})) == NOTHING
    assert key_findings.transit(known(case={"logistics": {"postures": {"calm": {}}}})) == NOTHING


def test_what_support_changes_is_told_for_the_option_that_it_moves_most(found, phrases):
    told = phrases(key_findings.support(found({"feasibility.joint.watch.helped": 0.9})))
    assert told == ["verdict.by_support", "verdict.stays"]


@pytest.mark.parametrize(
    ("years", "share", "told"),
    [
        ((3, 5, 10), 0.51, "Such missions last."),
        ((3, 5, 10), 0.504, "How long such missions last."),
        ((3,), 0.6, "Such missions last."),
    ],
)
def test_missions_last_where_most_are_there_after_the_second_horizon(found, aloud, years, share, told):
    case = found({f"feasibility.still_there.{years[min(1, len(years) - 1)]}": share}, years=years)
    assert aloud(case, key_findings.durations(case)) == told
