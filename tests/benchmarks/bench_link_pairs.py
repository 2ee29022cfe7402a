"""How long the loss of every pair of links takes, against a program rebuilt for each pair by a modelling library.

Run by hand: `python tests/benchmarks/bench_link_pairs.py [pairs to rebuild]`. The rebuilt pairs are a random sample;
their answers are compared as well. At least a hundred times faster is the aim, and less than two seconds in all.
"""

import sys
import time
from pathlib import Path

import linopy
import numpy as np
import xarray as xr

from peacebrief.inputs import resolve_case
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.given import AMMUNITION, CLASSES, FUEL
from peacebrief.logistics.losses.link_pair import link_pairs
from peacebrief.logistics.network.limits import Limits, limits_of_case
from peacebrief.logistics.network.supply_network import Network, network_of

INPUTS = Path(__file__).parents[2] / "inputs"
SHARES = ("force_share", "tank_wagon_share", "hazardous_share")
DEMAND = np.array([4.5, 12.3, 0.3, 3.9])


def rebuilt(network: Network, limits: Limits, closed: tuple[str, str]) -> float:
    """The largest force (persons) by a program of its own."""
    arcs = np.setdiff1d(np.arange(len(network.arc_link)), network.arcs_of(closed))
    nodes = np.flatnonzero(~network.supply)
    model = linopy.Model()
    flow = model.add_variables(lower=0, coords=[("arc", arcs), ("kind", list(CLASSES))], name="flow")
    persons = model.add_variables(lower=0, name="thousand persons")
    capacity = xr.DataArray(limits.arcs_t_per_day[arcs], coords=[("arc", arcs)])
    need = np.zeros((len(network.nodes), len(CLASSES)))
    np.add.at(need, network.sector_node, network.sector_share[:, None] * DEMAND)
    arriving, leaving = (
        (1 * flow)
        .groupby(xr.DataArray(ends[arcs], coords=[("arc", arcs)], name="node"))
        .sum()
        .reindex(node=nodes)
        .fillna(0)
        for ends in (network.arc_to, network.arc_from)
    )
    needed = xr.DataArray(need[nodes], coords=[("node", nodes), ("kind", list(CLASSES))])
    model.add_constraints(arriving - leaving - needed * persons == 0, name="balance")
    model.add_constraints(flow.sum("kind") <= capacity, name="arcs")
    for name, kind, places, share in (
        ("racks", FUEL, network.racked, limits.tank_wagon_share),
        ("hazards", AMMUNITION, network.hazardous, limits.hazardous_share),
    ):
        among = arcs[places[arcs]]
        limited = (1 * flow.sel(arc=among, kind=[CLASSES[kind]])).sum("kind")
        model.add_constraints(limited <= share * capacity.sel(arc=among), name=name)
    into = arriving.sum("kind").sel(node=network.handling.node)
    handling = xr.DataArray(limits.handling_t_per_day, coords=[("node", network.handling.node)])
    model.add_constraints(into <= handling, name="handling")
    model.add_objective(1 * persons, sense="max")
    model.solve(solver_name="highs", output_flag=False, progress=False)
    return 1000 * float(model.objective.value)


def main(count: int = 20, *, inputs: Path = INPUTS) -> None:
    """Print the two times, their ratio and the largest difference of an answer."""
    case = min(file.parent.name for file in inputs.glob("*/case.yaml"))
    record = resolve_case(inputs, case).stages["logistics"]
    network = network_of(record)
    levels = {row["id"]: row["central"] for row in record["quantities"]}
    limits = limits_of_case(network, case="central", **{name: levels[name] for name in SHARES})
    model = FlowModel(network)
    start = time.perf_counter()
    found = link_pairs(model, demand_kg_per_person_day=DEMAND, limits=limits)
    ours = time.perf_counter() - start
    known = {(pair.first, pair.second): pair.remaining for pair in found.pairs}
    draw = np.random.default_rng(5)
    sample = [tuple(sorted(draw.choice(network.links.ids, 2, replace=False).tolist())) for _ in range(count)]
    whole = model.largest_persons(demand_kg_per_person_day=DEMAND, limits=limits)
    start = time.perf_counter()
    shares = [rebuilt(network, limits, pair) / whole for pair in sample]
    theirs = (time.perf_counter() - start) / count * found.asked
    apart = max(abs(known.get(pair, 1.0) - share) for pair, share in zip(sample, shares, strict=True))
    print(f"{found.asked} pairs: {ours:.2f} s with {found.solved} programs; rebuilt one by one {theirs:.0f} s")
    print(f"ratio {theirs / ours:.0f} (aim: at least 100); largest difference in {count} pairs {apart:.1e}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
