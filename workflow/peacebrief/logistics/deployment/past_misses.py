"""Misses: by how much past deployments took longer than the rate says, and what that makes of the days of this one.

The misses of held-out deployments stand for all that the calculation of moving leaves out. They are of predictions at
the central rate, so they multiply the days at the central rate, and no range of the rate is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from peacebrief.logistics.deployment.arrival import (
    days_with_misses,
    empirical_rate,
    network_rate,
    slowest,
    smaller_rate,
)
from peacebrief.logistics.deployment.past_deployment import past_cases, prediction
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.origins import assumed, limits_because
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty import Quantity

MISS, CENTRAL_RATE = "deployment_miss", "rate.central"
RATES = ("loc_rate", "lines_of_communication", "deployment_efficiency", "deployment_mass")
# From so many tests on a spread of misses can be told.
FEWEST = 2
MISS_METHOD = "Days observed over days predicted of one of the deployments held out, each as likely as the others."
WITH_MISSES = (
    "Days for the decision, for readiness and for the way, plus the troops divided by the central daily rate, times "
    "what one of the deployments held out took for each day predicted."
)

# ASSUME: the next deployment misses its prediction as those held out did, whatever its size; the days for the decision,
# for readiness and for the way are as judged, since no past deployment tests them.


def miss_ratios(inputs: LogisticsInputs) -> dict[str, float]:
    """Days observed for each day predicted, by the case that tests the rate."""
    found = {case.id: prediction(inputs, case) for case in past_cases(inputs)}
    return {name: 1 / one.ratio for name, one in found.items() if one is not None}


def are_misses_known(inputs: LogisticsInputs) -> bool:
    """Whether enough deployments test the rate to say how far it misses."""
    return len(miss_ratios(inputs)) >= FEWEST


def miss_numbers(inputs: LogisticsInputs, stages: Mapping[str, Sampled]) -> Iterator[Sampled]:
    """The miss as it is drawn, and the central rate that it multiplies; nothing where too few deployments test it."""
    if not are_misses_known(inputs):
        return
    ratios = miss_ratios(inputs)
    alike = tuple((ratio, 1.0) for ratio in ratios.values())
    drawn = Quantity(id=MISS, origin="", distribution="choice", choices=alike)
    one = sampled(
        drawn,
        ties=inputs.ties,
        family="logistics.deployment_miss",
        label="days that a deployment takes for each day predicted, as past ones did",
        unit="ratio",
        method=MISS_METHOD,
    )
    yield replace(one, origins=tuple(f"fact:logistics.loc_test.{name}.ratio" for name in ratios))
    yield Sampled(
        id=CENTRAL_RATE,
        central=_central_rate(inputs, stages),
        origins=(*limits_because(inputs), *assumed(inputs, RATES)),
        family="logistics.deployment_rate.central",
        label="troops a day that arrive, everything at its central point",
        unit="persons_per_day",
        method="The smaller of the two rates with every number at its central point.",
    )


def _central_rate(inputs: LogisticsInputs, stages: Mapping[str, Sampled]) -> float:
    loc_rate, lines, efficiency, mass = (inputs.quantity(name).central_point() for name in RATES)
    tonnes = slowest(**{name.partition(".")[2]: one.central for name, one in stages.items()})
    by_network = network_rate(slowest=tonnes, deployment_efficiency=efficiency, deployment_mass=mass)
    by_lines = empirical_rate(loc_rate=loc_rate, lines_of_communication=lines)
    return float(smaller_rate(by_network=by_network, by_lines=by_lines))


def miss_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Days from the political decision with the misses of past deployments, by size of force."""
    for size in inputs.sizes if are_misses_known(inputs) else ():
        yield Step(
            id=f"deployment_days_with_misses.{size:.0f}",
            formula=days_with_misses,
            takes={"rate": CENTRAL_RATE, "miss": MISS, "first_day": "first_day"},
            constants=(("persons", size),),
            unit="days",
            label="days from the decision until {size} troops are in the theatre, past misses counted",
            method=WITH_MISSES,
            family="logistics.deployment_days_with_misses.{size}",
            about={"size": number_of(size)},
        )
