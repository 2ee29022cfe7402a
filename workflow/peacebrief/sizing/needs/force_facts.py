"""Facts about the force of a role: each method, the range over those that fit, what reaches a size, and densities.

A chance to reach a size is told only where a method that fits has shown skill on missions left out. Further facts say
what drives the force.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.sizing.given import Role
from peacebrief.sizing.needs.sized_force import SizedForce
from peacebrief.uncertainty.replicates import standard_error

RANGE_METHOD = (
    "Lowest, median and highest of the middle results (medians of their draws) of the methods that fit the definition "
    "of the role. No chance is attached to it. Published proposals are no method."
)
FORCE_METHOD = (
    "The range over the methods that fit, lowest to highest middle result, with their median between; an end or middle "
    "that lies below that of a role whose tasks this one contains is raised to it. A range of methods, not of chance."
)
REACHING_METHOD = (
    "Share of draws at or above the size, by method that fits and has shown skill on missions left out, averaged with "
    "weights by how much less each misses than the constant."
)
COUNTS = {
    "fitting": ("methods that fit its definition", "Count of the methods that fit the definition of the role."),
    "scored": (
        "methods that past missions of its kind can score",
        (
            "Count of the methods that fit and whose rule can be tried on five or more past missions of the type of "
            "the role, each left out in turn."
        ),
    ),
    "with_skill": (
        "methods that predict past missions of its kind better than a constant",
        (
            "Count of the methods that fit and whose rule misses past missions of the type of the role, left out in "
            "turn, by less than the geometric mean of the others of that type does (exact paired test, one-sided, 5%)."
        ),
    ),
}
LUCK_METHOD = (
    "Each past mission of the type of the role is predicted by the rule of the method from all other missions, and by "
    "the geometric mean of the others of its type. Wilcoxon's signed-rank test of the two misses: one-sided, exact."
)
AT_LEAST_METHOD = "Count of the methods that fit whose middle result (median of the draws) is at or above the size."
DENSITIES = {
    "per_km": ("line_length", "by the kilometre of line", "Force divided by the length of the line."),
    "per_1000": ("population", "by the thousand inhabitants", "Force divided by the population, times a thousand."),
    "per_100km2": ("area", "by the hundred square kilometres", "Force divided by the area, times a hundred."),
}

INDEX_METHOD = (
    "Variance of the mean of the decimal logarithm of the force by {method} over classes of equal probability of the "
    "input, divided by its variance over all draws. Inputs that follow a common factor share what they explain."
)
STREAMS = {"statistical_residual": "spread of past missions around the regression"}


def method_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """Every method for a role, whether it fits or not."""
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


def force_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The range over the methods that fit a role, by itself and as told, and how many methods those are."""
    methods = [f"fact:sizing.method.{name}.{role.id}" for name in found.methods_of(role)]
    own, told = found.own_range("force", role), found.told_range("force", role)
    yield spread_record(
        "sizing.range_of_methods.{role}",
        {"role": role},
        label="{role}: troops from the lowest to the highest method that fits",
        unit="persons",
        method=RANGE_METHOD,
        because=[*found.rows_of(role), *methods],
        spread=own.spread,
        central=own.central,
    )
    yield spread_record(
        "sizing.force.{role}",
        {"role": role},
        label="{role}: troops needed, range of the methods",
        unit="persons",
        method=FORCE_METHOD,
        because=[f"fact:sizing.range_of_methods.{one.id}" for one in (role, *found.contained(role))],
        spread=told.spread,
        central=told.central,
    )


def count_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """How many methods fit a role, can be scored, have skill, and ask for a size in question or more."""
    methods, rows = found.methods_of(role), found.rows_of(role)
    scored = [name for name in methods if (role.id, name) in found.scores]
    able = found.skilled(role)
    scores = [f"fact:sizing.luck.{name}.{role.id}" for name in scored]
    for part, counted in {"fitting": methods, "scored": scored, "with_skill": able}.items():
        label, method = COUNTS[part]
        yield record(
            f"sizing.methods_{part}.{{role}}",
            {"role": role},
            label=f"{{role}}: {label}",
            unit="count",
            method=method,
            because=[*rows, *(scores if part == "with_skill" else [])],
            value=float(len(counted)),
        )
    for size in found.inputs.force_sizes:
        yield record(
            "sizing.methods_at_least.{size}.{role}",
            {"size": number_of(size), "role": role},
            label="{role}: methods that ask for {size} troops or more",
            unit="count",
            method=AT_LEAST_METHOD,
            because=[*rows, *(f"fact:sizing.method.{name}.{role.id}" for name in methods)],
            value=float(found.asking(role, size)),
        )


