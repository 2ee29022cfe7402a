"""Every benchmark runs, at its smallest, and prints what it compares. How fast anything is, no test asks."""

import json
import math
import re

import pytest
from benchmarks import (
    bench_briefs,
    bench_build,
    bench_feasibility,
    bench_link_pairs,
    bench_logistics,
    bench_sizing,
    bench_versions,
)
from conftest import MINIATURE, smallest_project, with_every_brief

from peacebrief.inputs import resolve_case

pytestmark = pytest.mark.slow

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|\b(?:nan|inf)\b")


@pytest.fixture
def resolved(tmp_path):
    """The file that a stage reads of the miniature."""

    def written(stage):
        file = tmp_path / f"{stage}.json"
        file.write_text(json.dumps(resolve_case(MINIATURE, "island").stages[stage]), encoding="utf-8")
        return file

    return written


@pytest.fixture
def numbers_in(capfd):
    """What was printed, by the benchmark or its children: the numbers of each line that has these words."""
    told = []

    def numbers(words):
        told.extend(capfd.readouterr().out.splitlines())
        lines = [line for line in told if words in line]
        assert lines, f"no line with {words!r} in {told}"
        found = [float(number.replace(",", "")) for line in lines for number in NUMBER.findall(line)]
        assert found
        assert all(map(math.isfinite, found)), lines
        return found

    return numbers


def test_sizing(resolved, numbers_in):
    bench_sizing.main(resolved("sizing"), powers=[8, 9])
    assert numbers_in("2^8")
    assert numbers_in("2^9")


def test_logistics(resolved, numbers_in):
    bench_logistics.main(resolved("logistics"), draws=256)
    assert numbers_in("one program a draw")
    assert numbers_in("building the cuts once")
    assert numbers_in("rebuilt by linopy")
    assert numbers_in("whole stage")


def test_pairs_of_links(numbers_in):
    bench_link_pairs.main(1, inputs=MINIATURE)
    assert numbers_in("ratio")


def test_feasibility(numbers_in):
    bench_feasibility.main(6, inputs=MINIATURE)
    assert numbers_in("whole stage")
    assert numbers_in("uncertain scores")


def test_versions(numbers_in):
    bench_versions.main(9, inputs=MINIATURE)
    assert numbers_in("versions of all options")


def test_build(tmp_path, numbers_in):
    project = smallest_project(tmp_path).folder
    bench_build.main(project / "inputs", project=project, rounds=1)
    assert numbers_in("cold build")
    assert numbers_in("nothing to do")
    assert numbers_in("inputs edited")


def test_briefs(tmp_path, numbers_in):
    bench_briefs.main(project=with_every_brief(smallest_project(tmp_path)).folder)
    assert numbers_in("ratio for all")
    assert numbers_in("nothing to do")
    assert numbers_in("other words in")
