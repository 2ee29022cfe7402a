"""Faults of case.yaml, and of the name of a case."""

from __future__ import annotations

import pytest

C = "island/case.yaml"
EDITS = {
    "text for a date": ("date: 2030-02-01", "date: February", 'date: "February" is not a date'),
    "no such day": ("date: 2030-02-01", "date: 2030-02-31", "write dates as 2026-06-30"),
    "draws no power of two": ("draws: 4096", "draws: 5000", "5000 is not a power of two"),
    "too few draws": ("draws: 4096", "draws: 8", "draws"),
    "seed as text": ("seed: 7", "seed: seven", '"seven" is not a number'),
    "fraction of a seed": ("seed: 7", "seed: 7.5", "is not a whole number"),
    "misspelt name": ("seed: 7", "sede: 7", "did you mean seed?"),
    "misspelt name in a role": ("    definition: Watches", "    definitoin: Watches", "did you mean definition?"),
    "unknown task": (
        "[posts, patrols, reaction, air_monitoring",
        "[posts, patrol, reaction, air_monitoring",
        "did you mean patrols?",
    ),
    "task twice": (
        "[posts, patrols, reaction, air_monitoring",
        "[posts, posts, patrols, reaction, air_monitoring",
        "a task is listed twice",
    ),
    "unknown mission type": ("mission_type: enforcement", "mission_type: enforcemnt", "did you mean enforcement?"),
    "unknown class of proposals": ("proposal_class: line_enforcement", "proposal_class: line", "line_enforcement"),
    "cut-off after the edition": (
        "evidence_cutoff: 2030-01-15",
        "evidence_cutoff: 2031-01-15",
        "is after the date of the edition",
    ),
    "rule after the edition": ("date: 2030-01-20", "date: 2031-01-20", "2031-01-20 is after the date of the edition"),
    "no version of a project": ("commit: 5eed001", "commit: latest", "rule_fixed.commit"),
    "other id": ("id: island", "id: isle", '"isle" is not the name of the folder; write island.'),
    "name twice": ("seed: 7", "seed: 7\nseed: 8", '"seed" is there twice'),
    "broken indentation": ("seed: 7", " seed: 7", "check indentation"),
    "share above one": ("close_share: 0.25", "close_share: 25", "claims.close_share"),
    "control character": ("title: A multi", 'title: "A\\x07 multi', "cannot be read"),
}


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("name", EDITS)
def test_a_bad_setting_is_named(folder, name):
    old, new, expected = EDITS[name]
    folder.replace(C, old, new)
    problems = folder.problems()
    assert problems
    assert any(expected in problem for problem in problems), problems


@pytest.mark.parametrize("text", ["[]\n", "just words\n", "&a [*a]\n", "!!python/object/apply:os.getcwd []\n"])
def test_a_file_that_is_no_list_of_settings_is_refused(folder, text):
    folder.write(C, text)
    assert any(problem.startswith(C) for problem in folder.problems())


def test_an_unknown_case_is_answered_with_the_cases_there_are(folder):
    (problem,) = folder.problems("iland")
    assert problem == 'inputs: no case is called "iland" (the cases are island); did you mean island?'


@pytest.mark.parametrize("name", ["reference", "..", "../inputs/island", "", "island/"])
def test_only_a_folder_with_a_case_file_is_a_case(folder, name):
    assert folder.problems(name)[0].startswith("inputs: no case is called")


def test_a_task_without_its_assumptions_is_named(folder):
    folder.replace(
        C,
        "tasks: [posts, patrols, reaction, air_monitoring",
        "tasks: [reserve_brigades, posts, patrols, reaction, air_monitoring",
    )
    assert folder.problems() == [
        "island/assumptions.csv, brigades_per_sector_monitoring: the assumption is missing; add a row with this id."
    ]


def test_a_dropped_task_leaves_assumptions_that_nothing_reads(folder):
    folder.replace(C, "tasks: [posts, patrols, reaction, air_monitoring", "tasks: [patrols, reaction, air_monitoring")
    (problem,) = folder.problems()
    assert '"post_spacing_monitoring" is not read by the model' in problem


def test_old_evidence_is_a_warning_not_an_error(folder):
    folder.set("island/theatre.csv", "F1", "checked", "2028-01-01")
    (warning,) = folder.load().warnings
    assert "theatre.csv, row 2 (F1), column checked: checked 762 days before the edition" in str(warning)


def test_evidence_from_the_future_is_a_warning(folder):
    folder.set("island/theatre.csv", "F1", "checked", "2031-01-01")
    (warning,) = folder.load().warnings
    assert "is after the edition" in str(warning)
