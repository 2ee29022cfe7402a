"""The capability package: what a task-organised force of each role consists of, as steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from peacebrief.reasoning.step import Step
from peacebrief.sizing.air_steps import air_monitoring_steps, medical_evacuation_steps
from peacebrief.sizing.ground_steps import patrol_steps, post_steps, reaction_steps, reserve_brigade_steps
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.task_organised import field_troops

# What each task adds to the field troops: argument of `field_troops` and the step or input it is taken from.
FIELD = {
    "posts": {"posts": "posts.{role}", "post_manning": "post_manning"},
    "patrols": {"patrols": "patrols.{role}", "patrol_manning": "patrol_manning"},
    "reaction": {"reaction_teams": "reaction_teams", "team_strength": "reaction_team_strength"},
    "reserve_brigades": {"brigades": "reserve_brigades.{role}", "brigade_strength": "brigade_strength"},
    "air_monitoring": {"aircraft": "monitoring_aircraft", "crew_per_aircraft": "crew_per_aircraft"},
    "medical_evacuation": {"helicopters": "helicopters", "crew_per_helicopter": "crew_per_helicopter"},
}
TASKS: Mapping[str, Callable[[Role], dict[str, Step]]] = {
    "posts": post_steps,
    "patrols": patrol_steps,
    "reaction": reaction_steps,
    "reserve_brigades": reserve_brigade_steps,
    "air_monitoring": air_monitoring_steps,
    "medical_evacuation": medical_evacuation_steps,
}


def capability_steps(role: Role) -> dict[str, Step]:
    """The steps of a role's package, by element, in the order they are calculated.

    Raises ValueError for a task that is not known.
    """
    steps: dict[str, Step] = {}
    for task in role.tasks:
        if task not in FIELD:
            raise ValueError(f"role {role.id}: no task is called {task}")
        steps |= TASKS[task](role)
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
