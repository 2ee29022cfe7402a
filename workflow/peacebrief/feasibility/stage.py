"""The feasibility stage: resolved inputs and the findings of generation and logistics in, facts and tables out.

Everything is calculated for a case before any of it is written down as facts and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.feasibility.enablers.enabler_chain import enabler_chains
from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.gates.gate_model import GateModel
from peacebrief.feasibility.gates.gate_odds import GateOdds, all_gate_odds
from peacebrief.feasibility.gates.option_gates import OneLost, gate_models, judged_chances
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.next_step import INDICATORS, indicator_facts, indicator_rows
from peacebrief.feasibility.option_findings import Findings, outlook, outlook_facts, outlook_tables
from peacebrief.feasibility.published.enabler_facts import enabler_facts
from peacebrief.feasibility.published.gate_facts import condition_facts, gate_facts
from peacebrief.feasibility.published.option_tables import feasibility_tables
from peacebrief.feasibility.published.ranking_facts import ranking_facts
from peacebrief.feasibility.published.smaller_force import smaller_force_facts
from peacebrief.feasibility.published.switch_facts import switch_facts, worth_facts
from peacebrief.feasibility.published.verdict_facts import verdict_facts
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX
from peacebrief.feasibility.ranking.measure_source import Sources
from peacebrief.feasibility.ranking.measures import measure_spreads, scoring
from peacebrief.feasibility.ranking.option_ranking import rankings
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import Acceptability, smaa
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow, gate_rows, nearest_first
from peacebrief.feasibility.turning_points.lead_switch import lead_rows
from peacebrief.feasibility.turning_points.worth_of_knowing import worth_of_knowing
from peacebrief.feasibility.verdict.passing_size import passing_sizes
from peacebrief.feasibility.verdict.ruling import rulings
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.record import Record, stage_document, table, told_by
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.draws import ROWS

WRITERS = (
    gate_facts, verdict_facts, smaller_force_facts, condition_facts, ranking_facts, enabler_facts, switch_facts,
    worth_facts,
)  # fmt: skip

COST = "logistics.cost_per_year."
# Draws of the ranking with every option at one level, which is told to two digits in one table.
LOOKED_AT = 2**14
KnownFact = Mapping[str, Any]


def judge_feasibility(
    resolved: Mapping[str, Any],
    *,
    generation: Mapping[str, Any],
    found_generation: Mapping[str, Any],
    logistics: Mapping[str, Any],
    rows: int = ROWS,
) -> dict[str, Any]:
    """Whether each option would work: `{"facts": [...], "names": {...}, "tables": {name: {"columns", "rows"}}}`.

    `generation` is what that stage read, `found_generation` and `logistics` what the stages found. The same seed and
    number of draws give the same record for any number of rows evaluated at a time. Raises ValueError where an input
    cannot be used, AnalystError where an indicator follows no fact.
    """
    known = {str(fact["id"]): fact for stage in (found_generation, logistics) for fact in stage["facts"]}
    found = findings(
        FeasibilityInputs.from_record(resolved),
        SupplyModel.from_record(generation),
        known=known,
        one_lost=OneLost.from_table(logistics["tables"]["supply_one_lost"]),
        rows=rows,
    )
    facts = list(_facts(found))
    everything = {**known, **{str(fact["id"]): fact for fact in facts}}
    facts += told_by(indicator_facts, found.inputs, everything)
    indicators = {"indicator_results": table(INDICATORS, indicator_rows(found.inputs, everything))}
    return stage_document(facts, {**feasibility_tables(found), **outlook_tables(found.outlook), **indicators})


def _facts(found: Findings) -> Iterator[Record]:
    yield from outlook_facts(found.outlook)
    for write in WRITERS:
        yield from told_by(write, found)


def findings(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    *,
    known: Mapping[str, KnownFact],
    one_lost: OneLost,
    rows: int = ROWS,
) -> Findings:
    """Everything the facts are written from. Raises ValueError where an input cannot be used."""
    costs = {option.id: known[COST + option.id] for option in inputs.options if COST + option.id in known}
    ahead = outlook(inputs, costs=costs, rows=rows)
    chances, chains = judged_chances(inputs), enabler_chains(inputs)
    models = gate_models(inputs, supply, one_lost, chances)
    counts = SupplyCounts()
    counted = gate_models(inputs, supply, one_lost, chances, counts=counts)
    odds = all_gate_odds(counted, draws=inputs.draws, seed=inputs.seed, rows=rows)
    sizes = passing_sizes(inputs, counts)
    sources = Sources(
        inputs=inputs,
        known=known,
        supply=supply,
        one_lost=one_lost,
        chains=chains,
        durations=ahead.durations,
        ratios=ahead.durability.numbers,
    )
    scored = scoring(sources, {option.id: option.us_level for option in inputs.options})
    at_level = {level: scoring(sources, {option.id: level for option in inputs.options}) for level in inputs.us_levels}
    ranked = rankings(inputs, scored.scores, rows=rows)
    planned = {option.id: models[option.id, option.us_level] for option in inputs.options}
    return Findings(
        inputs=inputs,
        known=known,
        outlook=ahead,
        judged=chances,
        odds=odds,
        rulings=rulings(inputs, odds),
        chains=chains,
        scoring=scored,
        spreads=measure_spreads(scored.scores, draws=inputs.draws, seed=inputs.seed),
        at_level=at_level,
        ranked=ranked,
        levelled={level: _levelled(inputs, one.scores, rows) for level, one in at_level.items()},
        sizes=sizes,
        switches=[
            *_gate_switches(inputs, supply, planned, (odds, sizes), chances),
            *nearest_first(list(lead_rows(inputs, scored.scores, ranked))),
        ],
        worth=worth_of_knowing(inputs, supply, planned, chances),
    )


def _levelled(inputs: FeasibilityInputs, scores: Scores, rows: int) -> Acceptability:
    draws, seed = min(inputs.draws, LOOKED_AT), inputs.seed
    return smaa(scores=scores, draws=draws, seed=seed, confident_in=(), ties=inputs.ties, rows=rows)[WHOLE_SIMPLEX.id]


def _gate_switches(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    models: Mapping[str, GateModel],
    known: tuple[Mapping[tuple[str, str], GateOdds], Mapping[tuple[str, str], Mapping[str, float]]],
    judged: Mapping[tuple[str, str, str], Quantity],
) -> list[SwitchRow]:
    odds, sizes = known
    found = []
    for option in inputs.options:
        place = option.id, option.us_level
        own = gate_rows(
            inputs,
            supply,
            models[option.id],
            option=option,
            odds=odds[place].gates,
            sizes=sizes[place],
            judged=judged,
        )
        found += nearest_first(list(own))
    return found
