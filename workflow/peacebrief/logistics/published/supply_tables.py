"""Tables that the figures, the map and the annex are drawn from.

The map is drawn from flows, nodes and the capacity of the crossings.
"""

from __future__ import annotations

from peacebrief.logistics.cost.mission_cost import ONE_OFF, YEARLY
from peacebrief.logistics.deployment.arrival import DAYS
from peacebrief.logistics.deployment.past_deployment import past_cases, prediction
from peacebrief.logistics.given import CASES, CLASSES, span_of
from peacebrief.logistics.network.links import is_set, open_links
from peacebrief.logistics.network.loss import plain_mode
from peacebrief.logistics.published.loss_ranking import is_told
from peacebrief.logistics.published.worst_loss import one_lost_rows, worst_pairs
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Rows, Table, table

FLOWS = (
    "link", "from_node", "to_node", "from_lat", "from_lon", "to_lat", "to_lon", "mode", "corridor", "gauge_break",
    "enters_theatre", "tonnes", "capacity", "use", "size", "posture", "capacity_case",
)  # fmt: skip
LOSSES = (
    "loss", "label", "kind", "capacity_case", "posture", "remaining", "stockout_days", "extra_cost_eur_per_day",
)  # fmt: skip
LOC_TESTS = ("case", "label", "days_predicted", "low", "high", "days_observed", "within", "use", "left_out")

SHOWN_CASE = "central"


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
            yield [case.id, case.label, None, None, None, None, None, case.use, case.left_out]
        else:
            numbers = [one.days, one.fastest, one.slowest, one.observed]
            yield [case.id, case.label, *numbers, one.within, case.use, ""]


def flow_rows(found: Findings) -> Rows:
    """Every open link with what it carries in the cheapest plan of the reference size in the calmest posture."""
    posture, network = found.inputs.postures[0], found.supply.network
    nodes = {node["id"]: node for node in found.inputs.record["nodes"]}
    rows = {row["id"]: row for row in found.inputs.record["links"]}
    carried = network.link_flow(found.plans[posture].plan.flow_t_per_day).sum(axis=1)
    for place, link in enumerate(network.links.ids):
        row = rows[link]
        start, end = nodes[row["from_node"]], nodes[row["to_node"]]
        tonnes, capacity = float(carried[place]), _capacity(found, place)
        yield [
            *(link, start["id"], end["id"], start["lat"], start["lon"], end["lat"], end["lon"]),
            *(row["mode"], row["corridor"], is_set(row["gauge_break"]), is_set(row["enters_theatre"])),
            *(tonnes, capacity, tonnes / capacity if capacity > 0 else 0.0),
            *(found.inputs.reference_size, posture, SHOWN_CASE),
        ]


def node_rows(found: Findings) -> Rows:
    """Every node with its place on the map."""
    for node in found.inputs.record["nodes"]:
        yield [node[column] for column in ("id", "name", "kind", "lat", "lon")]


def capacity_rows(found: Findings) -> Rows:
    """Capacity of the open crossings by corridor and mode, in three cases, before the share of the force."""
    crossings = [row for row in open_links(found.inputs.record) if is_set(row["enters_theatre"])]
    for corridor in found.inputs.corridors:
        own = [row for row in crossings if row["corridor"] == corridor.id]
        for mode in dict.fromkeys(plain_mode(str(row["mode"])) for row in own):
            spans = [span_of(row, "capacity") for row in own if plain_mode(str(row["mode"])) == mode]
            yield [corridor.id, corridor.label, mode, *(sum(column) for column in zip(*spans, strict=True))]


def _capacity(found: Findings, place: int) -> float:
    """What the force may use of a link in the case shown, both directions apart."""
    links = found.supply.network.links
    share = found.supply.shares[SHOWN_CASE]["force_share"] if links.shared[place] else 1.0
    return float(links.capacity_t_per_day[CASES.index(SHOWN_CASE), place]) * share
