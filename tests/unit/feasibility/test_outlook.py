"""Risks, durations, durability and next steps of a made-up case, and the numbers that the evidence prints."""

import numpy as np
import pytest

from peacebrief.errors import AnalystError
from peacebrief.feasibility.durability.hazard_ratio import between_quantiles, ratio_of
from peacebrief.feasibility.durability.simulated_durability import durability
from peacebrief.feasibility.next_step import INDICATORS, indicator_facts, indicator_rows
from peacebrief.feasibility.outlook import outlook, outlook_facts, outlook_tables
from peacebrief.uncertainty import design
from peacebrief.uncertainty.replicates import Tally, signed_parts, signed_spread

KNOWN = {
    "generation.sustainable.north.alone": {"kind": "quantiles", "unit": "persons", "p5": 5e3, "p50": 1e4, "p95": 3e4},
    "generation.net_support.eastland": {"kind": "number", "unit": "points", "value": -7.0},
}


@pytest.fixture(scope="module")
def told(specimen):
    """Every fact of the outlook of a record by id, and its tables."""

    def tell(record, **given):
        found = outlook(specimen.inputs(record), costs=specimen.COSTS, **given)
        return {fact["id"]: fact for fact in outlook_facts(found)}, outlook_tables(found)

    return tell


@pytest.fixture(scope="module")
def usual(specimen, told):
    return told(specimen.made_up(2**16))


@pytest.fixture(scope="module")
def facts(usual):
    return usual[0]


def spread(fact):
    return [fact[part] for part in ("p5", "p50", "p95")]


def test_the_shares_still_there_are_those_that_the_evidence_prints(specimen, told):
    facts, _ = told(specimen.made_up(64) | {"durations": specimen.published_analogues()})
    shares = {years: [facts[f"feasibility.still_there.{years}{end}"]["value"] for end in ("", ".low", ".high")]
              for years in (5, 10)}  # fmt: skip
    assert shares[5] == pytest.approx([0.73, 0.54, 0.86], abs=0.005)
    assert shares[10] == pytest.approx([0.57, 0.37, 0.72], abs=0.005)
    assert facts["feasibility.operations.analogues"]["value"] == 30
    assert facts["feasibility.duration_median.analogues"]["value"] == 12.5


def test_an_option_lies_between_nothing_and_everything_at_its_own_size(facts):
    nothing, all_of_it = (facts[f"feasibility.war_risk.2000.{carry}"]["p50"] for carry in ("none", "full"))
    for level in ("alone", "helped"):
        assert all_of_it < facts[f"feasibility.risk_with_force.north.{level}"]["p50"] < nothing


def test_the_deterrence_difference_is_what_more_support_takes_off_the_risk(facts):
    difference = facts["feasibility.deterrence_difference.north"]
    most, least = (facts[f"feasibility.reduction.north.{level}"]["p50"] for level in ("helped", "alone"))
    assert difference["p50"] == pytest.approx(most - least, abs=0.01)
    # Where the force provokes, more of it carries over as well.
    assert difference["p5"] < 0 < difference["p50"]


def test_the_break_even_loss_is_the_cost_of_the_horizon_over_the_reduction(specimen, facts):
    cost, even = facts["feasibility.whole_cost.north"], facts["feasibility.break_even.north"]
    assert cost["p50"] == pytest.approx(5 * specimen.COSTS["north"]["p50"], rel=0.001)
    assert even["value"] == pytest.approx(cost["p50"] / facts["feasibility.reduction.north.alone"]["p50"], rel=0.1)
    assert facts["feasibility.reduction_needed.north"]["value"] == pytest.approx(cost["p50"] / 460e9)
    assert 0 < facts["feasibility.pays.north"]["value"] < 0.5


def test_a_force_that_may_leave_costs_less_than_one_that_stays(facts):
    present = facts["feasibility.years_present"]["value"]
    assert 0 < present < 5
    whole, expected = facts["feasibility.whole_cost.south"], facts["feasibility.horizon_cost.south"]
    assert spread(expected) == pytest.approx([number * present / 5 for number in spread(whole)])


def test_no_loss_is_told_where_nothing_may_carry_over(specimen, told):
    record = specimen.made_up(256)
    for row in record["carry_over"]:
        row.update(low=0.0, central=0.0, high=0.0)
    facts, tables = told(record)
    assert "feasibility.break_even.north" not in facts
    assert facts["feasibility.pays.north"]["value"] == 0
    assert [row[-1] for row in tables["break_even"]["rows"]] == [None] * 4


