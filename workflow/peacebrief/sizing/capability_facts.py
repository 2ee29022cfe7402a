"""Facts about the capability package of a role."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, spread_record
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.results import Findings


def capability_facts(found: Findings, role: Role) -> Iterator[Record]:
    """What the task-organised force of a role consists of."""
    published = found.element_ids(role)
    force = found.plan.methods.get((role.id, "task_organised"))
    if force is not None:
        published |= {force.id: f"sizing.method.task_organised.{role.id}"}
    for step in found.plan.elements[role.id].values():
        yield spread_record(
            published[step.id],
            label=f"{role.label}: {step.label}",
            unit=step.unit,
            method=step.method,
            formula=step.formula,
            because=found.because(step.id, published),
            spread=found.simulation.tally.spread(step.id),
            central=found.simulation.central[step.id],
        )
