"""Faults of the network and of what is moved over it: each is one sentence, and a closed crossing is none."""

from __future__ import annotations

import pytest

NETWORK = "island/network"
N, L, K, X, F = (f"{NETWORK}/{name}.csv" for name in ("nodes", "links", "corridors", "sectors", "fleets"))
U, V, D = "reference/consumption.csv", "reference/vehicles.csv", "reference/deployments.csv"
ANCHORS = "reference/consumption_anchors.csv"
SET: dict[str, tuple[str, str, str, str, tuple[str, ...]]] = {
    # name: file, row, column, value typed, what the one sentence must hold
    "unknown start": (
        L,
        "K10",
        "from_node",
        "P_ILAND",
        ("column from_node", "not in nodes.csv; did you mean P_ISLAND?"),
    ),
    "unknown end": (L, "K10", "to_node", "U_CAPITOL", ('"U_CAPITOL" is not in nodes.csv; did you mean U_CAPITAL?',)),
    "unknown corridor": (L, "K10", "corridor", "insid", ('"insid" is not in corridors.csv; did you mean inside?',)),
    "unknown mode": (L, "K10", "mode", "rail_brod", ("closed list; did you mean rail_broad?",)),
    "no capacity": (
        L,
        "K10",
        "capacity_low",
        "0",
        ("column capacity_low: 0 is not possible on an open link", "open = 0"),
    ),
    "negative capacity": (L, "K10", "capacity_low", "-5", ("-5 is negative",)),
    "capacity out of order": (L, "K10", "capacity_low", "9500", ("9500 is above capacity_central (9000)",)),
    "lorries without tonnes": (L, "K10", "capacity_central", "", ("although 450 units a day are given", "their load")),
    "nothing given": (L, "K03", "capacity_central", "", ("the cell is empty; write tonnes a day",)),
    "units out of order": (L, "K10", "units_high", "300", ("450 is above units_high (300)",)),
    "no distance": (L, "K10", "distance_km", "0", ("0 is not above zero; write the distance, so that no round trip",)),
    "shorter than the globe": (L, "K01", "distance_km", "20", ("20 km is less than the 178 km of the shortest way",)),
    "no speed": (L, "K10", "speed_low", "0", ("column speed_low: 0 is not possible",)),
    "gauge of a road": (L, "K07", "gauge_break", "1", ("the mode road has no gauge to change; write 0",)),
    "half open": (L, "K10", "open", "0.5", ("0.5", "is not a whole number")),
    "from a place to itself": (L, "K15", "to_node", "U_CAPITAL", ("is also where the link starts",)),
    "country in small letters": (
        L,
        "K01",
        "transit_countries",
        "XN;xs",
        ('"xs" is not a code of two capital letters',),
    ),
    "crossing not marked": (L, "K06", "enters_theatre", "0", ("from XS to XI leads into the theatre; write 1",)),
    "marked but no crossing": (L, "K15", "enters_theatre", "1", ("from XI to XI does not lead into", "write 0")),
    "coordinates exchanged": (N, "U_CAPITAL", "lon", "50.2", ("row 9 (U_CAPITAL)", "correct latitude and longitude")),
    "far away": (N, "U_EAST", "lat", "5.3", ("5.3 north", "a link of 90 km; correct latitude and longitude")),
    "no latitude": (N, "U_EAST", "lat", "95", ("95 is no latitude",)),
    "no longitude": (N, "U_EAST", "lon", "200", ("200 is no longitude",)),
    "part of a handling": (
        N,
        "P_NORTH",
        "handling_low",
        "",
        ("although the range is given; fill in all three or none",),
    ),
    "handling of nothing": (N, "P_NORTH", "scope", "", ("although handling is given; write total_civil or",)),
    "unknown kind": (N, "P_NORTH", "kind", "harbor", ("closed list",)),
    "no country": (N, "P_NORTH", "country", "Northland", ("use two capital letters, such as PL",)),
    "country without a name": (K, "north", "country_name", "", ("country and country_name belong together",)),
    "sector nowhere": (X, "capital", "node", "U_CAPTAL", ("not in nodes.csv; did you mean U_CAPITAL?",)),
    "share of nothing": (X, "capital", "share", "0", ("0 is not above 0 and at most 1",)),
    "shares beyond one": (X, "capital", "share", "0.3", ("the shares of the sectors sum to 1.1",)),
    "unknown fighting posture": (
        "island/options.csv",
        "observers",
        "fighting_posture",
        "elevatd",
        ("column fighting_posture", "did you mean elevated?"),
    ),
    "calmer in a fight": (
        "island/options.csv",
        "separation",
        "fighting_posture",
        "garrison",
        ("garrison is calmer than elevated, the posture of the plan; write elevated or a harder one",),
    ),
    "fleet on no link": (F, "wagons_standard", "mode", "road_rail", ("column mode", "closed list")),
    "fleet without a number": (F, "lorries_hired", "vehicles_central", "", ("column vehicles_central", "empty")),
    "no vehicles": (F, "lorries_hired", "vehicles_low", "0", ("column vehicles_low: 0 is not possible here",)),
    "vehicles out of order": (F, "lorries_hired", "vehicles_low", "200", ("200 is above vehicles_central (150)",)),
    "negative vehicles": (F, "lorries_hired", "vehicles_low", "-5", ("-5 is negative",)),
    "no load": (F, "lorries_hired", "load_t", "0", ("column load_t: 0 is not possible here; write a number above",)),
    "no way": (F, "lorries_hired", "loaded_km", "-3", ("column loaded_km: -3 is not possible here",)),
    "unknown goods": (F, "tankers_hired", "carries", "feul", ("closed list; did you mean fuel?",)),
    "unknown posture": ("island/options.csv", "observers", "posture", "garison", ("did you mean garrison?",)),
    "unknown class": (U, "rations/garrison", "supply_class", "food", ("closed list",)),
    "weight of a kilogramme": (U, "rations/garrison", "kg_per_unit", "2", ("a kilogramme weighs 2 kg here; write 1",)),
    "another class": (
        U,
        "mail/elevated",
        "supply_class",
        "fuel",
        ('"fuel" differs from "other" for the posture garr',),
    ),
    "share above one": (U, "rations/garrison", "cross_border_share", "80", ("80 is above 1",)),
    "unit of another thing": (U, "rations/garrison", "unit", "t", ("t is not a unit of consumption",)),
    "a day of 25 hours": (V, "V_ART", "hours_high", "25", ("25 is more than a day has",)),
    "never fit": (V, "V_ART", "availability_low", "0", ("0 is not possible here",)),
    "half pre-staged": (D, "TFE_TROOPS", "pre_staged", "2", ("column pre_staged", "write one of 0, 1.")),
    "no line of communication": (D, "TFE_TROOPS", "loc_low", "0", ("at least one line of communication",)),
    "moved on no day": (D, "TFE_TROOPS", "day", "0", ("0 is not above zero although something was moved",)),
    "moved without a unit": (D, "TFE_TROOPS", "moved_unit", "", ("moved and moved_unit belong together",)),
    "cost without currency": ("reference/costs.csv", "FIRST_MOVE", "currency", "", ("a cost has one",)),
    "unknown factor target": (
        "island/correlations.csv",
        "activity/consumption.bulk_fuel",
        "quantity",
        "consumption.bulk_feul",
        ("no assumption, no method and no item; did you mean consumption.bulk_fuel?",),
    ),
    "wrong stage": ("island/assumptions.csv", "force_share", "stage", "sizing", ("write logistics",)),
}


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("name", SET)
def test_a_bad_cell_is_named_in_one_sentence(folder, name):
    file, row_id, column, value, expected = SET[name]
    folder.set(file, row_id, column, value)
    problem = folder.only_problem()
    assert problem.startswith(file)
    for part in expected:
        assert part in problem


