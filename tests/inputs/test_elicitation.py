"""What experts answered replaces what was judged; bad answers are named; what is sent out comes back readable."""

from __future__ import annotations

import pytest

from peacebrief.commands.model import ask
from peacebrief.errors import AnalystError
from peacebrief.facts.basis import basis_facts
from peacebrief.inputs import resolve_case

ANSWERS, QUESTIONS, GATES = "island/elicitation.csv", "island/elicitation_questions.csv", "island/gate_chances.csv"
ANSWER_CELLS = {
    "lowest above best": ("assent/heron/2", "lowest", "0.7", ("lowest: 0.7 is above best (0.6)",)),
    "best above highest": ("assent/heron/2", "best", "0.8", ("best: 0.8 is above highest (0.76)",)),
    "a chance above one": ("assent/heron/2", "highest", "1.2", ("highest", "1.2 is above 1", "60 per cent is 0.6")),
    "a chance in per cent": ("assent/heron/2", "highest", "76", ("76 is above 1",)),
    "less sure than even": ("assent/heron/2", "sure", "0.4", ("sure", "0.4 is not between 0.5 and 1")),
    "surer than certain": ("assent/heron/2", "sure", "80", ("80 is not between 0.5 and 1", "80 per cent sure is 0.8")),
    "no such round": ("length/heron/1", "round", "0", ("round: 0 is not a round; write 1",)),
    "twice in a round": ("assent/heron/2", "round", "1", ('"assent/heron/1" is already in row 2; keep one',)),
    "an unknown question": ("length/heron/1", "question", "lenght", ("not in elicitation_questions.csv", "length?")),
    "no day": ("assent/heron/2", "date", "", ("date",)),
    "below nought": ("assent/teal/1", "lowest", "-0.1", ("-0.1 is negative",)),
}  # fmt: skip
JUDGED = "gate_chances", "position_chances", "carry_over", "risk_chances"
QUESTION_CELLS = {
    "a seed without its answer": ("length", "answer", "", ("answer is missing", "whose answer is known")),
    "a seed without a source": ("length", "source", "", ("say where the answer of a seed question is from",)),
    "a seed that replaces": ("length", "replaces_row", "law/separation/alone", ("a seed question replaces no row",)),
    "an unknown source": ("length", "source", "atlas2028", ("not a record of sources.bib", "atlas2029?")),
    "a row that is not there": ("assent", "replaces_row", "law/separation/helpt", ("no row of gate_chances.csv",)),
    "no row": ("assent", "replaces_row", "", ("name the judged row that the answers replace",)),
    "an unknown table": ("assent", "replaces_table", "gates", ("not in the closed list",)),
    "an answer that is known": ("assent", "answer", "0.5", ("0.5 is known; write yes in seed",)),
    "a judged row in kilometres": ("assent", "unit", "km", ('"km" is no chance',)),
    "neither yes nor no": ("assent", "seed", "maybe", ("write one of no, yes",)),
}  # fmt: skip


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("what", ANSWER_CELLS)
def test_a_bad_answer_is_named_in_one_sentence(folder, what):
    row, column, value, expected = ANSWER_CELLS[what]
    folder.set(ANSWERS, row, column, value)
    problem = folder.only_problem()
    assert all(part in problem for part in (ANSWERS, *expected)), problem


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("what", QUESTION_CELLS)
def test_a_bad_question_is_named(folder, what):
    row, column, value, expected = QUESTION_CELLS[what]
    folder.set(QUESTIONS, row, column, value)
    assert any(all(part in problem for part in (QUESTIONS, *expected)) for problem in folder.problems())


def test_an_answer_that_is_one_number_is_no_range(folder):
    for column in ("lowest", "best", "highest"):
        folder.set(ANSWERS, "storms/teal/2", column, "0.7")
    assert "lowest and highest are both 0.7; ask the expert for a range." in folder.only_problem()


def test_two_questions_may_not_replace_one_row(folder):
    folder.set(QUESTIONS, "storms", "replaces_table", "gate_chances")
    folder.set(QUESTIONS, "storms", "replaces_row", "law/separation/helped")
    assert "row 2 replaces the same judged row" in folder.only_problem()


def test_answers_without_questions_are_named(folder):
    (folder.root / QUESTIONS).unlink()
    assert all("not in elicitation_questions.csv" in problem for problem in folder.problems())
    assert len(folder.problems()) == 21


def test_nobody_types_that_a_row_was_elicited(folder):
    folder.set(GATES, "law/separation/helped", "basis", "elicited")
    assert "elicited follows from answers in elicitation.csv; write judgement here." in folder.only_problem()
    folder.set(GATES, "law/separation/helped", "basis", "judgement")
    mission = folder.records("reference/missions.csv")[1][0]
    folder.set("reference/missions.csv", mission, "basis", "elicited")
    assert "closed list" in folder.only_problem()


def chance(case, gate="law/separation/helped"):
    return next(row for row in case.tables.gate_chances.rows if row.row_key() == gate)


