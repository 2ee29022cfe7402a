"""What follows an attitude, and the versions of a verdict: whatever is wrong is said in one sentence."""

from __future__ import annotations

import pytest

ATTITUDE, VERSIONS, A = "island/attitude.csv", "island/versions.csv", "island/assumptions.csv"
CELLS = {
    "a gate that there is not": (ATTITUDE, "neighbour/gate.law", "quantity", "gate.lwa", ("did you mean gate.law?",)),
    "a gate that is worked out": (ATTITUDE, "neighbour/gate.law", "quantity", "gate.troops", ("is no judged gate",)),
    "what is neither": (ATTITUDE, "neighbour/positions", "quantity", "polls", ("polls",)),
    "a second factor": (ATTITUDE, "neighbour/positions", "factor", "help", ("help is a second factor",)),
    "an unlisted factor": (ATTITUDE, "neighbour/positions", "factor", "neighbor", ("neighbor",)),
    "no reason": (ATTITUDE, "neighbour/positions", "note", "", ("the cell is empty",)),
    "a loading above 1": (A, "attitude_loading", "high", "1.2", ("1.2 is above 1",)),
    "a loading below 0": (A, "attitude_loading", "low", "-0.2", ("-0.2 is negative",)),
    "a loading out of order": (A, "attitude_loading", "low", "0.8", ("0.8 is above central (0.7)",)),
    "an unknown factor of versions": (VERSIONS, "ratio", "factor", "ratios", ("closed list", "ratio?")),
    "an unknown level": (VERSIONS, "ratio", "levels", "stricter;usually", ("no level of ratio", "usual?")),
    "a level twice": (VERSIONS, "ratio", "levels", "usual;usual", ("names a level twice",)),
}  # fmt: skip


def set_and_read(folder, what):
    table, row, column, value, expected = CELLS[what]
    folder.set(table, row, column, value)
    return table, expected, folder.problems()


@pytest.mark.fast_cases(7)
@pytest.mark.parametrize("what", [name for name in CELLS if name != "an unlisted factor"])
def test_a_bad_cell_is_named_in_one_sentence(folder, what):
    table, expected, problems = set_and_read(folder, what)
    (problem,) = problems
    assert all(part in problem for part in (table, *expected)), problem


def test_a_factor_that_is_not_listed_is_named(folder):
    _, _, problems = set_and_read(folder, "an unlisted factor")
    assert any("one of the factors of vocabulary.yaml; did you mean neighbour?" in problem for problem in problems)


def test_a_factorial_of_a_million_versions_is_refused_in_one_sentence(folder):
    many = "; ".join(f"l{place}" for place in range(100))
    for factor in ("ratio", "strength", "largest_contributor"):
        folder.set(VERSIONS, factor, "levels", many)
    (problem,) = folder.problems()
    assert "24,000,000 versions are more than the 1,000 that are tried; name fewer levels." in problem


def test_a_factor_that_names_no_gate_is_refused(folder):
    folder.edit_rows(ATTITUDE, lambda rows: [row for row in rows if "gate." not in ",".join(map(str, row))])
    (problem,) = folder.problems()
    assert "neighbour names no gate; add a row for a judged gate, such as gate.law." in problem


def test_one_factor_cannot_tie_a_quantity_twice(folder):
    row = "island/correlations.csv", "political_will/position.northland"
    folder.set(*row, "factor", "neighbour")
    (problem,) = folder.problems()
    assert "position.northland follows neighbour in attitude.csv already; keep one of the two rows." in problem


@pytest.mark.parametrize("table", [ATTITUDE, VERSIONS])
def test_a_case_may_do_without_the_table(folder, table):
    (folder.root / table).unlink()
    name = table.partition("/")[2].removesuffix(".csv")
    if table == ATTITUDE:
        problems = folder.problems()
        assert any("attitude_loading" in problem for problem in problems)
        assert any("attitude.csv ties nothing; write none, or add its rows." in problem for problem in problems)
    else:
        assert getattr(folder.load().tables, name).rows == ()
