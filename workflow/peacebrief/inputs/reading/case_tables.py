"""A case as it was told: its settings and tables, all checked.

The tables that the questions of who would send troops and of feasibility rest on are named apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.source import Source, read_sources
from peacebrief.inputs.reading.table import Table, read_table
from peacebrief.inputs.tables.assumption import Assumption, Correlation
from peacebrief.inputs.tables.claim import Claim, Comparator, Proposal, TheatreFact
from peacebrief.inputs.tables.contributor import ArmyStrength, Contributor, PositionChance
from peacebrief.inputs.tables.lift import Deployment, Formation, Throughput, Vehicle
from peacebrief.inputs.tables.mission import Mission, MissionType
from peacebrief.inputs.tables.option import Option, OptionContributor, OptionRequirement
from peacebrief.inputs.tables.poll import Poll
from peacebrief.inputs.tables.prospects.criterion import Criterion, Score, Viewpoint
from peacebrief.inputs.tables.prospects.duration import CarryOver, Ceasefire, Duration
from peacebrief.inputs.tables.prospects.enabler import Enabler, EnablerNeed
from peacebrief.inputs.tables.prospects.gate import Condition, Gate, GateChance
from peacebrief.inputs.tables.prospects.risk import Indicator, Risk, RiskChance
from peacebrief.inputs.tables.sizing_method import MethodWeight, SizingMethod
from peacebrief.inputs.tables.transport_network import Corridor, IllustrativePoint, Link, Node, Sector
from peacebrief.inputs.tables.upkeep import Consumption, ConsumptionAnchor, Cost

GENERATION_OF_REFERENCE: dict[str, type[Row]] = {
    "army_strengths": ArmyStrength,
}
GENERATION_OF_CASE: dict[str, type[Row]] = {
    "option_contributors": OptionContributor,
    "option_requirements": OptionRequirement,
    "position_chances": PositionChance,
    "polls": Poll,
}

FEASIBILITY_OF_REFERENCE: dict[str, type[Row]] = {
    "durations": Duration,
    "ceasefires": Ceasefire,
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
    "enablers": Enabler,
    "enabler_needs": EnablerNeed,
    "conditions": Condition,
    "indicators": Indicator,
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
    "illustrative_line": IllustrativePoint,
}
# Tables that a case may do without: its maps then show less.
OPTIONAL_TABLES = frozenset({"illustrative_line"})
CASE_TABLES: dict[str, type[Row]] = {
    "assumptions": Assumption,
    "correlations": Correlation,
    "method_weights": MethodWeight,
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
    """Who might take part in which option, what it asks for, polls, and how large armies were."""

    army_strengths: Table[ArmyStrength]
    option_contributors: Table[OptionContributor]
    option_requirements: Table[OptionRequirement]
    position_chances: Table[PositionChance]
    polls: Table[Poll]


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
    method_weights: Table[MethodWeight]
    contributors: Table[Contributor]
    proposals: Table[Proposal]
    theatre: Table[TheatreFact]
    claims: Table[Claim]
    options: Table[Option]
    nodes: Table[Node]
    links: Table[Link]
    corridors: Table[Corridor]
    sectors: Table[Sector]
    illustrative_line: Table[IllustrativePoint]
    sources: Table[Source]

    def evidence(self) -> Iterator[tuple[str, Table[Row]]]:
        """The tables whose rows cite sources, by name."""
        for name in (*REFERENCE_TABLES, *CASE_TABLES):
            yield name, getattr(self, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case without problems. `warnings` say what should be looked at all the same."""

    settings: CaseSettings
    tables: Tables
    warnings: tuple[Problem, ...] = ()


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
