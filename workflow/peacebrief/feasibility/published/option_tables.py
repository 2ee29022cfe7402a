"""Tables of gates, verdicts, rankings and switching values, for the figures, the briefs and the annex.

One of them says what each level of support by the patron changes, a row for each option and measure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from peacebrief.feasibility.gates.option_gates import JUDGED
from peacebrief.feasibility.given import Option
from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.published.enabler_facts import enabler_rows
from peacebrief.feasibility.ranking.option_ranking import drawn_weights
from peacebrief.reasoning.record import Rows, Table, table

GATES = (
    "option", "us_level", "gate", "label", "in_sentence", "place", "kind", "probability", "low", "high", "judged",
    "first_failure",
)  # fmt: skip
VERDICTS = ("option", "us_level", "planned", "joint", "verdict", "weakest", "closing")
SCORES = ("option", "us_level", "criterion", "label", "low", "central", "high", "value")
ENABLERS = (
    "capability", "label", "option", "us_level", "gap", "years_low", "years_high", "years", "weakest", "article_item",
)  # fmt: skip
SWITCHES = (
    "option", "us_level", "kind", "target", "driver", "label", "unit", "today", "switching", "reachable", "p_low",
    "p_high",
)  # fmt: skip


def feasibility_tables(found: Findings) -> dict[str, Table]:
    """Every table but those of the outlook, by name."""
    levels = found.inputs.us_levels
    return {
        "gate_results": table(GATES, _gates(found)),
        "verdicts": table(VERDICTS, _verdicts(found)),
        "ranks": table(("weighting", "label", "option", "rank", "share"), _ranks(found)),
        "central_weights": table(("option", "criterion", "label", "weight", "bounded"), _central(found)),
        "weights": table(("viewpoint", "criterion", "low", "central", "high"), _weights(found)),
        "option_scores": table(SCORES, _scores(found)),
        "enabler_gaps": table(ENABLERS, enabler_rows(found)),
        "switches": table(SWITCHES, _switches(found)),
        "us_changes": table(("option", "measure", "label", "unit", *levels), change_rows(found)),
        "information": table(("driver", "label", "gain", "changed"), _information(found)),
    }


def _gates(found: Findings) -> Rows:
    for (option, level), odds in found.odds.items():
        for gate in found.inputs.gates:
            judged = found.judged.get((gate.id, option, level))
            ends = judged.range() if judged else (None, None)
            words = [gate.id, gate.label, gate.in_sentence, gate.place, gate.kind]
            chance, first = odds.gates[gate.id], odds.first_to_fail[gate.id]
            yield [option, level, *words, chance, *ends, gate.kind == JUDGED, first]


def _verdicts(found: Findings) -> Rows:
    for (option, level), ruled in found.rulings.items():
        odds, planned = found.odds[option, level], found.inputs.option(option).us_level == level
        words = [str(ruled.verdict.ruling), odds.weakest(), ruled.closing_words()]
        yield [option, level, planned, odds.joint, *words]


def _ranks(found: Findings) -> Rows:
    for name, label in found.ranked.labels.items():
        ranked = found.ranked.found[name]
        for option in found.inputs.options:
            row = ranked.options.index(option.id)
            for place in range(len(ranked.options)):
                yield [name, label, option.id, place + 1, float(ranked.ranks[row, place])]


def _central(found: Findings) -> Rows:
    whole, bounded = found.ranked.whole, found.ranked.found["bounded"]
    for option in found.inputs.options:
        row = whole.options.index(option.id)
        for criterion in found.inputs.criteria:
            column = whole.criteria.index(criterion.id)
            cells = [_number(one.central_weights[row, column]) for one in (whole, bounded)]
            yield [option.id, criterion.id, criterion.label, *cells]


def _number(weight: float) -> float | None:
    return None if np.isnan(weight) else float(weight)


def _weights(found: Findings) -> Rows:
    """What each weighting draws: 5th percentile, mean and 95th percentile."""
    criteria = [criterion.id for criterion in found.inputs.criteria]
    for name, weighting in found.ranked.weightings.items():
        drawn = drawn_weights(weighting, criteria=criteria, draws=found.inputs.draws, seed=found.inputs.seed)
        for row in drawn:
            yield [name, *row]


def _scores(found: Findings) -> Rows:
    for option in found.inputs.options:
        for criterion in found.inputs.criteria:
            spread = found.spreads[option.id, criterion.id]
            central = found.scoring.scores.measure(option.id, criterion.id).central
            numbers = [spread.p5, central, spread.p95, float(criterion.scale(central))]
            yield [option.id, option.us_level, criterion.id, criterion.label, *numbers]


def _switches(found: Findings) -> Rows:
    for one in found.switches:
        yield [getattr(one, column) for column in SWITCHES]


def _information(found: Findings) -> Rows:
    for one in found.worth:
        yield [one.driver, one.label, one.gain, one.changed]


def change_rows(found: Findings) -> Iterator[list[Any]]:
    """Gates, the joint pass, the coverage of enablers, scores that differ, and how often an option comes first."""
    for option in found.inputs.options:
        for name, label, unit, numbers in _changes(found, option):
            yield [option.id, name, label, unit, *numbers]


def _changes(found: Findings, option: Option) -> Iterator[tuple[str, str, str, list[float]]]:
    """Id, label, unit and the numbers by level."""
    levels = found.inputs.us_levels
    odds = [found.odds[option.id, level] for level in levels]
    for gate in found.inputs.gates:
        yield f"gate.{gate.id}", gate.label, "probability", [one.gates[gate.id] for one in odds]
    yield "joint", "All gates", "probability", [one.joint for one in odds]
    if (option.id, option.us_level) in found.chains:
        covered = [found.chains[option.id, level].whole.coverage for level in levels]
        yield "enablers", "Coverage of the weakest enabler", "share", covered
    yield from _changed_scores(found, option)
    ranks = [found.levelled[level] for level in levels]
    first = [float(one.ranks[one.options.index(option.id), 0]) for one in ranks]
    yield "first", "First place, any mix of weights", "share", first


def _changed_scores(found: Findings, option: Option) -> Iterator[tuple[str, str, str, list[float]]]:
    """Only those in which the levels differ."""
    for criterion in found.inputs.criteria:
        cell = option.id, criterion.id
        numbers = [found.at_level[level].scores.measure(*cell).central for level in found.inputs.us_levels]
        if len(set(numbers)) > 1:
            yield f"score.{criterion.id}", criterion.label, criterion.unit_label, numbers
