"""A case as it was told: its settings and tables, all checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peacebrief.inputs.assumption import Assumption
from peacebrief.inputs.bibliography import read_sources
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.claim import Claim
from peacebrief.inputs.comparator import Comparator
from peacebrief.inputs.contributor import Contributor
from peacebrief.inputs.correlation import Correlation
from peacebrief.inputs.method_weight import MethodWeight
from peacebrief.inputs.mission import Mission
from peacebrief.inputs.mission_type import MissionType
from peacebrief.inputs.problem import Problem
from peacebrief.inputs.proposal import Proposal
from peacebrief.inputs.row import Row
from peacebrief.inputs.sizing_method import SizingMethod
from peacebrief.inputs.source import Source
from peacebrief.inputs.table import Table, read_table
from peacebrief.inputs.theatre_fact import TheatreFact

REFERENCE = "reference"
SOURCES = "sources.bib"
REFERENCE_TABLES: dict[str, type[Row]] = {
    "missions": Mission,
    "mission_types": MissionType,
    "sizing_methods": SizingMethod,
    "comparators": Comparator,
}
CASE_TABLES: dict[str, type[Row]] = {
    "assumptions": Assumption,
    "correlations": Correlation,
    "method_weights": MethodWeight,
    "contributors": Contributor,
    "proposals": Proposal,
    "theatre": TheatreFact,
    "claims": Claim,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Every table a case rests on, as read."""

    missions: Table[Mission]
    mission_types: Table[MissionType]
    sizing_methods: Table[SizingMethod]
    comparators: Table[Comparator]
    assumptions: Table[Assumption]
    correlations: Table[Correlation]
    method_weights: Table[MethodWeight]
    contributors: Table[Contributor]
    proposals: Table[Proposal]
    theatre: Table[TheatreFact]
    claims: Table[Claim]
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


def read_tables(inputs_dir: Path, case: str) -> Tables:
    """The tables of `case` and the reference tables; problems stay with the table they are in."""
    folders = {**dict.fromkeys(REFERENCE_TABLES, REFERENCE), **dict.fromkeys(CASE_TABLES, case)}
    models = REFERENCE_TABLES | CASE_TABLES
    read = {
        name: read_table(inputs_dir / folder / f"{name}.csv", models[name], file=f"{folder}/{name}.csv")
        for name, folder in folders.items()
    }
    return Tables(**read, sources=read_sources(inputs_dir / SOURCES, file=SOURCES))  # type: ignore[arg-type]
