"""Whether the tables of the network fit together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.tables.transport_network import Link

TOLERANCE = 1e-9


def network_problems(tables: Tables) -> Iterator[Problem]:
    """Nodes and corridors that do not exist, fleets on no link, a border misplaced, shares that do not sum to 1."""
    for column in ("from_node", "to_node"):
        yield from _unknown(tables.links, column, tables.nodes, "id", "nodes.csv")
    yield from _unknown(tables.links, "corridor", tables.corridors, "id", "corridors.csv")
    yield from _unknown(tables.sectors, "node", tables.nodes, "id", "nodes.csv")
    yield from _fleet_problems(tables)
    yield from _border_problems(tables)
    yield from _share_problems(tables)


def theatre_countries(tables: Tables) -> frozenset[str]:
    """The countries of the theatre: those of the places that links inside it join."""
    inside = {row.id for row in tables.corridors.rows if row.inside}
    ends = {end for row in tables.links.rows if row.corridor in inside for end in (row.from_node, row.to_node)}
    return frozenset(row.country for row in tables.nodes.rows if row.id in ends)


def all_read(*tables: Table[Any]) -> bool:
    """Whether these tables have no problems of their own; a row that has some may be the one looked for."""
    return all(table.complete and not table.problems for table in tables)


def _unknown(table: Table[Any], column: str, other: Table[Any], key: str, name: str) -> Iterator[Problem]:
    if not other.complete:
        return
    known = other.values(key)
    for index, row in table.located():
        value = str(getattr(row, column))
        if value not in known:
            yield table.at(index, column, f"{shown(value)} is not in {name}; {did_you_mean(value, known)}")


def _fleet_problems(tables: Tables) -> Iterator[Problem]:
    """Fleets that carry on no link."""
    if not all_read(tables.links):
        return
    modes = tables.links.values("mode")
    for index, row in tables.fleets.located():
        if row.mode not in modes:
            message = f"no link of links.csv is of the mode {row.mode}; correct the mode, or remove the row."
            yield tables.fleets.at(index, "mode", message)


def _border_problems(tables: Tables) -> Iterator[Problem]:
    if not all_read(tables.links, tables.nodes, tables.corridors):
        return
    if not any(row.inside for row in tables.corridors.rows):
        message = "no corridor lies inside the theatre; write inside = 1 for the one that does."
        yield Problem(file=tables.corridors.file, column="inside", message=message)
        return
    own, countries = theatre_countries(tables), {row.id: row.country for row in tables.nodes.rows}
    for index, row in tables.links.located():
        ends = [countries.get(row.from_node), countries.get(row.to_node)]
        enters = ends[0] not in own and ends[1] in own
        if None not in ends and enters != bool(row.enters_theatre):
            yield tables.links.at(index, "enters_theatre", _border_sentence(row, ends, enters=enters))


def _border_sentence(row: Link, ends: list[str | None], *, enters: bool) -> str:
    where = "leads into the theatre" if enters else "does not lead into the theatre from outside"
    return f"{row.enters_theatre} is given although the link from {ends[0]} to {ends[1]} {where}; write {int(enters)}."


def _share_problems(tables: Tables) -> Iterator[Problem]:
    if not all_read(tables.sectors):
        return
    total = math.fsum(row.share for row in tables.sectors.rows)
    if abs(total - 1) > TOLERANCE:
        message = f"the shares of the sectors sum to {total:g}; change them so that they sum to 1."
        yield Problem(file=tables.sectors.file, column="share", value=f"{total:g}", message=message)
