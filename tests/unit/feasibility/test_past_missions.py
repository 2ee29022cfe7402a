"""The rule tried on past missions: joint chances by another way, the words, the scores, and who reads what."""

import copy
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, norm
from sklearn.metrics import brier_score_loss

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.past_missions.judged_mission import FOLLOWING, LOADING, past_missions
from peacebrief.feasibility.past_missions.past_chance import apart, joint_chance, least, most
from peacebrief.feasibility.past_missions.past_facts import past_facts, past_table, trial
from peacebrief.feasibility.past_missions.past_score import Outcome, brier, brier_left_out, brier_of_constant
from peacebrief.feasibility.verdict_rule import Ruling, Thresholds
from peacebrief.uncertainty import Quantity

TABLES = ("past_verdicts", "past_gates", "past_outcomes")


def pert(name, low, central, high):
    return Quantity(id=name, origin=f"table:{name}", distribution="pert", low=low, central=central, high=high)


def fixed(name, value):
    return Quantity(id=name, origin=f"assumption:{name}", distribution="fixed", central=value)


RANGES = {"mandate": (0.5, 0.7, 0.95), "consent": (0.6, 0.8, 0.9), "ceasefire": (0.2, 0.5, 0.6),
          "generation": (0.3, 0.6, 0.8)}  # fmt: skip
CHANCES = {name: pert(name, *span) for name, span in RANGES.items()}


def drawn(ranges, loadings, draws=400_000):
    """The joint chance by plain draws: chances from beta distributions, a factor shared by the gates that follow it."""
    random = np.random.default_rng(7)
    factor, opens = random.standard_normal(draws), np.ones(draws, dtype=bool)
    for gate, (low, central, high) in ranges.items():
        rise = 1 + 4 * (central - low) / (high - low)
        chance = low + (high - low) * beta.rvs(rise, 6 - rise, size=draws, random_state=random)
        tie = loadings(random, draws) if gate in FOLLOWING else 0.0
        opens &= norm.cdf(tie * factor + np.sqrt(1 - tie**2) * random.standard_normal(draws)) < chance
    return opens.mean()


def test_the_joint_chance_is_that_of_draws_with_a_common_factor():
    low, central, high = 0.5, 0.7, 0.9
    shared = {}

    def loadings(random, draws):
        # One loading a draw, whatever the gate.
        return shared.setdefault("once", low + (high - low) * beta.rvs(3, 3, size=draws, random_state=random))

    found = joint_chance(CHANCES, tied=FOLLOWING, loading=pert("tie", low, central, high))
    assert found == pytest.approx(drawn(RANGES, loadings), abs=0.003)
    assert found > apart(CHANCES) + 0.02


def test_without_a_tie_the_joint_chance_is_the_product_of_the_means():
    product_of_means = np.prod([(low + 4 * central + high) / 6 for low, central, high in RANGES.values()])
    assert joint_chance(CHANCES, tied=FOLLOWING, loading=None) == pytest.approx(product_of_means, rel=1e-12)
    assert joint_chance(CHANCES, tied=FOLLOWING, loading=fixed("tie", 0.0)) == pytest.approx(product_of_means, rel=1e-4)


def test_gates_that_follow_one_factor_alone_open_as_the_weakest_does():
    """With a loading near one and chances that are known, the gates are comonotone."""
    known = {
        name: fixed(name, chance) for name, chance in {"mandate": 0.7, "ceasefire": 0.3, "generation": 0.5}.items()
    }
    found = joint_chance(known, tied=FOLLOWING, loading=fixed("tie", 0.999))
    assert found == pytest.approx(0.3, abs=0.02)


def test_a_loading_that_leaves_nothing_to_chance_is_refused():
    with pytest.raises(ValueError, match="stay below 1"):
        joint_chance(CHANCES, tied=FOLLOWING, loading=pert("tie", 0.5, 0.9, 1.1))


SPANS = [(0.01, 0.04, 0.1), (0.15, 0.3, 0.5), (0.35, 0.55, 0.75), (0.85, 0.93, 0.98), (0.95, 0.98, 1.0)]


@given(st.lists(st.sampled_from(SPANS), min_size=1, max_size=4), st.floats(0, 0.95))
def test_bounds_hold_whatever_the_tie(spans, tie):
    chances = {name: pert(name, *span) for name, span in zip(RANGES, spans, strict=False)}
    found = joint_chance(chances, tied=FOLLOWING, loading=fixed("tie", tie))
    assert least(chances) - 1e-4 <= found <= most(chances) + 1e-4
    assert least(chances) - 1e-12 <= apart(chances) <= most(chances) + 1e-12


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2, max_size=20))
def test_scores_are_those_of_another_library(pairs):
    given_, true = map(list, zip(*pairs, strict=True))
    assert brier(given_, true) == pytest.approx(brier_score_loss(true, given_, pos_label=True, labels=[False, True]))
    share = sum(true) / len(true)
    assert brier_of_constant(true) == pytest.approx(share * (1 - share))
    # In closed form: leaving one out of n stretches every distance by n / (n - 1).
    stretched = share * (1 - share) * (len(true) / (len(true) - 1)) ** 2
    assert brier_left_out(true) == pytest.approx(stretched)


