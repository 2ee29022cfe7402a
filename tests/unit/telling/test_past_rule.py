"""What is said of the rule tried on past missions: which it calls wrongly, how its chances score, row by row."""

import pytest

from peacebrief.telling.compared import past_rule

KNOWN = {"basis": "found", "confidence": "high", "source": "declared", "note": "Made up."}


def mission(name, verdict="indeterminate", call="no call", old_call="no call"):
    return {"id": name, "label": f"the {name}", "verdict": verdict, "call": call, "old_call": old_call}


@pytest.fixture
def case(known):
    def of(*missions, brier=0.2, constant=0.25, given=0.4, came=0.5, left_out=0.3):
        facts = {"missions": 3, "open": 1, "brier": brier, "brier_constant": constant, "given": given,
                 "came_true": came, "brier_left_out": left_out}  # fmt: skip
        told = {f"feasibility.backtest.{name}": value for name, value in facts.items() if value is not None}
        return known(told, past_missions=list(missions))

    return of


def test_without_past_missions_nothing_is_said(known):
    bare = known({}, past_missions=[])
    assert past_rule.answer(bare) == past_rule.at_length(bare) == ""
    assert past_rule.tried(bare) == past_rule.gates(bare) == past_rule.outcomes(bare) == []


def test_wrong_words_are_named_by_which_way_they_are_wrong(case, aloud):
    harsh = mission("ridge", "not feasible on current evidence", "miss")
    kind = mission("ford", "feasible", "miss")
    right = mission("bay", "feasible", "hit")
    said = aloud(case(harsh, kind, right), past_rule.wrong(case(harsh, kind, right)))
    assert said == (
        "It calls “not feasible” what was formed and kept up: the ridge. "
        "It calls “feasible” what was not formed, or not kept up: the ford."
    )
    one = case(harsh, right)
    assert aloud(one, past_rule.wrong(one)).count("It calls") == 1


def test_nothing_wrong_is_said_so(case, phrases):
    assert phrases(past_rule.wrong(case(mission("bay", "feasible", "hit")))) == ["past_rule.all_right"]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"brier": 0.2, "given": 0.4}, ["past_rule.better", "past_rule.too_low"]),
        ({"brier": 0.3, "given": 0.6}, ["past_rule.worse", "past_rule.too_high"]),
        ({"brier": 0.25, "given": 0.5}, ["past_rule.worse", "past_rule.too_high"]),
    ],
)
def test_the_score_stands_beside_that_of_one_chance_for_all(case, phrases, numbers, told):
    found = case(**numbers)
    assert [*phrases(past_rule.scored(found)), *phrases(past_rule.leaning(found))] == told


def test_the_answer_has_everything_and_at_length_more(case, phrases):
    found = case(mission("ridge", "not feasible on current evidence", "miss", "miss"))
    short = phrases(past_rule.answer(found))
    assert short == ["past_rule.tried", "past_rule.too_harsh", "past_rule.too_low"]
    more = ["past_rule.better", "past_rule.left_out", "past_rule.old_wrong"]
    assert phrases(past_rule.at_length(found)) == [*short, *more]
    without = case(mission("bay"), left_out=None)
    assert phrases(past_rule.at_length(without))[-1:] == ["past_rule.old_right"]
    assert "past_rule.left_out" not in phrases(past_rule.at_length(without))


@pytest.mark.parametrize(("call", "word"), [("hit", "right"), ("miss", "wrong"), ("no call", "left open")])
def test_a_mission_is_a_row(known, cells, call, word):
    facts = {
        "feasibility.backtest_size.ridge": 4000.0, "feasibility.backtest.ridge": 0.31,
        "feasibility.backtest_verdict.ridge": "indeterminate",
    }  # fmt: skip
    found = known(
        facts,
        past_missions=[mission("ridge", call=call)],
        past_verdicts=[{"id": "ridge", "name": "Ridge Guard"}],
        past_outcomes=[{"mission": "ridge", "happened": "It came."}],
    )
    rows = past_rule.tried(found)
    assert cells(found, rows) == [["Ridge Guard", "4,000", "31%", "indeterminate", "It came.", word]]
    assert rows[0].anchor == "row-past_verdicts-ridge"


def test_gates_and_outcomes_are_told_row_by_row(known, cells):
    gate = {"mission": "ridge", "gate": "consent", "low": 0.1, "central": 0.2, "high": 0.4, "known": "It was asked.",
            "known_basis": "recalled", **KNOWN}  # fmt: skip
    came = {"mission": "ridge", "share_6": None, "share_12": 1.1, "kept": 1, **KNOWN}
    names = [{"id": "ridge", "name": "Ridge Guard"}]
    outcomes = [came, {**came, "share_6": 0.5, "kept": 0}]
    found = known(past_verdicts=names, past_gates=[gate], past_outcomes=outcomes)
    (row,) = cells(found, past_rule.gates(found))
    assert row[:5] == ["Ridge Guard", "host consent", "20% (10% to 40%)", "It was asked.", "recalled"]
    told = [row[1:4] for row in cells(found, past_rule.outcomes(found))]
    assert told == [[None, "110%", "yes"], ["50%", "110%", "no"]]
