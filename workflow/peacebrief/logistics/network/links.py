"""The links that may be used, as plain arrays, one place a link.

A link is open until an analyst closes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from peacebrief.logistics.given import CASES
from peacebrief.reasoning.record import Row
from peacebrief.uncertainty.arrays import Floats

Flags: TypeAlias = NDArray[np.bool_]
Rows: TypeAlias = Sequence[Row]
SHARED = "total_civil"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """Links that may be used, in the order of their rows.

    Arrays with two axes hold the low, central and high case first. `shared` marks capacity that is the civil total, of
    which the force gets a share; `countries` are those a link touches, the theatre's own left out; `inside` marks links
    with both ends in the theatre.
    """

    ids: tuple[str, ...]
    from_node: tuple[str, ...]
    to_node: tuple[str, ...]
    two_way: Flags
    mode: tuple[str, ...]
    corridor: tuple[str, ...]
    countries: tuple[frozenset[str], ...]
    capacity_t_per_day: Floats
    shared: Flags
    distance_km: Floats
    speed_km_per_h: Floats
    delay_h: Floats
    gauge_break: Flags
    enters_theatre: Flags
    inside: Flags


def links_of(rows: Rows, *, country_of: Mapping[str, str], own: Collection[str]) -> Links:
    """The links of `rows` that are open, given the country of each node and the countries of the theatre."""
    opened = [row for row in rows if int(row["open"])]
    ends = [(country_of[row["from_node"]], country_of[row["to_node"]]) for row in opened]
    return Links(
        ids=texts(opened, "id"),
        from_node=texts(opened, "from_node"),
        to_node=texts(opened, "to_node"),
        two_way=flags(opened, "two_way"),
        mode=texts(opened, "mode"),
        corridor=texts(opened, "corridor"),
        countries=tuple(
            frozenset({*_codes(row["transit_countries"]), *pair}) - frozenset(own)
            for row, pair in zip(opened, ends, strict=True)
        ),
        capacity_t_per_day=by_case(opened, "capacity"),
        shared=np.array([row["scope"] == SHARED for row in opened], dtype=bool),
        distance_km=np.array([float(row["distance_km"]) for row in opened]),
        speed_km_per_h=by_case(opened, "speed"),
        delay_h=by_case(opened, "delay"),
        gauge_break=flags(opened, "gauge_break"),
        enters_theatre=flags(opened, "enters_theatre"),
        inside=np.array([set(pair) <= set(own) for pair in ends], dtype=bool),
    )


def by_case(rows: Rows, column: str) -> Floats:
    """A column in its low, central and high case (3, rows)."""
    return np.array([[float(row[f"{column}_{case}"]) for row in rows] for case in CASES]).reshape(len(CASES), -1)


def flags(rows: Rows, column: str) -> Flags:
    """A column of ones and zeros."""
    return np.array([bool(int(row[column])) for row in rows], dtype=bool)


def texts(rows: Rows, column: str) -> tuple[str, ...]:
    """A column of codes."""
    return tuple(str(row[column]) for row in rows)


def _codes(cell: str | None) -> set[str]:
    return {code.strip() for code in (cell or "").split(";")} - {""}


def is_set(cell: object) -> bool:
    """Whether a cell of ones and zeros is one; an empty one is not. Raises ValueError for anything else."""
    return bool(int(str(cell or 0)))


def open_links(record: Row) -> list[Row]:
    """The rows of `record["links"]` that an analyst has not closed."""
    return [link for link in record["links"] if is_set(link["open"])]
