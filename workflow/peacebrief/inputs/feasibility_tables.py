"""The tables that the question of feasibility rests on."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.inputs.carry_over import CarryOver
from peacebrief.inputs.ceasefire import Ceasefire
from peacebrief.inputs.condition import Condition
from peacebrief.inputs.criterion import Criterion
from peacebrief.inputs.duration import Duration
from peacebrief.inputs.enabler import Enabler
from peacebrief.inputs.enabler_need import EnablerNeed
from peacebrief.inputs.gate import Gate
from peacebrief.inputs.gate_chance import GateChance
from peacebrief.inputs.generation_tables import GenerationTables
from peacebrief.inputs.indicator import Indicator
from peacebrief.inputs.risk import Risk
from peacebrief.inputs.risk_chance import RiskChance
from peacebrief.inputs.row import Row
from peacebrief.inputs.score import Score
from peacebrief.inputs.table import Table
from peacebrief.inputs.viewpoint import Viewpoint

OF_REFERENCE: dict[str, type[Row]] = {
    "durations": Duration,
    "ceasefires": Ceasefire,
}
OF_CASE: dict[str, type[Row]] = {
    "gates": Gate,
    "gate_chances": GateChance,
    "criteria": Criterion,
    "scores": Score,
    "viewpoints": Viewpoint,
    "carry_over": CarryOver,
    "risks": Risk,
    "risk_chances": RiskChance,
    "enablers": Enabler,
    "enabler_needs": EnablerNeed,
    "conditions": Condition,
    "indicators": Indicator,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityTables(GenerationTables):
    """Beside those on who would send troops: gates, criteria, risks, enablers, conditions, what to watch, the past."""

    durations: Table[Duration]
    ceasefires: Table[Ceasefire]
    gates: Table[Gate]
    gate_chances: Table[GateChance]
    criteria: Table[Criterion]
    scores: Table[Score]
    viewpoints: Table[Viewpoint]
    carry_over: Table[CarryOver]
    risks: Table[Risk]
    risk_chances: Table[RiskChance]
    enablers: Table[Enabler]
    enabler_needs: Table[EnablerNeed]
    conditions: Table[Condition]
    indicators: Table[Indicator]
