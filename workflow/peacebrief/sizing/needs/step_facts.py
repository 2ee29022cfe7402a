"""Facts that are read off numbers and steps as they stand: the theatre, comparators and capability packages.

A capability package is what the task-organised force of a role consists of. The theatre, the comparators and what is
calculated from them are the same in every role.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named
from peacebrief.sizing.given import Role
from peacebrief.sizing.needs.sized_force import SizedForce

THEATRE = {
    "line_length": ("km", "length of the line of contact"),
    "guarded_border": ("km", "other border that has to be guarded"),
    "population_held": ("persons", "people living under the government's control"),
    "area_held": ("km2", "area under the government's control"),
}


def theatre_facts(found: SizedForce) -> Iterator[Record]:
    """The theatre as drawn."""
    for name, (unit, label) in THEATRE.items():
        one = found.simulation.sampled.get(name)
        if one is None:
            continue
        told: dict[str, Any] = {"label": label, "unit": unit, "because": one.origins}
        if one.stream:
            spread = found.simulation.spread(name)
            method = "Drawn from the range of the assumption."
            yield spread_record(one.family, **told, method=method, spread=spread, central=one.central)
        else:
            yield record(one.family, **told, method="As assumed.", value=one.central)


def comparator_facts(found: SizedForce) -> Iterator[Record]:
    """Forces of the past and armies of today, to compare with."""
    for name, (value, unit) in found.inputs.comparators.items():
        one = found.simulation.sampled[f"comparator.{name}"]
        yield record(
            one.family,
            one.about,
            label="{comparator}",
            unit=unit,
            method="Read from the table of comparators.",
            because=one.origins,
            value=value,
        )


def capability_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """What the task-organised force of a role consists of."""
    published = found.element_ids(role)
    force = found.plan.methods.get((role.id, "task_organised"))
    if force is not None:
        published |= {force.id: f"sizing.method.task_organised.{role.id}"}
    for element, step in found.plan.elements[role.id].items():
        yield spread_record(
            "sizing.capability.{role}.{element}",
            {"role": role, "element": Named(element, step.label)},
            label="{role}: {element}",
            unit=step.unit,
            method=step.method,
            formula=step.formula,
            because=found.simulation.because(step.id, published),
            spread=found.simulation.spread(step.id),
            central=found.simulation.central[step.id],
        )