def without(*ids):
    return lambda records: [record for record in records if record[0] not in ids]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("table", ["nodes", "links", "corridors", "sectors"])
def test_a_missing_table_of_the_network_is_named(folder, table):
    (folder.root / f"{NETWORK}/{table}.csv").unlink()
    assert f"{NETWORK}/{table}.csv: the file is missing; add it, or copy it from another case." in folder.problems()


def test_a_case_without_a_network_is_told_each_file_it_lacks(folder):
    for file in (folder.root / NETWORK).iterdir():
        file.unlink()
    (folder.root / NETWORK).rmdir()
    assert [problem.partition(":")[0] for problem in folder.problems()] == [N, L, K, X, F]


def test_a_line_for_maps_may_be_left_out_and_is_checked_where_it_is_given(folder):
    line = f"{NETWORK}/illustrative_line.csv"
    columns = "id,lat,lon,basis,confidence,source,locator,checked,note"
    folder.write(line, f"{columns}\nN1,50.1,-29.9,judgement,low,declared,made up,2030-01-15,fictional\n")
    assert folder.problems() == []
    folder.set(line, "N1", "lat", "501")
    assert folder.only_problem().startswith(f"{line}, row 2 (N1), column lat: 501 is no latitude")


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize(("file", "row"), [(N, "U_EAST"), (L, "K10"), (K, "sea"), (X, "capital"), (V, "V_ART")])
def test_an_id_used_twice_is_named(folder, file, row):
    # The sum of the shares counts a sector twice as well.
    folder.edit_rows(file, lambda records: [*records, next(record for record in records if record[0] == row)])
    assert f'"{row}" is already in row' in folder.problems()[0]


