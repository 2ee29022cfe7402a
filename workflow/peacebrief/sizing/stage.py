"""The sizing stage: resolved inputs in, facts and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.reasoning.record import Record, stage_document, step_facts, told_by
from peacebrief.sizing.ensemble.force_facts import (
    density_facts,
    ensemble_facts,
    even_facts,
    method_facts,
    sensitivity_facts,
)
from peacebrief.sizing.ensemble.rotation_facts import british_facts, pool_by_rule_facts, rotation_facts
from peacebrief.sizing.ensemble.sampled_force import sampled_inputs
from peacebrief.sizing.ensemble.simulated_force import simulate_force
from peacebrief.sizing.ensemble.sized_force import SizedForce
from peacebrief.sizing.ensemble.sizing_plan import plan_sizing
from peacebrief.sizing.ensemble.sizing_tables import sizing_tables
from peacebrief.sizing.ensemble.step_facts import capability_facts, comparator_facts, theatre_facts
from peacebrief.sizing.given import SizingInputs
from peacebrief.sizing.history.history_facts import baseline_facts, regression_facts, validation_facts
from peacebrief.uncertainty.draws import ROWS

OVERALL = (
    theatre_facts,
    comparator_facts,
    british_facts,
)
BY_ROLE = (
    method_facts,
    ensemble_facts,
    even_facts,
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
    simulation, draws = simulate_force(inputs, plan, sampled, rows=rows)
    found = SizedForce(inputs=inputs, plan=plan, simulation=simulation, draws=draws)
    return stage_document(_facts(found), sizing_tables(found))


def _facts(found: SizedForce) -> Iterator[Record]:
    yield from told_by(step_facts, found.simulation)
    for write in OVERALL:
        yield from told_by(write, found)
    for recall in (validation_facts, baseline_facts):
        yield from told_by(recall, found.inputs.missions)
    if any(method == "statistical" for _, method in found.plan.methods):
        yield from told_by(regression_facts, found.inputs.missions)
    for role in found.inputs.roles:
        for tell in BY_ROLE:
            yield from told_by(tell, found, role)
