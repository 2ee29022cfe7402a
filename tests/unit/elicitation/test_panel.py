"""Who counts for which question, and which way of putting answers together replaces the judged row."""

import pytest

from peacebrief.elicitation.panel import COOKE, ENOUGH_SEEDS, IDEA, panel


def question(name, truth=None):
    seed = truth is not None
    row = {"id": name, "seed": "yes" if seed else "no", "answer": truth}
    return {**row, "replaces_table": "" if seed else "gate_chances", "replaces_row": "" if seed else "law/watch"}


def answer(name, expert, lowest, best, highest, *, sure=0.9, turn=1):
    return {"question": name, "expert": expert, "round": turn, "lowest": lowest, "best": best, "highest": highest,
            "sure": sure}  # fmt: skip


ASKED = question("law")
FIRST = [answer("law", "heron", 0.1, 0.2, 0.3), answer("law", "teal", 0.5, 0.6, 0.7)]


def seeds(count):
    """Questions whose answer is 5; heron hits half above and half below, teal is always far off."""
    rows = [question(f"s{n}", 5.0) for n in range(count)]
    hits = [answer(f"s{n}", "heron", 2, 4 + 2 * (n % 2), 8) for n in range(count)]
    return rows, [*hits, *(answer(f"s{n}", "teal", 20, 21, 22) for n in range(count))]


def test_without_answers_nothing_is_elicited():
    assert panel({}).elicited == panel({"elicitation_questions": [ASKED]}).elicited == ()


def test_of_two_rounds_the_last_counts_and_who_was_not_in_it_does_not():
    answers = [*FIRST, answer("law", "teal", 0.3, 0.4, 0.5, turn=2)]
    (one,) = panel({"elicitation_questions": [ASKED], "elicitation": answers}).elicited
    assert one.experts == ("teal",)
    assert (one.rounds, one.method, one.cooke) == (2, IDEA, None)
    assert one.idea == pytest.approx((0.3, 0.4, 0.5))
    assert one.answers() == ("law/teal/2",)


def test_each_counts_alike_where_there_are_too_few_known_answers():
    rows, hits = seeds(ENOUGH_SEEDS - 1)
    (one,) = panel({"elicitation_questions": [ASKED, *rows], "elicitation": [*FIRST, *hits]}).elicited
    assert one.method == IDEA
    assert one.together == one.idea == pytest.approx((0.3, 0.4, 0.5))
    assert one.cooke == pytest.approx((0.1, 0.2, 0.3), abs=1e-3)  # heron alone has weight


def test_experts_are_weighed_where_there_are_enough():
    rows, hits = seeds(ENOUGH_SEEDS)
    found = panel({"elicitation_questions": [ASKED, *rows], "elicitation": [*FIRST, *hits]})
    (one,) = found.elicited
    assert found.experts == ("heron", "teal")
    assert found.scores.weight.tolist() == pytest.approx([1, 0])
    assert one.method == COOKE
    assert one.together == one.cooke == pytest.approx((0.1, 0.2, 0.3), abs=1e-3)
    assert one.judged == pytest.approx((0.2 - 0.1 / 0.9, 0.2, 0.2 + 0.1 / 0.9), abs=1e-3)


def test_who_left_a_known_answer_out_is_not_scored_and_counts_in_the_average_alone():
    rows, hits = seeds(ENOUGH_SEEDS)
    found = panel({"elicitation_questions": [ASKED, *rows], "elicitation": [*FIRST, *hits[:-1]]})
    assert found.experts == ("heron",)
    assert found.elicited[0].method == IDEA
    assert found.elicited[0].experts == ("heron", "teal")


def test_a_question_that_nobody_with_weight_has_answered_is_averaged():
    rows, hits = seeds(ENOUGH_SEEDS)
    (one,) = panel({"elicitation_questions": [ASKED, *rows], "elicitation": [FIRST[1], *hits]}).elicited
    assert (one.method, one.cooke) == (IDEA, None)


def test_chances_stay_chances_at_the_common_certainty():
    """0.1 - 0.1 x 0.9/0.5 is below nought and 0.9 + 0.1 x 1.8 above one."""
    answers = [answer("law", "heron", 0, 0.1, 0.2, sure=0.5), answer("law", "teal", 0.8, 0.9, 1, sure=0.5)]
    (one,) = panel({"elicitation_questions": [ASKED], "elicitation": answers}).elicited
    assert one.idea == pytest.approx(((0 + 0.72) / 2, 0.5, (0.28 + 1) / 2))
