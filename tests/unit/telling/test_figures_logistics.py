"""What the figures on logistics say follows from facts and tables, branch by branch."""

import pytest

from peacebrief.telling.figures.logistics import (
    corridor_losses,
    cost,
    crossings,
    demand,
    deployment_fan,
    supplied_force,
    supply_map,
)
from peacebrief.telling.saying.said import NOTHING, Day

CASE = {
    "draws": 4096,
    "edition": "2030-02",
    "evidence_cutoff": "2030-01-15",
    "logistics": {
        "postures": {"calm": {"label": "Calm"}, "intense": {"label": "Intense"}},
        "reference_size": 9000,
    },
}


@pytest.fixture
def needed(known):
    """What each posture needs in all and of fuel and ammunition (kg); past forces by their need and name."""

    def of(calm=(20.0, 12.0, 1.0), intense=(90.0, 50.0, 25.0), **past):
        facts, rows = {}, []
        for posture, (whole, fuel, other) in {"calm": calm, "intense": intense}.items():
            facts[f"logistics.demand.{posture}"] = (whole / 2, whole, 2 * whole)
            facts |= {f"logistics.demand.{posture}.{name}": (1.0, part, 99.0)
                      for name, part in (("fuel", fuel), ("other", other))}  # fmt: skip
            rows += [{"posture": posture, "class": name} for name in ("total", "fuel", "other")]
        facts |= {f"logistics.anchor.{name}": kg for name, kg in past.items()}
        anchors = [{"anchor": name, "label": f"The {name} force"} for name in (*past, "unknown")]
        return known(facts, case=CASE, demand=rows, consumption_anchors=anchors)

    return of


@pytest.mark.parametrize(
    ("calm", "intense", "said"),
    [
        ((20.0, 12.0, 1.0), (90.0, 50.0, 25.0),
         "Fuel weighs most, and a soldier in intense posture needs 4.5 times as much as in calm posture"),
        ((20.0, 12.0, 1.0), (90.0, 20.0, 25.0),
         "A soldier in intense posture needs 4.5 times as much as in calm posture"),
        ((20.0, 1.0, 12.0), (20.01, 1.0, 12.0), "Everything else weighs most, and every posture needs about the same"),
    ],
)  # fmt: skip
def test_the_heaviest_class_and_the_ends_of_postures_are_told(needed, aloud, calm, intense, said):
    case = needed(calm, intense)
    assert aloud(case, demand.finding(case)) == said


def test_postures_are_told_with_their_classes_and_past_forces_the_least_first(needed, aloud):
    case = needed(old=23.4, older=9.0)
    said = demand.caption(case)
    assert aloud(case, said.alt) == (
        "Stacked bars of what a force needs. "
        "Calm: 20 kg a person and day, range 10 to 40; fuel 12 and everything else 1. "
        "Intense: 90 kg a person and day, range 45 to 180; fuel 50 and everything else 25. "
        "For comparison: The older force 9 kg and The old force 23 kg."
    )
    assert aloud(case, said.subtitle).endswith("; dots: what past forces used")


def test_without_past_forces_nothing_is_said_of_them(needed, aloud, phrases):
    said = demand.caption(needed())
    assert said.subtitle.id == "figures_logistics.demand_subtitle"
    assert "figures_logistics.demand_compared" not in phrases(said.alt)


def test_classes_have_words_or_are_called_by_their_names(known, aloud):
    told = [aloud(known(), supplied_force.class_label(name)) for name in ("provisions", "other", "spare_parts")]
    assert told == ["food and packaged water", "everything else", "spare parts"]


@pytest.fixture
def arriving(known):
    """Sizes by the middle of the days until each is in place; None where that is not known."""

    def of(*, missed=False, **days):
        sizes = {int(name.removeprefix("of_")): middle for name, middle in days.items()}
        facts = {f"logistics.deployment_days.{size}": (middle / 2, middle, 2 * middle)
                 for size, middle in sizes.items() if middle}  # fmt: skip
        if missed:
            facts |= {f"logistics.deployment_days_with_misses.{size}": (middle / 4, middle, 4 * middle)
                      for size, middle in sizes.items() if middle}  # fmt: skip
        return known(facts, case=CASE, deployment_fan=[{"size": size} for size in sizes for _ in range(2)])

    return of


