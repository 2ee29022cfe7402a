"""The capacities modelled beside what was really moved, and the table by corridor worked out by hand beforehand."""

from __future__ import annotations

import math

import pytest

# In thousands of tonnes a day into the theatre: low, central, high. Worked out by hand before there was a model.
RAIL = {
    "pl": (7.3, 11.5, 22.9),
    "pl_lhs": (8, 13, 20),
    "sk": (8, 14, 27),
    "hu": (5.5, 10, 18.3),
    "ro": (1.7, 5, 9),
    "md": (3.3, 10, 17),
}
# Two again by hand, after counts were read, in lorries of 16, 20 and 24 t. Hungary: 150, 310, 375; Romania: 50 + 30,
# 400 + 120, 500 + 180.
ROAD = {"pl": (10.1, 30, 45.6), "sk": (1.6, 5, 7.2), "hu": (2.4, 6.2, 9), "ro": (1.28, 10.4, 16.32)}
FERRY = {"danube": (0.7, 4, 6)}


@pytest.fixture(scope="module")
def links(ukraine):
    return {row.id: row for row in ukraine.tables.links.rows}


@pytest.fixture(scope="module")
def observed(ukraine):
    return {row.id: row.value for row in ukraine.tables.throughput.rows}


def crossings(links, *modes):
    return [row for row in links.values() if row.enters_theatre and row.mode in modes]


def by_corridor(rows):
    found: dict[str, list[float]] = {}
    for row in rows:
        sums = found.setdefault(row.corridor, [0, 0, 0])
        for place, part in enumerate((row.capacity_low, row.capacity_central, row.capacity_high)):
            sums[place] += part / 1000
    return found


@pytest.mark.parametrize(
    ("modes", "table"), [(("rail_standard", "rail_broad"), RAIL), (("road",), ROAD), (("ferry",), FERRY)]
)
def test_the_capacities_of_the_corridors_are_those_of_the_table(links, modes, table):
    found = by_corridor(crossings(links, *modes))
    assert set(found) == set(table)
    for corridor, expected in table.items():
        for number, hand in zip(found[corridor], expected, strict=True):
            # The table is rounded to a hundred tonnes.
            assert math.isclose(number, hand, abs_tol=0.051), (corridor, number, hand)


def test_all_rail_crossings_together_stay_below_the_published_capacity(links, observed):
    rail = math.fsum(row.capacity_central for row in crossings(links, "rail_standard", "rail_broad"))
    assert rail == 63_500
    # 220,000 t a day were published for both ways and 110,000 carried; imports alone were 27,500.
    assert observed["RAIL_IMPORTS"] < rail < observed["RAIL_CAPACITY"] / 2
    assert math.isclose(rail, observed["RAIL_ACTUAL"] / 2, rel_tol=0.2)


def test_the_broad_gauge_line_is_modelled_a_little_below_half_of_what_it_carried(links, observed):
    half = observed["LHS_2022"] / 2
    assert half == 15_200
    assert links["L043"].capacity_central == 13_000
    assert 0.8 * half < links["L043"].capacity_central < half < links["L043"].capacity_high


@pytest.mark.parametrize(("row", "link", "directions"), [("BATIOVO_TONNES", "L047", 1), ("MATOVCE_ORE", "L050", 1)])
def test_what_went_out_is_never_modelled_as_coming_in(links, observed, row, link, directions):
    # Almost all of it was ore and grain going west; loading eastward is slower.
    assert links[link].capacity_central < observed[row] / directions


@pytest.mark.parametrize(
    ("row", "link", "part"),
    [
        ("YAHODYN_LORRIES", "L067", "units_central"),
        ("KRAKOVETS_LORRIES", "L069", "units_central"),
        ("UZHHOROD_LORRIES", "L072", "units_central"),
        ("HREBENNE_BLOCKADE", "L068", "units_low"),
    ],
)
def test_lorries_a_day_are_those_that_were_counted(links, observed, row, link, part):
    assert math.isclose(getattr(links[link], part), observed[row], rel_tol=0.06)


def test_the_four_polish_road_crossings_carry_half_of_what_passed_both_ways(links, observed):
    lorries = math.fsum(links[name].units_central for name in ("L067", "L068", "L069", "L070"))
    assert math.isclose(lorries, observed["POLISH_LORRIES"] / 2, rel_tol=0.1)


def test_trains_of_the_gauge_break_stay_within_what_the_stations_handle(links, observed):
    trains = links["L045"]
    assert trains.units_low <= observed["MEDYKA_TRAINS"] <= trains.units_central <= observed["MOSTYSKA_TRAINS"]


@pytest.mark.parametrize(
    ("row", "nodes", "tolerance"),
    [
        ("CONSTANTA", ["P_CND"], 0.005),
        ("GDANSK", ["P_GDN"], 0.005),
        ("GDYNIA", ["P_GDY"], 0.005),
        ("ODESA_PORTS", ["P_ODS"], 0.005),
        # A third, small port of the Danube is not in the network.
        ("DANUBE_PORTS", ["P_IZM", "P_REN"], 0.07),
    ],
)
def test_the_most_a_port_handles_is_its_whole_traffic(ukraine, observed, row, nodes, tolerance):
    handling = math.fsum(node.handling_high for node in ukraine.tables.nodes.rows if node.id in nodes)
    assert math.isclose(handling, observed[row], rel_tol=tolerance)


def test_tonnes_are_units_times_a_load_that_lorries_and_trains_carry(links):
    # Tonnes a lorry or train; the loads of vehicles.csv with some room for rounding.
    loads = {"road": (16, 25), "ferry": (16, 25), "rail_standard": (1000, 1500), "rail_broad": (500, 3600)}
    for row in links.values():
        for part in ("low", "central", "high"):
            units, tonnes = getattr(row, f"units_{part}"), getattr(row, f"capacity_{part}")
            if units is not None:
                low, high = loads[row.mode]
                assert low <= tonnes / units <= high, (row.id, part, tonnes / units)
