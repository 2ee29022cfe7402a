"""Every branch of every choice in `telling` is reached by a test of this folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
# How numbers are spelt is no choice of words, and is tested with the pages.
SPELLING = "number_forms.py"


@pytest.mark.slow
def test_every_branch_of_every_choice_is_reached(tmp_path):
    coverage, report = [sys.executable, "-m", "coverage"], tmp_path / "coverage.json"
    tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow", str(HERE)]
    environment = os.environ | {"COVERAGE_FILE": str(tmp_path / "measured")}
    measured = ["--branch", "--source=peacebrief.telling", f"--omit=*/{SPELLING}"]
    for arguments in (["run", *measured, *tests], ["json", "-q", "-o", str(report)]):
        done = subprocess.run(
            [*coverage, *arguments], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    assert files
    missed = {
        name: {"lines": found["missing_lines"], "branches": found["missing_branches"]}
        for name, found in files.items()
        if found["missing_lines"] or found["missing_branches"]
    }
    assert missed == {}
