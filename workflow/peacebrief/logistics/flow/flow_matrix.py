"""The rows of the flow programs: what arrives and leaves at each node, and what each limit allows.

Columns are the flow of each arc and class, `arc * width + class`, in tonnes a day. The width is all the classes, or the
first three where the last, which no limit singles out, travels with the first.
Source: Tomlin 1966 (multicommodity flow); Ahuja, Magnanti and Orlin 1993.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from peacebrief.logistics.flow.linear_program import Matrix
from peacebrief.logistics.given import AMMUNITION, FUEL
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

TKM = 1000  # the unit of what fleets do in the program, which keeps its numbers near one


# Rows, columns, and one coefficient for all of them or for each.
Block: TypeAlias = tuple[Integers, Integers, float | Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRows:
    """How many classes travel apart, and where each kind of row stands.

    `balance` holds the row of each node and class, -1 at nodes that supply without limit. The limits follow in one
    block from `first_limit`: arcs, racked arcs, hazardous arcs, handling, fleets.
    """

    width: int
    balance: Integers
    first_limit: int
    racked: Integers
    hazardous: Integers
    count: int


def flow_rows(network: Network, *, width: int) -> FlowRows:
    """The layout of the rows."""
    balance = np.full((len(network.nodes), width), -1, dtype=np.int64)
    kept = np.flatnonzero(~network.supply)
    balance[kept] = np.arange(len(kept) * width).reshape(-1, width)
    racked, hazardous = np.flatnonzero(network.racked), np.flatnonzero(network.hazardous)
    limits = len(network.arc_link) + len(racked) + len(hazardous)
    limits += len(network.handling.node) + len(network.fleets.ids)
    first = len(kept) * width
    return FlowRows(
        width=width, balance=balance, first_limit=first, racked=racked, hazardous=hazardous, count=first + limits
    )


def flow_matrix(network: Network, rows: FlowRows) -> Matrix:
    """The coefficients of the flows in every row: plus one where a flow arrives, minus one where it leaves."""
    arcs = np.repeat(np.arange(len(network.arc_link)), rows.width)
    columns = np.arange(len(arcs))
    classes = columns % rows.width
    place_of_handling = np.full(len(network.nodes), -1, dtype=np.int64)
    place_of_handling[network.handling.node] = np.arange(len(network.handling.node))
    first_racked = rows.first_limit + len(network.arc_link)
    first_hazardous = first_racked + len(rows.racked)
    first_handling = first_hazardous + len(rows.hazardous)
    handled = place_of_handling[network.arc_to[arcs]]
    blocks: list[Block] = [
        (rows.balance[network.arc_to[arcs], classes], columns, 1.0),
        (rows.balance[network.arc_from[arcs], classes], columns, -1.0),
        (rows.first_limit + arcs, columns, 1.0),
        (first_racked + np.arange(len(rows.racked)), rows.racked * rows.width + FUEL, 1.0),
        (first_hazardous + np.arange(len(rows.hazardous)), rows.hazardous * rows.width + AMMUNITION, 1.0),
        (np.where(handled < 0, -1, first_handling + handled), columns, 1.0),
    ]
    return stacked([*blocks, *_fleet_blocks(network, rows, first=first_handling + len(network.handling.node))])


def _fleet_blocks(network: Network, rows: FlowRows, *, first: int) -> Iterator[Block]:
    """What each fleet carries: kilometres of the arc for each tonne."""
    for place in range(len(network.fleets.ids)):
        arcs, classes = np.flatnonzero(network.fleets.km[place]), network.fleets.classes(place, width=rows.width)
        columns = np.asarray((arcs[:, None] * rows.width + classes).ravel(), dtype=np.int64)
        km = np.repeat(network.fleets.km[place, arcs], len(classes))
        yield np.full(len(columns), first + place), columns, km / TKM


def columns_of(arcs: Integers, *, width: int) -> Integers:
    """The columns of the flows along some arcs."""
    return np.asarray((arcs[:, None] * width + np.arange(width)).ravel(), dtype=np.int64)


def stacked(blocks: list[Block]) -> Matrix:
    """One matrix of several blocks; a row of -1 is left out."""
    rows = np.concatenate([block[0] for block in blocks])
    columns = np.concatenate([block[1] for block in blocks])
    values = np.concatenate([np.broadcast_to(block[2], len(block[0])) for block in blocks])
    kept = rows >= 0
    return Matrix(rows=rows[kept], columns=columns[kept], values=values[kept])


def limit_rows(rows: FlowRows, limits: Limits) -> Floats:
    """The right-hand side of the limits, in the order of their rows (t/day; thousand tkm/day for fleets)."""
    arcs = limits.arcs_t_per_day
    return np.concatenate(
        [
            arcs,
            limits.tank_wagon_share * arcs[rows.racked],
            limits.hazardous_share * arcs[rows.hazardous],
            limits.handling_t_per_day,
            limits.fleets_tkm_per_day / TKM,
        ]
    )