def test_one_mission_alone_has_no_others():
    assert brier_left_out([True]) is None


@pytest.fixture(scope="module")
def record(island):
    return island["feasibility"]


def inputs(record, **changed):
    return FeasibilityInputs.from_record(copy.deepcopy(record) | changed)


def untied(record, **changed):
    """The same without a tie between gates: joint chances are then products."""
    free = [row for row in record["quantities"] if row["id"] != LOADING]
    return inputs(record, quantities=free, attitude=[], **changed)


def test_what_came_of_a_mission_is_not_read_by_what_judges(record):
    """Whatever the outcomes, chances and words stay; without outcomes the judging still works."""
    turned = [
        row | {"share_12": 0.0 if row["kept"] else 1.5, "kept": 1 - row["kept"]} for row in record["past_outcomes"]
    ]
    usual, other = trial(untied(record)), trial(untied(record, past_outcomes=turned))
    assert (usual.joint, usual.words, usual.old_words) == (other.joint, other.words, other.old_words)
    assert usual.came_true != other.came_true
    alone = past_missions(inputs(record, past_outcomes=[]))
    assert {one.id: one.joint(None) for one in alone} == usual.joint


def test_words_follow_the_rule(record):
    """From the rows themselves: a mean below a fifth, all from three quarters up with even odds, else open."""
    found = trial(untied(record))
    for one in found.missions:
        means = [
            (row["low"] + 4 * row["central"] + row["high"]) / 6
            for row in record["past_gates"]
            if row["mission"] == one.id and row["gate"] != "full_strength"
        ]
        assert len(means) == 6
        word = Ruling.INDETERMINATE
        if min(means) < 0.195:
            word = Ruling.NOT_FEASIBLE
        elif min(means) >= 0.745 and np.prod(means) >= 0.495:
            word = Ruling.FEASIBLE
        assert found.words[one.id] is word
        assert found.joint[one.id] == pytest.approx(np.prod(means))
    assert len(set(found.words.values())) == 3


def test_gates_that_are_open_one_by_one_may_not_be_so_together(record):
    rows = [row | {"low": 0.75, "central": 0.8, "high": 0.85} for row in record["past_gates"]]
    (mission, *_) = past_missions(inputs(record, past_gates=rows))
    assert mission.word(Thresholds(), mission.joint(None)) is Ruling.INDETERMINATE  # 0.8 to the sixth is 0.26
    assert mission.old_word(Thresholds()) is Ruling.FEASIBLE
    together = mission.word(Thresholds(), mission.joint(fixed("tie", 0.9)))
    assert together is Ruling.INDETERMINATE  # consent, supply and rotation still stand alone: at most 0.8 to the fourth


def test_only_the_earlier_rule_asks_for_full_strength(record):
    rows = [
        row | ({"low": 0.01, "central": 0.02, "high": 0.03} if row["gate"] == "full_strength" else {})
        for row in record["past_gates"]
    ]
    usual, other = trial(inputs(record)), trial(inputs(record, past_gates=rows))
    assert usual.words == other.words
    assert set(other.old_words.values()) == {Ruling.NOT_FEASIBLE}


@pytest.mark.parametrize(("word", "true"), list(product(Ruling, (True, False))))
def test_a_word_is_right_wrong_or_no_call(word, true):
    called = Outcome(reached=1.0, kept=true, origin="").call(word)
    if word is Ruling.INDETERMINATE:
        assert called == "no call"
    else:
        assert called == ("hit" if (word is Ruling.NOT_FEASIBLE) is not true else "miss")


@pytest.mark.parametrize(
    ("reached", "kept", "true"), [(0.75, True, True), (0.749, True, False), (1.2, False, False), (0.0, False, False)]
)
def test_a_mission_came_true_where_it_was_formed_and_kept_up(reached, kept, true):
    assert Outcome(reached=reached, kept=kept, origin="").came_true is true


def test_facts_are_counted_from_the_table(record):
    given_ = inputs(record)
    facts = {fact["id"]: fact["value"] for fact in past_facts(given_, trial(given_))}
    told = past_table(trial(given_))
    rows = [dict(zip(told["columns"], row, strict=True)) for row in told["rows"]]
    chances, true = [facts[f"feasibility.backtest.{row['id']}"] for row in rows], [row["came_true"] for row in rows]
    assert facts["feasibility.backtest.brier"] == pytest.approx(brier_score_loss(true, chances), rel=1e-8)
    assert facts["feasibility.backtest.given"] == pytest.approx(np.mean(chances), rel=1e-8)
    assert facts["feasibility.backtest.came_true"] == np.mean(true)
    calls = [row["call"] for row in rows]
    assert (facts["feasibility.backtest.misses"], facts["feasibility.backtest.open"]) == (
        calls.count("miss"), calls.count("no call")
    )  # fmt: skip
    assert facts["feasibility.backtest_old_misses"] == sum(row["old_call"] == "miss" for row in rows)
    assert facts["feasibility.backtest.missions"] == len(record["past_verdicts"])


def test_without_past_missions_nothing_is_told(record):
    empty = inputs(record, **{name: [] for name in TABLES})
    assert list(past_facts(empty, trial(empty))) == []
    assert past_table(trial(empty))["rows"] == []