def test_latitude_and_longitude_exchanged_are_told_from_a_place_gone_astray(folder):
    records = folder.records(N)
    place = next(record for record in records if record[0] == "U_CAPITAL")
    place[4], place[5] = place[5], place[4]
    folder.save(N, records)
    problem = folder.only_problem()
    assert problem.startswith(f"{N}, row 9 (U_CAPITAL)")
    assert problem.endswith("exchange latitude and longitude.")


def test_a_posture_without_consumption_is_named_once(folder):
    folder.edit_rows(U, lambda records: [record for record in records if record[1] != "elevated"])
    assert "no row has the posture elevated, which case.yaml names" in folder.only_problem()


def test_an_item_without_a_posture_is_named(folder):
    folder.edit_rows(U, lambda records: [record for record in records if record[:2] != ["mail", "elevated"]])
    assert f"{U}, mail, posture: there is no row for the posture elevated; add it." == folder.only_problem()


def test_a_class_of_supply_without_an_item_is_named(folder):
    folder.edit_rows(U, lambda records: [record for record in records if record[0] != "bulk_fuel"])
    folder.edit_rows(
        "island/correlations.csv", lambda records: [r for r in records if "consumption.bulk_fuel" not in r]
    )
    assert "no item is of the class fuel" in folder.only_problem()


def test_a_carrier_that_is_no_vehicle_is_named_with_the_nearest(folder):
    folder.edit_rows(V, without("V_ART"))
    message = 'logistics.carriers.hired: "V_ART" is not in vehicles.csv; did you mean V_ARTF?'
    assert f"island/case.yaml, {message}" == folder.only_problem()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "worst_pair: [XN, XO]\n    replaceable: XS",
            'logistics.expected.worst_pair: "XO" is the country of no corridor;',
        ),
        ("worst_pair: [XN, XS]\n    replaceable: north", "logistics.expected.replaceable: "),
        ("worst_pair: [XN, XN]\n    replaceable: XS", "logistics.expected: the pair names one country twice"),
        ("worst_pair: [XN]\n    replaceable: XS", "logistics.expected.worst_pair: "),
        ("worst_pair: [XN, XS]\n    replaceable: XS", ""),
    ],
)
def test_what_was_expected_of_losses_names_countries_that_can_be_lost(folder, told, expected):
    folder.replace("island/case.yaml", "  carriers:\n", f"  expected:\n    {told}\n  carriers:\n")
    problems = folder.problems()
    assert len(problems) == bool(expected)
    assert expected in "".join(problems)


def test_a_published_rate_of_which_a_part_is_missing_is_named(folder):
    folder.edit_rows(ANCHORS, without("OLD_FORCE_WATER"))
    assert "no row of the anchor old_force has the item water in us_gallons_per_day" in folder.only_problem()


def test_a_published_rate_goes_by_one_name(folder):
    folder.set(ANCHORS, "LEDGER_FUEL", "label", "Ledger of 2027")
    assert '"Ledger of 2027" differs from "Ledger of 2028" for the item dry' in folder.only_problem()


