"""The linear programs against others, built anew from the rows of the tables and solved by other libraries."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from peacebrief.logistics.bounds.cut import cut_of, largest_force_by_draw
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Prices, Task
from peacebrief.logistics.network.limits import DrawnLimits, Limits, limits_of_case
from peacebrief.logistics.network.supply_network import network_of

CLASSES = ("provisions", "fuel", "ammunition", "other")
NETWORKS = 200
SHARED = "total_civil"


class Rows:
    """Equations and inequalities over named columns, gathered one by one and solved by SciPy."""

    def __init__(self):
        self.columns, self.equal, self.at_most = {}, [], []

    def column(self, name):
        return self.columns.setdefault(name, len(self.columns))

    def solved(self, cost):
        weights = np.zeros(len(self.columns))
        for name, price in cost.items():
            weights[self.columns[name]] += price
        sides = {}
        for kind, gathered in (("eq", self.equal), ("ub", self.at_most)):
            if gathered:
                matrix = lil_matrix((len(gathered), len(self.columns)))
                for place, (terms, _) in enumerate(gathered):
                    for name, factor in terms.items():
                        matrix[place, self.columns[name]] += factor
                sides |= {f"A_{kind}": matrix.tocsr(), f"b_{kind}": [side for _, side in gathered]}
        found = linprog(weights, bounds=(0, None), method="highs", **sides)
        assert found.status == 0, found.message
        return found


def directions(record):
    for row in record["links"]:
        if row["open"]:
            yield row["id"], row["from_node"], row["to_node"], row
            if row["two_way"]:
                yield row["id"], row["to_node"], row["from_node"], row


CARRIED = {"all": CLASSES, "fuel": ("fuel",), "dry": tuple(kind for kind in CLASSES if kind != "fuel")}


def flow_rows(record, *, case, force_share, tank_wagon_share, hazardous_share, fleets=()):
    """Every limit, and what arrives less what leaves at each node by class, as terms still without a side."""
    rows, net = Rows(), {(node["id"], kind): {} for node in record["nodes"] for kind in CLASSES}
    nodes, arriving, fleet_km = {node["id"]: node for node in record["nodes"]}, {}, {}
    for link, start, end, row in directions(record):
        names = {kind: (link, start, kind) for kind in CLASSES}
        for kind, name in names.items():
            rows.column(name)
            net[end, kind][name] = net[end, kind].get(name, 0) + 1
            net[start, kind][name] = net[start, kind].get(name, 0) - 1
        capacity = row[f"capacity_{case}"] * (force_share if row["scope"] == SHARED else 1)
        rows.at_most.append((dict.fromkeys(names.values(), 1), capacity))
        terminal = nodes[start]["kind"] == "hub" and nodes[start]["handling_central"] is not None
        if row["gauge_break"] or (row["mode"].startswith("rail") and terminal):
            rows.at_most.append(({names["fuel"]: 1}, tank_wagon_share * capacity))
        if row["enters_theatre"]:
            rows.at_most.append(({names["ammunition"]: 1}, hazardous_share * capacity))
        arriving.setdefault(end, {}).update(dict.fromkeys(names.values(), 1))
        for fleet in fleets:
            if fleet["mode"] == row["mode"]:
                own = fleet_km.setdefault(fleet["id"], {})
                own.update({names[kind]: row["distance_km"] for kind in CARRIED[fleet["carries"]]})
    for fleet in fleets:
        can_do = fleet[f"vehicles_{case}"] * fleet["load_t"] * fleet["loaded_km"]
        rows.at_most.append((fleet_km.get(fleet["id"], {}), can_do))
    for name, node in nodes.items():
        if node["handling_central"] is not None and "origin" not in node["kind"] and name in arriving:
            handling = node[f"handling_{case}"] * (force_share if node["scope"] == SHARED else 1)
            rows.at_most.append((arriving[name], handling))
    supplied = {name for name, node in nodes.items() if node["kind"] in {"origin", "air_origin"}}
    return rows, {place: terms for place, terms in net.items() if place[0] not in supplied}


def largest_by_scipy(record, *, demand, **limits):
    rows, net = flow_rows(record, **limits)
    rows.column("force")
    for sector in record["sectors"]:
        for kind, needed in zip(CLASSES, demand, strict=True):
            terms = net.get((sector["node"], kind))
            if terms is not None:
                terms["force"] = terms.get("force", 0) - sector["share"] * needed / 1000
    rows.equal = [(terms, 0.0) for terms in net.values() if terms]
    return -rows.solved({"force": -1.0}).fun


def cheapest_by_scipy(record, *, demand, persons, prices, **limits):
    """What stays unmet by class, each made least in its turn, and then the least cost."""
    rows, net = flow_rows(record, **limits)
    sides, unmet = dict.fromkeys(net, 0.0), {kind: [] for kind in CLASSES}
    for sector in record["sectors"]:
        for kind, needed in zip(CLASSES, demand, strict=True):
            if (sector["node"], kind) in net:
                name = ("unmet", sector["id"], kind)
                rows.column(name)
                unmet[kind].append(name)
                net[sector["node"], kind][name] = 1
                sides[sector["node"], kind] += sector["share"] * needed * persons / 1000
                rows.at_most.append(({name: 1}, sector["share"] * needed * persons / 1000))
    rows.equal = [(terms, sides[place]) for place, terms in net.items() if terms]
    least = []
    for names in unmet.values():
        least.append(rows.solved(dict.fromkeys(names, 1.0)).fun)
        rows.at_most.append((dict.fromkeys(names, 1.0), least[-1] + 1e-6))
    own = {node["id"]: node["country"] for node in record["nodes"]}
    theatre = {own[sector["node"]] for sector in record["sectors"]}
    cost = {}
    for link, start, end, row in directions(record):
        risk = prices.war_risk_ratio if {own[start], own[end]} <= theatre else 1.0
        each = row["distance_km"] * prices.eur_per_tkm[row["mode"]] * risk
        each += prices.transhipment_eur_per_t if row["gauge_break"] else 0.0
        cost |= {(link, start, kind): each for kind in CLASSES}
    return least, rows.solved(cost).fun


def largest_by_linopy(record, *, demand, case, force_share, tank_wagon_share, hazardous_share):
    import linopy
    import pandas as pd
    import xarray as xr

    arcs = pd.DataFrame([row | {"start": start, "end": end} for _, start, end, row in directions(record)])
    nodes = pd.DataFrame(record["nodes"]).set_index("id").rename_axis("node")
    free = nodes["kind"].isin(["origin", "air_origin"])
    handled = nodes["handling_central"].notna() & ~free & nodes.index.isin(arcs["end"])
    entering = xr.DataArray((nodes.index.to_numpy()[:, None] == arcs["end"].to_numpy()) * 1.0, dims=("node", "arc"))
    leaving = xr.DataArray((nodes.index.to_numpy()[:, None] == arcs["start"].to_numpy()) * 1.0, dims=("node", "arc"))
    share_at = pd.DataFrame(record["sectors"]).groupby("node")["share"].sum().reindex(nodes.index, fill_value=0.0)
    needs = xr.DataArray(share_at.to_numpy()[:, None] * demand / 1000, dims=("node", "kind"))

    def part(rows, column):
        return rows[f"{column}_{case}"].to_numpy() * np.where(rows["scope"] == SHARED, force_share, 1.0)

    model = linopy.Model()
    coords = [pd.RangeIndex(len(arcs), name="arc"), pd.RangeIndex(len(CLASSES), name="kind")]
    flow, force = model.add_variables(lower=0, coords=coords), model.add_variables(lower=0, name="force")
    capacity = xr.DataArray(part(arcs, "capacity"), dims="arc")
    model.add_constraints(flow.sum("kind") <= capacity)
    terminal = nodes["kind"].eq("hub") & nodes["handling_central"].notna()
    racked = arcs["gauge_break"].eq(1) | (arcs["mode"].str.startswith("rail") & arcs["start"].map(terminal))
    model.add_constraints(
        flow.sel(kind=1),
        "<=",
        capacity * tank_wagon_share,
        mask=racked.to_xarray().drop_vars("index").rename(index="arc"),
    )
    enters = arcs["enters_theatre"].eq(1).to_xarray().drop_vars("index").rename(index="arc")
    model.add_constraints(flow.sel(kind=2), "<=", capacity * hazardous_share, mask=enters)
    kept = np.flatnonzero(handled)
    if len(kept):
        handling = xr.DataArray(part(nodes[handled], "handling"), dims="node")
        model.add_constraints((flow.sum("kind") * entering.isel(node=kept)).sum("arc") <= handling)
    kept = np.flatnonzero(~free)
    model.add_constraints((flow * (entering - leaving).isel(node=kept)).sum("arc") - needs.isel(node=kept) * force == 0)
    model.add_objective(1 * force, sense="max")
    status, _ = model.solve(solver_name="highs", io_api="direct", log_to_console=False, output_flag=False)
    assert status == "ok"
    return float(force.solution)


def test_the_largest_force_is_that_of_scipy_on_the_real_network(real):
    model = FlowModel(real.network)
    for case, limits in real.limits.items():
        for demand in real.demands.values():
            found = model.largest_persons(demand_kg_per_person_day=demand, limits=limits)
            expected = largest_by_scipy(real.record, demand=demand, case=case, **real.shares[case])
            assert found == pytest.approx(expected, rel=1e-8)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_largest_force_is_that_of_linopy_on_the_real_network(real):
    model = FlowModel(real.network)
    for case, limits in real.limits.items():
        for demand in real.demands.values():
            found = model.largest_persons(demand_kg_per_person_day=demand, limits=limits)
            expected = largest_by_linopy(real.record, demand=demand, case=case, **real.shares[case])
            assert found == pytest.approx(expected, rel=1e-7)


@pytest.mark.slow
@pytest.mark.parametrize("case", ["low", "central", "high"])
def test_the_cheapest_plan_is_that_of_scipy_on_the_real_network(real, case):
    model = FlowModel(real.network)
    for demand in real.demands.values():
        task = Task(persons=100_000, demand_kg_per_person_day=demand, limits=real.limits[case], prices=real.prices)
        plan = model.least_cost(task)
        unmet, cost = cheapest_by_scipy(
            real.record, demand=demand, persons=100_000, prices=real.prices, case=case, **real.shares[case]
        )
        assert plan.unmet_t_per_day.sum(axis=0) == pytest.approx(unmet, abs=1e-4)
        assert plan.cost_eur_per_day == pytest.approx(cost, rel=1e-6)


PRICES = Prices(
    eur_per_tkm={"road": 0.1, "rail_standard": 0.05, "rail_broad": 0.03, "ferry": 0.04, "sea": 0.02, "air": 1.3},
    transhipment_eur_per_t=10.0,
    war_risk_ratio=1.5,
)
MODES = ("road", "rail_standard", "rail_broad", "ferry", "sea", "air")
tonnes = st.integers(1, 60).map(float)


@st.composite
def networks(draw):
    """A record of three to seven nodes, a source at least, with every kind of limit."""
    names = [f"N{number}" for number in range(draw(st.integers(3, 7)))]
    spans = st.lists(tonnes, min_size=3, max_size=3).map(sorted)
    scope = st.sampled_from([SHARED, "force_available"])

    def spread(what, values):
        return dict(zip((f"{what}_low", f"{what}_central", f"{what}_high"), values, strict=True))

    nodes = []
    for place, name in enumerate(names):
        kind = "origin" if place == 0 else draw(st.sampled_from(["hub", "hub", "border", "seaport", "origin"]))
        limits = draw(st.one_of(st.none(), spans)) or [None] * 3
        nodes.append({"id": name, "kind": kind, "country": draw(st.sampled_from(["XA", "XB", "XT"]))})
        nodes[-1] |= {"scope": draw(scope), **spread("handling", limits)}
    links = []
    for number in range(draw(st.integers(len(names), 3 * len(names)))):
        start, end = draw(st.permutations(names))[:2]
        row = {"id": f"L{number}", "from_node": start, "to_node": end, "mode": draw(st.sampled_from(MODES))}
        row |= {flag: draw(st.integers(0, 1)) for flag in ("two_way", "gauge_break", "enters_theatre")}
        row |= {"open": draw(st.sampled_from([1, 1, 1, 0])), "scope": draw(scope), "transit_countries": ""}
        row |= {"distance_km": float(draw(st.integers(1, 900))), "corridor": draw(st.sampled_from(["a", "b"]))}
        links.append(row | spread("capacity", draw(spans)) | spread("speed", [1.0] * 3) | spread("delay", [1.0] * 3))
    places = draw(st.lists(st.sampled_from(names[1:]), min_size=1, max_size=4))
    sectors = [{"id": f"S{number}", "node": place, "share": 1 / len(places)} for number, place in enumerate(places)]
    return {"nodes": nodes, "links": links, "sectors": sectors, "corridors": [{"id": "a"}, {"id": "b"}]}


shares = st.fixed_dictionaries(
    {
        "case": st.sampled_from(["low", "central", "high"]),
        "force_share": st.sampled_from([0.1, 0.25, 1.0]),
        "tank_wagon_share": st.sampled_from([0.1, 0.4, 1.0]),
        "hazardous_share": st.sampled_from([0.05, 0.3, 1.0]),
    }
)
demands = st.lists(st.integers(1, 40).map(float), min_size=4, max_size=4).map(np.array)


def fed(record):
    """Whether some sector stands where supply is not without limit."""
    free = {node["id"] for node in record["nodes"] if node["kind"] == "origin"}
    return any(sector["node"] not in free for sector in record["sectors"])


@pytest.mark.slow
@settings(max_examples=NETWORKS)
@given(record=networks().filter(fed), limits=shares, demand=demands)
def test_the_largest_force_is_that_of_scipy_on_random_networks(record, limits, demand):
    network = network_of(record)
    found = FlowModel(network).largest_persons(
        demand_kg_per_person_day=demand, limits=limits_of_case(network, **limits)
    )
    assert found == pytest.approx(largest_by_scipy(record, demand=demand, **limits), rel=1e-7, abs=1e-6)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=NETWORKS)
@given(record=networks().filter(fed), limits=shares, demand=demands)
def test_the_largest_force_is_that_of_linopy_on_random_networks(record, limits, demand):
    network = network_of(record)
    found = FlowModel(network).largest_persons(
        demand_kg_per_person_day=demand, limits=limits_of_case(network, **limits)
    )
    assert found == pytest.approx(largest_by_linopy(record, demand=demand, **limits), rel=1e-6, abs=1e-4)


@pytest.mark.slow
@settings(max_examples=NETWORKS)
@given(record=networks().filter(fed), limits=shares, demand=demands, persons=st.sampled_from([500.0, 3000.0, 20000.0]))
def test_the_cheapest_plan_is_that_of_scipy_on_random_networks(record, limits, demand, persons):
    network = network_of(record)
    task = Task(
        persons=persons,
        demand_kg_per_person_day=demand,
        limits=limits_of_case(network, **limits),
        prices=PRICES,
    )
    plan = FlowModel(network).least_cost(task)
    unmet, cost = cheapest_by_scipy(record, demand=demand, persons=persons, prices=PRICES, **limits)
    assert plan.unmet_t_per_day.sum(axis=0) == pytest.approx(unmet, abs=1e-4)
    assert plan.cost_eur_per_day == pytest.approx(cost, rel=1e-5, abs=1e-1)


def drawn(network, *, levels, case, **shares_of_force):
    del case
    each = {name: np.array([share]) for name, share in shares_of_force.items()}
    return DrawnLimits(levels=np.array(levels)[:, None], **each)


@pytest.mark.slow
@settings(max_examples=NETWORKS)
@given(
    record=networks().filter(fed),
    here=shares,
    there=shares,
    demand=demands,
    other=demands,
    levels=st.lists(st.floats(-1, 1), min_size=2, max_size=2),
)
def test_the_prices_of_any_program_bound_the_force_of_every_other(*, record, here, there, demand, other, levels):
    network = network_of(record)
    model = FlowModel(network)
    cut = cut_of(network, model.largest_force(demand_kg_per_person_day=demand, limits=limits_of_case(network, **here)))
    elsewhere = drawn(network, levels=levels, **there)
    bound, _ = largest_force_by_draw([cut], elsewhere, other[None, :, None])
    force = model.largest_persons(demand_kg_per_person_day=other, limits=elsewhere.limits(network, 0))
    assert bound[0, 0] >= force * (1 - 1e-9) - 1e-6


def scaled(limits, factor):
    return Limits(
        arcs_t_per_day=factor * limits.arcs_t_per_day,
        handling_t_per_day=factor * limits.handling_t_per_day,
        tank_wagon_share=limits.tank_wagon_share,
        hazardous_share=limits.hazardous_share,
    )


@pytest.mark.slow
@settings(max_examples=min(40, settings.default.max_examples))
@given(record=networks().filter(fed), limits=shares, demand=demands, place=st.integers(0, 10**6))
def test_more_capacity_never_feeds_less_and_more_demand_never_more(record, limits, demand, place):
    network = network_of(record)
    model, given_limits = FlowModel(network), limits_of_case(network, **limits)

    def force(demand, limits, closed=()):
        return model.largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=closed)

    whole = force(demand, given_limits)
    least = 1e-7 * max(whole, 1.0)
    arcs = given_limits.arcs_t_per_day.copy()
    if arcs.size:
        arcs[place % arcs.size] *= 2
        wider = Limits(
            arcs_t_per_day=arcs,
            handling_t_per_day=given_limits.handling_t_per_day,
            tank_wagon_share=given_limits.tank_wagon_share,
            hazardous_share=given_limits.hazardous_share,
        )
        assert force(demand, wider) >= whole - least
        closed = network.links.ids[place % len(network.links.ids)]
        assert force(demand, given_limits, [closed]) <= whole + least
    more = demand * np.where(np.arange(4) == place % 4, 1.5, 1.0)
    assert force(more, given_limits) <= whole + least
    assert force(demand, scaled(given_limits, 3.0)) == pytest.approx(3 * whole, rel=1e-7, abs=1e-6)
    assert force(3 * demand, given_limits) == pytest.approx(whole / 3, rel=1e-7, abs=1e-6)
