"""Cost: C = n c m + transport + fuel burden a year; camps and the deployment once. In euros of 2025.

As steps: soldiers of every posture and size, then every option a year and once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import fuel_density
from peacebrief.logistics.given import KG_PER_TONNE, LogisticsInputs, Option
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
YEARLY = {"soldiers": "soldiers", "line_haul": "carrying supplies", "fuel_burden": "burden of bringing fuel"}
ONE_OFF = {"deployment": "deployment", "camps": "camps"}
METHODS = {
    "soldiers": "Troops times the incremental cost of a soldier-year times the ratio of the posture to garrison.",
    "line_haul": "Supplies of a year other than fuel times the cost of carrying a tonne.",
    "fuel_burden": "Litres of a year times the price times the burden beyond the price.",
    "deployment": "Troops times the tonnes that go with a soldier times the cost of carrying a tonne in convoy.",
    "camps": "Troops times the cost of a camp place, and of carrying what it is made of.",
}

# ASSUME: the price of fuel is in the cost of a soldier-year, and the burden covers carrying it; only the burden beyond
# the price is added, and line-haul counts the other classes alone.


def soldier_cost(*, persons: Number, per_person_year: Number, posture_ratio: Number | float) -> Number:
    """Incremental cost a year of so many soldiers in a posture; `posture_ratio` is one in garrison."""
    return persons * per_person_year * posture_ratio


def leg_cost(*, km_per_tonne: Number, per_tkm: Number, ratio: Number | float) -> Number:
    """Cost of carrying one tonne over the part of its way that goes by one mode; `ratio` adds risk or convoys."""
    return km_per_tonne * per_tkm * ratio


def handling_cost(*, times: Number, per_tonne: Number) -> Number:
    """Cost of transhipping one tonne at gauge breaks, so many times on the average."""
    return times * per_tonne


def line_haul_cost(*, persons: Number, kg_per_person_day: Number, per_tonne: Number) -> Number:
    """Cost a year of carrying the supplies of so many persons."""
    return persons * kg_per_person_day / KG_PER_TONNE * per_tonne * DAYS_PER_YEAR


def fuel_burden_cost(
    *, persons: Number, kg_per_person_day: Number, kg_per_litre: Number | float, per_litre: Number, burden: Number
) -> Number:
    """Cost a year of bringing fuel where it is burnt: the burden beyond its price, which is in the soldier's cost."""
    litres = persons * kg_per_person_day / kg_per_litre * DAYS_PER_YEAR
    return litres * per_litre * cast("Number", np.maximum(burden - 1, 0.0))


# ASSUME: a tonne of a deploying unit costs as much more than a tonne of supplies as a military convoy costs more than
# commercial carriage, whatever the mode.
def deployment_cost(*, persons: Number, mass_t_per_person: Number, per_tonne: Number, convoy_ratio: Number) -> Number:
    """Cost, once, of carrying vehicles, equipment and first stocks into the theatre."""
    return persons * mass_t_per_person * per_tonne * convoy_ratio


def camp_cost(*, persons: Number, per_person: Number, camp_t_per_person: Number, per_tonne: Number) -> Number:
    """Cost, once, of camps: building them and carrying what they are made of."""
    return persons * (per_person + camp_t_per_person * per_tonne)


def option_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Cost of every option in its posture, in parts and in all."""
    known = {quantity.id for quantity in inputs.quantities}
    for posture in dict.fromkeys(option.posture for option in inputs.options):
        dry = ("provisions", "ammunition", "other")
        yield Step(id=f"dry_kg.{posture}", formula=summed, takes={name: f"demand.{posture}.{name}" for name in dry})
    for option in inputs.options:
        ratio = f"cost_ratio_{option.posture}"
        yield from _parts(option, ratio if ratio in known else "", dict(fuel_density(inputs)))
        yield _total(option, YEARLY, "cost_per_year", "a year", PERIMETER)
        yield _total(option, ONE_OFF, "deployment_cost", "once", ONCE)


def size_cost_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """A soldier-year in every posture, and those of every size in the calmest, to compare forces of a round size."""
    known = {quantity.id for quantity in inputs.quantities}
    for posture in inputs.postures:
        ratio = f"cost_ratio_{posture}"
        takes = {"per_person_year": "soldier_cost"} | ({"posture_ratio": ratio} if ratio in known else {})
        yield Step(
            id=f"soldier_year.{posture}",
            formula=soldier_cost,
            takes=takes,
            constants=(("persons", 1.0), *(() if ratio in known else (("posture_ratio", 1.0),))),
            unit="EUR_2025_per_person_year",
            label="incremental cost of a soldier-year, {posture}",
            method="Incremental cost of a soldier-year times the ratio of the posture to garrison.",
            family="logistics.soldier_year.{posture}",
            about={"posture": posture_of(posture)},
        )
    for size in inputs.sizes:
        yield Step(
            id=f"soldier_years.{size:.0f}",
            formula=soldier_cost,
            takes={"per_person_year": "soldier_cost"},
            constants=(("persons", size), ("posture_ratio", 1.0)),
            unit="EUR_2025",
            label="incremental cost of {size} soldiers a year, {posture}",
            method="Troops times the incremental cost of a soldier-year.",
            family="logistics.soldier_years.{size}",
            about={"size": number_of(size), "posture": posture_of(inputs.postures[0])},
        )


def _parts(option: Option, ratio: str, density: Mapping[str, float]) -> Iterator[Step]:
    force, posture = f"force.{option.id}", option.posture
    per_tonne = f"per_tonne.{posture}"
    takes = {"persons": force, "per_person_year": "soldier_cost"}
    constants = () if ratio else (("posture_ratio", 1.0),)
    yield _part(option, "soldiers", soldier_cost, takes | ({"posture_ratio": ratio} if ratio else {}), constants)
    takes = {"persons": force, "kg_per_person_day": f"dry_kg.{posture}", "per_tonne": per_tonne}
    yield _part(option, "line_haul", line_haul_cost, takes)
    takes = {"persons": force, "kg_per_person_day": f"gross.{posture}.fuel", "per_litre": "fuel_price"}
    yield _part(option, "fuel_burden", fuel_burden_cost, takes | {"burden": "fuel_burden"}, tuple(density.items()))
    takes = {"persons": force, "mass_t_per_person": "deployment_mass", "per_tonne": per_tonne}
    yield _part(option, "deployment", deployment_cost, takes | {"convoy_ratio": "convoy_ratio"})
    takes = {"persons": force, "per_person": "camp_cost", "camp_t_per_person": "camp_mass", "per_tonne": per_tonne}
    yield _part(option, "camps", camp_cost, takes)


def _part(
    option: Option,
    part: str,
    formula: Callable[..., Any],
    takes: dict[str, str],
    constants: tuple[tuple[str, float], ...] = (),
) -> Step:
    return Step(
        id=f"cost.{part}.{option.id}",
        formula=formula,
        takes=takes,
        constants=constants,
        unit="EUR_2025",
        label=f"{{option}}: {{part}}, {'a year' if part in YEARLY else 'once'}, {{posture}}",
        method=METHODS[part],
        family="logistics.cost_part.{part}.{option}",
        about=_about(option) | {"part": Named(part, (YEARLY | ONE_OFF)[part])},
    )


def _total(option: Option, parts: Mapping[str, str], name: str, when: str, method: str) -> Step:
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
