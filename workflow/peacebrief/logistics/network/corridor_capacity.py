"""Facts about the network itself: what crosses by corridor and mode, and the sum that stands for all rows of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.logistics.given import CASES, Corridor, LogisticsInputs, span_of
from peacebrief.logistics.network.links import is_set, open_links
from peacebrief.logistics.network.loss import plain_mode
from peacebrief.reasoning.record import Record, Row, Table, record, table
from peacebrief.reasoning.subject import word

SECTORS = "fact:logistics.network.sectors"
NODES = ("id", "name", "kind", "lat", "lon")
NETWORK_METHOD = (
    "Sum over the open links of the corridor of the central capacity times the distance. It stands for every row of "
    "the corridor's links and of the nodes they end in."
)
CAPACITY_METHOD = "Sum of the central capacities of the open crossings, before the share of the force."


def network_facts(inputs: LogisticsInputs) -> Iterator[Record]:
    """One fact for the links of each corridor, one for the sectors, and the capacity of the crossings by mode."""
    for corridor in inputs.corridors:
        rows = [row for row in inputs.record["links"] if row["corridor"] == corridor.id]
        yield _whole(inputs, corridor, rows)
        yield from _crossings(corridor, [row for row in rows if is_set(row["enters_theatre"])])
    yield record(
        "logistics.network.sectors",
        label="sectors that the network feeds",
        unit="count",
        method="Count of the sectors; it stands for their places and their shares of the force.",
        because=[row["origin"] for row in inputs.record["sectors"]],
        value=float(len(inputs.record["sectors"])),
    )


def network_because(inputs: LogisticsInputs) -> tuple[str, ...]:
    """The facts that stand for every row of the network."""
    return (SECTORS, *(f"fact:logistics.network.{corridor.id}" for corridor in inputs.corridors))


def _whole(inputs: LogisticsInputs, corridor: Corridor, rows: list[Row]) -> Record:
    ends = {str(row[end]) for row in rows for end in ("from_node", "to_node")}
    nodes = [row["origin"] for row in inputs.record["nodes"] if row["id"] in ends]
    return record(
        "logistics.network.{corridor}",
        {"corridor": corridor},
        label="{corridor}: tonne-kilometres a day of all its links",
        unit="tkm_per_day",
        method=NETWORK_METHOD,
        because=[*(row["origin"] for row in rows), *nodes],
        value=sum(float(row["capacity_central"]) * float(row["distance_km"]) for row in _open(rows)),
    )


def _crossings(corridor: Corridor, rows: list[Row]) -> Iterator[Record]:
    modes = dict.fromkeys(plain_mode(str(row["mode"])) for row in rows)
    for mode in modes:
        members = [row for row in rows if plain_mode(str(row["mode"])) == mode]
        yield record(
            "logistics.capacity.{corridor}.{mode}",
            {"corridor": corridor, "mode": word(mode)},
            label="{corridor}: capacity of its {mode} crossings, all users",
            unit="t_per_day",
            method=CAPACITY_METHOD,
            because=[row["origin"] for row in members],
            value=sum(float(row["capacity_central"]) for row in _open(members)),
        )


def _open(rows: list[Row]) -> list[Row]:
    return [row for row in rows if is_set(row["open"])]


def nodes_table(inputs: LogisticsInputs) -> Table:
    """Every node with its place on the map."""
    return table(NODES, ([node[column] for column in NODES] for node in inputs.record["nodes"]))


def capacity_table(inputs: LogisticsInputs) -> Table:
    """Capacity of the open crossings by corridor and mode, in three cases, before the share of the force."""
    crossings = [row for row in open_links(inputs.record) if is_set(row["enters_theatre"])]
    rows = (
        [corridor.id, corridor.label, *cells]
        for corridor in inputs.corridors
        for cells in _by_mode([row for row in crossings if row["corridor"] == corridor.id])
    )
    return table(("corridor", "label", "mode", *CASES), rows)


def _by_mode(crossings: list[Row]) -> Iterator[list[Any]]:
    for mode in dict.fromkeys(plain_mode(str(row["mode"])) for row in crossings):
        spans = [span_of(row, "capacity") for row in crossings if plain_mode(str(row["mode"])) == mode]
        yield [mode, *(sum(column) for column in zip(*spans, strict=True))]
