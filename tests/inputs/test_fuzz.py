"""Whatever stands in the cells, the case loads or says what is wrong: nothing else happens."""

from __future__ import annotations

import csv
import io
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peacebrief.inputs import resolve_case
from peacebrief.inputs.cells.problem import InputProblems

TABLES = [
    "island/assumptions.csv", "island/claims.csv", "island/contributors.csv", "island/correlations.csv",
    "island/role_methods.csv", "island/proposals.csv", "island/theatre.csv", "reference/comparators.csv",
    "reference/mission_types.csv", "reference/missions.csv", "reference/sizing_methods.csv",
    "island/options.csv", "island/network/nodes.csv", "island/network/links.csv", "island/network/corridors.csv",
    "island/network/sectors.csv", "reference/consumption.csv", "reference/vehicles.csv", "reference/units.csv",
    "reference/deployments.csv", "reference/throughput.csv", "reference/costs.csv",
]  # fmt: skip
NASTY = [
    "", " ", "0", "-1", "1", "2", "1e12", "1e-6", "1e999", "NaN", "0,5", "1,000", "٣", "½", "{{ 7*7 }}", "<script>",
    "=1+1", ";", "a;b", "3:1;4:2", "3:1;3", "declared", "a\x00b", "a\u202eb", "fixed", "choice", "beta", "lognormal",
    "2030-01-01", "2030-13-01", "0001-01-01", "9999-12-31", "km", "share", "ongoing", "yes", "'", '"',
    "90", "-180", "PL", "inside",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(NASTY), st.floats().map(str), st.text(max_size=12))
CHANGES = st.lists(
    st.tuples(st.sampled_from(TABLES), st.integers(0, 60), st.integers(0, 40), CELLS), min_size=1, max_size=4
)


@pytest.fixture
def spoil(folder, tmp_path):
    """Spoil a fresh copy of the inputs by changes of (table, row, column, cell)."""
    fresh = tmp_path / "fresh"
    shutil.copytree(folder.root, fresh)

    def spoilt(changes):
        shutil.copytree(fresh, folder.root, dirs_exist_ok=True)
        for table, row, column, cell in changes:
            records = list(csv.reader(io.StringIO(folder.read(table))))
            record = records[row % len(records)]
            record[column % len(record)] = cell
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(records)
            (folder.root / table).write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
        return folder

    return spoilt


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_spoilt_cells_load_or_give_sentences(spoil, changes):
    folder = spoil(changes)
    said = ()
    try:
        resolve_case(folder.root, "island")
    except InputProblems as error:
        said = error.problems or ("",)
    assert all(0 < len(problem) < 1_000 and problem.isprintable() for problem in said)