def test_garrisons_stand_apart_one_by_one(usual):
    facts, tables = usual
    assert facts["feasibility.garrisons.F"]["value"] == 70
    assert facts["feasibility.operations.analogues"]["value"] == 5
    assert tables["garrisons"]["rows"] == [["F", "Operation F", 70, False]]
    assert not any(name.startswith("feasibility.still_there_group.garrisons") for name in facts)


def test_a_chain_of_successors_counts_once(facts):
    assert facts["feasibility.operations.chained"]["value"] == 4
    assert facts["feasibility.still_there_group.chained.5"]["value"] == 0.75


def test_a_case_that_knows_of_no_accession_tells_of_none(specimen):
    record = specimen.made_up(64)
    record["quantities"] = [row for row in record["quantities"] if not row["id"].startswith("accession")]
    told = {fact["id"] for fact in outlook_facts(outlook(specimen.inputs(record), costs=specimen.COSTS))}
    assert "feasibility.years_present" in told
    assert not [name for name in told if "accession" in name]


def test_where_missions_are_adds_up_to_one_in_the_scenario_of_accession(facts):
    for years in (3, 5, 10):
        shares = [facts[f"feasibility.{name}.{years}"]["value"]
                  for name in ("exit_by_accession", "exit_before_accession", "still_there_with_accession")]  # fmt: skip
        assert sum(shares) == pytest.approx(1)
    assert facts["feasibility.exit_by_accession.3"]["value"] == 0 < facts["feasibility.exit_by_accession.10"]["value"]
    assert facts["feasibility.years_present_with_accession"]["value"] < facts["feasibility.years_present"]["value"]


def test_a_risk_is_told_by_level_only_where_levels_differ(facts):
    assert "feasibility.risk_by_level.R5.north.helped" in facts
    assert not any(name.startswith("feasibility.risk_by_level.R1") for name in facts)
    assert spread(facts["feasibility.risk.R5.south"]) == spread(facts["feasibility.risk_by_level.R5.south.helped"])


def test_a_challenge_is_at_least_as_likely_as_its_likeliest_risk(facts):
    confrontation = facts["feasibility.challenge.confrontation.north"]["value"]
    means = [(low + 4 * central + high) / 6 for low, central, high in ((0.05, 0.12, 0.3), (0.04, 0.1, 0.25))]
    assert max(means) < confrontation < 1 - (1 - means[0]) * (1 - means[1])
    assert facts["feasibility.challenge.manpower.north"]["value"] == pytest.approx((0.3 + 2 + 0.75) / 6, abs=0.005)


def test_a_toll_names_what_counts_in_it_and_no_cost_that_could_only_come_later(facts):
    euros = facts["feasibility.risk_toll.euros.north"]
    assert "fact:feasibility.risk_consequence.R5.euros" in euros["because"]
    assert not [source for source in euros["because"] if "R3" in source]
    assert facts["feasibility.risk_consequence.R3.euros"]["central"] == 3e9
    assert euros["unit"] == facts["feasibility.risk_expected.euros.north"]["unit"] == "EUR_2025"


def test_a_mean_toll_is_that_of_its_draws(facts):
    """Chances of a year by their means; that of three years is brought to one, and what it costs is its mean."""
    killed = 0.83 / 6 * (1 + 60 + 120) / 6 + 0.69 / 6 * (20 + 800 + 2000) / 6
    assert facts["feasibility.risk_expected.killed.north"]["value"] == pytest.approx(killed, rel=1e-5)
    missing = (0.3 + 2 + 0.75) / 6 * (3000 + 24000 + 20000) / 6
    assert facts["feasibility.risk_expected.missing.north"]["value"] == pytest.approx(missing, rel=1e-5)
    assert "feasibility.risk_expected.days.north" not in facts


def test_a_toll_of_so_much_is_as_likely_as_the_risks_behind_it(facts):
    first, war = 0.83 / 6, 0.69 / 6
    one = facts["feasibility.risk_at_least.killed.north.1"]["value"]
    assert max(first, war) < one < 1 - (1 - first) * (1 - war)
    assert facts["feasibility.risk_at_least.missing.north.1000"]["value"] == pytest.approx(3.05 / 6, abs=0.005)
    assert facts["feasibility.risk_at_least.killed.north.1000"]["value"] < 0.05 * one


def test_a_war_is_as_likely_as_the_risk_that_may_be_one(facts):
    assert facts["feasibility.risk_war.north"]["value"] == pytest.approx(0.69 / 6 * (0.6 + 3.2 + 0.95) / 6, abs=0.004)


