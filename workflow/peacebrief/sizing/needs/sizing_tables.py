"""Tables that the figures and the annex are drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from peacebrief.reasoning.record import Table, table
from peacebrief.sizing.history.history_facts import trials
from peacebrief.sizing.needs.force_facts import first_order
from peacebrief.sizing.needs.rotation_facts import rotation_rules
from peacebrief.sizing.needs.sized_force import SizedForce
from peacebrief.uncertainty.replicates import Spread

SPREAD = ("p5", "p50", "p95", "central")


def sizing_tables(found: SizedForce) -> dict[str, Table]:
    """Every table of the stage, by name."""
    return {
        "capability_package": table(("role", "element", "unit", *SPREAD), _capability(found)),
        "force_by_method": table(("role", "method", *SPREAD, "fits", "reason"), _methods(found)),
        "mission_predictions": table(
            (
                "way",
                "model",
                "mission",
                "name",
                "strength",
                "predicted",
                "low",
                "high",
                "within_factor_2",
                "inside_interval",
            ),
            _predictions(found),
        ),
        "rotation_pools": table(("role", "rule", "ratio", *SPREAD), _pools(found)),
        "sensitivity": table(("role", "quantity", "share"), _sensitivity(found)),
    }


def _cells(spread: Spread, central: float) -> list[float]:
    return [spread.p5, spread.p50, spread.p95, central]


def _capability(found: SizedForce) -> Iterator[list[Any]]:
    for role, elements in found.plan.elements.items():
        for element, step in elements.items():
            spread = found.simulation.spread(step.id)
            yield [role, element, step.unit, *_cells(spread, found.simulation.central[step.id])]


def _methods(found: SizedForce) -> Iterator[list[Any]]:
    for row in found.inputs.methods:
        step = found.plan.methods[row.role, row.method]
        cells = _cells(found.simulation.spread(step.id), found.simulation.central[step.id])
        yield [row.role, row.method, *cells, row.fits, row.reason]


def _predictions(found: SizedForce) -> Iterator[list[Any]]:
    for way, trial in trials(found.inputs.missions):
        for mission, error, half in zip(trial.missions, trial.error, trial.half_width, strict=True):
            middle = np.log10(mission.strength) - error
            low, predicted, high = (float(10**power) for power in (middle - half, middle, middle + half))
            close, inside = bool(abs(error) <= np.log10(2)), bool(abs(error) <= half)
            yield [way, trial.model.id, mission.id, mission.name, mission.strength, predicted, low, high, close, inside]


def _pools(found: SizedForce) -> Iterator[list[Any]]:
    for role in found.inputs.roles:
        force = found.told_range("force", role)
        yield [role.id, "deployed", 1.0, *_cells(force.spread, force.central)]
        for rule, factor in rotation_rules(found).items():
            yield [role.id, rule, factor, *_cells(force.spread.times(factor), force.central * factor)]
        for name in ("pool", "cycled"):
            told = found.told_range(name, role)
            yield [role.id, name, None, *_cells(told.spread, told.central)]


def _sensitivity(found: SizedForce) -> Iterator[list[Any]]:
    for role in found.inputs.roles:
        for name, share in sorted(first_order(found, role).items(), key=lambda item: (-item[1], item[0])):
            yield [role.id, name, share]
