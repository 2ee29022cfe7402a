"""What each level of support by the United States changes, a row for each option and measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.feasibility.findings import Findings
from peacebrief.feasibility.rows import Option


def change_rows(found: Findings) -> Iterator[list[Any]]:
    """Gates, the joint pass, the coverage of enablers, scores that differ, and how often an option comes first."""
    for option in found.inputs.options:
        for name, label, unit, numbers in _measures(found, option):
            yield [option.id, name, label, unit, *numbers]


def _measures(found: Findings, option: Option) -> Iterator[tuple[str, str, str, list[float]]]:
    """Id, label, unit and the numbers by level."""
    levels = found.inputs.us_levels
    odds = [found.odds[option.id, level] for level in levels]
    for gate in found.inputs.gates:
        yield f"gate.{gate.id}", gate.label, "probability", [one.gates[gate.id] for one in odds]
    yield "joint", "All gates", "probability", [one.joint for one in odds]
    if (option.id, option.us_level) in found.chains:
        covered = [found.chains[option.id, level].whole.coverage for level in levels]
        yield "enablers", "Coverage of the weakest enabler", "share", covered
    yield from _scores(found, option)
    ranks = [found.levelled[level] for level in levels]
    first = [float(one.ranks[one.options.index(option.id), 0]) for one in ranks]
    yield "first", "First place, any mix of weights", "share", first


def _scores(found: Findings, option: Option) -> Iterator[tuple[str, str, str, list[float]]]:
    """Only those in which the levels differ."""
    for criterion in found.inputs.criteria:
        cell = option.id, criterion.id
        numbers = [found.at_level[level].scores.measure(*cell).central for level in found.inputs.us_levels]
        if len(set(numbers)) > 1:
            yield f"score.{criterion.id}", criterion.label, criterion.unit_label, numbers
