"""The method families, each as a step: one formula, its inputs, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peacebrief.reasoning.step import Step
from peacebrief.sizing.force_to_space import holding_force
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.line import line_force
from peacebrief.sizing.population import population_force
from peacebrief.sizing.task_organised import deployed_force

POPULATION_RATIOS = {
    "quinlivan_peaceful": "Quinlivan's ratio for a peaceful population",
    "quinlivan_moderate": "Quinlivan's ratio for moderate disorder",
    "quinlivan_severe": "Quinlivan's ratio for severe disorder",
    "mcgrath_mean": "McGrath's mean troop density",
    "fm_3_24": "the ratio of United States counterinsurgency doctrine",
    "rand_light": "RAND's ratio for light peacekeeping",
    "rand_heavy": "RAND's ratio for peace enforcement",
}
LINE_RATIOS = {
    "observer_line": "the density of observer missions",
    "light_interposition": "the density of light armed interposition",
    "classical_disengagement": "the density of classical disengagement forces",
    "dense_separation": "the density of forces that separated armies",
    "gcsp_density": "the density of the Geneva Centre for Security Policy",
}
POPULATION_METHOD = "Government-held population times troops per thousand inhabitants, divided by a thousand."
LINE_METHOD = "Length of the line times troops per kilometre."
SPACE_METHOD = (
    "Length of the line divided by the frontage of a brigade, times the strength of a brigade, plus the operational "
    "reserve."
)
TASK_METHOD = (
    "Troops in the field for each task of the role (manned posts, patrols, reaction teams, reserve brigades, aircraft "
    "and helicopter crews), divided by the share of combat troops in the force, plus the operational reserve."
)
STATISTICAL_METHOD = (
    "Least squares on past missions: the logarithm of peak strength by how demanding the mandate was and whether a "
    "state was the adversary; drawn from the prediction interval of a new mission (Student's t)."
)
PROPOSALS_METHOD = (
    "One published proposal for the role, each as likely as the next, drawn from the range it names (a PERT "
    "distribution); with every input at its central value, the median proposal."
)


def method_step(role: Role, method: str) -> Step:
    """The step of one method for one role. Raises ValueError for a method that is not known."""
    if method in POPULATION_RATIOS:
        takes = {"population": "population_held", "per_1000": method}
        return _step(method, POPULATION_RATIOS[method], POPULATION_METHOD, population_force, takes)
    if method in LINE_RATIOS:
        takes = {"line_km": "line_length", "troops_per_km": method}
        return _step(method, LINE_RATIOS[method], LINE_METHOD, line_force, takes)
    if method == "force_to_space":
        takes = {
            "brigades": "brigades_to_hold_line",
            "brigade_strength": "brigade_strength",
            "reserve": "operational_reserve",
        }
        return _step(method, "brigades side by side along the line", SPACE_METHOD, holding_force, takes)
    if method == "task_organised":
        takes = {
            "field_troops": f"field_troops.{role.id}",
            "combat_share": "combat_share",
            "reserve": "operational_reserve",
        }
        return _step(f"{method}.{role.id}", "the tasks of the role, bottom-up", TASK_METHOD, deployed_force, takes)
    if method == "statistical":
        takes = {"drawn": f"statistical_strength.{role.id}"}
        return _step(f"{method}.{role.id}", "regression on past missions", STATISTICAL_METHOD, as_drawn, takes)
    if method == "published_proposals":
        takes = {"drawn": f"published_size.{role.id}"}
        return _step(f"{method}.{role.id}", "published proposals for the role", PROPOSALS_METHOD, as_drawn, takes)
    raise ValueError(f"no sizing method is called {method}")


def as_drawn(*, drawn: Any) -> Any:
    """A number that is sampled as it stands."""
    return drawn


def _step(name: str, told: str, method: str, formula: Callable[..., Any], takes: dict[str, str]) -> Step:
    return Step(id=f"method.{name}", formula=formula, takes=takes, unit="persons", label=told, method=method)
