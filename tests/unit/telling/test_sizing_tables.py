"""The annex on sizing: which rows, in which order, and what is said to drive the results."""

import pytest

from peacebrief.telling.annex import sizing_tables
from peacebrief.telling.saying.said import NOTHING, Number

WATCH = {"label": "Monitoring", "definition": "Watches.", "tasks": ["posts", "air_monitoring"],
         "proposal_class": "line_enforcement", "mission_type": "observer"}  # fmt: skip
WALL = WATCH | {"label": "Separation"}
CASE = {"roles": {"watch": WATCH, "wall": WALL}}
ASSUMED = [{"id": "line", "label": "Length of the line"}, {"id": "nato", "label": "NATO share"}]


def test_a_role_is_told_with_its_tasks_in_words(known, cells):
    case = known(case=CASE)
    assert cells(case, sizing_tables.roles(case))[0] == [
        "Monitoring", "Watches.", "posts, air monitoring", "line enforcement", "observer"
    ]  # fmt: skip


def test_the_regression_is_told_where_there_is_one(known, aloud):
    found = {f"sizing.regression.{part}": value
             for part, value in (("mandate_level", 1.5), ("state_adversary", 2.5), ("residual", 3.5))}  # fmt: skip
    case = known(found)
    assert aloud(case, sizing_tables.regression(case)) == (
        "In powers of ten, each level of mandate adds 1.5 and a state as the adversary 2.5; "
        "past missions scatter by 3.5 around the line."
    )
    assert sizing_tables.regression(known()) == NOTHING


def test_every_method_of_a_role_is_told_with_whether_it_fits_and_why(known, cells):
    rows = [
        {"role": "wall", "method": "per_km", "fits": True, "reason": "It is a line."},
        {"role": "watch", "method": "statistical", "fits": False, "reason": "Too few."},
    ]
    named = [{"method": "per_km", "name": "Troops per kilometre"}, {"method": "", "name": "No method"}]
    case = known(
        {"sizing.method.per_km.wall": (1000.0, 2000.0, 3000.0), "sizing.method.statistical.watch": (10.0, 20.0, 30.0)},
        case=CASE, force_by_method=rows, sizing_methods=named,
    )  # fmt: skip
    told = sizing_tables.methods(case)
    assert cells(case, told) == [
        ["Separation", "Troops per kilometre", "yes", "2,000 (1,000 to 3,000)", "It is a line."],
        ["Monitoring", "Past missions, regression", "no", "20 (10 to 30)", "Too few."],
    ]
    assert told[0].anchor == "row-role_methods-wall/per_km"


@pytest.mark.parametrize(
    ("table", "measures"),
    [
        (sizing_tables.rotation, ["force", "pool", "cycled"]),
        (sizing_tables.densities, ["density.per_km", "density.per_1000", "density.per_100km2"]),
    ],
)
def test_each_role_is_told_by_its_measures(known, table, measures):
    rows = table(known(case=CASE))
    assert [row.cells[0] for row in rows] == ["Monitoring", "Separation"]
    assert rows[1].cells[1:] == [Number(f"sizing.{measure}.wall", "range") for measure in measures]


def test_what_no_role_needs_is_left_out_of_the_package(known, cells):
    span = (1.0, 2.0, 3.0)
    case = known({"sizing.capability.wall.tanks": span, "sizing.capability.watch.posts": span}, case=CASE)
    assert cells(case, sizing_tables.package(case)) == [
        ["Manned posts", "2 (1 to 3)", None],
        ["Tanks", None, "2 (1 to 3)"],
    ]


def test_what_every_element_is_called_is_known(known, cells):
    case = known({f"sizing.capability.watch.{name}": 1.0 for name in sizing_tables.ELEMENTS}, case=CASE)
    assert len({row.cells[0].id for row in sizing_tables.package(case)}) == len(sizing_tables.ELEMENTS)


def driven(known, watch, wall):
    rows = [
        {"role": "watch", "quantity": watch},
        {"role": "watch", "quantity": "line"},
        {"role": "wall", "quantity": wall},
    ]
    facts = {f"sizing.sensitivity.watch.{watch}": 0.5, f"sizing.sensitivity.wall.{wall}": 0.25}
    return known(facts, case=CASE, sensitivity=rows, sizing_methods=[], assumptions=ASSUMED)


def test_the_leading_driver_of_each_role_is_named(known, aloud):
    case = driven(known, "nato", "line")
    assert aloud(case, sizing_tables.drivers(case)) == (
        "Within the method of each role that rests on the most inputs, most of the spread comes from NATO share for "
        "monitoring (50%) and length of the line for separation (25%). How far the methods lie apart comes on top of "
        "that."
    )


def test_where_nothing_varies_no_driver_is_told(known):
    assert sizing_tables.drivers(known(case=CASE, sensitivity=[], sizing_methods=[], assumptions=[])) == NOTHING
