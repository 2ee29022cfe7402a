"""Cells of registers: ranges, sources, names, and rows put together."""

from dataclasses import replace

import pytest

from peacebrief.telling.annex import evidence_cells as told
from peacebrief.telling.saying.said import Cited

RANGE = {"low": 0.125, "central": 0.5, "high": 1500}
OPTION = {"id": "watch", "short_label": "Watch"}
CASE = {"support_levels": {"alone": {"label": "Alone"}}}


@pytest.mark.parametrize(
    ("keys", "cell"),
    [("book; paper", Cited("book; paper", "number")), ("declared;book", Cited("declared;book", "number"))],
)
def test_a_source_is_told_by_its_number(keys, cell):
    assert told.source(keys) == cell


@pytest.mark.parametrize("keys", ["", "declared", " declared ; "])
def test_where_there_is_no_source_the_project_judged_by_itself(known, aloud, keys):
    assert aloud(known(), told.source(keys)) == "own judgement"


def test_a_number_is_told_with_its_range(known, aloud):
    case = known()
    assert aloud(case, told.span(RANGE)) == "0.500 (0.125 to 1,500)"
    assert aloud(case, told.chance({"weight_low": 0.1, "weight_central": 0.2, "weight_high": 0.3}, "weight_")) == (
        "20% (10% to 30%)"
    )


def test_a_measure_is_told_as_its_unit_asks_for():
    assert [told.by_unit(0.256, unit) for unit in ("probability", "share", "rating")] == ["26%", "26%", "0.26"]


def test_how_a_row_is_known_is_told_with_how_well(known, aloud):
    assert aloud(known(), told.basis({"basis": "found", "confidence": "low"})) == "found (low)"
    assert [aloud(known(), told.how(judged=judged)) for judged in (True, False)] == ["judged", "worked out"]


def test_rows_options_levels_and_countries_go_by_their_names(known, aloud):
    case = known(case=CASE, options=[OPTION], contributors=[{"id": "far", "country": "Farland"}])
    assert aloud(case, told.numbered({"id": "R1", "title": "Raid"}, "title")) == "R1 Raid"
    assert told.short_name(case, "watch") == "Watch"
    assert [aloud(case, told.level_name(case, level)) for level in ("alone", "")] == ["Alone", "any"]
    assert [told.country(case, name) for name in ("far", "elsewhere")] == ["Farland", ""]


def test_a_fact_is_spelt_as_text(known):
    assert told.spelt(known({"joint": 0.4}), "joint", "percent") == "40%"


def test_the_place_of_a_row_is_named_by_what_tells_it_apart():
    assert told.anchor("conditions", "signed", "watch", "") == "row-conditions-signed/watch"


def test_names_are_set_side_by_side(known, aloud):
    assert aloud(known(), told.inline(told.apart(name) for name in ("post_spacing", "posts"))) == "post spacing, posts"


def test_rows_are_grouped_in_order_and_found_by_their_cells():
    rows = [{"a": 2, "b": "x"}, {"a": 1, "b": "y"}, {"a": 2, "b": "z"}]
    assert told.grouped(rows, "a") == [((1,), [rows[1]]), ((2,), [rows[0], rows[2]])]
    assert told.by_cell(rows, "a", "b")[2, "z"] is rows[2]


def test_the_rows_of_a_register_are_all_or_those_that_a_number_rests_on(known):
    case = known({"size": 1.0}, ratios=[{"id": "R1"}, {"id": "R2"}])
    resting = replace(case, facts={"size": replace(case.facts["size"], because=("table:ratios.csv#R2",))})
    assert told.rows_told(resting, "ratios", whole=True) == [{"id": "R1"}, {"id": "R2"}]
    assert told.rows_told(resting, "ratios", whole=False) == [{"id": "R2"}]
