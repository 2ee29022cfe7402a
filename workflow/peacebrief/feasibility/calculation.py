"""Everything that is calculated for a case, before it is written down as facts and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peacebrief.feasibility.enabler_chain import enabler_chains
from peacebrief.feasibility.findings import Findings
from peacebrief.feasibility.gate_model import GateModel
from peacebrief.feasibility.gate_odds import GateOdds, all_gate_odds
from peacebrief.feasibility.information import worth_of_knowing
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.lead_rows import lead_rows
from peacebrief.feasibility.option_gates import OneLost, gate_models, judged_chances
from peacebrief.feasibility.outlook import outlook
from peacebrief.feasibility.passing_sizes import passing_sizes
from peacebrief.feasibility.rankings import rankings
from peacebrief.feasibility.rulings import rulings
from peacebrief.feasibility.score_sources import Sources
from peacebrief.feasibility.scores import Scores
from peacebrief.feasibility.scoring import measure_spreads, scoring
from peacebrief.feasibility.smaa import Acceptability, smaa
from peacebrief.feasibility.supply_counts import SupplyCounts
from peacebrief.feasibility.switch_rows import SwitchRow, gate_rows, nearest_first
from peacebrief.feasibility.viewpoints import WHOLE_SIMPLEX
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.draws import ROWS

COST = "logistics.cost_per_year."
# Draws of the ranking with every option at one level, which is told to two digits in one table.
LOOKED_AT = 2**14
Record = Mapping[str, Any]


def findings(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    *,
    known: Mapping[str, Record],
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
