"""All facts of a case: what the stages found, what the evidence says, and the claims judged against both.

No fact may rest on itself, by whatever way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Any

from peacebrief.errors import AnalystError
from peacebrief.facts.basis import basis_facts, behind_verdicts
from peacebrief.facts.claims import (
    count_facts,
    judged_claim_fact,
    number_claim_facts,
    opinion_fact,
    rank_claim_facts,
    rule_facts,
)
from peacebrief.facts.comparisons import base_rate_facts, comparison_facts, past_toll_facts, weak_leg_facts
from peacebrief.facts.confidence import confidence_facts, skill_facts
from peacebrief.facts.elicitation import elicitation_facts, with_answers
from peacebrief.facts.evidence import assumed_facts, proposal_facts, quality_facts
from peacebrief.facts.fact import NO_NAMES, Fact
from peacebrief.facts.size_claims import size_claim_facts
from peacebrief.reasoning.record import place_of


def collect_facts(
    *,
    stages: Iterable[Mapping[str, Any]],
    evidence: Mapping[str, Any],
    names: Mapping[str, Mapping[str, str]] = NO_NAMES,
) -> list[Fact]:
    """Every fact of a case, from the stage records and the evidence tables; `names` say what subjects are called.

    Raises AnalystError where facts rest on each other in a circle.
    """
    facts = [Fact.from_record(record, stage["names"]) for stage in stages for record in stage["facts"]]
    tables, case = evidence["tables"], evidence["case"]
    facts += told_by(assumed_facts, evidence["assumptions"])
    facts += told_by(proposal_facts, tables["proposals"], thresholds=case["force_sizes"])
    facts += told_by(quality_facts, assumptions=evidence["assumptions"], tables=tables, sources=evidence["sources"])
    facts += told_by(basis_facts, evidence)
    facts += told_by(base_rate_facts, tables.get("base_rates", ()))
    facts += told_by(past_toll_facts, tables.get("past_tolls", ()))
    facts += told_by(comparison_facts, tables, levels=case["support_levels"])
    facts += told_by(weak_leg_facts, tables.get("weak_legs", ()))
    facts = with_answers(facts, tables) + told_by(elicitation_facts, tables, evidence.get("replaced", ()))
    known = {fact.id: fact for fact in facts}
    facts += told_by(behind_verdicts, known, evidence)
    facts += told_by(skill_facts, known)
    facts += told_by(confidence_facts, roles=list(case["roles"]), methods=tables["role_methods"], facts=known)
    facts += claim_facts(tables["claims"], facts=known, tables=tables, roles=list(case["roles"]), rules=case["claims"])
    refuse_cycles(facts)
    return [fact.renamed(names) for fact in facts]


def told_by(write: Callable[..., Fact | Iterable[Fact]], *arguments: Any, **named: Any) -> list[Fact]:
    """The facts that `write` tells, each with the place where it is calculated."""
    told = write(*arguments, **named)
    return [replace(fact, formula=place_of(write)) for fact in ([told] if isinstance(told, Fact) else told)]


def claim_facts(
    claims: Sequence[Mapping[str, Any]],
    *,
    facts: Mapping[str, Fact],
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    roles: Sequence[str] = (),
    rules: Mapping[str, float],
) -> list[Fact]:
    """Verdicts on all claims, the numbers behind those that a rule can judge, and how many met each verdict."""
    ruled: list[Fact] = []
    judged = [one for claim in claims if claim["rule"] == "judgement" for one in told_by(judged_claim_fact, claim)]
    opinions = [one for claim in claims if claim["rule"] == "opinion" for one in told_by(opinion_fact, claim)]
    for claim in claims:
        if claim["rule"] == "numeric":
            ruled += told_by(number_claim_facts, claim, rules=rules)
        elif claim["rule"] == "size":
            ruled += told_by(size_claim_facts, claim, facts=facts, tables=tables, roles=roles, rules=rules)
        elif claim["rule"] == "rank":
            ruled += told_by(rank_claim_facts, claim, missions=tables["missions"], facts=facts, rules=rules)
    verdicts = [fact for fact in ruled if fact.id.endswith(".verdict")]
    counts = told_by(count_facts, ruled=verdicts, judged=judged, opinions=opinions)
    return [*ruled, *judged, *opinions, *told_by(rule_facts, rules), *counts]


def refuse_cycles(facts: Iterable[Fact]) -> None:
    """Raises AnalystError that names the circle where the `because` of facts leads back to where it began."""
    rests_on = {
        fact.id: sorted(origin.removeprefix("fact:") for origin in fact.because if origin.startswith("fact:"))
        for fact in facts
    }
    try:
        TopologicalSorter(rests_on).prepare()
    except CycleError as error:
        circle = " rests on ".join(reversed(error.args[1]))
        raise AnalystError(f"facts rest on each other in a circle: {circle}; one of them must not.") from error
