"""The feasibility stage: resolved inputs and the findings of generation and logistics in, facts and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.feasibility.calculation import findings
from peacebrief.feasibility.condition_facts import condition_facts
from peacebrief.feasibility.enabler_facts import enabler_facts
from peacebrief.feasibility.findings import Findings
from peacebrief.feasibility.gate_facts import gate_facts
from peacebrief.feasibility.indicator_facts import INDICATORS, indicator_facts, indicator_rows
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.option_gates import OneLost
from peacebrief.feasibility.outlook import outlook_facts, outlook_tables
from peacebrief.feasibility.ranking_facts import ranking_facts
from peacebrief.feasibility.smaller_force import smaller_force_facts
from peacebrief.feasibility.switch_facts import switch_facts, worth_facts
from peacebrief.feasibility.tables import feasibility_tables
from peacebrief.feasibility.verdict_facts import verdict_facts
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.reasoning.record import Record, table, told_by
from peacebrief.uncertainty.draws import ROWS

WRITERS = (
    gate_facts, verdict_facts, smaller_force_facts, condition_facts, ranking_facts, enabler_facts, switch_facts,
    worth_facts,
)  # fmt: skip


def judge_feasibility(
    resolved: Mapping[str, Any],
    *,
    generation: Mapping[str, Any],
    found_generation: Mapping[str, Any],
    logistics: Mapping[str, Any],
    rows: int = ROWS,
) -> dict[str, Any]:
    """Whether each option would work: `{"facts": [...], "tables": {name: {"columns", "rows"}}}`.

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
    return {
        "facts": sorted(facts, key=lambda fact: str(fact["id"])),
        "tables": {**feasibility_tables(found), **outlook_tables(found.outlook), **indicators},
    }


def _facts(found: Findings) -> Iterator[Record]:
    yield from outlook_facts(found.outlook)
    for write in WRITERS:
        yield from told_by(write, found)
