"""Tables of what experts were asked: each question, how they did, and the questions whose answers are known."""

from __future__ import annotations

import pytest

from peacebrief.elicitation.panel import ENOUGH_SEEDS
from peacebrief.telling.compared import experts

ASKED = {"id": "q", "wording": "How likely is it?", "unit": "probability", "replaces_table": "gate_chances",
         "replaces_row": "law/watch", "seed": "no", "answer": None, "source": ""}  # fmt: skip
UNANSWERED = {**ASKED, "id": "r", "wording": "And this?", "replaces_row": "truce/watch"}


def seed(number):
    return {**ASKED, "id": f"s{number}", "wording": "How long is it?", "unit": "km", "replaces_table": "",
            "replaces_row": "", "seed": "yes", "answer": 1200.0, "source": "declared"}  # fmt: skip


def answer(question, expert, *numbers):
    lowest, best, highest = numbers
    return {"question": question, "expert": expert, "round": 1, "lowest": lowest, "best": best, "highest": highest,
            "sure": 0.9}  # fmt: skip


MINE = [answer("q", "heron", 0.1, 0.2, 0.4), answer("q", "teal", 0.3, 0.4, 0.6)]


def test_without_questions_there_are_no_tables(known):
    case = known()
    assert experts.questions(case) == experts.scores(case) == experts.seeds(case) == []


@pytest.mark.parametrize(("facts", "before"), [({}, None), ({"elicitation.judged.q": 0.15}, "15%")])
def test_a_question_is_told_with_what_all_say_and_what_was_judged_before(known, cells, facts, before):
    case = known(facts, elicitation_questions=[ASKED, UNANSWERED], elicitation=MINE)
    rows = experts.questions(case)
    assert cells(case, rows) == [
        ["How likely is it?", "gate chances law/watch", 2, 1, "30% (20% to 50%)", None, "each alike", before],
        ["And this?", "gate chances truce/watch", None, None, None, None, None, None],
    ]
    assert rows[0].anchor == "row-elicitation_questions-q"


@pytest.mark.parametrize(("count", "counts"), [(1, "each alike"), (ENOUGH_SEEDS, "weighed by how they did")])
def test_who_is_scored_is_told_and_what_counts(known, cells, count, counts):
    seeds = [seed(number) for number in range(count)]
    hits = [answer(one["id"], "heron", 1000, 1150 + 100 * (place % 2), 1400) for place, one in enumerate(seeds)]
    misses = [answer(one["id"], "teal", 100, 110, 120) for one in seeds]
    case = known(elicitation_questions=[ASKED, *seeds], elicitation=[*MINE, *hits, *misses])
    (question,) = cells(case, experts.questions(case))
    assert question[5] is not None
    assert question[6] == counts
    names, weights = zip(*((row[0], row[3]) for row in cells(case, experts.scores(case))), strict=True)
    assert names == ("heron", "teal")
    assert sum(int(weight.rstrip("%")) for weight in weights) == 100
    known_answers = cells(case, experts.seeds(case))
    assert known_answers[0] == ["How long is it?", "1,200 km", "own judgement"]
    assert len(known_answers) == count
