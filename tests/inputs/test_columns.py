"""What each column holds is said, in words that an analyst can use, and told in a terminal."""

from __future__ import annotations

import json
import re
from typing import Literal, get_args, get_origin

import pytest

from peacebrief import cli
from peacebrief.inputs.cells.described import descriptions, nested, row_description
from peacebrief.inputs.explaining.columns import NAMED, TABLES, WIDTH, may_be_empty
from peacebrief.inputs.explaining.quantities import quantities
from peacebrief.inputs.handing_on.schemas import MODELS, schema_files
from peacebrief.inputs.reading.case_tables import OPTIONAL_TABLES, table_file
from peacebrief.inputs.reading.table import records_in

LONGEST, MOST_SENTENCES = 300, 3
SENTENCE_END = re.compile(r"[.!?](?= [A-Z`]|$)")


def within(name, model):
    """A model and those nested in it, by where they stand."""
    yield name, model
    for field, info in model.model_fields.items():
        part = nested(info.annotation)
        if part is not None:
            yield from within(f"{name}.{field}", part)


ALL = {where: model for name, top in MODELS.items() for where, model in within(name, top)}


def listed_values(annotation):
    """The values of a closed list."""
    if get_origin(annotation) is Literal:
        yield from (str(value) for value in get_args(annotation) if value != "")
    else:
        for part in get_args(annotation):
            yield from listed_values(part)


@pytest.mark.parametrize("where", ALL)
def test_every_column_is_described_in_a_few_plain_sentences(where):
    model = ALL[where]
    for name, said in descriptions(model).items():
        assert said.endswith("."), f"{where}.{name}: {said!r}"
        assert 1 <= len(SENTENCE_END.findall(said)) <= MOST_SENTENCES, f"{where}.{name}: {said}"
        closed = any(listed_values(model.model_fields[name].annotation))
        assert closed or len(said) <= LONGEST, f"{where}.{name} has {len(said)} characters"


@pytest.mark.parametrize("where", ALL)
def test_every_value_of_a_closed_list_is_named_in_its_description(where):
    model = ALL[where]
    for name, said in descriptions(model).items():
        values = set(listed_values(model.model_fields[name].annotation))
        assert {value for value in values if f"`{value}`" not in said} == set(), f"{where}.{name}"


@pytest.mark.parametrize("where", ALL)
def test_two_columns_of_one_table_are_never_described_alike(where):
    said = list(descriptions(ALL[where]).values())
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("name", TABLES)
def test_what_an_empty_cell_means_is_said_where_a_cell_may_be_empty(name):
    said, empty = descriptions(TABLES[name]), may_be_empty(TABLES[name])
    assert {column for column in empty if "empty" not in said[column].lower()} == set()


@pytest.mark.parametrize(
    "where", [where for where in ALL if where.partition(".")[0] in ("case", "vocabulary", "source")]
)
def test_what_a_missing_name_means_is_said_where_it_may_be_left_out(where):
    model = ALL[where]
    free = [name for name, field in model.model_fields.items() if not field.is_required()]
    assert [name for name in free if "left out" not in descriptions(model)[name]] == []


@pytest.mark.parametrize("name", MODELS)
def test_what_a_row_is_is_said_first(name):
    assert row_description(MODELS[name]).startswith(("A row ", "A record ", "The file "))


def test_the_schemas_carry_every_description():
    schemas = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}
    for name, model in MODELS.items():
        found = {column: entry["description"] for column, entry in schemas[name]["properties"].items()}
        assert found == descriptions(model)
    role = schemas["case"]["$defs"]["Role"]["properties"]
    assert role["label"]["description"] == "What the role is called in tables and figures."


def test_a_column_declared_anew_does_not_keep_the_words_of_the_old_one():
    assert descriptions(TABLES["scores"])["low"].endswith("in the unit of the criterion, zero or more.")
    assert descriptions(TABLES["staged"])["locator"] == descriptions(TABLES["claims"])["locator"]


def told(capsys, *arguments):
    assert cli.main(["columns", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", [*TABLES, *NAMED])
def test_a_table_is_explained_within_a_hundred_columns(name, capsys):
    lines = told(capsys, name).splitlines()
    model = TABLES[name] if name in TABLES else NAMED[name][0]
    assert lines[0] == (NAMED[name][1] if name in NAMED else table_file(name, "<case>"))
    assert max(map(len, lines)) <= WIDTH
    entries = [line.split(" (")[0].strip() for line in lines if re.match(r"  \S+ \(", line)]
    assert sorted(entries) == sorted(model.model_fields)
    if name in TABLES:
        assert ("may be left out" in " ".join(lines[1:6])) == (name in OPTIONAL_TABLES)


def test_a_column_is_told_with_its_kind_and_whether_it_may_be_empty(capsys):
    said = told(capsys, "reference/missions.csv")
    assert "\n  strength (number, never empty)\n" in said
    assert "\n  start_year (whole number, never empty)\n" in said
    assert "\n  state_adversary (1 or 0, never empty)\n" in said
    assert "\n  outcome_code (one of a closed list, never empty)\n" in said
    assert "\n  source (keys of sources, never empty)\n" in said
    assert "\n  checked (date, may be empty)\n" in said
    assert "Two rows may not have the same id." in said


def test_a_key_of_several_columns_and_the_units_are_told(capsys):
    assert "Two rows may not have the same item and posture." in told(capsys, "consumption")
    assert "Units: EUR_2025, " in told(capsys, "consumption")
    assert "Units:" not in told(capsys, "gates")


def test_names_within_a_yaml_file_stand_further_in(capsys):
    said = told(capsys, "case")
    assert "\n  draws (whole number from 1,024 to 16,777,216)\n" in said
    assert "\n  roles (entries by names of your own)\n" in said
    assert "\n          tasks (list, each one of a closed list)\n" in said
    assert "\n                  worst_pair (list, each a code of a country)\n" in said
    assert "\n  article (entries, may be left out)\n" in told(capsys, "vocabulary")


def test_without_a_name_all_tables_are_listed_a_line_each(capsys):
    lines = told(capsys).splitlines()
    assert max(map(len, lines)) <= WIDTH
    for name in (*TABLES, *NAMED):
        mark = r"\*" if name in OPTIONAL_TABLES else ""
        assert len([line for line in lines if re.match(rf"  {name}{mark} +[A-Z]", line)]) == 1, name


def test_an_unknown_table_is_answered_with_the_nearest_name(capsys):
    assert cli.main(["columns", "contributers"]) == 1
    assert capsys.readouterr().err == 'ERROR no table is called "contributers"; did you mean contributors?\n'


def test_a_table_without_a_near_name_is_answered_with_the_way_to_the_list(capsys):
    assert cli.main(["columns", "zzz"]) == 1
    assert "python -m peacebrief columns lists all tables." in capsys.readouterr().err


def test_the_quantities_listed_are_those_of_a_case_that_passes(folder):
    rows = records_in(folder.read("island/assumptions.csv"))
    names = {line.split()[0] for line in quantities() if re.match(r"  \S", line)}
    patterns = [re.sub(r"<\w+>", r"\\w+", name) for name in names]
    assert [row[0] for row in rows[1:] if not any(re.fullmatch(pattern, row[0]) for pattern in patterns)] == []
