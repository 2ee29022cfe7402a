"""What the logistics stage takes, against the plain way of doing the same.

Run by hand: `python tests/benchmarks/bench_logistics.py build/<case>/inputs/logistics-<digest>.json [draws]`. Three
parts, each a process of its own: the largest force in so many draws (100,000) by cuts, against one linear program a
draw, built from arrays (a sample, scaled up; at least 1,000 times faster); every pair of links by warm starts, against
a rebuild of the program by linopy for every pair (a sample, scaled up); time and peak memory of the whole stage.
Imports are left out of the times.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

DRAWS, CHUNK, ALONE = 100_000, 8192, 100
DEMAND = np.array([6.3, 18.0, 1.5, 5.6])  # kilogrammes a person and day by class, near the elevated posture
SHARES = ("force_share", "tank_wagon_share", "hazardous_share")


def seconds(work: Any, *, times: int = 1) -> tuple[float, Any]:
    """The shortest of several runs, and what the last gave."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return min(taken), found


def drawn(network: Any, spans: Any, count: int, seed: int) -> tuple[Any, Any]:
    """Limits and demands (1, classes, count) of plain random draws."""
    from peacebrief.logistics.network.limits import DrawnLimits

    random = np.random.default_rng(seed)
    shares = {name: random.triangular(*spans[name], count) for name in SHARES}
    levels = random.triangular(-1, 0, 1, (len(network.corridors), count))
    return DrawnLimits(levels=levels, **shares), (DEMAND[:, None] * random.uniform(0.6, 1.8, (4, count)))[None]


def chunk(limits: Any, rows: slice) -> Any:
    """Some of the draws."""
    from peacebrief.logistics.network.limits import DrawnLimits

    return DrawnLimits(levels=limits.levels[:, rows], **{name: getattr(limits, name)[rows] for name in SHARES})


def overstated(model: Any, cuts: Any, limits: Any, demand: Any) -> Any:
    """By what share of the largest force the cuts overstate it, in each draw (demands, n), by solving every program.

    For a sample of draws that the cuts were not built from.
    """
    from peacebrief.logistics.bounds.cut import largest_force_by_draw

    bounds, _ = largest_force_by_draw(cuts, limits, demand)
    solved = np.zeros_like(bounds)
    for (row, draw), _ in np.ndenumerate(solved):
        given = limits.limits(model.network, draw)
        solved[row, draw] = model.largest_persons(demand_kg_per_person_day=demand[row, :, draw], limits=given)
    return bounds / solved - 1


