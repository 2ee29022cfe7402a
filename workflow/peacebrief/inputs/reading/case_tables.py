"""A case as it was told: its settings, its words and its tables, all checked.

The tables that the questions of who would send troops and of feasibility rest on are named apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.source import Source, read_sources
from peacebrief.inputs.reading.table import Table, read_table
from peacebrief.inputs.reading.vocabulary import Vocabulary
from peacebrief.inputs.tables.assumption import Assumption, Correlation
from peacebrief.inputs.tables.claim import Claim, Comparator, Proposal, TheatreFact
from peacebrief.inputs.tables.contributor import (
    ArmyStrength,
    Commitment,
    Contributor,
    PositionChance,
    SustainedDeployment,
)
from peacebrief.inputs.tables.corridor import Corridor, Fleet, IllustrativePoint, Sector
from peacebrief.inputs.tables.lift import Deployment, Formation, Throughput, Vehicle
from peacebrief.inputs.tables.mission import Mission, MissionType
from peacebrief.inputs.tables.option import Option, OptionContributor, OptionRequirement
from peacebrief.inputs.tables.poll import Poll
from peacebrief.inputs.tables.prospects.comparison import BaseRate, Comparison, WeakLeg
from peacebrief.inputs.tables.prospects.criterion import Criterion, Score, Viewpoint
from peacebrief.inputs.tables.prospects.duration import CarryOver, Ceasefire, Duration
from peacebrief.inputs.tables.prospects.enabler import Enabler, EnablerNeed
from peacebrief.inputs.tables.prospects.force_over_time import MissionStrength, PlannedStrength, Staged
from peacebrief.inputs.tables.prospects.gate import Condition, Gate, GateChance
from peacebrief.inputs.tables.prospects.past_mission import PastGate, PastOutcome, PastVerdict
from peacebrief.inputs.tables.prospects.question import ElicitationAnswer, ElicitationQuestion
from peacebrief.inputs.tables.prospects.risk import Indicator, PastToll, Risk, RiskChance, RiskConsequence
from peacebrief.inputs.tables.prospects.size_outcome import BaseRateModel, DoseForm, PeacekeepingEffect
from peacebrief.inputs.tables.prospects.verdict_change import VerdictChange
from peacebrief.inputs.tables.prospects.version import AttitudeTie, VersionFactor
from peacebrief.inputs.tables.sizing_method import RoleMethod, SizingMethod
from peacebrief.inputs.tables.transport_network import Link, Node
from peacebrief.inputs.tables.upkeep import Consumption, ConsumptionAnchor, Cost

GENERATION_OF_REFERENCE: dict[str, type[Row]] = {
    "army_strengths": ArmyStrength,
    "sustained_deployments": SustainedDeployment,
}
GENERATION_OF_CASE: dict[str, type[Row]] = {
    "option_contributors": OptionContributor,
    "option_requirements": OptionRequirement,
    "position_chances": PositionChance,
    "polls": Poll,
    "commitments": Commitment,
}

FEASIBILITY_OF_REFERENCE: dict[str, type[Row]] = {
    "durations": Duration,
    "ceasefires": Ceasefire,
    "base_rates": BaseRate,
    "past_tolls": PastToll,
    "mission_strengths": MissionStrength,
    "peacekeeping_effects": PeacekeepingEffect,
    "dose_forms": DoseForm,
    "past_verdicts": PastVerdict,
    "past_gates": PastGate,
    "past_outcomes": PastOutcome,
}
FEASIBILITY_OF_CASE: dict[str, type[Row]] = {
    "gates": Gate,
    "gate_chances": GateChance,
    "criteria": Criterion,
    "scores": Score,
    "viewpoints": Viewpoint,
    "carry_over": CarryOver,
    "risks": Risk,
    "risk_chances": RiskChance,
    "risk_consequences": RiskConsequence,
    "enablers": Enabler,
    "enabler_needs": EnablerNeed,
    "conditions": Condition,
    "indicators": Indicator,
    "comparisons": Comparison,
    "weak_legs": WeakLeg,
    "planned_strength": PlannedStrength,
    "staged": Staged,
    "verdict_changes": VerdictChange,
    "attitude": AttitudeTie,
    "versions": VersionFactor,
    "elicitation_questions": ElicitationQuestion,
    "elicitation": ElicitationAnswer,
    "base_rate_models": BaseRateModel,
}

REFERENCE = "reference"
SOURCES = "sources.bib"
REFERENCE_TABLES: dict[str, type[Row]] = {
    "missions": Mission,
    "mission_types": MissionType,
    "sizing_methods": SizingMethod,
    "comparators": Comparator,
    "consumption": Consumption,
    "consumption_anchors": ConsumptionAnchor,
    "vehicles": Vehicle,
    "units": Formation,
    "deployments": Deployment,
    "throughput": Throughput,
    "costs": Cost,
    **GENERATION_OF_REFERENCE,
    **FEASIBILITY_OF_REFERENCE,
}
NETWORK_TABLES: dict[str, type[Row]] = {
    "nodes": Node,
    "links": Link,
    "corridors": Corridor,
    "sectors": Sector,
    "fleets": Fleet,
    "illustrative_line": IllustrativePoint,
}
# Tables that may be left out: a map then shows no line, nobody has troops bound elsewhere, nobody knows how strong past
# forces stayed, the force is planned at full strength throughout, nothing is staged next door, nothing that was
# counted in the past stands beside what is judged, nothing is said of earlier verdicts, nothing follows an attitude,
# the verdict has no other versions, the rule is not tried on past missions, and no experts were asked.
OPTIONAL_TABLES = frozenset({
    "illustrative_line", "commitments", "comparisons", "weak_legs", "mission_strengths", "planned_strength", "staged",
    "verdict_changes", "attitude", "versions", "past_tolls", "elicitation_questions", "elicitation",
    "past_verdicts", "past_gates", "past_outcomes",
})  # fmt: skip
CASE_TABLES: dict[str, type[Row]] = {
    "assumptions": Assumption,
    "correlations": Correlation,
    "role_methods": RoleMethod,
    "contributors": Contributor,
    "proposals": Proposal,
    "theatre": TheatreFact,
    "claims": Claim,
    "options": Option,
    **GENERATION_OF_CASE,
    **FEASIBILITY_OF_CASE,
    **NETWORK_TABLES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationTables:
    """Who might take part in which option, what it asks for, polls; how large armies were, what they kept abroad."""

    army_strengths: Table[ArmyStrength]
    sustained_deployments: Table[SustainedDeployment]
    option_contributors: Table[OptionContributor]
    option_requirements: Table[OptionRequirement]
    position_chances: Table[PositionChance]
    polls: Table[Poll]
    commitments: Table[Commitment]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityTables(GenerationTables):
    """Beside those on who would send troops: gates, criteria, risks, enablers, plans, the past, earlier verdicts."""

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
    risk_consequences: Table[RiskConsequence]
    enablers: Table[Enabler]
    enabler_needs: Table[EnablerNeed]
    conditions: Table[Condition]
    indicators: Table[Indicator]
    base_rates: Table[BaseRate]
    past_tolls: Table[PastToll]
    comparisons: Table[Comparison]
    weak_legs: Table[WeakLeg]
    mission_strengths: Table[MissionStrength]
    planned_strength: Table[PlannedStrength]
    staged: Table[Staged]
    verdict_changes: Table[VerdictChange]
    attitude: Table[AttitudeTie]
    versions: Table[VersionFactor]
    elicitation_questions: Table[ElicitationQuestion]
    elicitation: Table[ElicitationAnswer]
    peacekeeping_effects: Table[PeacekeepingEffect]
    dose_forms: Table[DoseForm]
    base_rate_models: Table[BaseRateModel]
    past_verdicts: Table[PastVerdict]
    past_gates: Table[PastGate]
    past_outcomes: Table[PastOutcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(FeasibilityTables):
    """Every table a case rests on, as read."""

    missions: Table[Mission]
    mission_types: Table[MissionType]
    sizing_methods: Table[SizingMethod]
    comparators: Table[Comparator]
    consumption: Table[Consumption]
    consumption_anchors: Table[ConsumptionAnchor]
    vehicles: Table[Vehicle]
    units: Table[Formation]
    deployments: Table[Deployment]
    throughput: Table[Throughput]
    costs: Table[Cost]
    assumptions: Table[Assumption]
    correlations: Table[Correlation]
    role_methods: Table[RoleMethod]
    contributors: Table[Contributor]
    proposals: Table[Proposal]
    theatre: Table[TheatreFact]
    claims: Table[Claim]
    options: Table[Option]
    nodes: Table[Node]
    links: Table[Link]
    corridors: Table[Corridor]
    sectors: Table[Sector]
    fleets: Table[Fleet]
    illustrative_line: Table[IllustrativePoint]
    sources: Table[Source]

    def evidence(self) -> Iterator[tuple[str, Table[Row]]]:
        """The tables whose rows cite sources, by name."""
        for name in (*REFERENCE_TABLES, *CASE_TABLES):
            yield name, getattr(self, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case without problems. `warnings` say what should be looked at all the same.

    `replaced` holds low, central and high of each judged row that answers of experts replace, by question.
    """

    settings: CaseSettings
    vocabulary: Vocabulary
    tables: Tables
    warnings: tuple[Problem, ...] = ()
    replaced: tuple[dict[str, Any], ...] = ()


def table_file(name: str, case: str) -> str:
    """Where the table called `name` lies, seen from the folder of all inputs."""
    folder = REFERENCE if name in REFERENCE_TABLES else f"{case}/network" if name in NETWORK_TABLES else case
    return f"{folder}/{name}.csv"


def read_tables(inputs_dir: Path, case: str) -> Tables:
    """The tables of `case` and the reference tables; problems stay with the table they are in."""
    read: dict[str, Table[Row]] = {}
    for name, model in (REFERENCE_TABLES | CASE_TABLES).items():
        file = table_file(name, case)
        if name in OPTIONAL_TABLES and not (inputs_dir / file).exists():
            read[name] = Table(file, complete=True)
        else:
            read[name] = read_table(inputs_dir / file, model, file=file)
    return Tables(**read, sources=read_sources(inputs_dir / SOURCES, file=SOURCES))  # type: ignore[arg-type]
