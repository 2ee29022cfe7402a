"""The methods of supply and its evidence, row by row."""

import pytest

from peacebrief.telling.annex import evidence_cells, logistics, network
from peacebrief.telling.saying.said import Cited, Number, phrase

CASE = {"logistics": {"postures": {"calm": {"phrase": "in camp"}, "hard": {"phrase": "under fire"}}}}
KNOWN = {"basis": "found", "confidence": "high", "source": "book", "note": "why"}
BASIS = phrase("evidence_cells.basis", basis="found", confidence="high")
SOURCE = Cited("book", "number")


def ends(column=""):
    return {f"{column}low": 1.0, f"{column}central": 2.0, f"{column}high": 3.0}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("book;paper", Cited("book;paper", "number")),
        ("declared", phrase("evidence_cells.own_judgement")),
        ("", phrase("evidence_cells.own_judgement")),
    ],
)
def test_what_no_source_says_is_judged_by_the_project(keys, told):
    assert evidence_cells.source(keys) == told


def test_spans_are_told_with_and_without_a_common_factor(known, aloud):
    spans = {f"logistics.{name}.{posture}": (1.0, 2.0, 3.0 + wide) for posture in ("calm", "hard")
             for name, wide in (("demand", 2), ("demand_independent", 0))}  # fmt: skip
    case = known(spans, case=CASE)
    assert aloud(case, logistics.spans(case)) == "1 to 5 against 1 to 3 in camp; 1 to 5 against 1 to 3 under fire"


def test_capacities_and_what_was_moved_are_told_as_they_stand(known):
    capacity = {"label": "Ferry", "mode": "sea", **ends()}
    flow = {
        "id": "F",
        "place": "Ferry",
        "flow": "Carried",
        "value": 7.0,
        "unit": "t_per_day",
        "period": "2029",
        **KNOWN,
    }
    case = known(corridor_capacity=[capacity], throughput=[flow])
    assert logistics.corridor_capacity(case)[0].cells == ["Ferry", "sea", 1.0, 2.0, 3.0]
    (row,) = logistics.throughput(case)
    assert row.cells == ["Ferry", "Carried", 7.0, "t per day", "2029", SOURCE, "why"]
    assert row.anchor == "row-throughput-F"


def test_past_moves_are_told_with_their_result_or_why_they_are_left_out(known):
    moves = [
        {"case": name, "label": name, "use": "holdout", "left_out": reason, "within": within}
        for name, reason, within in (("hit", "", True), ("miss", "", False), ("other", "staged before", None))
    ]
    hit, miss, other = logistics.past_moves(known(loc_tests=moves))
    name = "logistics.loc_test.hit"
    fastest, slowest = (Number(f"{name}.{end}", "significant") for end in ("fastest", "slowest"))
    assert hit.cells == [
        "hit", "holdout", Number(name, "significant"), phrase("logistics.days", fastest=fastest, slowest=slowest),
        Number(f"{name}.observed", "significant"), phrase("logistics.within"),
    ]  # fmt: skip
    assert miss.cells[-1] == phrase("logistics.missed")
    assert other.cells == ["other", "holdout", None, None, None, "staged before"]


def test_corridors_are_told_where_their_loss_costs_a_tenth(known):
    losses = [
        {"label": f"{kind} {left}", "kind": kind, "remaining": left, "capacity_case": "central", "posture": "calm"}
        for kind, left in (("corridor", 0.5), ("corridor", 0.95), ("corridors", 0.255), ("country", 0.1))
    ]
    rows = logistics.corridors_lost(known(case=CASE, losses=losses))
    assert [row.cells for row in rows] == [["corridor 0.5", "50%"], ["corridors 0.255", "26%"]]


def test_links_are_called_by_their_ends(known, aloud):
    nodes = [{"id": "P", "name": "Port"}, {"id": "C", "name": "Camp"}]
    links = [{"id": "L1", "mode": "rail_standard", "from_node": "P", "to_node": "C"},
             {"id": "L2", "mode": "road", "from_node": "C", "to_node": "P"}]  # fmt: skip
    case = known(nodes=nodes, links=links, link_pairs=[{"first": "L1", "second": "L2", "remaining": 0.36}])
    (row,) = logistics.link_pairs(case)
    told = ["standard-gauge rail, Port to Camp", "road, Camp to Port", "36%"]
    assert [aloud(case, cell) for cell in row.cells] == told


