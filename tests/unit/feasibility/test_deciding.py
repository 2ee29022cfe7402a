"""An end of an input gives what the whole model gives where the row itself is set to it, and counts are what they say.

Draws are keyed by name, so that a case in which a row is changed is drawn like the case as it is.
"""

import copy
import json

import numpy as np
import pytest
from scipy.stats import beta

from peacebrief.feasibility import stage as feasibility
from peacebrief.feasibility.deciding.moved_verdict import NAMED
from peacebrief.feasibility.verdict_rule import printed

pytestmark = pytest.mark.slow

ENDS = [("low", 0.05), ("high", 0.95)]


@pytest.fixture(scope="module")
def judged(island, judge):
    return judge(island)[1]


@pytest.fixture
def both(island, judge, judged):
    """The case, what judges it, and the verdicts on it as it is."""
    return island, judge, judged


def rows_of(record, name):
    found = record["tables"][name]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def facts_of(record):
    return {fact["id"]: fact for fact in record["facts"]}


def pert(row, level):
    """A percentile of a PERT distribution, by scipy."""
    low, mode, high = (row[name] for name in ("low", "central", "high"))
    rise = 1 + 4 * (mode - low) / (high - low)
    return float(beta.ppf(level, rise, 6 - rise, loc=low, scale=high - low))


def fixed_at(row, value):
    return row | {"low": value, "central": value, "high": value}


def changed(island, stage, table, change):
    """The case with every row of a table changed; a row that becomes nothing is left out."""
    case = copy.deepcopy(island)
    case[stage][table] = [row for row in map(change, case[stage][table]) if row]
    return case


def planned(record):
    return {row["option"]: row["support_level"] for row in rows_of(record, "verdicts") if row["planned"]}


def joints(record):
    facts = facts_of(record)
    return {option: facts[f"feasibility.joint.{option}.{level}"]["value"] for option, level in planned(record).items()}


def words(record):
    facts = facts_of(record)
    return {
        option: facts[f"feasibility.verdict.{option}.{level}"]["value"] for option, level in planned(record).items()
    }


def at(record, name, end):
    """By option the chance and the word at one end of an input."""
    return {row["option"]: (row[f"joint_{end}"], row[f"word_{end}"]) for row in rows_of(record, "decides")
            if row["input"] == name}  # fmt: skip


def agree(record, name, end, other):
    """What is told of an end is what the other case gives for each option that has the input."""
    told, chance, word = at(record, name, end), joints(other), words(other)
    assert told
    for option, (joint, ruled) in told.items():
        assert joint == pytest.approx(chance[option], abs=1e-8)
        assert ruled == word[option]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("end", "level"), ENDS)
def test_an_end_of_a_judged_chance_is_that_chance_set_to_its_percentile(island, judge, judged, end, level):
    gate = next(row["id"] for row in island["feasibility"]["gates"] if row["kind"] == "judged")

    def change(row):
        return fixed_at(row, pert(row, level)) if row["gate"] == gate else row

    other = judge(changed(island, "feasibility", "gate_chances", change))[1]
    agree(judged, f"gate_chance.{gate}", end, other)


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("end", "level"), ENDS)
@pytest.mark.parametrize("name", ["contributor_exit_rate", "horizon_ratio", "brigade_strength"])
def test_an_end_of_an_assumption_is_that_assumption_set_to_its_percentile(both, name, end, level):
    island, judge, judged = both

    def change(row):
        return fixed_at(row, pert(row, level)) if row["id"] == name else row

    agree(judged, name, end, judge(changed(island, "generation", "quantities", change))[1])


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("end", "level"), ENDS)
def test_an_end_of_what_positions_are_worth_is_every_position_at_its_percentile(island, judge, judged, end, level):
    def change(row):
        return fixed_at(row, pert(row, level))

    agree(judged, "position_chances", end, judge(changed(island, "generation", "position_chances", change))[1])


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("end", "column"), [("low", "force_low"), ("high", "force_high")])
def test_an_end_of_the_size_is_the_size_that_the_option_names(island, judge, judged, end, column):
    def change(row):
        return row | {"force_central": row[column]}

    case = changed(island, "feasibility", "options", change)
    case["generation"]["options"] = [change(row) for row in case["generation"]["options"]]
    told, other = at(judged, "size", end), joints(judge(case)[1])
    assert {option: joint for option, (joint, _) in told.items()} == pytest.approx(other, abs=1e-8)


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("end", "weight"), [("low", 0.0), ("high", 1.0)])
def test_an_end_of_the_models_is_one_of_them_alone(island, judge, judged, end, weight):
    def change(row):
        return row | {"central": weight} if row["id"] == "brigade_model_weight" else row

    agree(judged, "brigade_model_weight", end, judge(changed(island, "generation", "quantities", change))[1])


