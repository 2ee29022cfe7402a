"""Whether every sector can be supplied at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.tables.transport_network import ORIGINS, Link

Arc = tuple[str, str]


def reach_problems(tables: Tables) -> Iterator[Problem]:
    """Sectors that no origin reaches even over closed links: a link is missing or leads the other way."""
    if not all_read(tables.nodes, tables.links, tables.sectors):
        return
    if not _origins(tables):
        message = f"no place is of the kind {' or '.join(sorted(ORIGINS))}, where supplies begin; add one."
        yield Problem(file=tables.nodes.file, column="kind", message=message)
        return
    links, known = tables.links.rows, tables.nodes.values("id")
    # A link to a place that is not there is named by itself; the sector behind it would only repeat that.
    if any(end not in known for row in links for end in (row.from_node, row.to_node)):
        return
    reached = _reached(_origins(tables), links)
    for index, row in tables.sectors.located():
        if row.node in known and row.node not in reached:
            message = f"no chain of links leads from an origin to {row.node}, even over closed links; "
            yield tables.sectors.at(index, "node", message + _remedy(_turned(row.node, reached, links), row.node))


def reach_warnings(tables: Tables) -> Iterator[Problem]:
    """Sectors that open links do not reach, and the closed link that would mend it, where one does."""
    opened = [row for row in tables.links.rows if row.open]
    closed = [row for row in tables.links.rows if not row.open]
    reached = _reached(_origins(tables), opened)
    for index, row in tables.sectors.located():
        if row.node not in reached:
            mends = [link.id for link in closed if row.node in _reached(_origins(tables), [*opened, link])]
            remedy = (
                f"opening {' or '.join(mends)} would mend that." if mends else "more than one closed link is to blame."
            )
            yield tables.sectors.at(index, "node", f"no chain of open links leads to {row.node}; {remedy}")


def _origins(tables: Tables) -> list[str]:
    return [row.id for row in tables.nodes.rows if row.kind in ORIGINS]


def _arcs(links: Iterable[Link]) -> Iterator[Arc]:
    for row in links:
        yield row.from_node, row.to_node
        if row.two_way:
            yield row.to_node, row.from_node


def _reached(starts: Iterable[str], links: Iterable[Link]) -> frozenset[str]:
    """The places that goods reach from `starts`."""
    return _followed(starts, list(_arcs(links)))


def _followed(starts: Iterable[str], arcs: Iterable[Arc]) -> frozenset[str]:
    onward: dict[str, list[str]] = {}
    for start, end in arcs:
        onward.setdefault(start, []).append(end)
    found, waiting = set(starts), list(starts)
    while waiting:
        for end in onward.get(waiting.pop(), ()):
            if end not in found:
                found.add(end)
                waiting.append(end)
    return frozenset(found)


def _turned(place: str, reached: frozenset[str], links: Iterable[Link]) -> str:
    """The first link that would reach a place if it led the other way; empty where none does."""
    rows = list(links)
    before = _followed([place], [(end, start) for start, end in _arcs(rows)])
    return min((row.id for row in rows if row.to_node in reached and row.from_node in before), default="")


def _remedy(turned: str, place: str) -> str:
    if turned:
        return f"{turned} leads the other way: exchange its ends, or write two_way = 1."
    return f"add a link to {place}, or correct the ends of one."