def test_the_order_of_losses_is_told_in_every_posture(known, aloud):
    case = known({"logistics.ranking_robust.calm": "robust", "logistics.ranking_robust.hard": "not robust"}, case=CASE)
    assert [aloud(case, order) for order in logistics.orders(case)] == [
        "Order of the losses in camp: robust.", "Order of the losses under fire: not robust.",
    ]  # fmt: skip


def test_rates_of_consumption_are_told(known):
    rate = {"item": "meals", "posture": "very_hard", "label": "Meals", "unit": "kg_a_day", "cross_border_share": 0.8}
    (row,) = network.consumption(known(consumption=[rate | ends() | KNOWN]))
    assert row.cells == ["Meals", "very hard", 1.0, 2.0, 3.0, "kg a day", 0.8, BASIS, SOURCE, "why"]
    assert row.anchor == "row-consumption-meals/very_hard"


def test_links_are_open_or_closed(known):
    link = {"id": "L", "from_node": "P", "to_node": "C", "mode": "rail_standard", "distance_km": 9.0,
            "corridor": "far_north", "open": 1, **ends("capacity_"), **KNOWN}  # fmt: skip
    first, second = network.links(known(links=[link, link | {"open": 0}]))
    mode, state = phrase("modes.rail_standard"), phrase("network.open")
    assert first.cells == ["L", "P", "C", mode, state, 9.0, 1.0, 2.0, 3.0, "far north", BASIS, SOURCE]
    assert second.cells[4] == phrase("network.closed")


def test_only_nodes_with_a_limit_are_told(known):
    node = {"id": "P", "name": "Port", "country": "XN", "kind": "sea_port", "derivation": "counted", **KNOWN}
    unlimited = {f"handling_{end}": None for end in ("low", "central", "high")}
    rows = network.nodes(known(nodes=[node | ends("handling_"), node | unlimited]))
    assert [row.cells for row in rows] == [["P", "Port", "XN", "sea port", 1.0, 2.0, 3.0, BASIS, SOURCE, "counted"]]


def test_sectors_and_vehicles_are_told(known):
    sector = {"id": "coast", "name": "Coast", "share": 0.5, "zone": "line", "note": "why"}
    vehicle = {"id": "V", "name": "Lorry", "mode": "road", **KNOWN} | {
        f"{name}_central": 1.0 for name in ("payload", "speed", "hours", "availability", "load_factor")
    }
    case = known(sectors=[sector], vehicles=[vehicle])
    assert network.sectors(case)[0].cells == ["Coast", "50%", "line", "why"]
    assert network.vehicles(case)[0].cells == ["Lorry", "road", *[1.0] * 5, BASIS, SOURCE]


def test_fleets_are_told_with_what_one_of_them_does(known):
    fleet = {"id": "carts", "label": "Carts", "mode": "road", "carries": "dry", "load_t": 2.0, "loaded_km": 40.0,
             "derivation": "counted", **ends("vehicles_"), **KNOWN}  # fmt: skip
    (row,) = network.fleets(known(fleets=[fleet]))
    assert row.anchor == "row-fleets-carts"
    assert row.cells == ["Carts", phrase("modes.road"), "dry", 1.0, 2.0, 3.0, 2.0, 40.0, BASIS, SOURCE, "counted"]


def test_deployments_are_told(known):
    move = {"id": "used", "name": "used", "date": "2005-04-11", "day": 5.0, "metric": "Moved", "value": 9.0,
            "use": "context", **KNOWN}  # fmt: skip
    (row,) = network.deployments(known(deployments=[move]))
    assert row.anchor == "row-deployments-used"
    assert row.cells == ["used", "2005-04-11", 5.0, "Moved", 9.0, "context", BASIS, SOURCE, "why"]


def test_costs_are_told_in_their_money_and_ratios_in_none(known, aloud):
    cost = {"id": "C", "label": "A soldier", "per": "person_year", "currency": "EUR", "price_year": 2025, **ends()}
    ratio = {"currency": None, "per": "ratio"}
    case = known(costs=[cost | KNOWN, cost | KNOWN | ratio])
    money, none = network.costs(case)
    assert [aloud(case, row.cells[4]) for row in (money, none)] == ["EUR per person_year", "ratio"]
    assert money.cells[:4] == ["A soldier", 1.0, 2.0, 3.0]
    assert money.cells[5:] == [2025, BASIS, SOURCE, "why"]


def test_options_are_told_as_they_are_costed(known):
    option = {"id": "watch", "label": "Watch", "posture": "very_hard", **ends("force_"), **KNOWN}
    (row,) = network.options(known(options=[option]))
    assert row.cells == ["Watch", "very hard", 1.0, 2.0, 3.0, SOURCE, "why"]
