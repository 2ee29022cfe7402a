"""The method families, each as a step: one formula, its inputs, and how it is told.

Line ratio: troops by the kilometre of a line, in four classes of mission, and one published density.

Population ratio: security personnel by the thousand inhabitants. Source: Quinlivan 1995, McGrath 2006.

Force to space: brigades side by side on the whole line, as an army that defends it would stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Ratio, Role
from peacebrief.sizing.methods.task_organised import task_organised
from peacebrief.uncertainty.arrays import Number

POPULATION_METHOD = "Government-held population times troops per thousand inhabitants, divided by a thousand."
LINE_METHOD = "Length of the line times troops per kilometre."
STATISTICAL_METHOD = (
    "Least squares on past missions: the logarithm of peak strength by how demanding the mandate was and whether a "
    "state was the adversary; drawn from the prediction interval of a new mission (Student's t)."
)


def method_step(role: Role, method: str, ratios: Mapping[str, Ratio]) -> Step:
    """The step of one method for one role. Raises ValueError for a method that is not known."""
    if method in ratios:
        return ratio_step(method, ratios[method])
    if method == "force_to_space":
        return step_of(force_to_space)
    if method == "task_organised":
        return step_of(task_organised, role=role)
    if method == "statistical":
        takes = {"drawn": f"statistical_strength.{role.id}"}
        return _step(f"{method}.{role.id}", "regression on past missions", STATISTICAL_METHOD, as_drawn, takes)
    raise ValueError(f"no sizing method is called {method}")


def ratio_step(method: str, ratio: Ratio) -> Step:
    """The step of a published ratio, by its family."""
    if ratio.family == "population":
        takes = {"population": "population_held", "per_1000": method}
        return _step(method, ratio.phrase, POPULATION_METHOD, population_force, takes)
    takes = {"line_km": "line_length", "troops_per_km": method}
    return _step(method, ratio.phrase, LINE_METHOD, line_force, takes)


def as_drawn(*, drawn: Any) -> Any:
    """A number that is sampled as it stands."""
    return drawn


def _step(name: str, told: str, method: str, formula: Callable[..., Any], takes: dict[str, str]) -> Step:
    return Step(id=f"method.{name}", formula=formula, takes=takes, unit="persons", label=told, method=method)


def line_force(*, line_km: Number, troops_per_km: Number) -> Number:
    """Troops (persons) along a line of `line_km` kilometres."""
    return line_km * troops_per_km


def population_force(*, population: Number, per_1000: Number) -> Number:
    """Troops (persons) for `population` inhabitants at `per_1000` troops per thousand of them."""
    return population * per_1000 / 1000


@node(
    "brigades_to_hold_line",
    "brigades needed to hold the whole line",
    "brigades",
    family="sizing.brigades_to_hold_line",
)
def brigades_to_hold(*, line_length: Number, brigade_frontage: Number) -> Number:
    """Length of the line divided by the frontage of a brigade.

    Source: Mearsheimer 1982.
    """
    return line_length / brigade_frontage


@node("method.force_to_space", "brigades side by side along the line", "persons")
def force_to_space(*, brigades_to_hold_line: Number, brigade_strength: Number, operational_reserve: Number) -> Number:
    """Length of the line divided by the frontage of a brigade, times the strength of a brigade, plus the operational
    reserve.
    """
    return brigades_to_hold_line * brigade_strength * (1 + operational_reserve)
