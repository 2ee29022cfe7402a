"""Cost: C = n c m + transport + fuel burden a year; camps and the deployment once. In euros of 2025.

As steps: soldiers of every posture and size, then every option a year and once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import fuel_density
from peacebrief.logistics.given import KG_PER_TONNE, LogisticsInputs, Option
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.record import Table, table
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, Subject, number_of
from peacebrief.uncertainty.arrays import Number

DAYS_PER_YEAR = 365.25

PERIMETER = (
    "Incremental cost of soldiers in the posture, supplies other than fuel carried to the units, and the burden of "
    "bringing fuel beyond its price. Without pay of the base force, new equipment, camps and the deployment."
)
ONCE = "Vehicles, equipment and first stocks carried in, and camps built; once, apart from the cost a year."

# ASSUME: the price of fuel is in the cost of a soldier-year, and the burden covers carrying it; only the burden beyond
# the price is added, and line-haul counts the other classes alone.

Formula = Callable[..., Any]


def _part(when: str, **elsewhere: str) -> Callable[[Formula], Formula]:
    label, family = f"{{option}}: {{part}}, {when}, {{posture}}", "logistics.cost_part.{part}.{option}"
    elsewhere["persons"] = "force.{option}"
    return node("cost.{part}.{option}", label, "EUR_2025", family=family, tallied=False, signed=False, **elsewhere)


@_part("a year", per_person_year="soldier_cost", posture_ratio="cost_ratio_{posture}")
def soldier_cost(*, persons: Number, per_person_year: Number, posture_ratio: Number | float) -> Number:
    """Troops times the incremental cost of a soldier-year times the ratio of the posture to garrison.

    `posture_ratio` is one in garrison.
    """
    return persons * per_person_year * posture_ratio


@_part("a year", kg_per_person_day="dry_kg.{posture}", per_tonne="per_tonne.{posture}")
def line_haul_cost(*, persons: Number, kg_per_person_day: Number, per_tonne: Number) -> Number:
    """Supplies of a year other than fuel times the cost of carrying a tonne."""
    return persons * kg_per_person_day / KG_PER_TONNE * per_tonne * DAYS_PER_YEAR


@_part("a year", kg_per_person_day="gross.{posture}.fuel", per_litre="fuel_price", burden="fuel_burden")
def fuel_burden_cost(
    *, persons: Number, kg_per_person_day: Number, kg_per_litre: Number | float, per_litre: Number, burden: Number
) -> Number:
    """Litres of a year times the price times the burden beyond the price.

    This brings fuel where it is burnt; the price itself is in the cost of the soldier.
    """
    litres = persons * kg_per_person_day / kg_per_litre * DAYS_PER_YEAR
    return litres * per_litre * cast("Number", np.maximum(burden - 1, 0.0))


# ASSUME: a tonne of a deploying unit costs as much more than a tonne of supplies as a military convoy costs more than
# commercial carriage, whatever the mode.
@_part("once", mass_t_per_person="deployment_mass", per_tonne="per_tonne.{posture}")
def deployment_cost(*, persons: Number, mass_t_per_person: Number, per_tonne: Number, convoy_ratio: Number) -> Number:
    """Troops times the tonnes that go with a soldier times the cost of carrying a tonne in convoy.

    These are vehicles, equipment and first stocks.
    """
    return persons * mass_t_per_person * per_tonne * convoy_ratio


@_part("once", per_person="camp_cost", camp_t_per_person="camp_mass", per_tonne="per_tonne.{posture}")
def camp_cost(*, persons: Number, per_person: Number, camp_t_per_person: Number, per_tonne: Number) -> Number:
    """Troops times the cost of a camp place, and of carrying what it is made of."""
    return persons * (per_person + camp_t_per_person * per_tonne)


@node(
    "soldier_year.{posture}",
    "incremental cost of a soldier-year, {posture}",
    "EUR_2025_per_person_year",
    family="logistics.soldier_year.{posture}",
    posture_ratio="cost_ratio_{posture}",
)
def soldier_year(*, soldier_cost: Number, posture_ratio: Number | float) -> Number:
    """Incremental cost of a soldier-year times the ratio of the posture to garrison."""
    return soldier_cost * posture_ratio


@node(
    "soldier_years.{size}",
    "incremental cost of {size} soldiers a year, {posture}",
    "EUR_2025",
    family="logistics.soldier_years.{size}",
)
def soldier_years(*, persons: Number, soldier_cost: Number) -> Number:
    """Troops times the incremental cost of a soldier-year."""
    return persons * soldier_cost


YEARLY = {
    "soldiers": (soldier_cost, "soldiers"),
    "line_haul": (line_haul_cost, "carrying supplies"),
    "fuel_burden": (fuel_burden_cost, "burden of bringing fuel"),
}
ONE_OFF = {"deployment": (deployment_cost, "deployment"), "camps": (camp_cost, "camps")}


def option_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Cost of every option in its posture, in parts and in all."""
    for posture in dict.fromkeys(option.posture for option in inputs.options):
        dry = ("provisions", "ammunition", "other")
        yield Step(id=f"dry_kg.{posture}", formula=summed, takes={name: f"demand.{posture}.{name}" for name in dry})
    for option in inputs.options:
        yield from _parts(inputs, option)
        yield _total(option, YEARLY, "cost_per_year", "a year", PERIMETER)
        yield _total(option, ONE_OFF, "deployment_cost", "once", ONCE)


def size_cost_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """A soldier-year in every posture, and those of every size in the calmest, to compare forces of a round size."""
    for posture in inputs.postures:
        yield step_of(soldier_year, _ratio(inputs, posture), posture=posture_of(posture))
    calm = posture_of(inputs.postures[0])
    for size in inputs.sizes:
        yield step_of(soldier_years, {"persons": size}, size=number_of(size), posture=calm)


def _parts(inputs: LogisticsInputs, option: Option) -> Iterator[Step]:
    constants = {"soldiers": _ratio(inputs, option.posture), "fuel_burden": dict(fuel_density(inputs))}
    for part, (formula, told) in (YEARLY | ONE_OFF).items():
        yield step_of(formula, constants.get(part, {}), part=Named(part, told), **_about(option))


def _ratio(inputs: LogisticsInputs, posture: str) -> dict[str, float]:
    """The ratio of a posture that no assumption gives: garrison's."""
    known = {quantity.id for quantity in inputs.quantities}
    return {} if f"cost_ratio_{posture}" in known else {"posture_ratio": 1.0}


def _total(option: Option, parts: Iterable[str], name: str, when: str, method: str) -> Step:
    return Step(
        id=f"{name}.{option.id}",
        formula=summed,
        takes={part: f"cost.{part}.{option.id}" for part in parts},
        unit="EUR_2025",
        label=f"{{option}}: cost {when}, {{posture}}",
        method=method,
        family=f"logistics.{name}.{{option}}",
        about=_about(option),
    )


def _about(option: Option) -> dict[str, Subject]:
    return {"option": option, "posture": posture_of(option.posture)}


def cost_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Every option, by what it costs a year and once."""
    rows = (
        [option.id, option.label, part, *simulation.spread(f"cost.{part}.{option.id}").quantiles]
        for option in inputs.options
        for part in (*YEARLY, *ONE_OFF)
    )
    return table(("option", "label", "part", "p5", "p50", "p95"), rows)
