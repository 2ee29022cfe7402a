"""The stage as a whole: its record, and what has to move with what."""

import copy
import json
import math
from itertools import pairwise

import pytest

from peacebrief.facts import Fact
from peacebrief.generation import generate_force
from peacebrief.inputs.cells.unit import UNITS

OPTIONS = ("coalition", "alliance", "watchers")


@pytest.fixture(scope="module")
def generated(specimen):
    """What the stage finds for the case as it is. Read it only."""
    return generate_force(specimen)


def facts_of(record):
    return {fact["id"]: fact for fact in record["facts"]}


def rows_of(record, name):
    found = record["tables"][name]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def curve_of(record, option, level):
    return [row["probability"] for row in rows_of(record, "supply_curve")
            if (row["option"], row["support_level"]) == (option, level)]  # fmt: skip


def repositioned(resolved, state, position):
    changed = copy.deepcopy(resolved)
    next(row for row in changed["contributors"] if row["id"] == state)["position"] = position
    return changed


@pytest.mark.slow
def test_any_cutting_into_chunks_gives_the_same_bytes(resolved, generated):
    assert json.dumps(generate_force(resolved, rows=13)) == json.dumps(generated)


def test_the_order_of_rows_does_not_matter(resolved, generated):
    for table in ("contributors", "option_contributors", "position_chances", "option_requirements", "polls"):
        resolved[table].reverse()
    assert json.dumps(generate_force(resolved)["facts"]) == json.dumps(generated["facts"])


def test_every_fact_has_the_form_of_a_fact_and_a_known_unit(generated):
    names = [fact["id"] for fact in generated["facts"]]
    assert names == sorted(set(names))
    for record in generated["facts"]:
        fact = Fact.from_record(record, generated["names"])
        assert fact.called
        assert fact.method.endswith(".")
        assert fact.unit in UNITS
        assert Fact.as_record(fact) == record
        if fact.kind == "quantiles":
            assert fact.p5 <= fact.p50 <= fact.p95 < math.inf


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("level", ["alone", "helped"])
def test_the_supply_curve_begins_at_one_and_never_rises_with_size(generated, option, level):
    curve = curve_of(generated, option, level)
    assert curve[0] == 1
    assert all(before >= after for before, after in pairwise(curve))
    assert curve[-1] < curve[0]


def test_a_refusal_instead_of_a_condition_lowers_the_curve_everywhere_and_changes_the_burden(resolved, generated):
    refused = generate_force(repositioned(resolved, "dogwood", "no"))
    for option in ("coalition", "alliance"):
        for level in ("alone", "helped"):
            before, after = curve_of(generated, option, level), curve_of(refused, option, level)
            assert all(more >= less for more, less in zip(before, after, strict=True))
            assert sum(before) > sum(after)
            probability = f"generation.probability.{option}.{level}"
            assert facts_of(generated)[probability]["value"] > facts_of(refused)[probability]["value"]
    sent = [{row["contributor"]: row["deployed"] for row in rows_of(record, "burden")
             if (row["option"], row["support_level"]) == ("alliance", "helped")}
            for record in (generated, refused)]  # fmt: skip
    assert sent[0]["dogwood"] > 0 == sent[1]["dogwood"]
    assert "generation.army_share.alliance.dogwood" in facts_of(generated)
    assert "generation.army_share.alliance.dogwood" not in facts_of(refused)
    # Where the case gives it another position for the option, that one holds.
    assert curve_of(generated, "watchers", "alone") == curve_of(refused, "watchers", "alone")


def test_without_one_of_two_framework_nations_there_is_no_force(resolved):
    for row in resolved["position_chances"]:
        if row["position"] == "no":
            row["low"] = row["central"] = row["high"] = 0.0
    refused = generate_force(repositioned(resolved, "birchia", "no"))
    found = facts_of(refused)
    assert all(found["generation.sustainable.coalition.alone"][part] == 0 for part in ("p5", "p50", "p95", "central"))
    assert found["generation.allocated.coalition"]["value"] == 0
    assert found["generation.probability.coalition.alone"]["value"] == 0
    assert found["generation.gap.coalition.alone"]["p50"] == pytest.approx(7_500, rel=1e-3)
    assert found["generation.sustainable.alliance.helped"]["p50"] > 0  # there the other one leads


def test_the_chance_of_the_size_agrees_with_the_curve_and_the_quantiles(resolved, generated):
    facts = facts_of(generated)
    for option in resolved["options"]:
        for level in resolved["support_levels"]:
            name, size = f"{option['id']}.{level}", option["force_central"]
            chance = facts[f"generation.probability.{name}"]["value"]
            curve = {row["troops"]: row["probability"] for row in rows_of(generated, "supply_curve")
                     if (row["option"], row["support_level"]) == (option["id"], level)}  # fmt: skip
            assert chance == curve[size]
            assert (chance >= 0.5) == (facts[f"generation.sustainable.{name}"]["p50"] >= size)
            assert (chance > 0.5) == (facts[f"generation.gap.{name}"]["p50"] == 0)


