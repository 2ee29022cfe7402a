"""The feasibility stage: resolved inputs and the findings of generation and logistics in, facts and tables out.

Everything is calculated for a case before any of it is written down as facts and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from peacebrief.feasibility.deciding.decides_facts import decides_facts, decides_table
from peacebrief.feasibility.deciding.moved_verdict import moved_verdicts
from peacebrief.feasibility.discovery.discovery_facts import box_facts, box_tables
from peacebrief.feasibility.discovery.question import answers
from peacebrief.feasibility.enablers.enabler_chain import Chains, enabler_chains
from peacebrief.feasibility.enablers.enabler_facts import enabler_facts, enabler_table
from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.gates.gate_facts import full_strength_facts, gate_facts, gate_table, set_lost_facts
from peacebrief.feasibility.gates.gate_model import GateModel
from peacebrief.feasibility.gates.gate_odds import Odds, OddsUnder, all_gate_odds
from peacebrief.feasibility.gates.joint_bounds import bound_facts, reaching_facts
from peacebrief.feasibility.gates.mission_course import course_facts, course_table, plan_facts
from peacebrief.feasibility.gates.option_gates import FedAfterLoss, Judged, gate_models, judged_chances, models_alone
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.next_step import INDICATORS, indicator_facts, indicator_rows
from peacebrief.feasibility.outlook import Outlook, outlook, outlook_facts, outlook_tables
from peacebrief.feasibility.past_missions.past_facts import past_facts, past_table, trial
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
from peacebrief.feasibility.verdict.model_verdict_facts import model_verdict_facts
from peacebrief.feasibility.verdict.passing_size import Sizes, passing_sizes
from peacebrief.feasibility.verdict.ruling import Rulings, rulings
from peacebrief.feasibility.verdict.smaller_force import smaller_force_facts
from peacebrief.feasibility.verdict.verdict_facts import verdict_facts, verdict_table
from peacebrief.feasibility.versions.version_facts import version_facts, version_table
from peacebrief.feasibility.versions.version_odds import version_odds
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
    fed = FedAfterLoss.from_table(logistics["tables"]["supply_after_loss"])
    ahead = outlook(inputs, costs=_costs(inputs, known), rows=rows)
    judged, chains = judged_chances(inputs), enabler_chains(inputs)
    odds, under, counts = _odds_and_counts(inputs, supply, fed, judged, rows=rows)
    sizes = passing_sizes(inputs, counts)
    sources = _sources(inputs, known, supply=supply, fed=fed, chains=chains, ahead=ahead)
    scored = scoring(sources, {option.id: option.support_level for option in inputs.options})
    spreads = measure_spreads(scored.scores, draws=inputs.draws, seed=inputs.seed)
    ruled, ranked = rulings(inputs, odds), rankings(inputs, scored.scores, rows=rows)
    planned = _planned(inputs, supply, fed, judged)
    switches = [
        *_gate_switches(inputs, supply, planned, judged=judged, odds=odds, sizes=sizes),
        *nearest_first(list(lead_rows(inputs, scored.scores, ranked))),
    ]
    worth = worth_of_knowing(inputs, supply, planned, judged)
    tried = version_odds(inputs, supply, planned, fed=fed, judged=judged)
    moved = moved_verdicts(inputs, supply, planned, fed=fed, judged=judged, odds=odds)
    conditions = answers(inputs, supply, planned, odds=odds)
    past = trial(inputs)
    facts = chain(
        outlook_facts(ahead),
        _of_gates(inputs, judged, odds, ruled, sizes, supply=supply, fed=fed),
        told_by(full_strength_facts, inputs, supply, counts),
        told_by(plan_facts, inputs),
        told_by(course_facts, inputs),
        told_by(past_facts, inputs, past),
        told_by(model_verdict_facts, inputs, supply, under=under),
        told_by(bound_facts, inputs, odds=odds),
        told_by(reaching_facts, inputs, judged=judged),
        told_by(version_facts, inputs, supply, judged=judged, versions=tried, rulings=ruled),
        told_by(enabler_facts, inputs, chains=chains),
        told_by(ranking_facts, inputs, scoring=scored, spreads=spreads, ranked=ranked),
        told_by(switch_facts, inputs, switches=switches),
        told_by(worth_facts, inputs, worth=worth),
        told_by(decides_facts, inputs, moved=moved),
        told_by(box_facts, inputs, found=conditions),
    )
    tables = _tables_of_gates(inputs, judged, odds, ruled, chains) | outlook_tables(ahead)
    tables |= ranking_tables(inputs, scoring=scored, spreads=spreads, ranked=ranked)
    tables |= {"mission_courses": course_table(inputs), "past_missions": past_table(past)}
    tables |= {"version_results": version_table(inputs, versions=tried)}
    tables |= {"switches": switch_table(switches), "information": worth_table(worth)}
    tables |= {"decides": decides_table(inputs, moved=moved, odds=odds, rulings=ruled)} | box_tables(conditions)
    levelled = levelled_rankings(sources, rows=rows)
    tables["support_changes"] = change_table(inputs, odds=odds, chains=chains, levelled=levelled)
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
    inputs: FeasibilityInputs,
    judged: Judged,
    odds: Odds,
    ruled: Rulings,
    sizes: Sizes,
    *,
    supply: SupplyModel,
    fed: FedAfterLoss,
) -> Iterator[Record]:
    yield from told_by(gate_facts, inputs, supply, judged=judged, odds=odds)
    yield from told_by(set_lost_facts, inputs, fed=fed)
    yield from told_by(condition_facts, inputs, odds=odds, rulings=ruled)
    yield from told_by(verdict_facts, inputs, supply, odds=odds, rulings=ruled, sizes=sizes)
    yield from told_by(smaller_force_facts, inputs, supply, odds=odds, rulings=ruled, sizes=sizes, fed=fed)


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
    fed: FedAfterLoss,
    chains: Chains,
    ahead: Outlook,
) -> Sources:
    """What criteria are measured from."""
    return Sources(
        inputs=inputs,
        known=known,
        supply=supply,
        fed=fed,
        chains=chains,
        durations=ahead.durations,
        ratios=ahead.durability.simulation,
    )


def _costs(inputs: FeasibilityInputs, known: Mapping[str, KnownFact]) -> dict[str, KnownFact]:
    """The fact of its cost a year, of every option that has one."""
    return {option.id: known[COST + option.id] for option in inputs.options if COST + option.id in known}


def _odds_and_counts(
    inputs: FeasibilityInputs, supply: SupplyModel, fed: FedAfterLoss, judged: Judged, *, rows: int
) -> tuple[Odds, OddsUnder, SupplyCounts]:
    """Over the same draws, which are counted as they are made: the odds, and those under each model of supply alone."""
    counts = SupplyCounts()
    models = gate_models(inputs, supply, fed, judged, counts=counts)
    tried = {("", *place): model for place, model in models.items()}
    tried |= {
        (by, option, supply.planned[option]): model for (by, option), model in models_alone(models, supply).items()
    }
    found = all_gate_odds(tried, draws=inputs.draws, seed=inputs.seed, rows=rows)
    odds = {place: found["", *place] for place in models}
    under = {(by, option): one for (by, option, _), one in found.items() if by}
    return odds, under, counts


def _planned(inputs: FeasibilityInputs, supply: SupplyModel, fed: FedAfterLoss, judged: Judged) -> dict[str, GateModel]:
    """The model of gates of every option as planned; what is tried on it is not counted."""
    models = gate_models(inputs, supply, fed, judged)
    return {option.id: models[option.id, option.support_level] for option in inputs.options}


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
        place = option.id, option.support_level
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