def bench_cuts(resolved: dict[str, Any], draws: int) -> None:
    """The largest force by cuts, and by one program a draw."""
    from peacebrief.logistics.bounds.cut import largest_force_by_draw
    from peacebrief.logistics.bounds.needed_cuts import build_cuts
    from peacebrief.logistics.flow.flow_model import FlowModel
    from peacebrief.logistics.flow.largest_supplied_force import LargestForceProgram
    from peacebrief.logistics.network.supply_network import network_of

    network = network_of(resolved)
    spans = {row["id"]: (row["low"], row["central"], row["high"]) for row in resolved["quantities"]}
    model = FlowModel(network)
    alone = max(1, min(ALONE, draws // 10))
    building, cuts = seconds(lambda: build_cuts(model, *drawn(network, spans, min(CHUNK, draws), 1), quiet=24))
    limits, demand = drawn(network, spans, draws, 2)
    parts = [slice(first, first + CHUNK) for first in range(0, draws, CHUNK)]
    evaluating, _ = seconds(
        lambda: [largest_force_by_draw(cuts, chunk(limits, rows), demand[:, :, rows]) for rows in parts], times=5
    )

    def one_by_one() -> None:
        for draw in range(alone):
            program = LargestForceProgram(network)
            program.set(demand_kg_per_person_day=demand[0, :, draw], limits=limits.limits(network, draw))

    def warm() -> None:
        for draw in range(alone):
            given = limits.limits(network, draw)
            model.largest_persons(demand_kg_per_person_day=demand[0, :, draw], limits=given)

    each, warmly = (seconds(work)[0] / alone * draws for work in (one_by_one, warm))
    missed = overstated(model, cuts, chunk(limits, slice(0, 10 * alone)), demand[:, :, : 10 * alone])
    print(f"{draws:,} draws by {len(cuts)} cuts {evaluating:.3f} s; one program a draw {each:.0f} s", end=" ")
    print(f"({alone} measured): {each / evaluating:,.0f} times faster (at least 1,000)", flush=True)
    print(
        f"  building the cuts once {building:.1f} s; with it {each / (evaluating + building):,.0f} times faster;",
        end=" ",
    )
    print(f"warm programs {warmly:.0f} s; {np.mean(missed > 1e-9):.2%} of {missed.size} draws overstated", flush=True)


def bench_stage(resolved: dict[str, Any], draws: int) -> None:
    """The whole stage, with at most so many draws."""
    import scipy.special  # noqa: F401  # imported late by the model; its time is not the model's

    from peacebrief.logistics.stage import plan_logistics

    fewer = resolved | {"draws": min(draws, resolved["draws"])}
    wall, found = seconds(lambda: plan_logistics(fewer))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole stage {wall:.1f} s, {megabytes:.0f} MB at most, {len(found['facts'])} facts", flush=True)


def bench_pairs(resolved: dict[str, Any], draws: int) -> None:
    """Every pair of links lost, by warm starts and by a rebuild for each."""
    import linopy  # noqa: F401  # its import is not part of its time

    from peacebrief.logistics.flow.flow_model import FlowModel
    from peacebrief.logistics.losses.link_pair import link_pairs
    from peacebrief.logistics.network.limits import limits_of_case
    from peacebrief.logistics.network.supply_network import network_of

    network = network_of(resolved)
    central = {row["id"]: row["central"] for row in resolved["quantities"]}
    limits = limits_of_case(network, case="central", **{name: central[name] for name in SHARES})
    model = FlowModel(network)
    warm, found = seconds(lambda: link_pairs(model, demand_kg_per_person_day=DEMAND, limits=limits))
    sample = found.pairs[:: max(1, len(found.pairs) // 4)][:4]
    rebuilding, left = seconds(lambda: [by_linopy(network, limits, (pair.first, pair.second)) for pair in sample])
    whole = model.largest_persons(demand_kg_per_person_day=DEMAND, limits=limits)
    np.testing.assert_allclose([pair.remaining for pair in sample], np.array(left) / whole, rtol=1e-6, atol=1e-9)
    every = rebuilding / len(sample) * found.asked
    print(f"{found.asked:,} pairs of links {warm:.1f} s ({found.solved:,} programs); rebuilt by linopy", end=" ")
    print(f"{every:,.0f} s ({len(sample)} measured): {every / warm:,.0f} times faster", flush=True)


def by_linopy(network: Any, limits: Any, closed: tuple[str, str]) -> float:
    """The largest force with two links closed, in a model of linopy made from nothing."""
    import linopy
    import xarray as xr

    nodes, arcs = range(len(network.nodes)), np.arange(len(network.arc_link))
    ends = [(np.array(nodes)[:, None] == side[None, :]) * 1.0 for side in (network.arc_to, network.arc_from)]
    entering, leaving = (xr.DataArray(matrix, dims=("node", "arc")) for matrix in ends)
    capacity = limits.arcs_t_per_day * ~np.isin(arcs, network.arcs_of(closed))
    needs = np.zeros((len(nodes), len(DEMAND)))
    np.add.at(needs, network.sector_node, network.sector_share[:, None] * DEMAND / 1000)
    model = linopy.Model()
    flow = model.add_variables(lower=0, coords=[arcs, np.arange(len(DEMAND))], dims=("arc", "kind"))
    force = model.add_variables(lower=0)
    model.add_constraints(flow.sum("kind") <= xr.DataArray(capacity, dims="arc"))
    for kind, places, share in ((1, network.racked, "tank_wagon_share"), (2, network.hazardous, "hazardous_share")):
        most = xr.DataArray(getattr(limits, share) * capacity[places], dims="arc")
        model.add_constraints(flow.sel(kind=kind).isel(arc=np.flatnonzero(places)) <= most)
    handled = entering.isel(node=network.handling.node)
    model.add_constraints(
        (flow.sum("kind") * handled).sum("arc") <= xr.DataArray(limits.handling_t_per_day, dims="node")
    )
    kept = np.flatnonzero(~network.supply)
    wanted = xr.DataArray(needs[kept], dims=("node", "kind"))
    model.add_constraints((flow * (entering - leaving).isel(node=kept)).sum("arc") - wanted * force == 0)
    model.add_objective(1 * force, sense="max")
    model.solve(solver_name="highs", io_api="direct", log_to_console=False, output_flag=False)
    return float(force.solution)


BENCHES = {"cuts": bench_cuts, "pairs": bench_pairs, "stage": bench_stage}


def main(inputs: Path, draws: int = DRAWS) -> None:
    """Print the lines."""
    for name in BENCHES:
        subprocess.run([sys.executable, __file__, str(inputs), str(draws), name], check=True)


if __name__ == "__main__":
    given, *rest = sys.argv[1:]
    if len(rest) > 1:
        BENCHES[rest[1]](json.loads(Path(given).read_text(encoding="utf-8")), int(rest[0]))
    else:
        main(Path(given), *map(int, rest))
