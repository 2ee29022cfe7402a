"""The register of facts on paper: facts that differ in one subject share a row."""

from plain_words import SAY

from peacebrief.briefs.trail.axes import Axis, case_axes
from peacebrief.briefs.trail.matrices import matrices, shared_label, shared_name
from peacebrief.facts.fact import fact_about
from peacebrief.reasoning.subject import Named

POSTURES = Axis(name="posture", headings={"calm": "Calm", "tense": "Tense"})
OPTIONS = Axis(name="option", headings={"one": "One", "two": "Two"})


def fact(family, label="", because=("assumption:line",), method="Length by density.", **about):
    told = {"unit": "persons", "kind": "number", "method": method, "because": because, "value": 1.0}
    subjects = {slot: Named(name, name.capitalize()) for slot, name in about.items()}
    return fact_about(family, subjects, label=label or family, **told)


def tonnes(posture, supply_class, **told):
    told |= {"posture": posture, "supply_class": supply_class}
    return fact("supply.tonnes.{posture}.{supply_class}", "{posture}: tonnes of {supply_class}", **told)


FACTS = [
    tonnes("calm", "fuel"),
    tonnes("tense", "fuel", because=("fact:supply.nodes",)),
    tonnes("calm", "food"),
    fact("supply.nodes", "Nodes", method="Counted."),
]


def test_facts_that_differ_in_posture_share_a_row_and_the_rest_stand_alone():
    by_posture, single = matrices(FACTS, axes=[OPTIONS, POSTURES])
    (group,) = by_posture.groups
    (row,) = group.rows
    assert [cell.id for cell in row.cells] == ["supply.tonnes.calm.fuel", "supply.tonnes.tense.fuel"]
    assert (row.label, group.name) == ("Tonnes of Fuel", "supply.tonnes.<posture>.fuel")
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


def test_a_fact_is_split_by_its_subject_and_not_by_a_word_of_its_name():
    assert OPTIONS.split(fact("rank.one.{place}", place="first")) is None
    assert OPTIONS.split(fact("rank.{option}.{place}", option="one", place="first")) == ("rank.<option>.first", "one")
    assert OPTIONS.split(fact("rank.{option}", option="third")) is None


def test_the_axes_of_a_case_name_its_own_subjects():
    case = {"roles": {"guard": {"label": "Guard"}}, "logistics": {"postures": {"calm": {"label": "Calm"}}}}
    axes = case_axes(case, [{"id": "one", "label": "Option one"}], SAY)
    assert [dict(axis.headings) for axis in axes][:3] == [{"one": "Option one"}, {"calm": "Calm"}, {"guard": "Guard"}]


def test_what_labels_share_is_told_once():
    rules = [fact("error.{rule}", "Error of {rule}, in words", rule=name) for name in ("one", "two", "three")]
    assert shared_label([[one] for one in rules], None) == ("Error of \u2026, in words", ["One", "Two", "Three"])
    assert shared_label([[one] for one in rules[:2]], None) == (
        "",
        ["Error of One, in words", "Error of Two, in words"],
    )
    other = fact("error.{rule}", "Size of {rule}", rule="four")
    assert shared_label([[one] for one in (*rules, other)], None)[0] == ""


def test_the_subject_of_the_columns_is_left_out_of_a_label():
    assert shared_label([[tonnes("calm", "fuel")]], POSTURES) == ("", ["Tonnes of Fuel"])
    classes = [[tonnes("calm", name)] for name in ("fuel", "food", "water")]
    assert shared_label(classes, POSTURES) == ("Tonnes of …", ["Fuel", "Food", "Water"])


def test_what_differs_within_a_row_is_in_no_label():
    cost = [fact("cost.{option}", "{option}: cost a year, {posture}", option=name, posture=posture)
            for name, posture in (("watch", "calm"), ("wall", "hard"))]  # fmt: skip
    assert shared_label([cost], None) == ("", ["Cost a year"])


def test_what_names_share_is_told_once():
    assert shared_name(["a.b.x.low", "a.b.y.low"]) == ("a.b.….low", ["x", "y"])
    assert shared_name(["a.b"]) == ("a.b", [""])
