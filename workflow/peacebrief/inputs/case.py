"""A case as it was told: its settings and tables, all checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peacebrief.inputs import feasibility_tables, generation_tables
from peacebrief.inputs.assumption import Assumption
from peacebrief.inputs.bibliography import read_sources
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.claim import Claim
from peacebrief.inputs.comparator import Comparator
from peacebrief.inputs.consumption import Consumption
from peacebrief.inputs.consumption_anchor import ConsumptionAnchor
from peacebrief.inputs.contributor import Contributor
from peacebrief.inputs.correlation import Correlation
from peacebrief.inputs.corridor import Corridor
from peacebrief.inputs.cost import Cost
from peacebrief.inputs.deployment import Deployment
from peacebrief.inputs.formation import Formation
from peacebrief.inputs.illustrative_point import IllustrativePoint
from peacebrief.inputs.link import Link
from peacebrief.inputs.method_weight import MethodWeight
from peacebrief.inputs.mission import Mission
from peacebrief.inputs.mission_type import MissionType
from peacebrief.inputs.node import Node
from peacebrief.inputs.option import Option
from peacebrief.inputs.problem import Problem
from peacebrief.inputs.proposal import Proposal
from peacebrief.inputs.row import Row
from peacebrief.inputs.sector import Sector
from peacebrief.inputs.sizing_method import SizingMethod
from peacebrief.inputs.source import Source
from peacebrief.inputs.table import Table, read_table
from peacebrief.inputs.theatre_fact import TheatreFact
from peacebrief.inputs.throughput import Throughput
from peacebrief.inputs.vehicle import Vehicle

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
    **generation_tables.OF_REFERENCE,
    **feasibility_tables.OF_REFERENCE,
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
    **generation_tables.OF_CASE,
    **feasibility_tables.OF_CASE,
    **NETWORK_TABLES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(feasibility_tables.FeasibilityTables):
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
