"""What is handed on: the numbers to the stages, all evidence to whatever prints."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.inputs.handing_on.stage_record import Record, resolve_sizing, stage_record, vocabulary_record
from peacebrief.inputs.reading.case_tables import Case
from peacebrief.inputs.tables.assumption import Stage

__all__ = ["Resolved", "evidence", "resolve_sizing", "resolved", "stage_record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A case as JSON documents: one a stage, `evidence` for figures and briefs; `warnings` in words."""

    sizing: Record
    generation: Record
    logistics: Record
    feasibility: Record
    evidence: Record
    warnings: tuple[str, ...]

    @property
    def stages(self) -> dict[Stage, Record]:
        """What each stage reads, by its name."""
        return {
            "sizing": self.sizing,
            "generation": self.generation,
            "logistics": self.logistics,
            "feasibility": self.feasibility,
        }


def resolved(case: Case) -> Resolved:
    """Everything that is handed on."""
    return Resolved(
        sizing=resolve_sizing(case),
        generation=stage_record(case, "generation"),
        logistics=stage_record(case, "logistics"),
        feasibility=stage_record(case, "feasibility"),
        evidence=evidence(case),
        warnings=tuple(str(warning) for warning in case.warnings),
    )


def evidence(case: Case) -> Record:
    """Everything for printing: settings, assumptions, tables and sources; empty cells are null.

    What the case calls its things is `vocabulary` of its settings; what it says nothing of is absent there.
    `replaced` is what was judged where answers of experts are told in its place.
    """
    tables = {name: [row.model_dump(mode="json") for row in table.rows] for name, table in case.tables.evidence()}
    return {
        "case": case.settings.model_dump(mode="json") | {"vocabulary": vocabulary_record(case)},
        "assumptions": tables.pop("assumptions"),
        "tables": tables,
        "sources": [row.model_dump(mode="json", exclude_none=True) for row in case.tables.sources.rows],
        "replaced": list(case.replaced),
    }