def test_curves_fall_to_zero_at_every_level(usual):
    rows = usual[1]["risk_exceedance"]["rows"]
    for option, level, toll in {tuple(row[:3]) for row in rows}:
        chances = [row[4] for row in rows if row[:3] == [option, level, toll]]
        assert chances == sorted(chances, reverse=True)
        assert chances[-1] == 0 < chances[0] <= 1
    assert {row[2] for row in rows} == {"killed", "missing", "days", "euros"}


def test_less_support_means_more_risk_from_its_absence(usual):
    rows = {(row[0], row[3], row[4]): row[6] for row in usual[1]["risk_results"]["rows"]}
    assert rows["R5", "north", "alone"] > rows["R5", "north", "helped"]
    assert rows["R1", "north", "alone"] == rows["R1", "north", "helped"]


def test_the_cutting_of_draws_changes_nothing(specimen, told):
    assert told(specimen.made_up(512), rows=64) == told(specimen.made_up(512), rows=8)


def test_an_indicator_reads_its_fact_and_tells_how_far_it_is(specimen):
    found = {fact["id"]: fact["value"] for fact in indicator_facts(specimen.inputs(specimen.made_up()), KNOWN)}
    names = [f"feasibility.indicator.{name}" for name in ("troops", "doubt")]
    assert [found[f"{name}.value"] for name in names] == [1e4, -7]
    assert [found[f"{name}.distance"] for name in names] == [5e3, -7]
    rows = indicator_rows(specimen.inputs(specimen.made_up()), KNOWN)
    assert [row[INDICATORS.index("met")] for row in rows] == [False, True]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"generation.net_support.eastland": None},
            '^indicators.csv, doubt, column fact: "generation.net_support.eastland" is no fact of generation, ',
        ),
        (
            {"generation.net_support.eastland": None, "generation.net_support.eastlend": {}},
            r"did you mean generation.net_support.eastlend\?$",
        ),
        ({"generation.net_support.eastland": {"kind": "words", "value": "low"}}, "net_support.eastland is no number"),
        (
            {"generation.net_support.eastland": {"kind": "number", "unit": "share", "value": 0.1}},
            'doubt, column unit: "points" is not the unit of generation.net_support.eastland; write share',
        ),
    ],
)
def test_an_indicator_without_a_number_is_refused_in_one_sentence(specimen, change, message):
    known = {name: fact for name, fact in (KNOWN | change).items() if fact is not None}
    with pytest.raises(AnalystError, match=message):
        list(indicator_facts(specimen.inputs(specimen.made_up()), known))


@pytest.mark.parametrize(
    ("links", "message"),
    [("R3", "R3 is said to be correlated with itself"), ("R9", "R3 is said to be correlated with R9, which is not")],
)
def test_a_risk_linked_to_itself_or_to_none_is_refused(specimen, links, message):
    record = specimen.made_up(64)
    record["risks"][2]["correlated_with"] = links
    with pytest.raises(ValueError, match=message):
        outlook(specimen.inputs(record), costs=specimen.COSTS)


def test_a_risk_without_a_chance_is_refused(specimen):
    record = specimen.made_up(64)
    del record["risk_chances"][0]
    with pytest.raises(ValueError, match=r"risk_chances.csv has no row for R1 with north at alone"):
        outlook(specimen.inputs(record), costs=specimen.COSTS)


def test_scores_meet_the_hazard_ratios_of_the_facts(specimen, facts):
    inputs = specimen.inputs(specimen.made_up(2**16))
    simulation = durability(inputs, costs={}, horizon=5.0).simulation
    central, streams, draw = ratio_of(simulation, inputs.option("north"), "alone")
    drawn = np.concatenate([draw(uniforms) for _, uniforms in design(streams, 2**16, 7).chunks()])
    told = facts["feasibility.hazard_ratio.north.alone"]
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx(spread(told), rel=0.02)
    assert central == pytest.approx(told["central"])


def test_a_cost_is_drawn_through_the_quantiles_it_was_published_with():
    inverse = between_quantiles(p5=1.2, p50=2.3, p95=3.8)
    assert inverse(np.array([0.05, 0.5, 0.95])) == pytest.approx([1.2, 2.3, 3.8], rel=1e-3)


def test_quantiles_of_numbers_on_both_sides_of_zero_are_those_of_the_numbers():
    values = np.random.default_rng(3).normal(0.3, 1.0, (8, 4096))
    tally = Tally()
    for replicate, row in enumerate(values):
        tally.add(replicate, signed_parts("x", row))
    found = signed_spread(tally, "x")
    assert [found.p5, found.p50, found.p95] == pytest.approx(np.quantile(values, [0.05, 0.5, 0.95]), abs=0.005)