def test_contingents_gaps_and_requirements_add_up(resolved, generated):
    for option in resolved["options"]:
        for level in resolved["support_levels"]:
            key = (option["id"], level)
            gaps = [row for row in rows_of(generated, "force_gaps") if (row["option"], row["support_level"]) == key]
            sent = [row for row in rows_of(generated, "burden") if (row["option"], row["support_level"]) == key]
            assert sum(row["required"] for row in gaps) == option["force_central"]
            assert sum(row["allocated"] for row in gaps) == sum(row["deployed"] for row in sent)
            for row in sent:
                assert row["deployed"] == sum(row[name] for name in ("monitors", "brigades", "enablers"))
                assert row["deployed"] == 0 or row["likely"]
                assert row["pool"] >= row["deployed"]


def test_the_share_of_an_army_counts_its_rotation(resolved, generated):
    facts = facts_of(generated)
    for row in resolved["contributors"]:
        name = f"coalition.{row['id']}"
        if f"generation.army_share.{name}" in facts:
            deployed = facts[f"generation.deployed.{name}"]["value"]
            army = row["army_trained"] or row["army_active"]
            assert facts[f"generation.army_share.{name}"]["value"] == pytest.approx(deployed * 3 / army)


def test_the_published_british_share_is_reproduced_by_a_force_of_that_size(resolved):
    """7,500 of 71,000 trained soldiers: 32 per cent at three in the pool for each one deployed, 53 at five."""
    resolved["options"] = [row for row in resolved["options"] if row["id"] == "coalition"]
    resolved["option_contributors"] = [
        row | {"framework": 1} for row in resolved["option_contributors"]
        if (row["option"], row["contributor"]) == ("coalition", "ashland")
    ]  # fmt: skip
    resolved["options"][0]["framework_needed"] = 1
    ratio = next(row for row in resolved["quantities"] if row["id"] == "rotation_ratio")
    for pool, printed in ((3.0, 32), (5.0, 53)):
        ratio |= {"central": pool, "choices": [[pool, 1.0]]}
        needed = facts_of(generate_force(resolved))["generation.share_needed.coalition"]
        assert round(100 * needed["central"]) == printed
        assert round(100 * needed["p50"]) == printed


def test_an_army_keeps_the_share_of_its_record_deployed_less_what_is_bound_elsewhere(resolved, generated):
    facts = facts_of(generated)
    for name, army, bound in (("ashland", 80_000, 1_150), ("birchia", 110_000, 0), ("cedria", 60_000, 300)):
        share, kept = (facts[f"generation.{kind}.{name}"] for kind in ("sustained_share", "sustain"))
        for part, near in (("p5", 0.1), ("p50", 0.03), ("p95", 0.1)):
            assert kept[part] + bound == pytest.approx(army * share[part], rel=near)
    assert facts["generation.committed.ashland"]["value"] == 1_150
    assert "generation.committed.birchia" not in facts


def test_whether_the_compared_army_keeps_its_pledge_is_read_off_what_it_keeps(generated):
    facts = facts_of(generated)
    (chance,) = (fact for name, fact in facts.items() if name.startswith("generation.keeps_pledge."))
    assert chance["subjects"]["contributor"] == "ashland"
    low, high = (facts["generation.sustain.ashland"][part] for part in ("p5", "p95"))
    assert low < 3_000 < high
    assert 0.05 < chance["value"] < 0.95
    assert (chance["value"] > 0.5) == (facts["generation.sustain.ashland"]["p50"] > 3_000)


def test_trends_stay_within_one_series(generated):
    facts = facts_of(generated)
    assert facts["generation.trend.ashland.one"]["value"] == pytest.approx(150 / 190 - 1)
    assert "generation.trend.ashland.two" not in facts  # one count is no trend
    assert {row["series"] for row in rows_of(generated, "army_trend")} == {"one", "two"}


def test_an_option_that_nobody_is_counted_on_for_has_a_record_too(resolved):
    for row in resolved["contributors"]:
        row["position"] = "no"
    resolved["option_contributors"] = [row | {"position": None} for row in resolved["option_contributors"]]
    record = generate_force(resolved)
    facts = facts_of(record)
    for option in OPTIONS:
        assert facts[f"generation.contributors.{option}"]["value"] == 0
        assert facts[f"generation.allocated.{option}"]["value"] == 0
        assert facts[f"generation.share_needed.{option}"]["central"] == 1


def test_a_state_spelt_in_two_ways_is_called_by_one_name(resolved):
    usual = generate_force(resolved)["facts"]
    for spelt in ("Elsewhere", "Else Where"):
        own = {"contributor": "elsewhere", "country": spelt}
        series = [row for row in resolved["army_strengths"] if row["contributor"] != "elsewhere"]
        more = [{**row, **own, "id": f"{row['id']}_{spelt}", "series": f"{row['id'][:-5]} {spelt}"} for row in series]
        resolved["army_strengths"] += more
    found = generate_force(resolved)
    assert len(found["facts"]) > len(usual)
    assert found["names"]["contributor"]["elsewhere"] in {"Elsewhere", "Else Where"}
