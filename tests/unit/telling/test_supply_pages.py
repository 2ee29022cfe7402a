"""Supply in the brief and in the annex: what soldiers need, what losses leave, what options cost."""

import pytest

from peacebrief.telling.annex import supply_results
from peacebrief.telling.pages import supply_lines
from peacebrief.telling.saying.said import Number, Opening, Pointer, Ruling, phrase

CASE = {
    "logistics": {
        "postures": {"calm": {"phrase": "in camp", "label": "Camp"}, "hard": {"phrase": "under fire", "label": "Fire"}},
        "reference_size": 10000,
        "sizes": [500, 10000],
        "loss_days": [7, 90],
    }
}
DEMAND = {"logistics.demand.calm": (10.0, 20.0, 30.0), "logistics.demand.hard": (40.0, 50.0, 60.0)}


def test_needs_are_told_in_every_posture(known, aloud):
    case = known(DEMAND, case=CASE)
    assert aloud(case, supply_lines.needs(case)) == (
        "From across the border each soldier would need 20 kilograms a day in camp and 50 kilograms a day under fire, "
        "not counting bulk water."
    )
    assert aloud(case, supply_results.needs(case)).endswith(
        "need 20 kilograms a day from across the border in camp (10 to 30) and 50 kilograms a day from across the "
        "border under fire (40 to 60)."
    )


def test_the_largest_force_is_told_by_posture_from_pessimistic_to_optimistic(known):
    first, _ = supply_lines.largest_force(known(case=CASE))
    assert first.cells == [
        "Camp",
        *(Number(f"logistics.largest_force.{name}.calm", "significant") for name in ("low", "central", "high")),
        Number("logistics.largest_force_drawn.calm", "median_and_range"),
        Number("logistics.probability_supplied.10000.calm", "percent"),
    ]


@pytest.mark.parametrize(("declared", "told"), [(6.0, ["supply_lines.mostly_declared"]), (5.0, [])])
def test_capacities_are_called_declared_where_more_than_half_are(known, phrases, declared, told):
    case = known({"evidence.quality.links_declared": declared, "evidence.quality.links": 10.0})
    assert phrases(supply_lines.mostly_declared(case)) == told


def test_trains_too_seldom_to_count_are_a_dash(known):
    trains = {
        f"logistics.trains.{posture}.{size}.{kind}": (0.0, 0.04 if size < 1000 else 0.05, 1.0)
        for posture in ("calm", "hard")
        for size in (500, 10000)
        for kind in supply_results.SUPPLIES
    }
    rows = supply_results.daily_supplies(known(trains, case=CASE))
    assert [row.cells[1].id for row in rows] == [f"supply_results.{kind}" for kind in supply_results.SUPPLIES] * 2
    assert [row.cells[3] for row in rows[:4]] == [None] * 4
    assert rows[4].cells == [
        Number("logistics.size.10000", "exact"), phrase("supply_results.fuel"),
        *(Number(f"logistics.{name}.{posture}.10000.fuel", "p50")
          for posture in ("calm", "hard") for name in ("tonnes", "trains", "lorries")),
    ]  # fmt: skip


def lost(loss, kind, *, capacity="central", posture="calm"):
    return {"loss": loss, "label": f"{loss} lost", "kind": kind, "capacity_case": capacity, "posture": posture}


@pytest.fixture
def losses(known):
    """A case in which these losses have facts; North alone is named as a supply line."""

    def of(*rows, facts=None):
        names = {f"logistics.{name}.{row['loss']}.{posture}": 50.0 for row in rows for posture in ("calm", "hard")
                 for name in ("remaining", "stockout_days", "stockout_days_low")}  # fmt: skip
        corridors = [{"country": "NO", "in_article": 1}, {"country": "SO", "in_article": 1}, {"country": "EA"}]
        corridors[2]["in_article"] = 0
        return known(names | (facts or {}), case=CASE, losses=rows, corridors=corridors)

    return of


def test_losses_one_by_one_and_of_all_that_is_named_are_told(losses):
    case = losses(lost("none", "none"), lost("ea", "country"), lost("mode_rail", "mode"), lost("no+so", "countries"),
                  lost("no+ea", "countries"), lost("no", "country", capacity="low"),
                  lost("no", "country", posture="hard"))  # fmt: skip
    told = [row.cells[0] for row in supply_results.losses(case)]
    assert told == [Opening("none lost"), Opening("ea lost"), Opening("mode_rail lost"), Opening("no+so lost")]


