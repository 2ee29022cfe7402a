"""Facts about the force of a role: each method, the ensemble, its chance to reach a size, and its densities.

Further facts say what drives the size of the force, the choice of method included.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.sizing.ensemble.sized_force import SizedForce
from peacebrief.sizing.given import Role
from peacebrief.uncertainty.replicates import standard_error

FORCE_METHOD = (
    "Weighted mixture of the draws of the methods in the ensemble. Its result with every input at its central value is "
    "the weighted geometric mean of theirs."
)
EVEN_METHOD = "Mixture of the draws of the methods in the ensemble, each with the same weight."
REACHING_METHOD = "Share of draws at or above the threshold, by method, averaged with the weights of the methods."
DENSITIES = {
    "per_km": ("line_length", "by the kilometre of line", "Force divided by the length of the line."),
    "per_1000": ("population", "by the thousand inhabitants", "Force divided by the population, times a thousand."),
    "per_100km2": ("area", "by the hundred square kilometres", "Force divided by the area, times a hundred."),
}

INDEX_METHOD = (
    "Variance of the mean of the decimal logarithm of the force over classes of equal probability of the input, "
    "divided by its variance over all draws and methods. Inputs that follow a common factor share what they explain."
)
CHOICE_METHOD = (
    "Variance, over the methods and with their weights, of the mean decimal logarithm of the force, divided by its "
    "variance over all draws and methods."
)
METHOD_CHOICE = "method_choice"
STREAMS = {
    "statistical_residual": "spread of past missions around the regression",
    "published_proposal": "which proposal is taken",
}


def method_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """Every method for a role, in or out of the ensemble."""
    for (role_id, method), step in found.plan.methods.items():
        if role_id == role.id:
            yield spread_record(
                "sizing.method.{method}.{role}",
                {"method": Named(method, step.label), "role": role},
                label="{role}: troops by {method}",
                unit="persons",
                method=step.method,
                formula=step.formula,
                because=found.simulation.because(step.id, found.element_ids(role)),
                spread=found.simulation.spread(step.id),
                central=found.simulation.central[step.id],
            )


def ensemble_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The ensemble of a role, the chance that it reaches the force sizes under test, and the densities."""
    parts = found.plan.mixtures[f"force.{role.id}"]
    methods = [name for (role_id, name), step in found.plan.methods.items() if role_id == role.id and step.id in parts]
    came_from = [*found.weight_rows(role), *(f"fact:sizing.method.{name}.{role.id}" for name in methods)]
    spread, central = found.mixed(f"force.{role.id}")
    yield spread_record(
        "sizing.force.{role}",
        {"role": role},
        label="{role}: troops needed, all methods together",
        unit="persons",
        method=FORCE_METHOD,
        because=came_from,
        spread=spread,
        central=central,
    )
    for size in found.inputs.force_sizes:
        chances = chance_of_reaching(found, role, size)
        yield record(
            "sizing.probability_at_least.{size}.{role}",
            {"size": number_of(size), "role": role},
            label="{role}: chance that at least {size} troops are needed",
            unit="probability",
            kind="probability",
            method=REACHING_METHOD,
            because=came_from,
            value=sum(chances) / len(chances),
            standard_error=standard_error(chances),
        )


def even_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The ensemble of a role if every method in it had the same weight."""
    parts = found.plan.mixtures[f"force.{role.id}"]
    methods = [name for (role_id, name), step in found.plan.methods.items() if role_id == role.id and step.id in parts]
    spread, central = found.mixed(f"force.{role.id}", evenly=True)
    yield spread_record(
        "sizing.force_evenly.{role}",
        {"role": role},
        label="{role}: troops needed, every method with the same weight",
        unit="persons",
        method=EVEN_METHOD,
        because=[f"fact:sizing.method.{name}.{role.id}" for name in methods],
        spread=spread,
        central=central,
    )


def density_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """Troops of the ensemble by the kilometre, the thousand inhabitants and the hundred square kilometres."""
    for name, (size, label, method) in DENSITIES.items():
        spread, central = found.mixed(f"density.{name}.{role.id}")
        yield spread_record(
            f"sizing.density.{name}.{{role}}",
            {"role": role},
            label=f"{{role}}: troops {label}",
            unit=f"persons_{name}",
            method=method,
            because=[f"fact:sizing.force.{role.id}", f"fact:sizing.theatre.{size}"],
            spread=spread,
            central=central,
        )


def chance_of_reaching(found: SizedForce, role: Role, size: float) -> list[float]:
    """The exact share of the mixture at or above a size, by replicate."""
    parts = found.plan.mixtures[f"force.{role.id}"]
    counts = {step: found.draws.reaching[step, size] for step in parts}
    replicates = len(next(iter(counts.values())))
    each = sum(parts.values()) * found.draws.draws / replicates
    return [sum(weight * counts[step][number] for step, weight in parts.items()) / each for number in range(replicates)]


def first_order(found: SizedForce, role: Role) -> dict[str, float]:
    """The share of the variance of log force that each input explains by itself, and the choice of method."""
    mixture = f"force.{role.id}"
    parts = found.plan.mixtures[mixture]
    total = sum(parts.values())
    weights = {step: weight / total for step, weight in parts.items()}
    moments = found.draws.moments
    mean = sum(weight * moments.mean(step) for step, weight in weights.items())
    variance = sum(weight * moments.mean_square(step) for step, weight in weights.items()) - mean**2
    if variance <= 0:
        return {}
    between = sum(weight * (moments.mean(step) - mean) ** 2 for step, weight in weights.items())
    indices = {METHOD_CHOICE: between / variance}
    for stream in found.draws.inputs_of[mixture]:
        indices[stream] = found.draws.classes.variance_of_means(mixture, stream) / variance
    return indices


def sensitivity_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """First-order indices of a role, one an input."""
    for name, share in first_order(found, role).items():
        chosen = name == METHOD_CHOICE
        told = "the choice of method" if chosen else STREAMS.get(name, name.replace("_", " "))
        yield record(
            "sizing.sensitivity.{role}.{input}",
            {"role": role, "input": Named(name, told)},
            label="{role}: share of the spread explained by {input}",
            unit="share",
            method=CHOICE_METHOD if chosen else INDEX_METHOD,
            because=[f"fact:sizing.force.{role.id}"],
            value=share,
        )
