"""Every change of the model is told with what it did to each verdict, and whether its results were in view."""

import pytest

from peacebrief.telling.saying.said import NOTHING, Day
from peacebrief.telling.versions import changes

OPTIONS = [
    {"id": name, "short_label": name.capitalize(), "in_sentence": f"a {name}", "support_level": "alone"}
    for name in ("watch", "wall")
]
OPEN, OUT = "indeterminate", "not feasible on current evidence"


def change(name, option="watch", words=(OPEN, OPEN), chances=(6, 11), *, known="no", commit="abc1234"):
    return {"id": name, "change": f"Of {name}.", "date": "2030-01-02", "known": known, "option": option,
            "word_before": words[0], "word_after": words[1], "joint_before": chances[0], "joint_after": chances[1],
            "commit": commit}  # fmt: skip


@pytest.fixture
def case(known):
    return lambda *rows: known(options=OPTIONS, verdict_changes=rows)


def test_a_change_has_one_row_and_each_option_its_verdicts(case, cells):
    one = case(
        change("losses", words=(OUT, OPEN), chances=(0, 6), known="yes"),
        change("ratios", chances=(6, 11)),
        change("losses", "wall", chances=(3, 3), known="yes"),
    )
    first = str(Day("2030-01-02"))
    assert cells(one, changes.rows(one, whole=True)) == [
        [f"[{first}]. Of losses. <code>abc1234</code>", "yes",
         f"not feasible, under 1%, then <strong>{OPEN}</strong>, 6%", f"{OPEN}, 3%"],
        [f"[{first}]. Of ratios. <code>abc1234</code>", "no", f"{OPEN}, 6%, then 11%", NOTHING],
    ]  # fmt: skip


def test_a_version_that_is_not_kept_is_said_to_be_lost(case, cells):
    one = case(change("losses", known="yes", commit=""), change("ratios", commit=""))
    lost = "(Measured on a version that is no longer kept.)"
    assert [row[:2] for row in cells(one, changes.rows(one, whole=True))] == [
        [f"[{Day('2030-01-02')}]. Of losses. {lost}", "yes"],
        [f"[{Day('2030-01-02')}]. Of ratios. {lost}", "no, though the history that showed it is lost"],
    ]


def test_on_paper_only_changes_that_turned_a_verdict_are_told_where_there_are_any(case, cells, phrases):
    turned, other = change("losses", words=(OUT, OPEN)), change("ratios")
    some, none = case(turned, other), case(other)
    told = cells(some, changes.rows(some, whole=False))
    assert [row[0] for row in told] == [f"[{Day('2030-01-02')}]. Of losses."]
    assert len(changes.rows(none, whole=False)) == 1
    assert phrases(changes.shown(some, whole=False)) == ["changes.changes_that_turned"]
    assert phrases(changes.shown(some, whole=True)) == phrases(changes.shown(none, whole=False))


SEEN = "with their results in view turned verdicts: "


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([change("a", words=(OUT, OPEN))], "No change of the model on record was decided with its results in view;"),
        ([change("a", words=(OUT, OPEN)), change("b", known="yes")], "in view turned a verdict;"),
        (
            [change("a", "wall", (OUT, OPEN), known="yes"), change("b", "wall", (OUT, OPEN), known="yes"),
             change("c", words=(OPEN, OUT), known="yes"), change("d", words=(OUT, OPEN))],
            f"{SEEN}on a watch from {OPEN} to {OUT}; on a wall from {OUT} to {OPEN}. The annex lists each change.",
        ),
    ],
)  # fmt: skip
def test_what_was_changed_with_results_in_view_is_said(case, aloud, rows, said):
    one = case(*rows)
    assert said in aloud(one, changes.in_view(one))


def test_nothing_is_said_where_no_change_is_on_record(known):
    assert changes.in_view(known()) == NOTHING
    assert changes.rows(known(options=OPTIONS), whole=True) == []


@pytest.mark.parametrize(
    ("shown", "name"),
    [({}, "rule_fixed"), ({"after_results": False}, "rule_fixed"), ({"after_results": True}, "rule_fixed_record_lost")],
)
def test_the_day_of_the_rule_is_told_where_it_is_on_record(known, phrases, shown, name):
    assert changes.rule_fixed(known()) == NOTHING
    told = changes.rule_fixed(known(case={"rule_fixed": {"date": "2030-01-02", "commit": "abc1234", **shown}}))
    assert phrases(told) == [f"changes.{name}"]
    assert told.slots == {"day": Day("2030-01-02"), "version": "abc1234"}
