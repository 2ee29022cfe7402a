"""What the captions on supply say: findings that follow the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pictured import describe, draw

from peacebrief.facts.rounding import middle_and_range
from peacebrief.figures.logistics import corridor_losses, cost, demand, deployment_fan, supply_map

MODULES = (supply_map, demand, corridor_losses, deployment_fan, cost)


def scaled(facts, factor, *prefixes):
    """The facts with every number of those under `prefixes` multiplied."""
    numbers = ("value", "p5", "p50", "p95")
    return {
        fact_id: replace(fact, **{part: getattr(fact, part) * factor for part in numbers if getattr(fact, part)})
        if fact_id.startswith(prefixes)
        else fact
        for fact_id, fact in facts.items()
    }


def changed(tables, name, where, **cells):
    """The tables with `cells` set in the rows of one table for which `where` holds."""
    return tables | {name: [row | cells if where(row) else row for row in tables[name]]}


@pytest.mark.parametrize("module", MODULES)
def test_the_source_line_is_dated_and_the_title_is_a_finding(module, facts, tables):
    caption = describe(module, facts, tables)
    assert "31 January 2030" in caption.source
    assert not caption.title.endswith(".")
    assert any(digit in caption.title for digit in "0123456789")


def test_the_map_names_the_corridor_that_carries_most(facts, tables):
    assert describe(supply_map, facts, tables).title.startswith("75% of supplies enter through Poland's crossings")
    quiet = changed(tables, "flows", lambda row: row["corridor"] == "pl", tonnes=0.0, use=0.0)
    assert describe(supply_map, facts, quiet).title.startswith("60% of supplies enter through Hungary's crossings")


@pytest.mark.parametrize(
    ("full", "title"),
    [((), "the rail crossing Rzeszow\u2013Lviv is full"), (("L3",), "2 of 4 crossings in use are full"),
     (("L3", "L4"), "3 of 4 crossings in use are full"), (("L3", "L4", "L8"), "every crossing in use is full")],
)  # fmt: skip
def test_a_crossing_is_full_by_itself_whatever_is_idle_beside_it(full, title, facts, tables):
    """Rail and road between the same two places are two crossings: rail is full from the start, 900 of 900 tonnes."""
    for link in full:
        tonnes = next(row["tonnes"] for row in tables["flows"] if row["link"] == link)
        tables = changed(tables, "flows", lambda row, link=link: row["link"] == link, capacity=tonnes)
    assert describe(supply_map, facts, tables).title.endswith(title)


def test_without_a_full_crossing_the_map_tells_how_full_the_fullest_is(facts, tables):
    wider = changed(tables, "flows", lambda row: row["link"] == "L2", capacity=9000)
    caption = describe(supply_map, facts, wider)
    assert caption.title.endswith("the fullest crossing is 60% used")
    assert "together" not in caption.source.partition("corridor together")[2]


def test_the_map_tells_what_all_modes_beside_a_full_crossing_use_together(facts, tables):
    caption = describe(supply_map, facts, tables)  # 900 + 600 tonnes of 900 + 2,000
    assert "by rail, 100% used; all modes at Rzeszow\u2013Lviv together 52%" in caption.alt
    assert "all modes at Rzeszow\u2013Lviv together 52%" in caption.source


def test_the_map_tells_tonnes_and_use_of_every_corridor_and_calls_the_line_illustrative(facts, tables):
    caption = describe(supply_map, facts, tables)
    for words in (
        "Poland: 1,500 tonnes a day, 52% of the capacity of all its crossings",
        "Hungary: 300 tonnes a day, 60%",
        "Sea: 200 tonnes",
    ):
        assert words in caption.alt
    assert "2 links in use change the rail gauge" in caption.alt
    assert "Sectors: Lviv, Kyiv, Dnipro and Odesa." in caption.alt
    assert "illustrative" in caption.subtitle
    assert "100,000 troops in garrison posture" in caption.subtitle
    without = describe(supply_map, facts, tables | {"illustrative_line": []})
    assert "line of contact" not in without.subtitle + without.source


def test_a_map_without_any_flow_says_so(facts, tables):
    nothing = changed(tables, "flows", bool, tonnes=0.0, use=0.0)
    assert describe(supply_map, facts, nothing).title == "No supplies cross the border of the theatre"


def test_the_demand_figure_tells_every_posture_and_compares_the_ends(facts, tables):
    caption = describe(demand, facts, tables)
    assert (
        caption.title
        == "Fuel weighs most, and a soldier in high intensity posture needs 4.5 times as much as in garrison posture"
    )
    assert "Garrison: 22 kg a person and day, range 17 to 28" in caption.alt
    assert "Bosnia 1996 23 kg" in caption.alt


def test_the_finding_on_demand_follows_the_classes(facts, tables):
    shells = scaled(facts, 9.0, "logistics.demand.high_intensity.ammunition")
    assert describe(demand, shells, tables).title.startswith("A soldier in high intensity posture needs")
    even = {
        fact_id: replace(fact, p50=22.0) if fact_id.rpartition(".")[0] == "logistics.demand" else fact
        for fact_id, fact in facts.items()
    }
    assert describe(demand, even, tables).title == "Fuel weighs most, and every posture needs about the same"


def test_without_past_forces_the_demand_figure_does_not_speak_of_them(facts, tables):
    alone = {fact_id: fact for fact_id, fact in facts.items() if ".anchor." not in fact_id}
    caption = describe(demand, alone, tables)
    assert "past forces" not in caption.subtitle
    assert "comparison" not in caption.alt


def with_left(tables, loss, remaining):
    return changed(tables, "losses", lambda row: row["loss"] == loss, remaining=remaining)


def test_losses_are_told_in_the_hardest_posture_that_is_fed(facts, tables):
    assert "in high intensity posture" in describe(corridor_losses, facts, tables).title
    weak = scaled(facts, 0.5, "logistics.largest_force.central.high_intensity")
    assert "in elevated posture" in describe(corridor_losses, weak, tables).title


def test_the_finding_on_losses_follows_what_is_left(facts, tables):
    def title(tables, facts=facts):
        return describe(corridor_losses, facts, tables).title

    force, case = "100,000 troops in high intensity posture", "With central capacities"
    assert (
        title(tables)
        == f"{case} {force} can be fed without any one country, but not without Poland and Romania together"
    )
    assert title(with_left(tables, "pl+ro", 0.9)) == f"{case} {force} can be fed without any one country, or any two"
    assert title(with_left(tables, "hu+sk", 0.3)).endswith("Poland and Romania together or 1 other pair")
    one = with_left(tables, "sk", 0.1)
    assert title(one) == f"{case} losing Slovakia leaves too little for {force}"
    assert title(with_left(one, "hu", 0.2)).startswith(f"{case} losing Slovakia or Hungary leaves")
    every = changed(tables, "losses", bool, remaining=0.0)
    assert title(every) == f"{case} the loss of any one country leaves too little for {force}"
    nothing = scaled(facts, 0.01, "logistics.largest_force.")
    assert title(tables, nothing) == (
        "Even with every country open, 100,000 troops in garrison posture cannot be fed by central capacities"
    )


def test_every_loss_is_told_with_its_share_its_span_and_its_troops(facts, tables):
    alt = describe(corridor_losses, facts, tables).alt
    assert "Without Romania: 65% left, 100,000 troops (18,000 to 310,000 by capacity)." in alt
    central = [row for row in tables["losses"] if (row["capacity_case"], row["posture"]) == ("central", "garrison")]
    assert alt.count("Without") == sum(row["kind"] == "country" for row in central)
    assert "Troops without two: Poland and Romania 34,000, Hungary and Poland 100,000, " in alt
    assert alt.rpartition(": ")[2].count(" and ") == sum(row["kind"] == "countries" for row in central)


def test_the_fan_tells_the_days_of_the_sizes_it_shows(facts, tables):
    caption = describe(deployment_fan, facts, tables)
    missed = "30,000 troops take about 150 days (past misses counted, 64 to 440), 100,000 about 330 (120 to 960)"
    assert caption.title == missed
    assert "100,000 troops are in place after 330 days, range 150 to 640, or 120 to 960 once past misses" in caption.alt
    assert "past misses are counted" in caption.subtitle
    slow = scaled(facts, 2.0, "logistics.deployment_days.100000")
    assert "100,000 about 660" in describe(deployment_fan, slow, tables).title


def test_one_size_alone_is_a_fan_of_one(facts, tables):
    one = tables | {"deployment_fan": [row for row in tables["deployment_fan"] if row["size"] == 10_000]}
    said = "10,000 troops take about 75 days (past misses counted, 32 to 210)"
    assert describe(deployment_fan, facts, one).title == said
    assert len(draw(deployment_fan, facts, one).axes) == 1


def test_the_cost_figure_names_the_cheapest_and_the_dearest_option(facts, tables):
    title = describe(cost, facts, tables).title
    assert title == ("From EUR 2 billion a year (European coalition) to 9 billion (NATO-led), most of it for soldiers")
    tie = scaled(facts, 1.5, "logistics.cost_per_year.coalition")
    assert describe(cost, tie, tables).title.startswith("From EUR 3 billion a year to 9 billion (NATO-led)")
    dear = scaled(facts, 10.0, "logistics.cost_per_year.layered")
    assert "to 30 billion (Layered)" in describe(cost, dear, tables).title


def test_no_part_below_half_is_called_most_of_the_cost(facts, tables):
    level = scaled(facts, 0.04, "logistics.cost_part.soldiers")
    assert "most of it" not in describe(cost, level, tables).title


def test_the_cost_figure_tells_ranges_shares_and_what_is_paid_once(facts, tables):
    caption = describe(cost, facts, tables)
    fact = facts["logistics.cost_per_year.nato_led"]
    middle, between = middle_and_range(*(part / 1e9 for part in (fact.p5, fact.p50, fact.p95)))
    assert f"EUR {middle} billion a year, range {between}, soldiers 95%; 2.7 billion once." in caption.alt
    assert "Incremental cost in billions of euros at 2025 prices" in caption.subtitle
