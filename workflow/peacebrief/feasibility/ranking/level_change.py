"""What each level of support by the patron changes: the ranking with every option at one level, and a table.

The table has a row for each option and measure: gates, coverage of enablers, scores, first places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from peacebrief.feasibility.enablers.enabler_chain import Chains
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX
from peacebrief.feasibility.ranking.measure_source import Sources
from peacebrief.feasibility.ranking.measures import scoring
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import Acceptability, smaa
from peacebrief.reasoning.record import Rows, Table, table
from peacebrief.uncertainty.draws import ROWS

# Draws of the ranking with every option at one level, which is told to two digits in one table.
LOOKED_AT = 2**14

# Id, label, unit and the numbers by level.
Change: TypeAlias = tuple[str, str, str, list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelled:
    """The scores with every option at one level, and the ranking over the whole simplex."""

    scores: Scores
    ranks: Acceptability


def levelled_rankings(sources: Sources, *, rows: int = ROWS) -> dict[str, Levelled]:
    """By level of support. Raises ValueError where a score is missing."""
    return {level: _levelled(sources, level, rows) for level in sources.inputs.support_levels}


def _levelled(sources: Sources, level: str, rows: int) -> Levelled:
    inputs = sources.inputs
    scores = scoring(sources, {option.id: level for option in inputs.options}).scores
    draws, seed = min(inputs.draws, LOOKED_AT), inputs.seed
    found = smaa(scores=scores, draws=draws, seed=seed, confident_in=(), ties=inputs.ties, rows=rows)
    return Levelled(scores=scores, ranks=found[WHOLE_SIMPLEX.id])


def change_table(inputs: FeasibilityInputs, *, odds: Odds, chains: Chains, levelled: Mapping[str, Levelled]) -> Table:
    """Gates, the joint pass, the coverage of enablers, scores that differ, and how often an option comes first."""
    columns = ("option", "measure", "label", "unit", *inputs.support_levels)
    return table(columns, _rows(inputs, odds, chains, levelled))


def _rows(inputs: FeasibilityInputs, odds: Odds, chains: Chains, levelled: Mapping[str, Levelled]) -> Rows:
    for option in inputs.options:
        for name, label, unit, numbers in _changes(inputs, option, odds, chains, levelled):
            yield [option.id, name, label, unit, *numbers]


def _changes(
    inputs: FeasibilityInputs, option: Option, odds: Odds, chains: Chains, levelled: Mapping[str, Levelled]
) -> Iterator[Change]:
    levels = inputs.support_levels
    by_level = [odds[option.id, level] for level in levels]
    for gate in inputs.gates:
        yield f"gate.{gate.id}", gate.label, "probability", [one.gates[gate.id] for one in by_level]
    yield "joint", "All gates", "probability", [one.joint for one in by_level]
    if (option.id, option.support_level) in chains:
        covered = [chains[option.id, level].whole.coverage for level in levels]
        yield "enablers", "Coverage of the weakest enabler", "share", covered
    yield from _changed_scores(inputs, option, levelled)
    ranks = [levelled[level].ranks for level in levels]
    first = [float(one.ranks[one.options.index(option.id), 0]) for one in ranks]
    yield "first", "First place, any mix of weights", "share", first


def _changed_scores(inputs: FeasibilityInputs, option: Option, levelled: Mapping[str, Levelled]) -> Iterator[Change]:
    """Only those in which the levels differ."""
    for criterion in inputs.criteria:
        cell = option.id, criterion.id
        numbers = [levelled[level].scores.measure(*cell).central for level in inputs.support_levels]
        if len(set(numbers)) > 1:
            yield f"score.{criterion.id}", criterion.label, criterion.unit_label, numbers