def test_a_smaller_force_and_the_largest_are_told(arriving, aloud):
    case = arriving(of_10000=75.0, of_30000=150.0, of_64000=240.0, of_100000=330.0, of_200000=None)
    said = deployment_fan.caption(case)
    assert aloud(case, said.title) == "30,000 troops take about 150 days, 100,000 about 330"
    assert aloud(case, said.alt).endswith(
        "30,000 troops are in place after 150 days, range 75 to 300. "
        "100,000 troops are in place after 330 days, range 170 to 660."
    )


def test_past_misses_stand_beside_the_days(arriving, aloud, phrases):
    case = arriving(missed=True, of_30000=150.0, of_100000=330.0)
    said = deployment_fan.caption(case)
    missed = "30,000 troops take about 150 days (past misses counted, 38 to 600), 100,000 about 330 (83 to 1,300)"
    assert aloud(case, said.title) == missed
    assert phrases(said.subtitle) == ["figures_logistics.fan_subtitle_missed"]
    end = "100,000 troops are in place after 330 days, range 170 to 660, or 83 to 1,300 once past misses are counted."
    assert aloud(case, said.alt).endswith(end)


def test_one_size_stands_alone(arriving, aloud):
    case = arriving(of_10000=75.0)
    assert aloud(case, deployment_fan.finding(case)) == "10,000 troops take about 75 days"


@pytest.fixture
def priced(known):
    """Options by what they cost a year (billions of euros), the share of soldiers in it, and that of bringing fuel."""

    def of(**options):
        facts = {}
        for name, (whole, soldiers, *fuel) in options.items():
            sums = {"cost_per_year": whole, "deployment_cost": 0.3, "cost_part.soldiers": soldiers * whole,
                    "cost_part.line_haul": (1 - soldiers - sum(fuel)) * whole}  # fmt: skip
            sums |= {"cost_part.fuel_burden": fuel[0] * whole} if fuel else {}
            facts |= {f"logistics.{kind}.{name}": (0.5e9 * sum_, 1e9 * sum_, 2e9 * sum_) for kind, sum_ in sums.items()}
        rows = [{"option": name, "label": f"{name}: a force"} for name in options for _ in range(2)]
        table = [{"id": name, "short_label": name.capitalize(), "posture": "calm", "force_low": 7000,
                  "force_high": 30_000} for name in options]  # fmt: skip
        return known(facts, case=CASE, cost=rows, options=table)

    return of


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"blue": (9.0, 0.9), "red": (2.0, 0.9)},
         "From EUR 2 billion a year (Red) to 9 billion (Blue), most of it for soldiers"),
        ({"blue": (9.0, 0.4), "red": (2.0, 0.9)},
         "From EUR 2 billion a year (Red) to 9 billion (Blue), most of it for carrying supplies"),
        ({"blue": (9.0, 0.9), "red": (2.0, 0.9), "green": (2.001, 0.9)},
         "From EUR 2 billion a year to 9 billion (Blue), most of it for soldiers"),
        ({"blue": (9.0, 0.9), "red": (9.001, 0.9)},
         "Every option costs about EUR 9 billion a year, most of it for soldiers"),
        ({"blue": (9.0, 0.4, 0.3)}, "Every option costs about EUR 9 billion a year"),
    ],
)  # fmt: skip
def test_the_cheapest_the_dearest_and_the_largest_part_are_told(priced, aloud, options, said):
    case = priced(**options)
    assert aloud(case, cost.finding(case)) == said


