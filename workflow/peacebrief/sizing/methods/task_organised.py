"""Task-organised force, bottom-up: what each task takes in the field, and the tail and reserve behind it.

The capability package is what such a force of each role consists of, as steps. Its tail are engineers, medical,
signals, logistics and headquarters, by share of the support troops, branch by branch as steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import numpy as np

from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Role
from peacebrief.sizing.methods import air_task, ground_task
from peacebrief.uncertainty.arrays import Number

# What each task adds to the field troops: argument of `field_troops` and the step or input it is taken from.
FIELD = {
    "posts": {"posts": "posts.{role}", "post_manning": "post_manning"},
    "patrols": {"patrols": "patrols.{role}", "patrol_manning": "patrol_manning"},
    "reaction": {"reaction_teams": "reaction_teams", "team_strength": "reaction_team_strength"},
    "reserve_brigades": {"brigades": "reserve_brigades.{role}", "brigade_strength": "brigade_strength"},
    "air_monitoring": {"aircraft": "monitoring_aircraft", "crew_per_aircraft": "crew_per_aircraft"},
    "medical_evacuation": {"helicopters": "helicopters", "crew_per_helicopter": "crew_per_helicopter"},
}
# What each task takes, in the order of calculation.
TASKS: Mapping[str, tuple[Callable[..., Number], ...]] = {
    "posts": (ground_task.posts,),
    "patrols": (ground_task.patrols,),
    "reaction": (ground_task.reaction_bases, ground_task.reaction_teams),
    "reserve_brigades": (
        ground_task.sectors,
        ground_task.reserve_brigades,
        ground_task.tanks,
        ground_task.infantry_fighting_vehicles,
    ),
    "air_monitoring": (air_task.monitoring_orbits, air_task.monitoring_aircraft),
    "medical_evacuation": (air_task.evacuation_bases, ground_task.sectors, air_task.helicopters),
}

# What is an element of the package: not what is only on the way to one.
ELEMENTS = frozenset(formula.__name__ for formulas in TASKS.values() for formula in formulas)

# The branches and the assumption that weighs each of them.
BRANCHES = {
    "engineers": "engineer_weight",
    "medical": "medical_weight",
    "signals": "signals_weight",
    "logistics": "logistics_weight",
    "headquarters": "headquarters_weight",
}
LABELS = {"engineers": "engineers", "headquarters": "headquarters staff"}


# ASSUME: crews of monitoring aircraft and of helicopters count as combat troops when the tail is added.
def field_troops(
    *,
    posts: Number | float = 0.0,
    post_manning: Number | float = 0.0,
    patrols: Number | float = 0.0,
    patrol_manning: Number | float = 0.0,
    reaction_teams: Number | float = 0.0,
    team_strength: Number | float = 0.0,
    brigades: Number | float = 0.0,
    brigade_strength: Number | float = 0.0,
    aircraft: Number | float = 0.0,
    crew_per_aircraft: Number | float = 0.0,
    helicopters: Number | float = 0.0,
    crew_per_helicopter: Number | float = 0.0,
) -> Number | float:
    """Troops (persons) doing the tasks; a task the role does not have is left out."""
    return (
        posts * post_manning
        + patrols * patrol_manning
        + reaction_teams * team_strength
        + brigades * brigade_strength
        + aircraft * crew_per_aircraft
        + helicopters * crew_per_helicopter
    )


@node("method.task_organised.{role}", "the tasks of the role, bottom-up", "persons", field_troops="field_troops.{role}")
def task_organised(*, field_troops: Number, combat_share: Number, operational_reserve: Number) -> Number:
    """Troops in the field for each task of the role (manned posts, patrols, reaction teams, reserve brigades, aircraft
    and helicopter crews), divided by the share of combat troops in the force, plus the operational reserve.
    """
    return field_troops / combat_share * (1 + operational_reserve)


def capability_steps(role: Role, contained: Sequence[Role] = ()) -> dict[str, Step]:
    """The steps of a role's package, by element, in the order they are calculated.

    Each task is done at least as densely as in the roles whose tasks it contains. Raises ValueError for a task that is
    not known.
    """
    steps: dict[str, Step] = {}
    for task in role.tasks:
        if task not in FIELD:
            raise ValueError(f"role {role.id}: no task is called {task}")
        if task in ground_task.DENSITIES:
            doing = [one for one in contained if task in one.tasks]
            density, step = ground_task.density_step(task, role, doing)
            steps[density] = step
        steps |= {formula.__name__: step_of(formula, role=role) for formula in TASKS[task]}
    steps["field_troops"] = _field_troops(role)
    return steps


def _field_troops(role: Role) -> Step:
    takes = {argument: source.format(role=role.id) for task in role.tasks for argument, source in FIELD[task].items()}
    return Step(
        id=f"field_troops.{role.id}",
        formula=field_troops,
        takes=takes,
        unit="persons",
        label="troops in the field",
        method="Troops that man the posts, patrols, teams, brigades, aircraft and helicopters of the role.",
    )


@node("support_troops.{role}", "support troops", "persons", deployed="method.task_organised.{role}")
def support_troops(*, deployed: Number, combat_share: Number) -> Number:
    """Task-organised force times the share that is not combat troops.

    None where the combat share is one or more.
    """
    return deployed * cast("Number", np.maximum(1 - combat_share, 0.0))


def branch(
    *,
    support: Number,
    weight: Number,
    engineers: Number,
    medical: Number,
    signals: Number,
    logistics: Number,
    headquarters: Number,
) -> Number:
    """Troops (persons) of the branch with `weight`, out of the weights of the five branches."""
    return support * weight / (engineers + medical + signals + logistics + headquarters)


def support_steps(role: Role) -> dict[str, Step]:
    """The tail of a role's task-organised force, by branch."""
    steps = {"support_troops": step_of(support_troops, role=role)}
    for name, weight in BRANCHES.items():
        steps[name] = Step(
            id=f"{name}.{role.id}",
            formula=branch,
            takes={"support": f"support_troops.{role.id}", "weight": weight} | BRANCHES,
            unit="persons",
            label=LABELS.get(name, f"{name} troops"),
            method=f"Support troops times the weight of {name}, divided by the weights of all five branches.",
        )
    return steps