@pytest.mark.slow
def test_a_contributor_that_does_not_take_part_is_one_that_is_not_in_the_option(island, judge, judged):
    told = [row for row in rows_of(judged, "decides") if row["kind"] == "event"]
    moved = 0
    for one in told:
        name = one["input"].removeprefix("chance.")

        def change(row, name=name, option=one["option"]):
            return None if (row["option"], row["contributor"]) == (option, name) else row

        other = judge(changed(island, "generation", "option_contributors", change))[1]
        assert one["joint_low"] == pytest.approx(joints(other)[one["option"]], abs=1e-8), one
        moved += one["joint_low"] != one["joint"]
    assert moved > 2


def test_an_end_of_what_a_kind_of_army_keeps_is_where_nine_draws_in_ten_end(island, judged):
    """The share of each kind together, drawn apart by scipy: armies are tied, so that the tie is drawn as well."""
    supply = feasibility.SupplyModel.from_record(island["generation"])
    rng, draws = np.random.default_rng(8), 200_000
    factor = rng.normal(size=draws)
    for row in (one for one in rows_of(judged, "decides") if one["input"].startswith("sustained_share.")):
        kind, member = row["input"].partition(".")[2], supply.members[row["option"]]
        kept = army = 0.0
        for name, counted in zip(member.names, member.counted.tolist(), strict=True):
            if supply.inputs.states[name].kind == kind:
                share = supply.fitted.predicted(name, kind)
                tie = supply.inputs.ties.get(f"sustained_share.{name}")
                loading = tie.loading if tie else 0.0
                luck = loading * factor + (1 - loading**2) ** 0.5 * rng.normal(size=draws)
                kept += counted * np.minimum(np.exp(share.log_mean + share.deviation * luck), 1.0)
                army += counted
        low, high = np.quantile(kept / army, [0.05, 0.95])
        # 512 draws of the stage: a percentile lies within a tenth.
        assert (row["low"], row["high"]) == pytest.approx((low, high), rel=0.1)


def test_inputs_are_ranked_by_the_distance_of_their_ends_and_three_at_most_are_named(judged):
    for option in planned(judged):
        rows = [row for row in rows_of(judged, "decides") if row["option"] == option]
        spans = [abs(row["joint_high"] - row["joint_low"]) for row in rows]
        assert spans == sorted(spans, reverse=True)
        assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))
        moving = [row["input"] for row in rows
                  if any((printed(row[f"joint_{end}"]), row[f"word_{end}"]) != (printed(row["joint"]), row["word"])
                         for end in ("low", "high"))]  # fmt: skip
        assert [row["input"] for row in rows if row["named"]] == moving[:NAMED]


def test_an_input_that_moves_nothing_prints_what_is_published(judged):
    still = [row for row in rows_of(judged, "decides") if row["error_low"] == row["error_high"] == 0]
    assert still
    assert {row["joint"] for row in still} == {row["joint_low"] for row in still} | {row["joint_high"] for row in still}


def test_facts_say_what_the_table_says(judged):
    facts, told = facts_of(judged), 0
    for option in planned(judged):
        named = [row for row in rows_of(judged, "decides") if row["option"] == option and row["named"]]
        for place, row in enumerate(named, start=1):
            name = f"feasibility.decides.{option}.{place}"
            assert facts[name]["value"] == row["label"]
            for end in ("low", "high"):
                assert facts[f"{name}.{end}"]["value"] == row[f"joint_{end}"]
                assert facts[f"{name}.{end}"]["standard_error"] == row[f"error_{end}"]
                assert facts[f"{name}.word_{end}"]["value"] == row[f"word_{end}"]
            told += 5
    assert told == sum(name.startswith("feasibility.decides.") for name in facts) > 0


def holds(column, term):
    """Where a term of the table holds, by plain comparisons."""
    least = column >= term["least"] if term["least"] is not None else np.full(len(column), fill_value=True)
    return least & (column < term["below"]) if term["below"] is not None else least