def test_each_option_is_told_with_its_range_and_what_is_paid_once(priced, aloud):
    case = priced(blue=(9.0, 0.9), red=(2.0, 0.9))
    said = cost.caption(case)
    assert aloud(case, said.alt) == (
        "Stacked bars of cost by option, a year and once. "
        "Blue: EUR 9.0 billion a year, range 4.5 to 18, soldiers 90%; 0.30 billion once. "
        "Red: EUR 2 billion a year, range 1 to 4, soldiers 90%; 0.30 billion once."
    )
    assert aloud(case, said.subtitle).endswith("; each option with its own force and posture")
    assert "2 options, unit costs in the annex" in aloud(case, said.source)


def test_the_force_of_an_option_is_told(priced, aloud):
    case = priced(blue=(9.0, 0.9))
    assert aloud(case, cost.force_of(case, "blue")) == "7,000 to 30,000, calm"


def test_costs_are_paid_a_year_or_once(known, aloud):
    assert [aloud(known(), cost.when(paid)) for paid in (cost.YEAR, cost.ONCE)] == ["a year", "once"]


@pytest.fixture
def left_of(known):
    """What is left (shares) when countries are lost, in the posture of the largest force given, by capacity case."""

    def of(calm=20_000, intense=12_000, **shares):
        forces = {"calm": calm, "intense": intense}
        factors = {"low": 0.5, "central": 1.0, "high": 2.0}
        facts = {f"logistics.largest_force.{case}.{posture}": factor * size
                 for case, factor in factors.items() for posture, size in forces.items()}  # fmt: skip
        labels = {"a": "Avalon", "b": "Belgravia", "c": "Cockaigne"}
        rows = []
        for loss, share in shares.items():
            parts = loss.split("_")
            row = {"loss": "+".join(parts), "label": " and ".join(labels[part] for part in parts), "remaining": share,
                   "kind": "country" if len(parts) == 1 else "countries"}  # fmt: skip
            rows += [row | {"posture": posture, "capacity_case": case} for posture in forces for case in factors]
        return known(facts, case=CASE, losses=rows)

    return of


FORCE = "9,000 troops in intense posture"
FED = f"With central capacities {FORCE} can be fed without any one country"


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"a": 0.9, "b": 0.9}, FED),
        ({"a": 0.9, "b": 0.9, "a_b": 0.8}, f"{FED}, or any two"),
        ({"a": 0.9, "b": 0.9, "a_b": 0.5}, f"{FED}, but not without Avalon and Belgravia together"),
        ({"a": 0.9, "b": 0.9, "c": 0.9, "a_b": 0.5, "a_c": 0.4},
         f"{FED}, but not without Avalon and Cockaigne together or 1 other pair"),
        ({"a": 0.9, "b": 0.9, "c": 0.9, "a_b": 0.5, "a_c": 0.4, "b_c": 0.6},
         f"{FED}, but not without Avalon and Cockaigne together or 2 other pairs"),
        ({"a": 0.1, "b": 0.9}, f"With central capacities losing Avalon leaves too little for {FORCE}"),
        ({"a": 0.1, "b": 0.9, "c": 0.2},
         f"With central capacities losing Avalon or Cockaigne leaves too little for {FORCE}"),
        ({"a": 0.1, "b": 0.1}, f"With central capacities the loss of any one country leaves too little for {FORCE}"),
        ({"a": 0.749, "b": 0.9}, FED),
    ],
)  # fmt: skip
def test_losses_that_leave_too_little_are_named(left_of, aloud, shares, said):
    case = left_of(**shares)
    assert aloud(case, corridor_losses.finding(case)) == said


def test_losses_are_told_in_the_hardest_posture_that_is_fed_or_the_easiest(left_of, aloud):
    calm, unfed = left_of(intense=100, a=0.9), left_of(100, 50, a=0.9)
    assert "9,000 troops in calm posture can be fed" in aloud(calm, corridor_losses.finding(calm))
    assert aloud(unfed, corridor_losses.finding(unfed)) == (
        "Even with every country open, 9,000 troops in calm posture cannot be fed by central capacities"
    )


