"""The made-up case that the tests of the outlook share, and the miniature case that those of the stage do."""

import importlib.util
from pathlib import Path

import pytest

from peacebrief.feasibility import judge_feasibility
from peacebrief.generation import generate_force
from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts


@pytest.fixture(scope="session")
def specimen():
    """The module `outlook_specimen`, beside this file."""
    spec = importlib.util.spec_from_file_location("outlook_specimen", Path(__file__).with_name("outlook_specimen.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fixed(name, value):
    """An assumption that never varies."""
    span = {"low": None, "central": value, "high": None}
    return {"id": name, "origin": f"assumption:{name}", "distribution": "fixed", "choices": [], **span}


@pytest.fixture(scope="session")
def island(island_stages):
    """What the stages of the miniature case read, at few draws, and what logistics found."""
    usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 8
    logistics = plan_logistics(island_stages["logistics"] | {"draws": 512})
    drawn_cuts.SAMPLE = usual
    # The island joins no alliance; that its facts say what they came from is tried nevertheless.
    accession = [fixed("accession_earliest", 6.0), fixed("accession_chance", 0.1)]
    quantities = [*island_stages["feasibility"]["quantities"], *accession]
    return {
        "feasibility": island_stages["feasibility"] | {"draws": 512, "quantities": quantities},
        "generation": island_stages["generation"] | {"draws": 512},
        "logistics": logistics,
    }


@pytest.fixture(scope="session")
def judge():
    """The findings of generation and of feasibility, from what the stages read."""

    def judged(case, **more):
        generation = generate_force(case["generation"])
        found = judge_feasibility(
            case["feasibility"],
            generation=case["generation"],
            found_generation=generation,
            logistics=case["logistics"],
            **more,
        )
        return generation, found

    return judged
