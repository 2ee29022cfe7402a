"""Tables that the figures and the annex are drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peacebrief.logistics.classes import CASES, CLASSES
from peacebrief.logistics.cost_steps import ONE_OFF, YEARLY
from peacebrief.logistics.deployment_steps import DAYS
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.link_pair_facts import worst_pairs
from peacebrief.logistics.map_tables import capacity_rows, flow_rows, node_rows
from peacebrief.logistics.one_lost import one_lost_rows
from peacebrief.logistics.past_deployments import past_cases, prediction
from peacebrief.logistics.stress_facts import is_told
from peacebrief.reasoning.record import significant

Table = dict[str, Any]
Rows = Iterator[list[Any]]
FLOWS = (
    "link", "from_node", "to_node", "from_lat", "from_lon", "to_lat", "to_lon", "mode", "corridor", "gauge_break",
    "enters_theatre", "tonnes", "capacity", "use", "size", "posture", "capacity_case",
)  # fmt: skip
LOSSES = (
    "loss", "label", "kind", "capacity_case", "posture", "remaining", "stockout_days", "extra_cost_eur_per_day",
)  # fmt: skip
LOC_TESTS = ("case", "label", "days_predicted", "low", "high", "days_observed", "within", "use", "left_out")


def logistics_tables(found: Findings) -> dict[str, Table]:
    """Every table of the stage, by name."""
    return {
        "demand": table(("posture", "class", "p5", "p50", "p95"), _demand(found)),
        "demand_by_size": table(("size", "posture", "class", "tonnes", "trains", "lorries"), _by_size(found)),
        "losses": table(LOSSES, _losses(found)),
        "flows": table(FLOWS, flow_rows(found)),
        "network_nodes": table(("id", "name", "kind", "lat", "lon"), node_rows(found)),
        "deployment_fan": table(("size", "day", "p5", "p50", "p95"), _fan(found)),
        "cost": table(("option", "label", "part", "p5", "p50", "p95"), _cost(found)),
        "corridor_capacity": table(("corridor", "label", "mode", *CASES), capacity_rows(found)),
        "largest_force": table(("capacity_case", "posture", "persons"), _largest(found)),
        "link_pairs": table(("posture", "first", "second", "remaining"), _pairs(found)),
        "shortfalls": table(
            ("loss", "capacity_case", "posture", "days", "class", "person_days_unsupplied"), _shortfalls(found)
        ),
        "supply_one_lost": table(("posture", "level", "troops"), one_lost_rows(found)),
        "loc_tests": table(LOC_TESTS, _loc_tests(found)),
    }


def table(columns: Sequence[str], rows: Rows) -> Table:
    """A table at nine significant digits."""
    plain = [[significant(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    return {"columns": list(columns), "rows": plain}


def cells(found: Findings, step: str) -> list[float]:
    """The three quantiles of a step."""
    spread = found.simulation.tally.spread(step)
    return [spread.p5, spread.p50, spread.p95]


def _demand(found: Findings) -> Rows:
    for posture in found.inputs.postures:
        for supply_class in CLASSES:
            yield [posture, supply_class, *cells(found, f"demand.{posture}.{supply_class}")]


def _by_size(found: Findings) -> Rows:
    for size in found.inputs.sizes:
        for posture in found.inputs.postures:
            for part in (*CLASSES, "total"):
                steps = (f"{movement}.{posture}.{part}" for movement in ("tonnes", "trains", "lorries"))
                factor = size / found.inputs.reference_size
                medians = [found.simulation.tally.spread(step).p50 * factor for step in steps]
                yield [size, posture, part, *medians]


def _losses(found: Findings) -> Rows:
    for one in found.strains:
        words = [one.loss.id, one.loss.label, one.loss.kind, one.capacity_case, one.posture]
        extra = one.extra_cost_eur_per_day if one.all_carried else None
        yield [*words, one.remaining, one.stock_out.days, extra]


def _shortfalls(found: Findings) -> Rows:
    """Person-days that go without a class within each period of loss, for the losses that have facts."""
    for one in found.strains:
        if is_told(one):
            for days, by_class in zip(found.inputs.loss_days, one.stock_out.person_days.tolist(), strict=True):
                for supply_class, person_days in zip(CLASSES, by_class, strict=True):
                    yield [one.loss.id, one.capacity_case, one.posture, days, supply_class, person_days]


def _pairs(found: Findings) -> Rows:
    for posture in found.pairs:
        for pair in worst_pairs(found, posture):
            yield [posture, pair.first, pair.second, pair.remaining]


def _fan(found: Findings) -> Rows:
    for size in found.inputs.sizes:
        for day in DAYS:
            yield [size, day, *cells(found, f"arrived.{size:.0f}.{day}")]


def _cost(found: Findings) -> Rows:
    for option in found.inputs.options:
        for part in (*YEARLY, *ONE_OFF):
            yield [option.id, option.label, part, *cells(found, f"cost.{part}.{option.id}")]


def _largest(found: Findings) -> Rows:
    for (case, posture), force in found.largest.items():
        yield [case, posture, force.persons]


def _loc_tests(found: Findings) -> Rows:
    for case in past_cases(found.inputs):
        one = prediction(found.inputs, case)
        if one is None:
            yield [case.id, case.name, None, None, None, None, None, case.use, case.left_out]
        else:
            numbers = [one.days, one.fastest, one.slowest, one.observed]
            yield [case.id, case.name, *numbers, one.within, case.use, ""]