def test_what_each_loss_leaves_is_told_the_worst_first(left_of, aloud):
    case = left_of(a=0.9, b=0.8, a_b=0.5)
    said = corridor_losses.caption(case)
    assert aloud(case, said.alt) == (
        "Triangle of losses of one and of two countries. "
        "Without Belgravia: 80% left, 9,600 troops (4,800 to 19,000 by capacity). "
        "Without Avalon: 90% left, 11,000 troops (5,400 to 22,000 by capacity). "
        "Troops without two: Avalon and Belgravia 6,000."
    )
    assert "that can be fed in intense posture, and troops" in aloud(case, said.subtitle)
    assert "2 countries, three capacity cases" in aloud(case, said.source)


def test_losses_of_more_than_two_countries_are_not_told(left_of):
    case = left_of(a=0.9, b=0.8, c=0.7, a_b_c=0.1)
    assert {left.loss for left in corridor_losses.losses(case)} == {"a", "b", "c"}


def test_without_pairs_none_are_told(left_of, phrases):
    case = left_of(a=0.9)
    assert "figures_logistics.losses_without_two" not in phrases(corridor_losses.caption(case).alt)


@pytest.fixture
def mapped(known):
    """Links into the theatre: name -> (corridor, ends, mode, tonnes, capacity, change of gauge)."""

    def of(*, line=(), inner=(), day="", force=("size", "posture"), **links):
        ends = {node: {"id": node, "name": name} for node, name in (("a", "Aton, hub"), ("b", "Bree"), ("c", "Cold"))}
        flows = []
        for name, (corridor, way, mode, tonnes, capacity, broken) in {**links, **dict(inner)}.items():
            flows.append({"link": name, "corridor": corridor, "from_node": way[0], "to_node": way[1], "mode": mode,
                          "tonnes": tonnes, "capacity": capacity, "gauge_break": broken,
                          "enters_theatre": name in links})  # fmt: skip
        if "size" in force:
            flows = [row | {"size": 8000, "posture": "intense"} for row in flows]
        corridors = [{"id": "west", "label": "West", "in_sentence": "the western crossings"}]
        sectors = [{"name": "Northern sector, about Bree"}, {"name": "Southern sector"}]
        return known(case=CASE | {"map_date": day}, network_nodes=list(ends.values()), flows=flows,
                     corridors=corridors, sectors=sectors, illustrative_line=list(line))  # fmt: skip

    return of


RAIL, ROAD = ("west", "ab", "rail_standard", 60.0, 100.0, True), ("west", "ab", "road", 20.0, 100.0, False)
SEA = ("sea", "cb", "sea", 20.0, 100.0, False)


def full(link):
    return (*link[:4], link[3], link[5])


WEST = "80% of supplies enter through the western crossings"


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ({"L1": (*RAIL[:3], 0.0, 100.0, True)}, "No supplies cross the border of the theatre"),
        ({"L1": RAIL, "L2": ROAD, "L3": SEA}, f"{WEST}; the fullest crossing is 60% used"),
        ({"L1": full(RAIL), "L2": full(ROAD), "L3": full(SEA)}, f"{WEST}; every crossing in use is full"),
        ({"L1": full(RAIL), "L2": ROAD, "L3": SEA}, f"{WEST}; the rail crossing Aton\u2013Bree is full"),
        ({"L1": full(RAIL), "L2": ROAD, "L3": full(SEA)}, f"{WEST}; 2 of 3 crossings in use are full"),
        ({"L1": SEA}, "100% of supplies enter through sea; the fullest crossing is 20% used"),
    ],
)  # fmt: skip
def test_the_corridor_that_carries_most_and_full_crossings_are_told(mapped, aloud, links, said):
    case = mapped(**links)
    assert aloud(case, supply_map.finding(case)) == said


