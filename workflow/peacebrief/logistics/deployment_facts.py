"""Facts about how fast the network could bring a force in if it were timed at its best, beside the stages in series."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from peacebrief.logistics.classes import CASES
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.quickest_flow import arrived_by_day, day_of_arrival, days_to_ask
from peacebrief.logistics.reasons import assumed, limits_because
from peacebrief.logistics.transit import transit_network
from peacebrief.reasoning.record import Record, record

CASE = "central"
METHOD = (
    "Days from the first departure until all vehicles and first stocks can have arrived on the network with its "
    "transit times, central capacity, at the share of the plan that is realised: the quickest flow."
)


def deployment_facts(found: Findings) -> Iterator[Record]:
    """The quickest flow of every size; left out where a sector cannot be reached in the days asked."""
    supply, days = found.deployable, days_to_ask()
    network = transit_network(supply.network, limits=supply.limits[CASE], case=CASES.index(CASE))
    arrived = arrived_by_day(network, days=days)
    central = found.simulation.central
    for size in found.inputs.sizes:
        tonnes = size * central["deployment_mass"] / central["deployment_efficiency"]
        quickest = day_of_arrival(tonnes, days=days, arrived_t=arrived)
        if isfinite(quickest):
            yield record(
                f"logistics.deployment_quickest.{size:.0f}",
                label=f"days on the network until {size:,.0f} troops can have arrived, at best",
                unit="days",
                method=METHOD,
                because=[
                    *limits_because(found.inputs),
                    *assumed(found.inputs, ("deployment_mass", "deployment_efficiency")),
                ],
                value=quickest,
            )
