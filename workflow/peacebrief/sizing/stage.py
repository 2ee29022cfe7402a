"""The sizing stage: resolved inputs in, facts and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.reasoning.record import Record, stage_document, step_facts, told_by
from peacebrief.sizing.given import SizingInputs
from peacebrief.sizing.history.history_facts import baseline_facts, luck_facts, regression_facts, validation_facts
from peacebrief.sizing.needs.force_facts import (
    answer_facts,
    chance_facts,
    count_facts,
    density_facts,
    force_facts,
    method_facts,
    score_facts,
    sensitivity_facts,
)
from peacebrief.sizing.needs.rotation_facts import compared_facts, pool_by_rule_facts, rotation_facts
from peacebrief.sizing.needs.sampled_force import sampled_inputs
from peacebrief.sizing.needs.simulated_force import simulate_force
from peacebrief.sizing.needs.sized_force import Scores, SizedForce, scores_of, skilled_methods
from peacebrief.sizing.needs.sizing_plan import Plan, plan_sizing
from peacebrief.sizing.needs.sizing_tables import sizing_tables
from peacebrief.sizing.needs.step_facts import capability_facts, comparator_facts, theatre_facts
from peacebrief.uncertainty.draws import ROWS

OVERALL = (
    theatre_facts,
    comparator_facts,
    compared_facts,
    answer_facts,
)
BY_ROLE = (
    method_facts,
    force_facts,
    count_facts,
    chance_facts,
    score_facts,
    density_facts,
    rotation_facts,
    pool_by_rule_facts,
    capability_facts,
    sensitivity_facts,
)


def size_force(resolved: Mapping[str, Any], *, rows: int = ROWS) -> dict[str, Any]:
    """How many troops each role needs: `{"facts": [...], "names": {...}, "tables": {name: {"columns", "rows"}}}`.

    The same seed and number of draws give the same record for any number of rows evaluated at a time.
    Raises ValueError where an input cannot be used.
    """
    inputs = SizingInputs.from_record(resolved)
    plan = plan_sizing(inputs)
    sampled = sampled_inputs(inputs)
    scores = scores_of(inputs)
    simulation, draws = simulate_force(inputs, plan, sampled, counted=_with_skill(inputs, plan, scores), rows=rows)
    found = SizedForce(inputs=inputs, plan=plan, simulation=simulation, draws=draws, scores=scores)
    return stage_document(_facts(found), sizing_tables(found))


def _with_skill(inputs: SizingInputs, plan: Plan, scores: Scores) -> list[str]:
    """The steps of the methods that fit a role and have shown skill on missions of its kind."""
    methods = ((role, method) for role in inputs.roles for method in skilled_methods(role, scores))
    return sorted({plan.methods[role.id, method].id for role, method in methods})


def _facts(found: SizedForce) -> Iterator[Record]:
    yield from told_by(step_facts, found.simulation)
    for write in OVERALL:
        yield from told_by(write, found)
    for recall in (validation_facts, luck_facts, baseline_facts):
        yield from told_by(recall, found.inputs.missions)
    if any(method == "statistical" for _, method in found.plan.methods):
        yield from told_by(regression_facts, found.inputs.missions)
    for role in found.inputs.roles:
        for tell in BY_ROLE:
            yield from told_by(tell, found, role)
