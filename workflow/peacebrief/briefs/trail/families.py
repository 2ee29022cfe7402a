"""The facts of a case in families, so that the annex states each method once and lists what it gave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from peacebrief.facts.fact import Fact

# Longer lists of rows of one table, or of facts of one kind, are counted; the facts file names each.
ROWS_NAMED = 12
ASSUMPTIONS_NAMED = 30
COUNTED = {"assumption": "assumptions", "fact": "facts of", "table": "rows of"}

# By the first part of a fact's name, or the first two.
TITLES = {
    "assumptions": "Numbers chosen",
    "claims": "Claims judged",
    "elicitation": "Answers of experts",
    "evidence": "Evidence counted",
    "feasibility.box": "Feasibility: what would have to be true",
    "feasibility.base_risk": "Feasibility: risk of renewed war",
    "feasibility.break_even": "Feasibility: cost and worth",
    "feasibility.central_weight": "Feasibility: scores and ranks",
    "feasibility.challenge": "Feasibility: risks together",
    "feasibility.closing": "Feasibility: verdicts",
    "feasibility.closing_smaller": "Feasibility: verdicts",
    "feasibility.confidence": "Feasibility: verdicts",
    "feasibility.confidence_factor": "Feasibility: scores and ranks",
    "feasibility.cross_check": "Feasibility: scores and ranks",
    "feasibility.ranking_draws": "Feasibility: scores and ranks",
    "feasibility.decides": "Feasibility: what would have to be true",
    "feasibility.deterrence_difference": "Feasibility: risk of renewed war",
    "feasibility.duration_median": "Feasibility: how long missions last",
    "feasibility.duration_shape": "Feasibility: how long missions last",
    "feasibility.enabler_coverage": "Feasibility: enablers",
    "feasibility.enabler_gap": "Feasibility: enablers",
    "feasibility.evppi": "Feasibility: what is worth knowing",
    "feasibility.exit_before_accession": "Feasibility: leaving at accession",
    "feasibility.exit_by_accession": "Feasibility: leaving at accession",
    "feasibility.first_bounded": "Feasibility: scores and ranks",
    "feasibility.first_failure": "Feasibility: gates",
    "feasibility.first_view": "Feasibility: scores and ranks",
    "feasibility.garrisons": "Feasibility: how long missions last",
    "feasibility.gate": "Feasibility: gates",
    "feasibility.gate_under": "Feasibility: gates",
    "feasibility.given": "Feasibility: gates",
    "feasibility.hazard_ratio": "Feasibility: risk of renewed war",
    "feasibility.horizon_cost": "Feasibility: cost and worth",
    "feasibility.indicator": "Feasibility: next steps",
    "feasibility.joint": "Feasibility: gates",
    "feasibility.models_compared": "Feasibility: verdicts",
    "feasibility.models_disagree": "Feasibility: verdicts",
    "feasibility.ongoing": "Feasibility: how long missions last",
    "feasibility.operations": "Feasibility: how long missions last",
    "feasibility.pays": "Feasibility: cost and worth",
    "feasibility.planning_horizon": "Feasibility: how long missions last",
    "feasibility.past_staged": "Feasibility: what past forces did",
    "feasibility.past_strength": "Feasibility: what past forces did",
    "feasibility.past_surge": "Feasibility: what past forces did",
    "feasibility.planned_strength": "Feasibility: gates",
    "feasibility.pooled_ratio": "Feasibility: risk of renewed war",
    "feasibility.raises_risk": "Feasibility: risk of renewed war",
    "feasibility.rank_acceptability": "Feasibility: scores and ranks",
    "feasibility.rank_without": "Feasibility: scores and ranks",
    "feasibility.reduction": "Feasibility: risk of renewed war",
    "feasibility.reduction_needed": "Feasibility: cost and worth",
    "feasibility.risk": "Feasibility: risks",
    "feasibility.rotation_full_strength": "Feasibility: gates",
    "feasibility.risk_at_least": "Feasibility: risks together",
    "feasibility.risk_by_level": "Feasibility: risks",
    "feasibility.risk_consequence": "Feasibility: risks",
    "feasibility.risk_expected": "Feasibility: risks together",
    "feasibility.risk_toll": "Feasibility: risks together",
    "feasibility.risk_war": "Feasibility: risks together",
    "feasibility.risk_with_force": "Feasibility: risk of renewed war",
    "feasibility.score": "Feasibility: scores and ranks",
    "feasibility.size_conditional": "Feasibility: what would have to be true",
    "feasibility.size_held": "Feasibility: what would have to be true",
    "feasibility.size_ratio": "Feasibility: risk of renewed war",
    "feasibility.size_studied": "Feasibility: risk of renewed war",
    "feasibility.size_that_passes": "Feasibility: what would have to be true",
    "feasibility.still_there": "Feasibility: how long missions last",
    "feasibility.still_there_group": "Feasibility: how long missions last",
    "feasibility.still_there_with_accession": "Feasibility: leaving at accession",
    "feasibility.switch": "Feasibility: what would have to be true",
    "feasibility.switch_today": "Feasibility: what would have to be true",
    "feasibility.threshold": "Feasibility: gates",
    "feasibility.verdict": "Feasibility: verdicts",
    "feasibility.verdict_under": "Feasibility: verdicts",
    "feasibility.frechet_high": "Feasibility: gates",
    "feasibility.frechet_low": "Feasibility: gates",
    "feasibility.gate_at_least": "Feasibility: gates",
    "feasibility.joint_by_loading": "Feasibility: gates",
    "feasibility.joint_highest": "Feasibility: versions of the model",
    "feasibility.joint_lowest": "Feasibility: versions of the model",
    "feasibility.stands": "Feasibility: versions of the model",
    "feasibility.turned_by": "Feasibility: versions of the model",
    "feasibility.turns": "Feasibility: versions of the model",
    "feasibility.version_word": "Feasibility: versions of the model",
    "feasibility.versions": "Feasibility: versions of the model",
    "feasibility.versions_of": "Feasibility: versions of the model",
    "feasibility.weakest_gate": "Feasibility: gates",
    "feasibility.weight": "Feasibility: scores and ranks",
    "feasibility.whole_cost": "Feasibility: cost and worth",
    "feasibility.years": "Feasibility: how long missions last",
    "feasibility.years_present": "Feasibility: how long missions last",
    "feasibility.years_present_with_accession": "Feasibility: leaving at accession",
    "feasibility.war_risk": "Feasibility: risk of renewed war",
    "feasibility.war_size": "Feasibility: risk of renewed war",
    "generation.allocated": "Generation: who sends how much",
    "generation.armies": "Generation: who sends how much",
    "generation.army_share": "Generation: who sends how much",
    "generation.best_deployed": "Generation: share of an army kept deployed",
    "generation.best_kept": "Generation: what can be kept deployed",
    "generation.best_share": "Generation: share of an army kept deployed",
    "generation.brigades": "Generation: what can be kept deployed",
    "generation.chance": "Generation: who takes part",
    "generation.committed": "Generation: what can be kept deployed",
    "generation.common_will": "Generation: who takes part",
    "generation.contributors": "Generation: who takes part",
    "generation.counted_on_army": "Generation: who sends how much",
    "generation.curve": "Generation: what can be kept deployed",
    "generation.deployed": "Generation: who sends how much",
    "generation.fall": "Generation: armies",
    "generation.gap": "Generation: what can be kept deployed",
    "generation.keeps_pledge": "Generation: what can be kept deployed",
    "generation.kept_share": "Generation: share of an army kept deployed",
    "generation.model_weight": "Generation: what can be kept deployed",
    "generation.net_support": "Generation: who takes part",
    "generation.probability": "Generation: what can be kept deployed",
    "generation.quota": "Generation: who sends how much",
    "generation.reaches": "Generation: what can be kept deployed",
    "generation.settings": "Generation: armies",
    "generation.share_needed": "Generation: who sends how much",
    "generation.size": "Generation: what can be kept deployed",
    "generation.smallest_sample": "Generation: who takes part",
    "generation.state_years": "Generation: share of an army kept deployed",
    "generation.states_counted": "Generation: share of an army kept deployed",
    "generation.supply_at_least": "Generation: chance of a size by model",
    "generation.supply_under": "Generation: what can be kept deployed",
    "generation.sustain": "Generation: what can be kept deployed",
    "generation.sustainable": "Generation: what can be kept deployed",
    "generation.sustained_share": "Generation: share of an army kept deployed",
    "generation.trend": "Generation: armies",
    "generation.type_gap": "Generation: what can be kept deployed",
    "generation.validation": "Generation: states left out",
    "logistics.anchor": "Logistics: consumption of past forces",
    "logistics.binding": "Logistics: what sets the limit",
    "logistics.binding_frequency": "Logistics: what sets the limit",
    "logistics.capacity": "Logistics: capacity of the crossings",
    "logistics.cost_part": "Logistics: cost of the options",
    "logistics.cost_per_year": "Logistics: cost of the options",
    "logistics.demand": "Logistics: consumption",
    "logistics.demand_independent": "Logistics: consumption",
    "logistics.deployment_days": "Logistics: deployment",
    "logistics.deployment_days_with_misses": "Logistics: deployment",
    "logistics.extra_cost": "Logistics: extra cost of losses",
    "logistics.fleet": "Logistics: lorries",
    "logistics.hypothesis": "Logistics: readings tested",
    "logistics.largest_force": "Logistics: largest force",
    "logistics.largest_force_drawn": "Logistics: largest force",
    "logistics.leg_km": "Logistics: the way of a tonne",
    "logistics.loc_test": "Logistics: the rate of arrival on past moves",
    "logistics.lorries": "Logistics: lorries a day",
    "logistics.network": "Logistics: the network",
    "logistics.option_arrival": "Logistics: deployment",
    "logistics.option_arrival_from_home": "Logistics: deployment",
    "logistics.option_arrival_with_misses": "Logistics: deployment",
    "logistics.probability_supplied": "Logistics: largest force",
    "logistics.remaining": "Logistics: what losses leave",
    "logistics.remaining_low": "Logistics: what losses leave",
    "logistics.stock": "Logistics: stocks",
    "logistics.stock_held": "Logistics: stocks",
    "logistics.stockout_days": "Logistics: how long stocks last",
    "logistics.stockout_days_low": "Logistics: how long stocks last",
    "logistics.tonnes": "Logistics: tonnes a day",
    "logistics.trains": "Logistics: trains a day",
    "sizing.agreement": "Sizing: agreement of the methods",
    "sizing.army_share": "Sizing: shares of armies",
    "sizing.baseline": "Sizing: strength against length and population",
    "sizing.capability": "Sizing: capability packages",
    "sizing.comparator": "Sizing: forces to compare with",
    "sizing.confidence": "Sizing: confidence",
    "sizing.density": "Sizing: densities",
    "sizing.force": "Sizing: force by role",
    "sizing.force_evenly": "Sizing: force with even weights",
    "sizing.held_out": "Sizing: missions set aside",
    "sizing.method": "Sizing: force by method",
    "sizing.pool_by_rule": "Sizing: pools by published rule",
    "sizing.regression": "Sizing: regression on past missions",
    "sizing.sensitivity": "Sizing: what drives the result",
    "sizing.validation": "Sizing: leave-one-out",
}
# Facts of these titles stand in tables with a subject in their columns.
IN_MATRICES = frozenset({
    "Sizing: what drives the result", "Logistics: tonnes a day", "Logistics: trains a day", "Logistics: lorries a day",
    "Logistics: what losses leave", "Logistics: how long stocks last", "Logistics: extra cost of losses",
})  # fmt: skip


class Counted(str):
    """How many origins there are of one kind, in words; `first` is the first of them, to which a link may lead."""

    __slots__ = ("first",)
    first: str

    def __new__(cls, words: str, *, first: str) -> Self:
        """The words, with the origin they may lead to."""
        told = super().__new__(cls, words)
        told.first = first
        return told


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that one method gave."""

    title: str
    method: str
    facts: tuple[Fact, ...]


def families(facts: Iterable[Fact]) -> list[Family]:
    """Facts by title, then by method, then by id."""
    ordered = sorted(facts, key=lambda fact: (title(fact.id), fact.method, fact.id))
    groups = groupby(ordered, key=lambda fact: (title(fact.id), fact.method))
    return [Family(heading, method, tuple(members)) for (heading, method), members in groups]


def title(fact_id: str) -> str:
    """The heading that a fact stands under."""
    first, second = [*fact_id.split("."), ""][:2]
    return TITLES.get(f"{first}.{second}") or TITLES.get(first) or f"{first.capitalize()}: other results"


def rests_on(because: Iterable[str], *, named_at_most: int = ROWS_NAMED) -> list[str]:
    """What facts came from; many rows of one table, and many facts of one kind, as their number."""
    named: list[str] = []
    for (kind, group), members in groupby(sorted(sorted(because), key=_group), key=_group):
        origins = list(members)
        many = len(origins) > (ASSUMPTIONS_NAMED if kind == "assumption" else named_at_most)
        counted = f"{len(origins)} {COUNTED[kind]} {group}".strip()
        named += [Counted(counted, first=origins[0])] if many else origins
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
