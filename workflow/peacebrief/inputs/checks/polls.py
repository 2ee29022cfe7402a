"""Whether polls can be compared, and belong to a state of the case."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.checks.network import all_read
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.poll import HOST, OWN_TROOPS
from peacebrief.inputs.problem import Problem, shown


def poll_problems(tables: Tables) -> Iterator[Problem]:
    """Polls in a state that is no contributor, and none that could be compared."""
    table = tables.polls
    known = tables.contributors.values("id")
    for index, row in table.located():
        # The host is asked what it would accept, and sends no troops.
        if tables.contributors.complete and row.comparable_group != HOST and row.contributor not in known:
            message = f"{shown(row.contributor)} is not in contributors.csv; {did_you_mean(row.contributor, known)}"
            yield table.at(index, "contributor", message)
    usable = [row for row in table.rows if row.comparable_group == OWN_TROOPS and row.oppose is not None]
    if all_read(table) and not any(row.sample for row in usable):
        message = f"no poll of the group {OWN_TROOPS} gives support, opposition and how many were asked; add one."
        yield Problem(file=table.file, column="comparable_group", value=OWN_TROOPS, message=message)