def test_a_sector_that_nothing_leads_to_is_named_with_a_remedy(folder):
    folder.edit_rows(L, without("K15"))
    problem = folder.only_problem()
    assert problem.startswith(f"{X}, row 3 (westmarch), column node: no chain of links leads from an origin to U_WEST")
    assert "add a link to U_WEST" in problem


def test_a_link_that_leads_the_wrong_way_is_named_as_the_remedy(folder):
    folder.set(L, "K15", "from_node", "U_WEST")
    folder.set(L, "K15", "to_node", "U_CAPITAL")
    folder.set(L, "K15", "two_way", "0")
    assert "K15 leads the other way: exchange its ends, or write two_way = 1." in folder.only_problem()


def test_a_network_without_an_origin_is_named_once(folder):
    folder.edit_rows(N, lambda rows: [["hub" if cell.endswith("origin") else cell for cell in row] for row in rows])
    assert "no place is of the kind air_origin or origin" in folder.only_problem()


def test_a_theatre_that_no_corridor_lies_in_is_named_once(folder):
    folder.set(K, "inside", "inside", "0")
    assert "no corridor lies inside the theatre" in folder.only_problem()


def test_closing_the_only_way_in_loads_and_warns_which_link_would_mend_it(folder):
    folder.set(L, "K15", "open", "0")
    assert folder.problems() == []
    (warning,) = folder.load().warnings
    assert "(westmarch), column node: no chain of open links leads to U_WEST; opening K15 would mend that." in str(
        warning
    )


def test_closing_all_links_loads_and_blames_more_than_one(folder):
    records = folder.records(L)
    place = records[0].index("open")
    folder.save(L, [records[0], *([*row[:place], "0", *row[place + 1 :]] for row in records[1:])])
    warnings = [str(warning) for warning in folder.load().warnings]
    assert len(warnings) == 3
    # The airlift alone would reach the capital; from there on, other links are closed too.
    assert sum("more than one closed link is to blame" in warning for warning in warnings) == 2
    assert sum("leads to U_CAPITAL; opening K09 would mend that" in warning for warning in warnings) == 1


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("link", ["K03", "K06", "K08", "K09"])
def test_a_crossing_may_be_closed_or_opened_without_more_ado(folder, link):
    folder.set(L, link, "capacity_low", "10")
    folder.set(L, link, "open", "0")
    assert folder.load().warnings == ()
    folder.set(L, link, "open", "1")
    assert folder.load().warnings == ()


LOGISTICS = {
    "a reference that is no size": ("reference_size: 9000", "reference_size: 9001", "9001 is not one of the sizes"),
    "sizes out of order": ("sizes: [2000, 9000]", "sizes: [9000, 2000]", "logistics.sizes: the numbers do not rise"),
    "a loss of no days": ("loss_days: [7, 30, 90]", "loss_days: [0, 30, 90]", "logistics.loss_days"),
    "days listed twice": ("loss_days: [7, 30, 90]", "loss_days: [7, 7, 90]", "logistics.loss_days: the numbers do not"),
    "no loss at once": ("losses_at_once: 2", "losses_at_once: 0", "logistics.losses_at_once"),
    "too many losses at once": ("losses_at_once: 2", "losses_at_once: 9", "logistics.losses_at_once"),
    "losses at once left out": ("  losses_at_once: 2\n", "", "logistics.losses_at_once: it is missing"),
    "a misspelt name": ("  reference_size:", "  referense_size:", "did you mean reference_size?"),
    "no label": ("      label: Garrison\n", "", "logistics.postures.garrison.label: it is missing"),
}


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("name", LOGISTICS)
def test_a_bad_setting_is_named(folder, name):
    old, new, expected = LOGISTICS[name]
    folder.replace("island/case.yaml", old, new)
    assert any(expected in problem for problem in folder.problems()), folder.problems()


def test_a_posture_more_needs_its_cost_and_its_consumption(folder):
    folder.replace(
        "island/case.yaml",
        "    high_intensity:",
        "    siege:\n      label: Siege\n      phrase: in a siege\n      definition: x\n    high_intensity:",
    )
    cost, rows = sorted(folder.problems())
    assert cost == "island/assumptions.csv, cost_ratio_siege: the assumption is missing; add a row with this id."
    assert "no row has the posture siege" in rows