def test_a_condition_holds_in_as_many_draws_as_it_says_and_says_as_much(island, judge, monkeypatch):
    """Draws are taken as the stage takes them; gates, inputs and counts are worked out again, with pandas."""
    pandas, kept = pytest.importorskip("pandas"), {}
    usual = feasibility.answers
    monkeypatch.setattr(
        feasibility,
        "answers",
        lambda inputs, supply, models, **how: (
            kept.update(supply=supply, models=models) or usual(inputs, supply, models, **how)
        ),
    )
    found = judge(island)[1]
    boxes, terms = rows_of(found, "boxes"), rows_of(found, "box_terms")
    option = boxes[0]["option"]
    frame, opens = drawn_again(island, kept, option, pandas)
    for question, wanted in (("fails", ~opens), ("opens", opens)):
        left = frame.assign(wanted=wanted)
        for box in (row for row in boxes if row["question"] == question):
            inside = np.full(len(left), fill_value=True)
            for term in (one for one in terms if (one["question"], one["place"]) == (question, box["place"])):
                inside &= holds(left[term["input"]].to_numpy(), term)
            assert (box["draws"], box["of_interest"]) == (len(frame), wanted.sum())
            assert (box["held"], box["hits"]) == (inside.sum(), left.wanted[inside].sum())
            assert box["density"] == pytest.approx(left.wanted[inside].mean(), abs=1e-8)
            assert box["coverage"] == pytest.approx(left.wanted[inside].sum() / wanted.sum(), abs=1e-8)
            assert box["base_rate"] == pytest.approx(wanted.mean(), abs=1e-8)
            assert box["density"] >= (1 + wanted.mean()) / 2
            assert 0 <= box["stability"] <= 1
            left = left[~inside]
    assert len(boxes) > 1


def drawn_again(island, kept, option, pandas):
    """The inputs of an option in every draw, by name, and where both gates of manpower open."""
    supply, model = kept["supply"], kept["models"][option]
    level, member = supply.planned[option], supply.members[option]
    draws = island["feasibility"]["draws"]
    parts = [one.uniforms for one in feasibility_samples(kept["models"], draws, island["feasibility"]["seed"])]
    luck = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    drawn = supply.drawn(luck)
    columns = dict(zip((f"chance.{name}" for name in member.names), drawn.taking_part(option, level), strict=True))
    kept_shares = drawn.shares(option)
    kinds = np.array([supply.inputs.states[name].kind for name in member.names])
    for kind in {*kinds}:
        own = kinds == kind
        columns[f"sustained_share.{kind}"] = np.average(kept_shares[own], axis=0, weights=member.counted[own])
    columns["sustained_share"] = np.average(kept_shares, axis=0, weights=member.counted)
    assumed = ("rotation_ratio", "horizon_ratio", "contributor_exit_rate", "surge_ratio", "brigade_strength")
    columns |= {name: drawn.value(name) for name in assumed}
    columns["supply_model"] = drawn.by_brigades(option).astype(float)
    columns["brigade_counts"] = drawn.brigades(option).sum(axis=0)
    # No plan comes down for this option, so that at the start and over the years its own size is asked for.
    assert not any(row["option"] == option for row in island["feasibility"]["planned_strength"])
    size = next(row["force_central"] for row in island["feasibility"]["options"] if row["id"] == option)
    years = island["feasibility"]["feasibility"]["planning_horizon"]
    opens = (drawn.supply(option, level) >= size) & (drawn.sustained(option, level, years=years) >= size)
    assert model.order
    return pandas.DataFrame(columns), np.asarray(opens)


def feasibility_samples(models, draws, seed):
    from peacebrief.feasibility.gates.gate_model import samples

    return list(samples(models.values(), draws=draws, seed=seed))


def test_no_question_is_asked_where_the_gates_of_manpower_always_open(island, judge):
    def change(row):
        return row | {"force_central": 1.0, "force_low": 1.0}

    case = changed(island, "feasibility", "options", change)
    case["generation"]["options"] = [change(row) for row in case["generation"]["options"]]
    case["generation"]["position_chances"] = [
        fixed_at(row, 1.0 if row["low"] > 0 else 0.9) for row in case["generation"]["position_chances"]
    ]
    found = judge(case)[1]
    assert rows_of(found, "boxes") == rows_of(found, "box_terms") == []
    assert not any(name.startswith("feasibility.box.") for name in facts_of(found))


@pytest.mark.slow
def test_what_decides_is_the_same_for_any_cutting_into_chunks(island, judge, judged):
    other = judge(island, rows=37)[1]
    for name in ("decides", "boxes", "box_terms"):
        assert json.dumps(other["tables"][name]) == json.dumps(judged["tables"][name])
