"""What states kept and keep abroad: what is wrong with the tables is said in one sentence; the real rows make sense."""

from __future__ import annotations

import pytest

TABLE = "reference/sustained_deployments.csv"
BOUND = "island/commitments.csv"
ROW = (
    "northland_2020,northland,Northland,2020,Peace on the island,4000,about,army,50000,found,professional,3,1000,found,"
    "high,atlas2029,atlas2029,made up for tests,2030-01-15,,Made up for tests.\n"
)


@pytest.fixture
def table(folder):
    folder.write(TABLE, folder.read(TABLE) + ROW)
    return folder


def test_the_model_does_without_commitments_and_not_without_the_record(folder):
    assert [row.troops for row in folder.load().tables.commitments.rows] == [200]
    (folder.root / BOUND).unlink()
    assert folder.load().tables.commitments.rows == ()
    (folder.root / TABLE).unlink()
    (problem,) = folder.problems()
    assert TABLE in problem


def test_a_row_is_read_with_its_sources_of_both_kinds(table):
    *_, row = table.load().tables.sustained_deployments.rows
    assert (row.deployed, row.army, row.standing, row.kind) == (4000, 50000, 1000, "professional")
    assert (row.sources(), row.sources("army_source")) == (("atlas2029",), ("atlas2029",))


CELLS = {
    "held for too short": ("years_held", "1", ("1 is not between 2 and 40 years",)),
    "held longer than any operation": ("years_held", "60", ("60 is not between 2 and 40 years",)),
    "more abroad than there are": ("deployed", "60000", ("60000 is above the army of 50000",)),
    "more bound than there are": ("standing", "47000", ("it is 51000, above the army of 50000",)),
    "nobody deployed": ("deployed", "0", ("0 is not above zero",)),
    "fewer than nobody deployed": ("deployed", "-40", ("-40 is not above zero",)),
    "fewer than nobody bound": ("standing", "-1", ("-1 is negative",)),
    "no army": ("army", "0", ("0 is not above zero",)),
    "a year that is none": ("year", "20", ("20 is not a year between 1900 and 2100",)),
    "an unknown bound": ("bound", "leas", ("not in the closed list", "least?")),
    "an unknown kind of army": ("kind", "profesional", ("not in the closed list", "professional?")),
    "a kind of army without a state": ("contributor", "", ("contributor",)),
    "a state by another id": ("contributor", "norland", ("not the id of Northland", "write northland.")),
    "a state by another name": ("country", "Norland", ('"Norland" is called Northland in contributors.csv',)),
    "an unknown source": ("source", "atlas2028", ("column source", "not a record of sources.bib", "atlas2029?")),
    "an unknown source of the army": ("army_source", "atlas2028", ("column army_source", "not a record of sources")),
    "a source of the army twice": ("army_source", "atlas2029;atlas2029", ("column army_source", "a source twice")),
}  # fmt: skip


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("what", CELLS)
def test_a_bad_cell_is_named_in_one_sentence(table, what):
    column, value, expected = CELLS[what]
    table.set(TABLE, "northland_2020", column, value)
    (problem,) = table.problems()
    assert all(part in problem for part in (TABLE, column, *expected)), problem


def test_a_state_told_twice_of_one_year_is_named(table):
    table.write(TABLE, table.read(TABLE) + ROW.replace("northland_2020", "northland_again", 1))
    (problem,) = table.problems()
    assert '"northland/2020" is already in row 11' in problem


MISSIONS = {
    "longer than they lasted": ("2004", "6", "column years_held", "6 years is longer than LINE2 on the island"),
    "before they began": ("2001", "3", "column year", "2001 is outside the years of LINE2 on the island"),
}


@pytest.mark.parametrize("what", MISSIONS)
def test_a_deployment_outside_its_missions_is_named(table, what):
    year, held, *expected = MISSIONS[what]
    for column, value in (("operations", "LINE2 on the island"), ("year", year), ("years_held", held)):
        table.set(TABLE, "northland_2020", column, value)
    (problem,) = table.problems()
    assert all(part in problem for part in (TABLE, *expected, "2002 to 2006")), problem


def test_a_deployment_of_missions_that_go_on_or_are_not_known_may_be_of_any_length(table):
    table.set(TABLE, "northland_2020", "years_held", "12")
    assert table.problems() == []


def test_a_kind_of_army_that_no_state_of_the_record_has_is_named(folder):
    folder.set(TABLE, "eastland_2020", "bound", "least")
    (problem,) = folder.problems()
    assert "contributors.csv" in problem
    assert '"conscript": no state with such an army has a count in reference/sustained_deployments.csv' in problem


def test_a_record_too_short_to_learn_from_is_named(folder):
    folder.edit_rows(TABLE, lambda rows: rows[:4])
    (problem,) = folder.problems()
    assert "0 rows are counts (about) of others than the state with most of them, too few to learn from; add" in problem


COMMITMENTS = {
    "a state that is no contributor": ("contributor", "northlund", ("not in contributors.csv", "northland?")),
    "fewer than nobody": ("troops", "-5", ("-5 binds nobody",)),
    "nobody": ("troops", "0", ("0 binds nobody",)),
    "an operation without a name": ("operation", "", ("column operation",)),
}


@pytest.mark.parametrize("what", COMMITMENTS)
def test_a_bad_commitment_is_named_in_one_sentence(folder, what):
    column, value, expected = COMMITMENTS[what]
    folder.set(BOUND, "northland_reef", column, value)
    (problem,) = folder.problems()
    assert all(part in problem for part in (BOUND, *expected)), problem


def test_a_record_cited_for_an_army_alone_is_cited(table):
    record = "@misc{yearbook2029, author = {Yearbook}, title = {Armies}, year = {2029}, keywords = {recalled}}"
    table.write("sources.bib", f"{table.read('sources.bib')}\n{record}\n")
    assert len(table.problems()) == 1
    table.set(TABLE, "northland_2020", "army_source", "yearbook2029")
    assert table.problems() == []


def test_the_real_rows_are_of_ten_states_and_more_in_four_decades(ukraine):
    rows = ukraine.tables.sustained_deployments.rows
    assert len(rows) >= 40
    assert len({row.contributor for row in rows}) >= 10
    assert {row.year // 10 for row in rows} == {199, 200, 201, 202}
    assert {row.kind for row in rows} == {"professional", "mixed", "conscript"}


def test_the_real_rows_lie_within_what_armies_have_kept_abroad(ukraine):
    # Above a fifth only a state that mobilises its reserves has gone, and these count all components.
    shares = {row.id: row.deployed / row.army for row in ukraine.tables.sustained_deployments.rows}
    assert 0.001 < min(shares.values()) <= max(shares.values()) < 0.2


def test_a_real_row_without_a_reading_is_not_held_for_sure(ukraine):
    for row in ukraine.tables.sustained_deployments.rows:
        if "recalled" in {row.basis, row.army_basis}:
            assert row.confidence != "high", row.id
