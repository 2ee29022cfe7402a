"""Loading a case: read everything, then say everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peacebrief.inputs.cells.problem import InputProblems, Problem, did_you_mean, shown
from peacebrief.inputs.checks.citation_problems import citation_problems, staleness_warnings
from peacebrief.inputs.checks.comparison_problems import base_rate_problems, comparison_problems
from peacebrief.inputs.checks.criteria_problems import criteria_problems
from peacebrief.inputs.checks.elicitation_problems import elicitation_problems
from peacebrief.inputs.checks.gate_problems import gate_problems, past_problems, plan_problems, version_problems
from peacebrief.inputs.checks.generation_problems import falling_chances, generation_problems, poll_problems
from peacebrief.inputs.checks.network.distance_problems import distance_problems
from peacebrief.inputs.checks.network.network_problems import network_problems
from peacebrief.inputs.checks.network.reach_problems import reach_problems, reach_warnings
from peacebrief.inputs.checks.quantity_problems import quantity_problems, unit_problems
from peacebrief.inputs.checks.register_problems import change_problems, register_problems, spell_problems
from peacebrief.inputs.checks.row_keys import duplicate_problems
from peacebrief.inputs.checks.sizing_problems import history_problems, kind_problems, method_problems
from peacebrief.inputs.checks.supply_problems import supply_problems
from peacebrief.inputs.checks.vocabulary_problems import (
    named_problems,
    patron_problems,
    vocabulary_problems,
)
from peacebrief.inputs.reading.answered import answered
from peacebrief.inputs.reading.case_file import read_settings, read_vocabulary
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Case, Tables, read_tables
from peacebrief.inputs.reading.vocabulary import Vocabulary

SETTINGS, VOCABULARY = "case.yaml", "vocabulary.yaml"


def load_case(inputs_dir: Path, case: str) -> Case:
    """The case called `case`. Raises InputProblems with every problem of its files and of the reference tables."""
    _require_case(inputs_dir, case)
    files = f"{case}/{SETTINGS}", f"{case}/{VOCABULARY}"
    settings, problems = read_settings(inputs_dir / files[0], case=case, file=files[0])
    vocabulary, wrong = read_vocabulary(inputs_dir / files[1], file=files[1])
    tables = read_tables(inputs_dir, case)
    problems += [*wrong, *_problems(tables, settings, vocabulary, inputs_dir, files)]
    if problems or settings is None or vocabulary is None:
        raise InputProblems(problems)
    tables, replaced = answered(tables)
    if falling := list(falling_chances(tables, settings)):
        raise InputProblems(falling)
    warnings = (*staleness_warnings(tables, settings), *reach_warnings(tables))
    return Case(settings=settings, vocabulary=vocabulary, tables=tables, warnings=warnings, replaced=replaced)


def case_names(inputs_dir: Path) -> list[str]:
    """The cases there are: folders with a `case.yaml`."""
    return sorted(file.parent.name for file in inputs_dir.glob(f"*/{SETTINGS}"))


def _require_case(inputs_dir: Path, case: str) -> None:
    known = case_names(inputs_dir)
    if case not in known:
        remedy = did_you_mean(case, known) if known else "there is none; add a folder with a case.yaml."
        exist = f" (the cases are {', '.join(known)})" if known else ""
        raise InputProblems(
            [Problem(file="inputs", value=case, message=f"no case is called {shown(case)}{exist}; {remedy}")]
        )


def _problems(
    tables: Tables,
    settings: CaseSettings | None,
    vocabulary: Vocabulary | None,
    inputs_dir: Path,
    files: tuple[str, str],
) -> Iterator[Problem]:
    for _, table in tables.evidence():
        yield from table.problems
    yield from tables.sources.problems
    yield from duplicate_problems(tables)
    yield from citation_problems(tables, inputs_dir)
    yield from kind_problems(tables, settings, case_file=files[0])
    yield from network_problems(tables)
    yield from distance_problems(tables)
    yield from reach_problems(tables)
    yield from poll_problems(tables)
    yield from spell_problems(tables)
    yield from comparison_problems(tables)
    yield from change_problems(tables)
    yield from elicitation_problems(tables)
    yield from base_rate_problems(tables)
    yield from past_problems(tables)
    if vocabulary is not None:
        yield from vocabulary_problems(tables, vocabulary)
        yield from named_problems(tables, vocabulary, file=files[1])
    if settings is not None:
        yield from quantity_problems(tables, settings, vocabulary)
        yield from unit_problems(tables, settings)
        yield from history_problems(tables, settings)
        yield from method_problems(tables, settings)
        yield from supply_problems(tables, settings, case_file=files[0])
        yield from generation_problems(tables, settings)
        yield from gate_problems(tables, settings)
        yield from plan_problems(tables, settings)
        yield from version_problems(tables)
        yield from criteria_problems(tables, settings)
        yield from register_problems(tables, settings)
    if settings is not None and vocabulary is not None:
        yield from patron_problems(tables, vocabulary, settings.support_levels, file=files[1])
