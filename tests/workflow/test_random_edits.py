"""Build, edit, build: whatever was edited, however it is spelt and dated, the result is that of a clean build.

Two edits come before each build, which has to be right about both.
"""

import compileall
import csv
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
import yaml
from benchmarks.bench_build import ONE_PROCESS
from built import results
from conftest import MINIATURE, smallest_project
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peacebrief.errors import AnalystError
from peacebrief.inputs.handing_on.planning import planned
from peacebrief.publishing.contents import listed

pytestmark = pytest.mark.slow

EDITS, AT_ONCE = 40, 2
TABLES = sorted(file.relative_to(MINIATURE).as_posix() for file in MINIATURE.rglob("*.csv"))
SETTINGS = "island/case.yaml"
# Every copy has its typefaces, which no input changes; to make them anew would take as long as all else.
COMMANDS = re.sub(r'run_command\("subset-faces".*\n', "", ONE_PROCESS)
WORDS = {"note", "locator", "definition", "derivation", "remark"}


@pytest.fixture(scope="module")
def never_built(tmp_path_factory):
    """The smallest project; its typefaces, which no input changes, are made already."""
    checkout = smallest_project(tmp_path_factory.mktemp("never_built"))
    workflow = checkout.folder / "workflow"
    assert "subset-faces" in ONE_PROCESS
    assert "subset-faces" not in COMMANDS
    assert checkout.snakemake("--until", "subset_faces").status == 0
    # Once for all copies.
    assert compileall.compile_dir(workflow / "peacebrief", quiet=1)
    return checkout


@pytest.fixture(scope="module")
def edited(never_built, tmp_path_factory):
    """The copy in which one edit follows another."""
    checkout = copied(never_built, tmp_path_factory.mktemp("edited"))
    run = checkout.snakemake()
    assert run.status == 0, run.said
    return checkout


@pytest.fixture(scope="module")
def clean(never_built, tmp_path_factory):
    """What the commands make of some inputs in one process, without any workflow; of inputs of one meaning only once.

    The files by name, as they lie in the edition or, apart from it, in build/.
    """

    @cache
    def built(_, inputs):
        checkout = copied(never_built, tmp_path_factory.mktemp("clean"))
        shutil.rmtree(checkout.folder / "inputs")
        shutil.copytree(inputs, checkout.folder / "inputs")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = [sys.executable, "-c", COMMANDS, checkout.case]
        done = subprocess.run(
            command, cwd=checkout.folder, env=environment, text=True, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return as_published(results(checkout.folder), checkout.case)

    return built


def as_published(made, case):
    """The results in build/ by the names that they have in an edition."""
    folder, apart = f"build/{case}/", ("build/made_of", "build/overview", f"build/{case}/published.json")
    apart += (f"build/{case}/figures/batch",)
    kept = {name: digest for name, digest in made.items() if name.startswith("build/") and not name.startswith(apart)}
    return {name.removeprefix(folder).removeprefix("briefs/"): digest for name, digest in kept.items()}


def copied(checkout, folder):
    return type(checkout)(shutil.copytree(checkout.folder, folder / "project"), checkout.case)


def numeric(cell):
    return re.fullmatch(r"-?\d+(\.\d+)?", cell)


@st.composite
def values(draw):
    """Another number or another note in some row of some table; or another seed."""
    table = draw(st.sampled_from([*TABLES, SETTINGS]))
    return table, draw(st.integers(0, 30)), draw(st.integers(0, 30)), draw(st.sampled_from([0.5, 0.97, 1.02, 2]))


def spelled_alone():
    """No other value: a table or the settings, to be spelt or dated otherwise."""
    return st.sampled_from([(table,) for table in [*TABLES, SETTINGS]])


def change(folder, table, row, column, factor):
    """Carry a change out, as far as the table has such a cell."""
    path = folder / table
    if table == SETTINGS:
        told = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
        told["seed"] += row + 1
        path.write_text(yaml.safe_dump(told, sort_keys=False, allow_unicode=True), encoding="utf-8")
        return
    header, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    cells = rows[row % len(rows)]
    can_change = [i for i, name in enumerate(header) if numeric(cells[i]) or name.strip() in WORDS]
    if can_change:
        place = can_change[column % len(can_change)]
        cells[place] = other(cells[place], factor)
        with path.open("w", encoding="utf-8", newline="") as text:
            csv.writer(text, lineterminator="\n").writerows([header, *rows])


def other(cell, factor):
    if not numeric(cell):
        return f"{cell} Checked again.".strip()
    return str(float(cell) * factor) if "." in cell else str(round(int(cell) * factor) or 1)


SPELLINGS = {
    "as it is": None,
    "every cell quoted": {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"},
    "lines of Windows": {"lineterminator": "\r\n"},
    "blanks in the header": {"lineterminator": "\n", "blanks": " "},
}


def spell(path, spelling):
    if path.suffix == ".yaml":
        told = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
        text = json.dumps(told, default=str, indent=1) if spelling == "every cell quoted" else None
        if text:
            path.write_text(text, encoding="utf-8")
        return
    how = dict(SPELLINGS[spelling] or {"lineterminator": "\n"})
    blanks = how.pop("blanks", "")
    header, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    header = [blanks + name.strip() + blanks for name in header]
    with path.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text, **how).writerows([header, *rows])


def meaning(inputs):
    """What the inputs say, or None where they are refused."""
    try:
        return json.dumps(planned(inputs, "island"))
    except AnalystError:
        return None


def edits():
    """Another value or none, another spelling or none, and some date."""
    dates = st.sampled_from([None, 0, 631152000, 2208988800])
    return st.tuples(st.one_of(values(), spelled_alone(), spelled_alone()), st.sampled_from(list(SPELLINGS)), dates)


def carry_out(inputs, edit):
    (table, *value), spelling, date = edit
    if value:
        change(inputs, table, *value)
    spell(inputs / table, spelling)
    if date is not None:
        os.utime(inputs / table, (date, date))


@settings(
    max_examples=EDITS // AT_ONCE, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)
@given(some=st.lists(edits(), min_size=AT_ONCE, max_size=AT_ONCE))
def test_after_any_edits_a_build_equals_a_clean_one(edited, clean, some):
    inputs, before = edited.folder / "inputs", results(edited.folder)
    kept = {inputs / what[0]: (inputs / what[0]).read_bytes() for what, *_ in some}
    for edit in some:
        carry_out(inputs, edit)
    says = meaning(inputs)
    with ThreadPoolExecutor() as threads:
        expected = threads.submit(clean, says, inputs) if says else None
        run = edited.snakemake(cores=1)
    after = results(edited.folder)
    if says is None:
        assert run.status != 0
        assert run.said.rstrip().splitlines()[-1].startswith("ERROR ")
        assert after == before
        for path, content in kept.items():
            path.write_bytes(content)
        return
    assert run.status == 0, run.said
    assert as_published(after, edited.case) == expected.result()
    published = {name: digest for name, digest in after.items() if name.startswith(f"reports/{edited.case}/")}
    sums = listed(edited.folder / "reports" / edited.case / "SHA256SUMS")
    assert {name.removeprefix(f"reports/{edited.case}/") for name in published} == {*sums, "SHA256SUMS"}
    assert sums.items() <= expected.result().items()
    assert all(published[f"reports/{edited.case}/{name}"] == digest for name, digest in sums.items())
