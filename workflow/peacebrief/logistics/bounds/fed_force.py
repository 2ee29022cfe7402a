"""Facts about the largest force that the network can feed: by capacity case, over all draws, and by size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peacebrief.logistics.bounds.force_by_draw import ForceDraws
from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import CASES, LogisticsInputs, case_of
from peacebrief.logistics.origins import drawn_because, force_because
from peacebrief.reasoning.record import Record, Table, record, spread_record, table, words_record
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.replicates import standard_error

CASE_METHOD = (
    "Largest force whose daily demand, by class and sector, the network can carry within the capacity of its links, "
    "the handling of its nodes and the limits on fuel and ammunition: a linear program at {case} capacities and shares."
)
DRAWN_METHOD = (
    "The largest force that the network can feed in each draw of demand, of shares and of the level of each corridor: "
    "the least of the upper bounds that the shadow prices of linear programs give."
)


# Persons by capacity case and posture.
LargestForces = Mapping[tuple[str, str], float]


def force_facts(
    inputs: LogisticsInputs, *, simulation: Simulation, largest: LargestForces, draws: ForceDraws
) -> Iterator[Record]:
    """Every posture in every capacity case, and over all draws."""
    for posture in inputs.postures:
        for case in CASES:
            yield record(
                "logistics.largest_force.{case}.{posture}",
                {"case": case_of(case), "posture": posture_of(posture)},
                label="largest force that can be fed, {case} capacity, {posture}",
                unit="persons",
                method=CASE_METHOD.format(case=case),
                because=force_because(inputs, posture),
                value=largest[case, posture],
            )
        yield spread_record(
            "logistics.largest_force_drawn.{posture}",
            {"posture": posture_of(posture)},
            label="largest force that can be fed over all draws, {posture}",
            unit="persons",
            method=DRAWN_METHOD,
            because=drawn_because(inputs, posture),
            spread=simulation.spread(f"largest_force.{posture}"),
            central=largest["central", posture],
        )
        yield from _chances(inputs, draws, posture)


def stress_posture_facts(inputs: LogisticsInputs, *, largest: LargestForces) -> Iterator[Record]:
    """The posture that losses are told for: the most intense one whose force is fed to begin with."""
    size = inputs.reference_size
    fed = [name for name in inputs.postures if largest["central", name] >= size]
    yield words_record(
        "logistics.stress_posture",
        {"size": number_of(size)},
        label="most intense posture in which {size} troops are fed at central capacity",
        method="Last posture whose largest force reaches the reference size; the first posture if none does.",
        because=[f"fact:logistics.largest_force.central.{name}" for name in inputs.postures],
        words=fed[-1] if fed else inputs.postures[0],
    )


def _chances(inputs: LogisticsInputs, draws: ForceDraws, posture: str) -> Iterator[Record]:
    for size in inputs.sizes:
        shares = draws.supplied_shares(size, posture)
        yield record(
            "logistics.probability_supplied.{size}.{posture}",
            {"size": number_of(size), "posture": posture_of(posture)},
            label="chance that {size} troops can be fed, {posture}",
            unit="probability",
            kind="probability",
            method="Share of draws in which the largest force is at least that size.",
            because=[f"fact:logistics.largest_force_drawn.{posture}"],
            value=sum(shares) / len(shares),
            standard_error=standard_error(shares),
        )


def largest_force_table(largest: LargestForces) -> Table:
    """Every capacity case and posture."""
    return table(("capacity_case", "posture", "persons"), ([*key, persons] for key, persons in largest.items()))