def answer_facts(found: SizedForce) -> Iterator[Record]:
    """The answers of methods over all roles: one for each role that a method fits; and what becomes of them."""
    roles = [role.id for role in found.inputs.roles]
    counts = {part: f"sizing.methods_{part}" for part in COUNTS}
    counts |= {f"at_least.{size:g}": f"sizing.methods_at_least.{size:g}" for size in found.inputs.force_sizes}
    told = {
        "fitting": len([1 for role in found.inputs.roles for _ in found.methods_of(role)]),
        "scored": len(found.scores),
        "with_skill": sum(trial.shows_skill for trial in found.scores.values()),
    }
    for size in found.inputs.force_sizes:
        told[f"at_least.{size:g}"] = sum(found.asking(role, size) for role in found.inputs.roles)
    for part, family in counts.items():
        yield record(
            f"sizing.answers_{part}",
            label=f"all roles: answers of methods, {part.replace('_', ' ').replace('.', ' ')}",
            unit="count",
            method="Sum over the roles.",
            because=[f"fact:{family}.{role}" for role in roles],
            value=float(told[part]),
        )


def score_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """How likely luck alone would make each method that can be scored look so much better than a constant."""
    for (name, method), trial in found.scores.items():
        if name == role.id:
            yield record(
                "sizing.luck.{method}.{role}",
                {"method": Named(method, found.plan.methods[name, method].label), "role": role},
                label="{role}: chance that luck alone makes {method} miss so much less than a constant",
                unit="share",
                method=LUCK_METHOD,
                because=[mission.origin for mission in (*trial.missions, *trial.rested_on)],
                value=trial.luck,
            )


def chance_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The chance that a role needs a size in question, where methods that fit it have shown skill; else nothing."""
    weights = found.skilled(role)
    if not weights:
        return
    methods = [f"fact:sizing.method.{name}.{role.id}" for name in weights]
    scores = [f"fact:sizing.luck.{name}.{role.id}" for name in weights]
    for size in found.inputs.force_sizes:
        chances = chance_of_reaching(found, role, size)
        yield record(
            "sizing.probability_at_least.{size}.{role}",
            {"size": number_of(size), "role": role},
            label="{role}: chance that at least {size} troops are needed",
            unit="probability",
            kind="probability",
            method=REACHING_METHOD,
            because=[*found.rows_of(role), *methods, *scores],
            value=sum(chances) / len(chances),
            standard_error=standard_error(chances),
        )


def chance_of_reaching(found: SizedForce, role: Role, size: float) -> list[float]:
    """The share of the draws of the methods with skill at or above a size, by replicate."""
    weights = {found.plan.methods[role.id, name].id: weight for name, weight in found.skilled(role).items()}
    counts = {step: found.draws.reaching[step, size] for step in weights}
    replicates = len(next(iter(counts.values())))
    each = sum(weights.values()) * found.draws.draws / replicates
    return [
        sum(weight * counts[step][number] for step, weight in weights.items()) / each for number in range(replicates)
    ]


def density_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """Troops by the kilometre, the thousand inhabitants and the hundred square kilometres, as ranges of the methods."""
    for name, (size, label, method) in DENSITIES.items():
        told = found.told_range(f"density.{name}", role)
        yield spread_record(
            f"sizing.density.{name}.{{role}}",
            {"role": role},
            label=f"{{role}}: troops {label}",
            unit=f"persons_{name}",
            method=method,
            because=[f"fact:sizing.force.{role.id}", f"fact:sizing.theatre.{size}"],
            spread=told.spread,
            central=told.central,
        )


def first_order(found: SizedForce, role: Role) -> dict[str, float]:
    """The share of the variance of the log of the most detailed method's force that each input explains by itself."""
    step = found.driven(role)
    streams = found.draws.inputs_of.get(step, ())
    if not streams:
        return {}
    moments = found.draws.moments
    variance = moments.mean_square(step) - moments.mean(step) ** 2
    if variance <= 0:
        return {}
    return {stream: found.draws.classes.variance_of_means(step, stream) / variance for stream in streams}


def sensitivity_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """First-order indices of the most detailed method of a role, one an input."""
    step = found.driven(role)
    names = {one.id: (name, one.label) for (role_id, name), one in found.plan.methods.items() if role_id == role.id}
    for name, share in first_order(found, role).items():
        method, told = names[step]
        yield record(
            "sizing.sensitivity.{role}.{input}",
            {"role": role, "input": Named(name, STREAMS.get(name, name.replace("_", " ")))},
            label="{role}: share of the spread explained by {input}",
            unit="share",
            method=INDEX_METHOD.format(method=told),
            because=[f"fact:sizing.method.{method}.{role.id}"],
            value=share,
        )