def test_a_case_that_names_no_supply_line_tells_every_loss(losses):
    case = losses(lost("no", "country"), lost("no+ea", "countries"))
    for row in case.tables["corridors"]:
        row["in_article"] = 0
    assert [row.cells[0] for row in supply_results.losses(case)] == [Opening("no lost"), Opening("no+ea lost")]


def test_a_loss_without_facts_is_left_out(losses, known):
    case = losses(lost("no", "country"))
    bare = known(case=CASE, losses=case.tables["losses"], corridors=[])
    assert supply_results.losses(bare) == []


def test_a_loss_is_told_with_shares_days_and_cost(losses):
    cost = Number("logistics.extra_cost.no.calm", "significant")
    (row,) = supply_results.losses(losses(lost("no", "country"), facts={cost.fact: 5000.0}))
    assert row.cells[1:] == [
        Number("logistics.remaining.no.calm", "percent"), Number("logistics.remaining_low.no.calm", "percent"),
        *(Number(f"logistics.{name}.no.{posture}", "significant")
          for name in ("stockout_days", "stockout_days_low") for posture in ("calm", "hard")), cost,
    ]  # fmt: skip
    (row,) = supply_results.losses(losses(lost("no", "country")))
    assert row.cells[-1] == phrase("supply_results.not_all_carried")


@pytest.mark.parametrize(("size", "form"), [(500.0, "significant"), ((1.0, 2.0, 3.0), "p50")])
def test_options_are_told_with_what_they_use_up(known, size, form):
    option = {"id": "watch", "label": "Watch", "posture": "hard"}
    (row,) = supply_results.option_costs(known({"logistics.option_size.watch": size}, case=CASE, options=[option]))
    assert row.cells[:3] == ["Watch", Number("logistics.option_size.watch", form), "Fire"]
    assert [cell.fact for cell in row.cells[3:]] == [
        f"logistics.{name}.watch" for name in ("option_tonnes", "cost_per_year", "deployment_cost")
    ]
    assert row.option == "watch"


ARRIVAL = {f"logistics.option_arrival{end}.watch": (1.0, 2.0, 3.0) for end in ("", "_from_home")}
MORE = {f"logistics.{name}.watch": (0.1, 0.2, 0.3) for name in ("staged_share", "staged_in_place")}


def test_the_arrival_of_every_option_is_told_with_past_misses(known):
    option = {"id": "watch", "label": "Watch"}
    missed = {"logistics.option_arrival_with_misses.watch": (1.0, 2.0, 3.0)}
    (row,) = supply_results.option_arrivals(known({**ARRIVAL, **MORE, **missed}, options=[option]))
    assert row.cells[0] == "Watch"
    assert [cell.fact for cell in row.cells[1:]] == [
        f"logistics.{name}.watch"
        for name in ("staged_share", "staged_in_place", "option_arrival_from_home", "option_arrival", *BAND)
    ]
    (alone,) = supply_results.option_arrivals(known(ARRIVAL, options=[option]))
    assert (alone.cells[1:3], alone.cells[-1]) == ([None, None], None)
    assert supply_results.option_arrivals(known(options=[option])) == []


BAND = ("option_arrival_with_misses",)


def test_crossings_are_shared_by_units_and_supplies(known, aloud):
    use = {"logistics.crossing_use.deployment": 0.3, "logistics.crossing_use.calm": 0.2}
    case = known({"logistics.reference_size": 10000.0} | use, case=CASE)
    assert aloud(case, supply_results.crossing_use(case)) == (
        "Arriving units would take 30% of what the crossings give the force, the supplies of 10,000 troops in camp 20%."
    )


def test_readings_are_told_with_their_verdicts(known):
    case = known({"logistics.hypothesis.1": "contradicted", "logistics.hypothesis.1.share": 0.5, "logistics.x": 3.0})
    told = phrase(
        "supply_results.reading",
        reading=case.facts["logistics.hypothesis.1"].called,
        verdict=Ruling("logistics.hypothesis.1"),
    )
    assert supply_results.readings(case) == [told]


def test_rates_of_use_lead_to_what_they_mean(known):
    said = supply_results.what_use_means(known())
    assert said.slots == {"table": Pointer("table", "daily_supplies"), "figure": Pointer("figure", "demand")}
