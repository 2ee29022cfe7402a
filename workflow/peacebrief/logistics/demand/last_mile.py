"""What the lorries of the last mile can feed: those that a force has of its own, and those that can be hired.

Lorries of its own grow with the force; hired ones do not. Where its own carry all that a soldier needs, the last mile
limits no force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import gross_name, posture_of, summed
from peacebrief.logistics.demand.fleet import FLEETS, cycle_hours, tonnes_per_vehicle
from peacebrief.logistics.given import CLASSES, KG_PER_TONNE, LogisticsInputs
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, word
from peacebrief.uncertainty.arrays import Number

# Persons: a force that nothing limits, far above any that is asked about; and the least shortfall that counts (kg).
NO_LIMIT, TRACE = 10_000_000.0, 1e-3
HIRED = {"lorries": ("hired", "hired lorries"), "tankers": ("hired_fuel", "hired fuel semi-trailers")}
IN_SENTENCE = {"lorries": "lorries of the last mile", "tankers": "fuel tankers of the last mile"}

# ASSUME: all that a force is supplied with goes the last mile by lorry, fuel in tankers and the rest in load carriers;
# hired lorries drive it as far and wait as long as military ones.


@node(
    "own_carry.{vehicle}.{posture}",
    "{vehicle} of the force: what they carry over what is needed, {posture}",
    "ratio",
    family="logistics.last_mile_cover.{vehicle}.{posture}",
    own_per_1000="own_{vehicle}",
    tonnes_each="per_vehicle.{vehicle}",
    needed_kg="needed.{vehicle}.{posture}",
)
def own_cover(*, own_per_1000: Number, tonnes_each: Number, needed_kg: Number) -> Number:
    """What the force's own vehicles of the last mile carry in a day over what its soldiers need; above 1 is enough."""
    return own_per_1000 * tonnes_each / needed_kg


@node(
    "reached.{vehicle}.{posture}",
    own_per_1000="own_{vehicle}",
    tonnes_each="per_vehicle.{vehicle}",
    needed_kg="needed.{vehicle}.{posture}",
    hired="hired_{vehicle}",
    hired_tonnes_each="per_vehicle.hired_{vehicle}",
)
def reached(
    *, own_per_1000: Number, tonnes_each: Number, needed_kg: Number, hired: Number, hired_tonnes_each: Number
) -> Number:
    """Persons whose needs both own and hired vehicles carry: hired ones make up for what own ones lack a head.

    A vehicle for each 1,000 troops that carries a tonne a day carries a kilogramme a day for each of them.
    """
    lacking = np.maximum(needed_kg - own_per_1000 * tonnes_each, TRACE)
    return cast("Number", np.minimum(hired * hired_tonnes_each * KG_PER_TONNE / lacking, NO_LIMIT))


@node(
    "last_mile.{posture}",
    by_lorry="reached.lorries.{posture}",
    by_tanker="reached.tankers.{posture}",
)
def last_mile_force(*, by_lorry: Number, by_tanker: Number) -> Number:
    """The smaller of the forces whose fuel and whose other supplies own and hired vehicles carry over the last mile."""
    return cast("Number", np.minimum(by_lorry, by_tanker))


def last_mile_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """The largest force that the last mile can feed in every posture."""
    for kind, (use, label) in HIRED.items():
        yield step_of(cycle_hours, vehicle=Named(f"hired_{kind}", label), use=word(use))
        yield step_of(tonnes_per_vehicle, vehicle=Named(f"hired_{kind}", label), use=word(use))
    for posture in inputs.postures:
        dry = {name: gross_name(posture, name) for name in CLASSES if name != "fuel"}
        yield Step(id=f"needed.lorries.{posture}", formula=summed, takes=dry)
        yield Step(id=f"needed.tankers.{posture}", formula=summed, takes={"fuel": gross_name(posture, "fuel")})
        for kind, (_, label) in FLEETS.items():
            vehicle = Named(kind, label)
            yield step_of(own_cover, vehicle=vehicle, posture=posture_of(posture))
            yield step_of(reached, vehicle=vehicle, posture=posture_of(posture))
        yield step_of(last_mile_force, posture=posture_of(posture))


def limiting_vehicle(central: Mapping[str, float], posture: str) -> str:
    """The kind of vehicle that feeds the smaller force at the central point, inside a sentence."""
    fewest = min(FLEETS, key=lambda kind: (central[f"reached.{kind}.{posture}"], kind))
    return IN_SENTENCE[fewest]
