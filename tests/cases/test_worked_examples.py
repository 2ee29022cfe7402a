"""Specification by worked example: every case in the YAML files, whoever calculated it."""

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import yaml

CASES = Path(__file__).parent
TOLERANCE = 0.001


def examples():
    for path in sorted(CASES.glob("*/*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.parent.name, case, id=f"{path.parent.name}: {case['name']}")


@pytest.mark.parametrize(("stage", "case"), list(examples()))
def test_the_model_agrees_with_the_worked_example(stage, case):
    results = {}
    for step in case["steps"]:
        module, formula = step["formula"].rsplit(".", 1)
        given = {name: argument(value, results) for name, value in step["given"].items()}
        results[step["name"]] = result = getattr(import_module(f"peacebrief.{stage}.{module}"), formula)(**given)
    assert case["source"]
    assert plain(result) == pytest.approx(case["expect"], rel=case.get("tolerance", TOLERANCE))


def argument(value, results):
    """A list of numbers as an array, a word as the result it names, and anything else as it is."""
    if isinstance(value, list):
        return np.asarray(value, dtype=float)
    return results[value] if isinstance(value, str) else value


def plain(result):
    return result.tolist() if isinstance(result, np.ndarray) else result
