"""Whose a judged chance is follows from the basis of its row, and who the experts were from the counts."""

from __future__ import annotations

import pytest

from peacebrief.telling.annex import evidence_tables
from peacebrief.telling.answers import limits
from peacebrief.telling.saying import asked

LAW, TRUCE = ({"id": name, "in_sentence": f"a {name}", "kind": "judged"} for name in ("law", "truce"))
SEVEN = {asked.EXPERTS: 7.0, asked.ROUNDS: 2.0, asked.REPLACED: 3.0}
ONE = {asked.EXPERTS: 1.0, asked.ROUNDS: 1.0, asked.REPLACED: 3.0}


def chance(gate, basis):
    return {"gate": gate, "option": "watch", "support_level": "", "low": 0.1, "central": 0.2, "high": 0.3,
            "basis": basis, "confidence": "low", "note": "So."}  # fmt: skip


@pytest.mark.parametrize(
    ("bases", "said"),
    [
        (("judgement", "judgement"), "are judgements of this project, not elicited from experts."),
        (
            ("elicited", "judgement"),
            "judged: in part by experts who were asked (7 experts, 2 rounds), else by this",
        ),
        (("elicited", "elicited"), "are those that experts gave who were asked (7 experts, 2 rounds)."),
    ],
)
def test_gates_are_judged_by_whom_their_rows_say(known, aloud, bases, said):
    rows = [chance(gate, basis) for gate, basis in zip(("law", "truce"), bases, strict=True)]
    case = known(SEVEN, gate_chances=[*rows, chance("other", "elicited")])
    told = aloud(case, asked.gates(case, [LAW, TRUCE]))
    assert told.startswith("The chances of a law and a truce are ")
    assert said in told


@pytest.mark.parametrize(
    ("facts", "basis", "said"),
    [
        ({}, "judgement", "Chances and costs are judgements of this project, not elicited from experts"),
        (SEVEN, "judgement", "Chances and costs are judgements of this project, not elicited from experts"),
        (
            SEVEN,
            "elicited",
            "Chances and costs are judgements of this project, but for the chances that experts gave who were asked",
        ),
    ],
)
def test_risks_are_judged_by_whom_their_rows_say(known, aloud, facts, basis, said):
    case = known(facts, risk_chances=[{"basis": basis}])
    assert aloud(case, asked.risks(case)).startswith(said)


def test_the_annex_says_whether_anybody_was_asked(known, aloud):
    assert aloud(known(), asked.whose(known())) == "No experts were asked."
    assert asked.record(known()) == asked.NOTHING
    case = known(ONE)
    assert aloud(case, asked.whose(case)) == (
        "Where experts were asked (1 expert, 1 round), what they answered stands in place of what this project had "
        "judged."
    )


def test_what_the_brief_does_not_rest_on_is_told_with_what_experts_gave(known, aloud):
    case = known(SEVEN, gates=[LAW])
    assert aloud(case, limits.asks_the_record(case)) == (
        "It asks few but the record: experts (7 experts, 2 rounds) gave 3 of the judged chances; all others, and all "
        "scores, are judgements of this project."
    )


QUESTION = {"id": "q", "wording": "How likely is it?", "unit": "probability", "replaces_table": "gate_chances",
            "replaces_row": "law/watch", "seed": "no", "answer": None, "source": ""}  # fmt: skip


def answers(*experts):
    return [{"question": "q", "expert": expert, "round": 2, "lowest": 0.1, "best": 0.2, "highest": 0.3, "sure": 0.9}
            for expert in experts]  # fmt: skip


def test_a_row_says_from_how_many_experts_it_was_elicited(known, cells):
    options = [{"id": "watch", "short_label": "Watch"}]
    rows = [chance("law", "elicited"), chance("truce", "judgement")]
    case = known(options=options, gate_chances=rows, elicitation_questions=[QUESTION],
                 elicitation=answers("heron", "teal"))  # fmt: skip
    whys = [row[-1] for row in cells(case, evidence_tables.judged(case, "gate_chances"))]
    assert whys == ["The judgement that answers have replaced: So.", "So."]
    told = [row[-2] for row in cells(case, evidence_tables.judged(case, "gate_chances"))]
    assert told == ["elicited from 2 experts, 2 rounds (low)", "judgement (low)"]


@pytest.mark.parametrize(
    ("experts", "told"),
    [(["heron"], "elicited from 1 expert, 2 rounds"), (["heron", "teal"], "elicited from 2 experts, 2 rounds")],
)
def test_an_input_says_from_how_many_experts_it_was_elicited(known, aloud, experts, told):
    rows = [chance("law", "elicited")]
    case = known(gate_chances=rows, elicitation_questions=[QUESTION], elicitation=answers(*experts))
    (found,) = asked.elicited(case).values()
    assert aloud(case, asked.answered(found)) == told