def test_answers_replace_the_judged_row_in_every_table_that_is_handed_on(folder):
    """Best 0.9, 0.5 and 0.7 give 0.7; below it lie 0.16/0.8, 0.18/0.9 and 0.1/0.5, which is 0.2 in each."""
    folder.set(ANSWERS, "assent/heron/2", "best", "0.9")
    folder.set(ANSWERS, "assent/heron/2", "lowest", "0.74")
    folder.set(ANSWERS, "assent/heron/2", "highest", "0.98")
    found = resolve_case(folder.root, "island")
    (row,) = [one for one in found.feasibility["gate_chances"] if one["origin"].endswith("law/separation/helped")]
    # Above it lie 0.08/0.8, 0.18/0.9 and 0.1/0.5: half a third of the way less.
    assert [row["low"], row["central"], row["high"]] == pytest.approx([0.5, 0.7, 0.7 + (0.1 + 0.2 + 0.2) / 3], abs=2e-6)
    (told,) = [one for one in found.evidence["tables"]["gate_chances"] if one["basis"] == "elicited"]
    assert [told[part] for part in ("low", "central", "high")] == [row[part] for part in ("low", "central", "high")]
    before = {one["question"]: one["central"] for one in found.evidence["replaced"]}
    assert before == {"assent": 0.6, "storms": 0.5}


def test_without_answers_the_judged_rows_stand(folder):
    (folder.root / ANSWERS).unlink()
    assert chance(folder.load()).basis == "judgement"
    (folder.root / QUESTIONS).unlink()
    found = resolve_case(folder.root, "island").evidence
    assert found["replaced"] == []
    counts = {fact.id: fact.value for fact in basis_facts(found)}
    assert counts["evidence.basis.elicited"] == 0


def test_rows_that_answers_replace_are_counted(folder):
    facts = basis_facts(resolve_case(folder.root, "island").evidence)
    assert {fact.value for fact in facts if fact.id == "evidence.basis.elicited"} == {2}


def test_answers_may_not_make_a_state_less_likely_with_more_support(folder):
    """With support 0.02 to 0.04 for a yes, though 0.6 to 0.9 without."""
    folder.set(QUESTIONS, "assent", "replaces_table", "position_chances")
    folder.set(QUESTIONS, "assent", "replaces_row", "yes/helped")
    for expert in ("heron", "plover", "teal"):
        for column, value in {"lowest": "0.02", "best": "0.03", "highest": "0.04"}.items():
            folder.set(ANSWERS, f"assent/{expert}/2", column, value)
    problems = folder.problems()
    assert problems
    assert all("more support cannot make it less likely" in problem for problem in problems)


@pytest.fixture
def asked(folder, project, tmp_path):
    """Asks about the island, and says what was done."""

    def of():
        return ask.run(case="island", to=tmp_path / "sent", inputs=folder.root,
                       templates=project / "workflow/templates")  # fmt: skip

    return of


def fill_in(folder, sent):
    """As one expert would: every question with a chance of three in ten, more or less."""
    header, *rows = (line.split(",") for line in (sent / "elicitation.csv").read_text(encoding="utf-8").splitlines())
    filled = {
        "expert": "heron",
        "lowest": "0.21",
        "best": "0.3",
        "highest": "0.48",
        "sure": "0.9",
        "date": "2030-01-12",
    }
    folder.save(ANSWERS, [header, *([filled.get(name, cell) for name, cell in zip(header, row, strict=True)]
                                    for row in rows)])  # fmt: skip


def test_what_is_sent_out_comes_back_and_replaces_every_judged_row(folder, asked, tmp_path):
    for file in (ANSWERS, QUESTIONS):
        (folder.root / file).unlink()
    count = sum(len(folder.records(f"island/{name}.csv")) - 1 for name in JUDGED)
    assert asked().startswith(f"{count} questions in")
    sent = tmp_path / "sent"
    fill_in(folder, sent)
    folder.write(QUESTIONS, (sent / "elicitation_questions.csv").read_text(encoding="utf-8"))
    tables = folder.load().tables
    judged = (*tables.gate_chances.rows, *tables.position_chances.rows, *tables.carry_over.rows,
              *tables.risk_chances.rows)  # fmt: skip
    assert len(judged) == count
    assert {(row.low, row.central, row.high, row.basis) for row in judged} == {(0.2, 0.3, 0.5, "elicited")}


def test_a_case_with_questions_sends_those_and_no_answer_is_given_away(asked, tmp_path):
    assert asked().startswith("5 questions in")
    sent = tmp_path / "sent"
    assert sorted(file.name for file in sent.iterdir()) == ["elicitation.csv", "questions.txt"]
    text = (sent / "questions.txt").read_text(encoding="utf-8")
    order = [
        text.index(word) for word in ("\nlowest: ", "\nhighest: ", "\nbest: ", "\nsure: ", "\nassent: ", "\nlength: ")
    ]
    assert order == sorted(order)
    assert "1000000" not in text
    assert "200" not in text


def test_what_was_sent_is_not_written_over(asked):
    asked()
    with pytest.raises(AnalystError, match=r"may hold answers; name"):
        asked()


def test_a_case_that_is_not_there_is_named(folder, project):
    with pytest.raises(AnalystError, match=r"no case is called .iland.* did you mean island"):
        ask.run(case="iland", to=None, inputs=folder.root, templates=project / "workflow/templates")
