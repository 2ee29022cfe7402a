"""The register of facts on paper: facts that differ in one subject share a row."""

from peacebrief.briefs.trail.axes import Axis, case_axes
from peacebrief.briefs.trail.matrices import matrices, shared_label, shared_name, shared_words
from peacebrief.facts import Fact

POSTURES = Axis(name="posture", headings={"calm": "Calm", "tense": "Tense"})
OPTIONS = Axis(name="option", headings={"one": "One", "two": "Two"})


def fact(fact_id, label="", because=("assumption:line",), method="Length by density.", unit="persons"):
    return Fact(id=fact_id, label=label or fact_id, unit=unit, kind="number", method=method, because=because, value=1.0)


FACTS = [
    fact("supply.tonnes.calm.fuel", "Tonnes of fuel, calm"),
    fact("supply.tonnes.tense.fuel", "Tonnes of fuel, tense", because=("fact:supply.nodes",)),
    fact("supply.tonnes.calm.food", "Tonnes of food, calm"),
    fact("supply.nodes", "Nodes", method="Counted."),
]


def test_facts_that_differ_in_posture_share_a_row_and_the_rest_stand_alone():
    by_posture, single = matrices(FACTS, axes=[OPTIONS, POSTURES])
    (group,) = by_posture.groups
    (row,) = group.rows
    assert [cell.id for cell in row.cells] == ["supply.tonnes.calm.fuel", "supply.tonnes.tense.fuel"]
    assert (row.label, group.name) == ("Tonnes of fuel", "supply.tonnes.<posture>.fuel")
    assert [row.cells[0].id for group in single.groups for row in group.rows] == [
        "supply.nodes",
        "supply.tonnes.calm.food",
    ]


def test_every_fact_has_one_place():
    held = [
        cell.id
        for matrix in matrices(FACTS, axes=[POSTURES])
        for group in matrix.groups
        for row in group.rows
        for cell in row.cells
        if cell
    ]
    assert sorted(held) == sorted(one.id for one in FACTS)


def test_a_group_tells_what_any_of_its_facts_rests_on():
    by_posture, _ = matrices(FACTS, axes=[POSTURES])
    assert by_posture.groups[0].because == ("assumption:line", "fact:supply.nodes")


def test_only_rows_that_hold_a_printed_fact_are_kept():
    (matrix,) = matrices(FACTS, axes=[POSTURES], printed={"supply.tonnes.tense.fuel"})
    assert [len(group.rows) for group in matrix.groups] == [1]


def test_a_fact_told_without_a_row_keeps_its_method():
    by_posture, single = matrices(FACTS, axes=[POSTURES], printed=["supply.nodes"], told=["supply.tonnes.calm.fuel"])
    assert by_posture.groups[0].rows == ()
    assert by_posture.groups[0].told == ("supply.tonnes.calm.fuel", "supply.tonnes.tense.fuel")
    assert [len(group.rows) for group in single.groups] == [1]


def test_a_fact_about_two_options_at_once_is_not_split_by_option():
    assert OPTIONS.split("rank.one.two") is None
    assert OPTIONS.split("rank.one.first") == ("rank.<option>.first", "one")


def test_the_axes_of_a_case_name_its_own_subjects():
    case = {"roles": {"guard": {"label": "Guard"}}, "logistics": {"postures": {"calm": {"label": "Calm"}}}}
    axes = case_axes(case, [{"id": "one", "label": "Option one"}])
    assert [dict(axis.headings) for axis in axes][:3] == [{"one": "Option one"}, {"calm": "Calm"}, {"guard": "Guard"}]


def test_what_labels_share_is_told_once():
    assert shared_words(["Guard: chance of rain", "Watch: chance of rain"]) == "Chance of rain"
    assert shared_words(["Largest force, calm, low", "Largest force, tense, low"]) == "Largest force … low"
    assert shared_label(["Error of rule one", "Error of rule two", "Error of rule three"]) == (
        "Error of rule",
        ["One", "Two", "Three"],
    )
    assert shared_label(["Error of rule one", "Error of rule two"])[0] == ""
    assert shared_label(["Error", "Error of rule two", "Error of all"])[0] == ""


def test_what_names_share_is_told_once():
    assert shared_name(["a.b.x.low", "a.b.y.low"]) == ("a.b.….low", ["x", "y"])
    assert shared_name(["a.b"]) == ("a.b", [""])
