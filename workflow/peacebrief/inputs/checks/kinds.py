"""Whether kinds of mission and proposal named in one place exist in the other."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown


def kind_problems(tables: Tables, settings: CaseSettings | None, *, case_file: str) -> Iterator[Problem]:
    """Missions and roles of an unknown type, and roles that weigh proposals where none has a number."""
    types = tables.mission_types.values("type")
    if tables.mission_types.complete:
        for index, row in tables.missions.located():
            if row.type not in types:
                yield tables.missions.at(
                    index, "type", f"{shown(row.type)} is not in mission_types.csv; {did_you_mean(row.type, types)}"
                )
    for name, role in settings.roles.items() if settings else ():
        if tables.mission_types.complete and role.mission_type not in types:
            message = (
                f"{shown(role.mission_type)} is not in mission_types.csv; {did_you_mean(role.mission_type, types)}"
            )
            yield Problem(file=case_file, column=f"roles.{name}.mission_type", value=role.mission_type, message=message)
        if _weighs_proposals(tables, name) and not _has_proposal(tables, role.proposal_class):
            message = f"no proposal of the class {role.proposal_class} has a number for published_proposals; add one."
            yield Problem(file=tables.proposals.file, column="role_class", value=role.proposal_class, message=message)


def _weighs_proposals(tables: Tables, role: str) -> bool:
    return any(row.role == role and row.method == "published_proposals" for row in tables.method_weights.rows)


def _has_proposal(tables: Tables, role_class: str) -> bool:
    # Rows that failed may be the ones looked for: say nothing then.
    failed = len(tables.proposals.rows) < len(tables.proposals.cells) or not tables.proposals.complete
    return failed or any(row.role_class == role_class and row.force_central for row in tables.proposals.rows)
