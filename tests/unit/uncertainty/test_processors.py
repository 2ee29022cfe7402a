"""The same numbers on processors with and without the newer instructions of arithmetic."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.special import ndtr

from peacebrief.uncertainty.inverse_table import normal_probability

PROJECT = Path(__file__).parents[3]
OLDER = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA"}
TIED_DRAWS = """
import hashlib
from peacebrief.uncertainty import design
from peacebrief.uncertainty.draws import Tie
ties = {"own": Tie(factor="will", loading=0.6, origin=""), "other": Tie(factor="will", loading=-0.9, origin="")}
digest = hashlib.sha256()
for _, uniforms in design(ties, 2**15, 7, ties=ties).chunks():
    for name in sorted(uniforms):
        digest.update(uniforms[name].tobytes())
print(digest.hexdigest())
"""
FACTS = """
import hashlib, json
from pathlib import Path
from peacebrief.feasibility import judge_feasibility
from peacebrief.generation import generate_force
from peacebrief.inputs import resolve_case
from peacebrief.logistics import plan_logistics
from peacebrief.sizing import size_force
case = resolve_case(Path("tests/fixtures/miniature/inputs"), "island")
supply, troops = plan_logistics(case.stages["logistics"]), generate_force(case.stages["generation"])
judged = judge_feasibility(
    case.stages["feasibility"], generation=case.stages["generation"], found_generation=troops, logistics=supply
)
print(hashlib.sha256(json.dumps([size_force(case.sizing), troops, supply, judged]).encode()).hexdigest())
"""


def printed(program, **processor):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | processor
    environment["PYTHONPATH"] = str(PROJECT / "workflow")
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=PROJECT, env=environment, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_normal_probability_is_that_of_another_library():
    deviates = np.linspace(-7, 7, 20_001)
    assert normal_probability(deviates) == pytest.approx(ndtr(deviates), rel=1e-13)
    assert normal_probability(np.array([0.0, 9.0, -9.0])) == pytest.approx([0.5, ndtr(7.0), ndtr(-7.0)], rel=1e-13)


def test_the_normal_probability_rises_across_every_knot():
    near = np.arange(-6.99, 6.99, 1 / 512)
    assert (np.diff(normal_probability(near)) > 0).all()


def test_the_published_table_is_met():
    """Abramowitz and Stegun 1964, table 26.1: fifteen decimals."""
    published = {0.5: 0.691462461274013, 1.0: 0.841344746068543, 2.0: 0.977249868051821, 3.0: 0.998650101968370}
    assert normal_probability(np.array(list(published))) == pytest.approx(list(published.values()), abs=1e-15)


def test_tied_draws_are_the_same_bits_without_newer_instructions():
    assert printed(TIED_DRAWS, **OLDER) == printed(TIED_DRAWS)


@pytest.mark.slow
def test_all_facts_and_tables_are_the_same_without_newer_instructions():
    assert printed(FACTS, **OLDER) == printed(FACTS)
    assert len(printed(FACTS).strip()) == len(hashlib.sha256().hexdigest())
