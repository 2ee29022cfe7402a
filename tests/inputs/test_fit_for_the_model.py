"""Inputs that are well formed and that the model, or the typefaces, could not take all the same."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from peacebrief.inputs import resolve_case
from peacebrief.inputs.cells.cell import WITHOUT_TYPE
from peacebrief.sizing import size_force

A, C, M, S = "island/assumptions.csv", "island/contributors.csv", "reference/missions.csv", "sources.bib"
METHODS, WEIGHTS = "reference/sizing_methods.csv", "island/role_methods.csv"


def only(problems):
    assert len(problems) == 1, problems
    return problems[0]


def set_all(folder, column, value):
    records = folder.records(M)
    place = records[0].index(column)
    folder.save(M, [records[0], *([*row[:place], value, *row[place + 1 :]] for row in records[1:])])


@pytest.mark.parametrize(
    ("file", "row", "unit", "expected"),
    [
        (A, "line_length", "hours", '"hours" is not the unit of line_length; write km'),
        (A, "post_spacing_monitoring", "minutes", "write km and convert"),
        (METHODS, "OBS", "persons_per_mile", "is not the unit of observer_line; write persons_per_km"),
    ],
)
def test_a_unit_that_the_model_would_misread_is_named(folder, file, row, unit, expected):
    folder.set(file, row, "unit", unit)
    assert expected in folder.only_problem()


def test_a_published_ratio_is_a_row_and_nothing_else(folder):
    records = folder.records(METHODS)
    row = next(record for record in records if record[0] == "OBS")
    folder.save(METHODS, [*records, ["MINE", "my_density", *row[2:]]])
    weights = folder.records(WEIGHTS)
    mine = [cell.replace("observer_line", "my_density") for cell in weights[1]]
    mine[weights[0].index("method")], mine[weights[0].index("fits")] = "my_density", "no"
    folder.save(WEIGHTS, [*weights, mine])
    assert folder.problems() == []
    facts = size_force(resolve_case(folder.root, "island").sizing | {"draws": 64})["facts"]
    found = {fact["id"]: fact for fact in facts}
    role = mine[weights[0].index("role")]
    assert found[f"sizing.method.my_density.{role}"]["because"] == [
        "fact:sizing.theatre.line_length",
        "table:sizing_methods.csv#MINE",
    ]


@pytest.mark.parametrize("role", ["monitoring", "separation"])
def test_a_definition_that_no_method_fits_is_named(folder, role):
    rows = folder.records(WEIGHTS)
    fits = rows[0].index("fits")
    folder.save(WEIGHTS, [[*row[:fits], "no", *row[fits + 1 :]] if row[0] == role else row for row in rows])
    found = f"{WEIGHTS}, fits: no method fits the definition of the role {role}; write yes for one, or add a row."
    assert only(folder.problems()) == found


@pytest.mark.parametrize(("role", "role_class"), [
    ("deterrence", "reassurance"), ("ceasefire monitoring", "line_enforcement"), ("observers only", "monitoring"),
    ("contact-line peacekeeping", "deterrence"),
])  # fmt: skip
def test_a_proposal_whose_class_contradicts_its_role_is_named(folder, role, role_class):
    folder.set("island/proposals.csv", "P1", "role", role)
    folder.set("island/proposals.csv", "P1", "role_class", role_class)
    assert f'"{role_class}" is not what the column role says ("{role}")' in only(folder.problems())


@pytest.mark.parametrize("role_class", ["monitoring", "deterrence", "earlier", "other"])
def test_a_role_of_two_parts_may_have_either_class_or_none(folder, role_class):
    folder.set("island/proposals.csv", "P1", "role", "monitoring, then deterrence")
    folder.set("island/proposals.csv", "P1", "role_class", role_class)
    assert folder.problems() == []


def test_a_parameter_that_the_model_has_not_got_is_named(folder):
    records = folder.records(METHODS)
    row = next(record for record in records if record[1] == "brigade_frontage")
    folder.save(METHODS, [*records, ["MINE", "brigade_frontages", *row[2:]]])
    assert '"brigade_frontages" is not a parameter of the model; did you mean brigade_frontage?' in only(
        folder.problems()
    )


def test_missions_all_of_one_strength_are_named(folder):
    for column in ("strength_low", "strength_high"):
        set_all(folder, column, "")
    set_all(folder, "strength", "1000")
    assert "all missions are of one strength" in folder.only_problem()


def test_missions_that_all_faced_a_state_are_named(folder):
    set_all(folder, "state_adversary", "1")
    assert "too alike in type and state_adversary" in folder.only_problem()


def test_a_role_of_a_type_without_a_mission_is_named(folder):
    folder.edit_rows(M, lambda rows: [["stabilisation" if cell == "enforcement" else cell for cell in r] for r in rows])
    assert any("no mission is of the type enforcement, which the role separation has" in p for p in folder.problems())


def test_too_few_missions_are_named(folder):
    folder.edit_rows(M, lambda rows: rows[:4])
    assert any("3 missions cannot carry the statistics" in problem for problem in folder.problems())


def test_a_country_twice_in_other_capitals_is_named(folder):
    records = folder.records(C)
    place = records[0].index("country")
    folder.set(C, records[2][0], "country", records[1][place].upper())
    assert "is already in row 2" in folder.only_problem()


def test_a_month_that_is_none_is_named(folder):
    folder.set("island/proposals.csv", "P1", "date", "2029-13")
    assert "a year, month or day" in folder.only_problem()


def test_a_field_that_would_take_the_place_of_the_key_is_named(folder):
    folder.replace(S, "title = {Atlas", "key = {other}, title = {Atlas")
    assert "atlas2029, field key: it is not known here" in folder.problems()[0]


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("text", ["\U0001f54a peace", "\u6f22\u5b57", "\u05e2\u05d1", "\ue000", "a\u20e3"])
def test_a_character_that_no_typeface_here_has_is_named(folder, text):
    folder.set(A, "line_length", "label", text)
    assert "a character that cannot be printed (U+" in folder.only_problem()


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "$x_2$", "Łódź, Київ, Αθήνα"])
def test_marks_of_other_languages_are_text(folder, text):
    folder.set(A, "line_length", "label", text)
    assert folder.problems() == []


def test_every_character_let_through_is_in_every_typeface(project):
    fonts = sorted((project / "workflow" / "templates" / "fonts").glob("*.ttf"))
    allowed = {point for point in range(0x20, 0x2FFFF) if not WITHOUT_TYPE.match(chr(point))}
    assert len(fonts) > 1
    for font in fonts:
        assert allowed <= TTFont(font).getBestCmap().keys(), font.name


@pytest.mark.parametrize("value", ["0", "-1"])
def test_a_claimed_number_that_is_none_is_named(folder, value):
    folder.set("island/claims.csv", "K1", "claimed", value)
    assert "is not above zero" in folder.only_problem()


def test_a_value_without_braces_gives_one_sentence_and_not_one_a_record(folder):
    folder.replace(S, "year = {2029}", "year = soon")
    assert '"soon" stands for a value without braces' in folder.only_problem()
