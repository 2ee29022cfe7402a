"""The brief says when the rule of the verdicts was written down: the history of the project has to say the same."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
RECORD = "workflow/decisions/0028_the_verdict_in_many_versions.md"


def history(*asked):
    """What git answers; the test is skipped where the project came without its history."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git")
    said = subprocess.run([git, *asked], cwd=PROJECT, capture_output=True, text=True, check=False)
    if said.returncode:
        pytest.skip("the project came without this part of its history")
    return said.stdout.split()


def test_the_commit_that_the_case_names_wrote_the_rule_down_on_that_day():
    fixed = yaml.safe_load((PROJECT / "inputs/ukraine/case.yaml").read_text(encoding="utf-8"))["rule_fixed"]
    commit = str(fixed["commit"])
    day, *files = history("show", "--name-only", "--format=%as", commit)
    assert day == str(fixed["date"])
    assert RECORD in files
    earlier = history("log", "--format=%H", f"{commit}^", "--", RECORD)
    assert earlier == []
    assert commit in (PROJECT / RECORD).read_text(encoding="utf-8")


def test_a_record_that_is_later_than_the_results_is_said_to_be():
    """A reader who looks for the order of rule and results finds it in the history, or is told that it is lost."""
    fixed = yaml.safe_load((PROJECT / "inputs/ukraine/case.yaml").read_text(encoding="utf-8"))["rule_fixed"]
    told_as_lost = "later than the results" in (PROJECT / RECORD).read_text(encoding="utf-8")
    assert fixed.get("after_results", False) is told_as_lost
