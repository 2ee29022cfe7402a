"""The facts of a case in families, so that the annex states each method once and lists what it gave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from peacebrief.facts.fact import Fact

# Longer lists of rows of one table, or of facts of one kind, are counted; the facts file names each.
ROWS_NAMED = 12
ASSUMPTIONS_NAMED = 30

# By the first part of a fact's name, or the first two: a phrase of `words/fact_titles.jinja`.
TITLES = {
    "assumptions": "numbers_chosen",
    "claims": "claims_judged",
    "elicitation": "answers_of_experts",
    "evidence": "evidence_counted",
    "feasibility.box": "feasibility_what_would_have_to_be_true",
    "feasibility.base_risk": "feasibility_risk_of_renewed_war",
    "feasibility.break_even": "feasibility_cost_and_worth",
    "feasibility.central_weight": "feasibility_scores_and_ranks",
    "feasibility.challenge": "feasibility_risks_together",
    "feasibility.closing": "feasibility_verdicts",
    "feasibility.closing_smaller": "feasibility_verdicts",
    "feasibility.confidence": "feasibility_verdicts",
    "feasibility.confidence_factor": "feasibility_scores_and_ranks",
    "feasibility.cross_check": "feasibility_scores_and_ranks",
    "feasibility.ranking_draws": "feasibility_scores_and_ranks",
    "feasibility.decides": "feasibility_what_would_have_to_be_true",
    "feasibility.deterrence_difference": "feasibility_risk_of_renewed_war",
    "feasibility.duration_median": "feasibility_how_long_missions_last",
    "feasibility.duration_shape": "feasibility_how_long_missions_last",
    "feasibility.enabler_coverage": "feasibility_enablers",
    "feasibility.enabler_gap": "feasibility_enablers",
    "feasibility.evppi": "feasibility_what_is_worth_knowing",
    "feasibility.exit_before_accession": "feasibility_leaving_at_accession",
    "feasibility.exit_by_accession": "feasibility_leaving_at_accession",
    "feasibility.first_bounded": "feasibility_scores_and_ranks",
    "feasibility.first_failure": "feasibility_gates",
    "feasibility.first_view": "feasibility_scores_and_ranks",
    "feasibility.garrisons": "feasibility_how_long_missions_last",
    "feasibility.gate": "feasibility_gates",
    "feasibility.gate_under": "feasibility_gates",
    "feasibility.given": "feasibility_gates",
    "feasibility.hazard_ratio": "feasibility_risk_of_renewed_war",
    "feasibility.horizon_cost": "feasibility_cost_and_worth",
    "feasibility.indicator": "feasibility_next_steps",
    "feasibility.joint": "feasibility_gates",
    "feasibility.models_compared": "feasibility_verdicts",
    "feasibility.models_disagree": "feasibility_verdicts",
    "feasibility.ongoing": "feasibility_how_long_missions_last",
    "feasibility.operations": "feasibility_how_long_missions_last",
    "feasibility.pays": "feasibility_cost_and_worth",
    "feasibility.planning_horizon": "feasibility_how_long_missions_last",
    "feasibility.past_staged": "feasibility_what_past_forces_did",
    "feasibility.past_strength": "feasibility_what_past_forces_did",
    "feasibility.past_surge": "feasibility_what_past_forces_did",
    "feasibility.planned_strength": "feasibility_gates",
    "feasibility.pooled_ratio": "feasibility_risk_of_renewed_war",
    "feasibility.raises_risk": "feasibility_risk_of_renewed_war",
    "feasibility.rank_acceptability": "feasibility_scores_and_ranks",
    "feasibility.rank_without": "feasibility_scores_and_ranks",
    "feasibility.reduction": "feasibility_risk_of_renewed_war",
    "feasibility.reduction_needed": "feasibility_cost_and_worth",
    "feasibility.risk": "feasibility_risks",
    "feasibility.rotation_full_strength": "feasibility_gates",
    "feasibility.risk_at_least": "feasibility_risks_together",
    "feasibility.risk_by_level": "feasibility_risks",
    "feasibility.risk_consequence": "feasibility_risks",
    "feasibility.risk_expected": "feasibility_risks_together",
    "feasibility.risk_toll": "feasibility_risks_together",
    "feasibility.risk_war": "feasibility_risks_together",
    "feasibility.risk_with_force": "feasibility_risk_of_renewed_war",
    "feasibility.score": "feasibility_scores_and_ranks",
    "feasibility.size_conditional": "feasibility_what_would_have_to_be_true",
    "feasibility.size_held": "feasibility_what_would_have_to_be_true",
    "feasibility.size_ratio": "feasibility_risk_of_renewed_war",
    "feasibility.size_studied": "feasibility_risk_of_renewed_war",
    "feasibility.size_that_passes": "feasibility_what_would_have_to_be_true",
    "feasibility.still_there": "feasibility_how_long_missions_last",
    "feasibility.still_there_group": "feasibility_how_long_missions_last",
    "feasibility.still_there_with_accession": "feasibility_leaving_at_accession",
    "feasibility.switch": "feasibility_what_would_have_to_be_true",
    "feasibility.switch_today": "feasibility_what_would_have_to_be_true",
    "feasibility.threshold": "feasibility_gates",
    "feasibility.verdict": "feasibility_verdicts",
    "feasibility.verdict_under": "feasibility_verdicts",
    "feasibility.frechet_high": "feasibility_gates",
    "feasibility.frechet_low": "feasibility_gates",
    "feasibility.gate_at_least": "feasibility_gates",
    "feasibility.joint_by_loading": "feasibility_gates",
    "feasibility.joint_highest": "feasibility_versions_of_the_model",
    "feasibility.joint_lowest": "feasibility_versions_of_the_model",
    "feasibility.stands": "feasibility_versions_of_the_model",
    "feasibility.turned_by": "feasibility_versions_of_the_model",
    "feasibility.turns": "feasibility_versions_of_the_model",
    "feasibility.version_word": "feasibility_versions_of_the_model",
    "feasibility.versions": "feasibility_versions_of_the_model",
    "feasibility.versions_of": "feasibility_versions_of_the_model",
    "feasibility.weakest_gate": "feasibility_gates",
    "feasibility.weight": "feasibility_scores_and_ranks",
    "feasibility.whole_cost": "feasibility_cost_and_worth",
    "feasibility.years": "feasibility_how_long_missions_last",
    "feasibility.years_present": "feasibility_how_long_missions_last",
    "feasibility.years_present_with_accession": "feasibility_leaving_at_accession",
    "feasibility.war_risk": "feasibility_risk_of_renewed_war",
    "feasibility.war_size": "feasibility_risk_of_renewed_war",
    "generation.allocated": "generation_who_sends_how_much",
    "generation.armies": "generation_who_sends_how_much",
    "generation.army_share": "generation_who_sends_how_much",
    "generation.best_deployed": "generation_share_of_an_army_kept_deployed",
    "generation.best_kept": "generation_what_can_be_kept_deployed",
    "generation.best_share": "generation_share_of_an_army_kept_deployed",
    "generation.brigades": "generation_what_can_be_kept_deployed",
    "generation.chance": "generation_who_takes_part",
    "generation.committed": "generation_what_can_be_kept_deployed",
    "generation.common_will": "generation_who_takes_part",
    "generation.contributors": "generation_who_takes_part",
    "generation.counted_on_army": "generation_who_sends_how_much",
    "generation.curve": "generation_what_can_be_kept_deployed",
    "generation.deployed": "generation_who_sends_how_much",
    "generation.fall": "generation_armies",
    "generation.gap": "generation_what_can_be_kept_deployed",
    "generation.keeps_pledge": "generation_what_can_be_kept_deployed",
    "generation.kept_share": "generation_share_of_an_army_kept_deployed",
    "generation.model_weight": "generation_what_can_be_kept_deployed",
    "generation.net_support": "generation_who_takes_part",
    "generation.probability": "generation_what_can_be_kept_deployed",
    "generation.quota": "generation_who_sends_how_much",
    "generation.reaches": "generation_what_can_be_kept_deployed",
    "generation.settings": "generation_armies",
    "generation.share_needed": "generation_who_sends_how_much",
    "generation.size": "generation_what_can_be_kept_deployed",
    "generation.smallest_sample": "generation_who_takes_part",
    "generation.state_years": "generation_share_of_an_army_kept_deployed",
    "generation.states_counted": "generation_share_of_an_army_kept_deployed",
    "generation.supply_at_least": "generation_chance_of_a_size_by_model",
    "generation.supply_under": "generation_what_can_be_kept_deployed",
    "generation.sustain": "generation_what_can_be_kept_deployed",
    "generation.sustainable": "generation_what_can_be_kept_deployed",
    "generation.sustained_share": "generation_share_of_an_army_kept_deployed",
    "generation.trend": "generation_armies",
    "generation.type_gap": "generation_what_can_be_kept_deployed",
    "generation.validation": "generation_states_left_out",
    "logistics.anchor": "logistics_consumption_of_past_forces",
    "logistics.binding": "logistics_what_sets_the_limit",
    "logistics.binding_frequency": "logistics_what_sets_the_limit",
    "logistics.capacity": "logistics_capacity_of_the_crossings",
    "logistics.cost_part": "logistics_cost_of_the_options",
    "logistics.cost_per_year": "logistics_cost_of_the_options",
    "logistics.demand": "logistics_consumption",
    "logistics.demand_independent": "logistics_consumption",
    "logistics.deployment_days": "logistics_deployment",
    "logistics.deployment_days_with_misses": "logistics_deployment",
    "logistics.extra_cost": "logistics_extra_cost_of_losses",
    "logistics.fleet": "logistics_lorries",
    "logistics.hypothesis": "logistics_readings_tested",
    "logistics.largest_force": "logistics_largest_force",
    "logistics.largest_force_drawn": "logistics_largest_force",
    "logistics.leg_km": "logistics_the_way_of_a_tonne",
    "logistics.loc_test": "logistics_the_rate_of_arrival_on_past_moves",
    "logistics.lorries": "logistics_lorries_a_day",
    "logistics.network": "logistics_the_network",
    "logistics.option_arrival": "logistics_deployment",
    "logistics.option_arrival_from_home": "logistics_deployment",
    "logistics.option_arrival_with_misses": "logistics_deployment",
    "logistics.probability_supplied": "logistics_largest_force",
    "logistics.remaining": "logistics_what_losses_leave",
    "logistics.remaining_low": "logistics_what_losses_leave",
    "logistics.stock": "logistics_stocks",
    "logistics.stock_held": "logistics_stocks",
    "logistics.stockout_days": "logistics_how_long_stocks_last",
    "logistics.stockout_days_low": "logistics_how_long_stocks_last",
    "logistics.tonnes": "logistics_tonnes_a_day",
    "logistics.trains": "logistics_trains_a_day",
    "sizing.agreement": "sizing_agreement_of_the_methods",
    "sizing.army_share": "sizing_shares_of_armies",
    "sizing.baseline": "sizing_strength_against_length_and_population",
    "sizing.capability": "sizing_capability_packages",
    "sizing.comparator": "sizing_forces_to_compare_with",
    "sizing.confidence": "sizing_confidence",
    "sizing.density": "sizing_densities",
    "sizing.force": "sizing_force_by_role",
    "sizing.force_evenly": "sizing_force_with_even_weights",
    "sizing.held_out": "sizing_missions_set_aside",
    "sizing.method": "sizing_force_by_method",
    "sizing.pool_by_rule": "sizing_pools_by_published_rule",
    "sizing.regression": "sizing_regression_on_past_missions",
    "sizing.sensitivity": "sizing_what_drives_the_result",
    "sizing.validation": "sizing_leave_one_out",
}
# Facts of these titles stand in tables with a subject in their columns.
IN_MATRICES = frozenset({
    "sizing_what_drives_the_result", "logistics_tonnes_a_day", "logistics_trains_a_day", "logistics_lorries_a_day",
    "logistics_what_losses_leave", "logistics_how_long_stocks_last", "logistics_extra_cost_of_losses",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """Many origins of one kind, `group` what facts or rows they are; to the `first` of them a link may lead."""

    number: int
    kind: str
    group: str
    first: str


Origin = str | Counted


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that one method gave; `title` names the phrase that they stand under."""

    title: str
    method: str
    facts: tuple[Fact, ...]