def test_tonnes_use_and_changes_of_gauge_are_told(mapped, aloud):
    inner = {"L9": ("inside", "bc", "rail_broad", 0.0, 0.0, True)}
    case = mapped(L1=RAIL, L2=ROAD, L3=SEA, inner=inner)
    assert aloud(case, supply_map.caption(case, outlined=False).alt) == (
        "Map of supply routes. 100 tonnes a day cross into the theatre. "
        "West: 80 tonnes a day, 40% of the capacity of all its crossings. "
        "sea: 20 tonnes a day, 20% of the capacity of all its crossings. "
        "The fullest crossing is Aton\u2013Bree by rail, 60% used; all modes at Aton\u2013Bree together 40%. "
        "1 link in use changes the rail gauge. Sectors: Northern sector and Southern sector."
    )


def test_a_mode_that_stands_alone_is_told_without_the_others(mapped, aloud, phrases):
    case = mapped(L3=SEA)
    told = aloud(case, supply_map.caption(case, outlined=False).alt)
    assert "The fullest crossing is Cold\u2013Bree by sea, 20% used. No links in use change the rail gauge." in told
    assert supply_map.all_modes(crossings.crossings_used(case)[0]) == NOTHING


def test_several_changes_of_gauge_are_counted(mapped, aloud):
    case = mapped(L1=RAIL, inner={"L9": ("inside", "bc", "rail_broad", 5.0, 0.0, True)})
    assert "2 links in use change the rail gauge." in aloud(case, supply_map.caption(case, outlined=False).alt)


def test_what_is_drawn_beside_the_flows_is_in_the_source_line(mapped, phrases):
    bare, whole = mapped(L3=SEA), mapped(L3=SEA, line=[{"id": "N1"}], day="2030-01-02")
    without, told = supply_map.caption(bare, outlined=False), supply_map.caption(whole, outlined=True)
    drawn = {"figures_logistics.map_outlines", "figures_logistics.map_line_source"}
    assert drawn & set(phrases(without.source)) == set()
    assert drawn < set(phrases(told.source))
    assert without.subtitle.id == "figures_logistics.map_subtitle"
    assert told.subtitle.id == "figures_logistics.map_subtitle_with_line"
    assert supply_map.line_day(whole) == Day("2030-01-02")
    assert supply_map.line_day(bare) == Day("2030-01-15")


def test_land_links_that_carry_are_counted(mapped, aloud):
    case = mapped(L1=RAIL, L2=(*ROAD[:3], 0.0, 100.0, False), L3=SEA)
    said = aloud(case, supply_map.caption(case, outlined=False).source)
    assert "1 of 2 land links carry supplies; in labels all crossings of a corridor together; all modes at" in said


def test_the_force_drawn_is_that_of_the_flows_or_the_one_of_reference(mapped, aloud):
    given, nothing, bare = mapped(L3=SEA), mapped(), mapped(L3=SEA, force=())
    assert aloud(given, supplied_force.force_in_words(given)) == "8,000 troops in intense posture"
    for case in (nothing, bare):
        assert aloud(case, supplied_force.force_in_words(case)) == "9,000 troops in calm posture"


def test_the_fullest_crossing_stands_beside_its_corridor_unless_there_is_no_other(mapped, aloud):
    case, alone = mapped(L1=RAIL, L3=SEA), mapped(L1=RAIL)
    west, sea = crossings.corridors_used(case)
    assert [aloud(case, line) for line in supply_map.corridor_lines(case, west)] == [
        "West", "60 t, 60% used", "rail Aton\u2013Bree: 60%",
    ]  # fmt: skip
    assert [aloud(case, line) for line in supply_map.corridor_lines(case, sea)] == ["sea", "20 t, 20% used"]
    assert len(supply_map.corridor_lines(alone, crossings.corridors_used(alone)[0])) == 2


def test_links_that_can_carry_nothing_are_full():
    assert crossings.share_used({"tonnes": 5.0, "capacity": 0.0}) == 1.0


def test_a_corridor_that_carries_next_to_nothing_is_not_told(mapped):
    assert crossings.corridors_used(mapped(L1=(*RAIL[:3], 0.4, 100.0, True))) == []
