"""The feasibility stage: resolved inputs and the findings of generation and logistics in, facts and tables out.

Everything is calculated for a case before any of it is written down as facts and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from peacebrief.feasibility.enablers.enabler_chain import Chains, enabler_chains
from peacebrief.feasibility.enablers.enabler_facts import enabler_facts, enabler_table
from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.gates.gate_facts import gate_facts, gate_table
from peacebrief.feasibility.gates.gate_model import GateModel
from peacebrief.feasibility.gates.gate_odds import Odds, all_gate_odds
from peacebrief.feasibility.gates.option_gates import Judged, OneLost, gate_models, judged_chances
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.next_step import INDICATORS, indicator_facts, indicator_rows
from peacebrief.feasibility.outlook import Outlook, outlook, outlook_facts, outlook_tables
from peacebrief.feasibility.ranking.level_change import change_table, levelled_rankings
from peacebrief.feasibility.ranking.measure_source import Sources
from peacebrief.feasibility.ranking.measures import measure_spreads, scoring
from peacebrief.feasibility.ranking.option_ranking import rankings
from peacebrief.feasibility.ranking.ranking_facts import ranking_facts, ranking_tables
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow, gate_rows, nearest_first
from peacebrief.feasibility.turning_points.lead_switch import lead_rows
from peacebrief.feasibility.turning_points.switch_facts import switch_facts, switch_table, worth_facts, worth_table
from peacebrief.feasibility.turning_points.worth_of_knowing import worth_of_knowing
from peacebrief.feasibility.verdict.condition_facts import condition_facts
from peacebrief.feasibility.verdict.passing_size import Sizes, passing_sizes
from peacebrief.feasibility.verdict.ruling import Rulings, rulings
from peacebrief.feasibility.verdict.smaller_force import smaller_force_facts
from peacebrief.feasibility.verdict.verdict_facts import verdict_facts, verdict_table
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.record import Record, Table, stage_document, table, told_by
from peacebrief.uncertainty.draws import ROWS

COST = "logistics.cost_per_year."
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
    inputs, supply = FeasibilityInputs.from_record(resolved), SupplyModel.from_record(generation)
    one_lost = OneLost.from_table(logistics["tables"]["supply_one_lost"])
    ahead = outlook(inputs, costs=_costs(inputs, known), rows=rows)
    judged, chains = judged_chances(inputs), enabler_chains(inputs)
    odds, sizes = _odds_and_sizes(inputs, supply, one_lost, judged, rows=rows)
    sources = _sources(inputs, known, supply=supply, one_lost=one_lost, chains=chains, ahead=ahead)
    scored = scoring(sources, {option.id: option.us_level for option in inputs.options})
    spreads = measure_spreads(scored.scores, draws=inputs.draws, seed=inputs.seed)
    ruled, ranked = rulings(inputs, odds), rankings(inputs, scored.scores, rows=rows)
    planned = _planned(inputs, supply, one_lost, judged)
    switches = [
        *_gate_switches(inputs, supply, planned, judged=judged, odds=odds, sizes=sizes),
        *nearest_first(list(lead_rows(inputs, scored.scores, ranked))),
    ]
    worth = worth_of_knowing(inputs, supply, planned, judged)
    facts = chain(
        outlook_facts(ahead),
        _of_gates(inputs, judged, odds, ruled, sizes, supply=supply),
        told_by(enabler_facts, inputs, chains=chains),
        told_by(ranking_facts, inputs, scoring=scored, spreads=spreads, ranked=ranked),
        told_by(switch_facts, inputs, switches=switches),
        told_by(worth_facts, inputs, worth=worth),
    )
    tables = _tables_of_gates(inputs, judged, odds, ruled, chains) | outlook_tables(ahead)
    tables |= ranking_tables(inputs, scoring=scored, spreads=spreads, ranked=ranked)
    tables |= {"switches": switch_table(switches), "information": worth_table(worth)}
    levelled = levelled_rankings(sources, rows=rows)
    tables["us_changes"] = change_table(inputs, odds=odds, chains=chains, levelled=levelled)
    return _document_with_indicators(inputs, known, list(facts), tables)


def _document_with_indicators(
    inputs: FeasibilityInputs, known: Mapping[str, KnownFact], facts: list[Record], tables: Mapping[str, Table]
) -> dict[str, Any]:
    """The document of the stage; indicators are read from the facts of all stages."""
    everything = {**known, **{str(fact["id"]): fact for fact in facts}}
    watched = told_by(indicator_facts, inputs, everything)
    indicators = {"indicator_results": table(INDICATORS, indicator_rows(inputs, everything))}
    return stage_document([*facts, *watched], {**tables, **indicators})


def _of_gates(
    inputs: FeasibilityInputs, judged: Judged, odds: Odds, ruled: Rulings, sizes: Sizes, *, supply: SupplyModel
) -> Iterator[Record]:
    yield from told_by(gate_facts, inputs, supply, judged=judged, odds=odds)
    yield from told_by(condition_facts, inputs, odds=odds, rulings=ruled)
    yield from told_by(verdict_facts, inputs, odds=odds, rulings=ruled, sizes=sizes)
    yield from told_by(smaller_force_facts, inputs, odds=odds, rulings=ruled, sizes=sizes)


def _tables_of_gates(
    inputs: FeasibilityInputs, judged: Judged, odds: Odds, ruled: Rulings, chains: Chains
) -> dict[str, Table]:
    return {
        "gate_results": gate_table(inputs, judged=judged, odds=odds),
        "verdicts": verdict_table(inputs, odds=odds, rulings=ruled),
        "enabler_gaps": enabler_table(inputs, chains=chains),
    }


def _sources(
    inputs: FeasibilityInputs,
    known: Mapping[str, KnownFact],
    *,
    supply: SupplyModel,
    one_lost: OneLost,
    chains: Chains,
    ahead: Outlook,
) -> Sources:
    """What criteria are measured from."""
    return Sources(
        inputs=inputs,
        known=known,
        supply=supply,
        one_lost=one_lost,
        chains=chains,
        durations=ahead.durations,
        ratios=ahead.durability.numbers,
    )


def _costs(inputs: FeasibilityInputs, known: Mapping[str, KnownFact]) -> dict[str, KnownFact]:
    """The fact of its cost a year, of every option that has one."""
    return {option.id: known[COST + option.id] for option in inputs.options if COST + option.id in known}


def _odds_and_sizes(
    inputs: FeasibilityInputs, supply: SupplyModel, one_lost: OneLost, judged: Judged, *, rows: int
) -> tuple[Odds, Sizes]:
    """Over the same draws, which are counted as they are made."""
    counts = SupplyCounts()
    models = gate_models(inputs, supply, one_lost, judged, counts=counts)
    odds = all_gate_odds(models, draws=inputs.draws, seed=inputs.seed, rows=rows)
    return odds, passing_sizes(inputs, counts)


def _planned(inputs: FeasibilityInputs, supply: SupplyModel, one_lost: OneLost, judged: Judged) -> dict[str, GateModel]:
    """The model of gates of every option as planned; what is tried on it is not counted."""
    models = gate_models(inputs, supply, one_lost, judged)
    return {option.id: models[option.id, option.us_level] for option in inputs.options}


def _gate_switches(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    models: Mapping[str, GateModel],
    *,
    judged: Judged,
    odds: Odds,
    sizes: Sizes,
) -> list[SwitchRow]:
    """The failing gates of every option as planned, nearest first by option."""
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