def families(facts: Iterable[Fact]) -> list[Family]:
    """Facts by title, then by method, then by id."""
    ordered = sorted(facts, key=lambda fact: (title(fact.id), fact.method, fact.id))
    groups = groupby(ordered, key=lambda fact: (title(fact.id), fact.method))
    return [Family(heading, method, tuple(members)) for (heading, method), members in groups]


def title(fact_id: str) -> str:
    """Which phrase a fact stands under."""
    first, second = [*fact_id.split("."), ""][:2]
    return TITLES.get(f"{first}.{second}") or TITLES.get(first) or f"{first}_other_results"


def rests_on(because: Iterable[str], *, named_at_most: int = ROWS_NAMED) -> list[Origin]:
    """What facts came from; many rows of one table, and many facts of one kind, as their number."""
    named: list[Origin] = []
    for (kind, group), members in groupby(sorted(sorted(because), key=_group), key=_group):
        origins = list(members)
        many = len(origins) > (ASSUMPTIONS_NAMED if kind == "assumption" else named_at_most)
        named += [Counted(len(origins), kind, group, first=origins[0])] if many else origins
    return named


def subjectless(fact: Fact, facts: Mapping[str, Fact]) -> set[str]:
    """What a fact rests on, with `this` for each subject of its own: the same where only the subject differs."""
    own = set(fact.subjects.values())
    return {_subjectless(origin, own, facts) for origin in fact.because}


def _subjectless(origin: str, own: Collection[str], facts: Mapping[str, Fact]) -> str:
    kind, _, name = origin.partition(":")
    if kind == "fact":
        filled = {slot: "this" if one in own else one for slot, one in facts[name].subjects.items()}
        return f"fact:{facts[name].family.format_map(filled)}"
    table, _, row = name.rpartition("#")
    parts = row.replace(".", "/").split("/")
    return f"{kind}:{table}#{'/'.join('this' if part in own else part for part in parts)}"


def _group(origin: str) -> tuple[str, str]:
    kind, _, name = origin.partition(":")
    if kind == "assumption":
        return kind, ""
    return kind, name.partition("#")[0] if kind == "table" else _kind_of_fact(name)


def _kind_of_fact(name: str) -> str:
    """The first two parts of a name, or the first where the second is a row and not a kind."""
    first, second = [*name.split("."), ""][:2]
    return first if first in TITLES else f"{first}.{second}"
