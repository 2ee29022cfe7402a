"""A case remarks what is true of it alone, with its numbers."""

from peacebrief.telling.saying import remarks
from peacebrief.telling.saying.said import NOTHING, Cited

CASE = {"vocabulary": {"remarks": {"size": "About {force:p50} were asked for{cite:book}; {chance:percent} agree."}}}


def test_a_remark_is_told_with_its_numbers_and_sources(known, aloud):
    case = known({"force": (1.0, 2000.0, 3.0), "chance": 0.4}, case=CASE)
    source = f"[{Cited('book', 'note')}]"
    assert aloud(case, remarks.of(case, "size")) == f"About 2,000 were asked for{source}; 40% agree."


def test_a_remark_is_left_out_where_a_fact_is_missing_or_the_case_has_none(known):
    assert remarks.of(known({"force": (1.0, 2.0, 3.0)}, case=CASE), "size") == NOTHING
    assert remarks.of(known(case=CASE), "support") == NOTHING
    assert remarks.of(known(), "size") == NOTHING
