"""What the real network and the tables of supply hold, against numbers and records from elsewhere."""

from __future__ import annotations

import math
import re

from peacebrief.inputs.checks.network.network_problems import theatre_countries


def test_crossings_closed_links_and_the_theatre_are_those_known(ukraine):
    links = ukraine.tables.links.rows
    country = {row.id: row.country for row in ukraine.tables.nodes.rows}
    into = {row.id for row in links if country[row.to_node] == "UA" != country[row.from_node]}
    assert {row.id for row in links if row.enters_theatre} == into != set()
    assert {row.id for row in links if not row.open} == {"L230", "L241"}
    assert theatre_countries(ukraine.tables) == {"UA"}


def test_two_way_links_are_the_land_links_inside(ukraine):
    country = {row.id: row.country for row in ukraine.tables.nodes.rows}
    for row in ukraine.tables.links.rows:
        inside = {country[row.from_node], country[row.to_node]} == {"UA"}
        assert row.two_way == (inside and row.mode in {"road", "rail_standard", "rail_broad"}), row.id


def test_a_declared_number_is_visibly_so(ukraine):
    for name in ("links", "nodes", "consumption", "costs", "units", "vehicles", "sectors"):
        for row in getattr(ukraine.tables, name).rows:
            assert (row.basis == "judgement") <= ("declared" in row.sources()), row.row_key()


def test_only_capacities_at_and_near_the_border_rest_on_what_was_observed(ukraine):
    links = ukraine.tables.links.rows
    border = {end for row in links if row.enters_theatre for end in (row.from_node, row.to_node)}
    observed = [row for row in links if row.basis != "judgement"]
    assert {row.basis for row in observed} == {"derived"}
    assert [row.id for row in observed if not border & {row.from_node, row.to_node}] == []


def test_the_centre_of_consumption_is_the_sum_worked_out_by_hand(ukraine):
    totals: dict[str, float] = {}
    fuel: dict[str, float] = {}
    for row in ukraine.tables.consumption.rows:
        mass = row.central * row.kg_per_unit * row.cross_border_share
        totals[row.posture] = totals.get(row.posture, 0) + mass
        fuel[row.posture] = fuel.get(row.posture, 0) + mass * (row.supply_class == "fuel")
    for name, hand in {"garrison": 21.0, "elevated": 31.5, "high_intensity": 87}.items():
        # Published rounded to half a kilogramme.
        assert math.isclose(totals[name], hand, abs_tol=0.25), (name, totals[name])
    assert all(0.5 < fuel[name] / totals[name] < 0.6 for name in totals)


def test_the_anchors_give_the_kilogrammes_a_head_that_were_worked_out_by_hand(ukraine):
    anchor = {row.id: row.value for row in ukraine.tables.consumption_anchors.rows}
    # One US gallon has 3.785 litres and one short ton 907.2 kg; a litre of fuel weighs 0.82 kg.
    fuel = anchor["EAGLE_FUEL"] * 3.785411784 * 0.82
    dry = anchor["EAGLE_MEALS"] * anchor["EAGLE_MEAL_MASS"] + anchor["EAGLE_OTHER"] * 907.18474
    assert round((fuel + dry) / anchor["EAGLE_PERSONS"], 1) == 23.2
    assert round((anchor["FM_101_10_DRY"] + anchor["FM_101_10_FUEL"]) * 907.18474 / 30, 1) == 29.6


def test_lines_of_communication_are_those_recorded_before_any_outcome_was_read(ukraine, project):
    record = (project / "workflow/decisions/0012_lines_of_communication_before_outcomes.md").read_text(encoding="utf-8")
    counts = re.findall(r"\b([A-Z][A-Z0-9]+) (\d+), (\d+), (\d+)( \(pre-staged\))?", record)
    found = {row.case: (row.loc_low, row.loc_central, row.loc_high, row.pre_staged)
             for row in ukraine.tables.deployments.rows}  # fmt: skip
    recorded = {case: (*map(float, lines), int(bool(staged))) for case, *lines, staged in counts}
    theatre = next(iter(set(recorded) - set(found)))
    (assumed,) = [row for row in ukraine.tables.assumptions.rows if row.id == "lines_of_communication"]
    assert recorded.pop(theatre)[:3] == (assumed.low, assumed.central, assumed.high)
    # Names of cases differ in case only, and one row a case would do.
    assert recorded == found


def test_every_row_of_a_deployment_has_the_same_count(ukraine):
    seen: dict[str, set[tuple[float, ...]]] = {}
    for row in ukraine.tables.deployments.rows:
        seen.setdefault(row.case, set()).add((row.loc_low, row.loc_central, row.loc_high, row.pre_staged))
    assert all(len(counts) == 1 for counts in seen.values())


def test_every_sector_is_reached_in_the_edition(ukraine):
    assert not [warning for warning in ukraine.warnings if "no chain" in str(warning)]
