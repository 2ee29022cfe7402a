"""Faults of vocabulary.yaml, of what tables name of it, and of what it names itself."""

from __future__ import annotations

import pytest

V, A = "island/vocabulary.yaml", "island/assumptions.csv"
ARMY = "compared_army:\n  name: Northland\n  adjective: Northlandish\n  comparator: {}\n"
STATE = "  contributor: {}\n"
CONTRIBUTION = (
    "compared_contribution,Contribution of Northland,persons,fixed,,900,,,sizing;generation,declared,made up for tests,"
)
EDITS = {
    "misspelt name": ("adversary:", "adversery:", ("adversary: it is missing", "did you mean adversary?")),
    "misspelt name within": ("  label: Eastern", "  lable: Eastern", ("patron.lable: it is not known", "mean label?")),
    "adjective left out": ("  adjective: League\n", "", ("patron.adjective: it is missing; add it.",)),
    "patron as a word": ("patron:\n", "patron: League\nelse:\n", ("patron: ",)),
    "condition left out": ("condition: a fictional truce\n", "", ("condition: it is missing; add it.",)),
    "condition of no words": ("condition: a fictional truce", "condition: ' '", ("condition: the cell is empty",)),
    "name that is none": ("  raids: ", "  ra ids: ", ("letters, digits and underscores only",)),
    "name twice": ("  raids: ", "  other: ", ('"other" is there twice',)),
    "list without entries": ("  seeing: ", "  unseen: ", ('"seeing" is not one of the items of vocabulary.yaml',)),
    "label too long": ("Fewer soldiers than fields", "few " * 32, ("127 characters; 120 is the most here",)),
    "label that runs": ("Fewer soldiers than fields", "=SUM(A1)", ("which a spreadsheet runs as a formula",)),
    "label that hides": (
        "Fewer soldiers than fields",
        "few\u202esoldiers",
        ("an invisible or direction-changing character",),
    ),
}


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("name", EDITS)
def test_a_bad_entry_is_named_with_its_remedy(folder, name):
    old, new, expected = EDITS[name]
    folder.replace(V, old, new)
    problems = "\n".join(folder.problems())
    for part in expected:
        assert part in problems


def test_several_levels_of_support_and_what_is_lent_need_a_patron(folder):
    folder.replace(V, "patron:\n  name: the Eastern League\n  label: Eastern League\n  adjective: League\n", "")
    levels, *lent = folder.problems()
    assert levels.startswith(V)
    assert "case.yaml has 2 levels of support and nobody gives it; name a patron, or keep one level." in levels
    assert [cell for cell in lent if "names no patron; clear the cell, or name one there." not in cell] == []
    assert [column for column in ("lent_at", "patron_quantity") if column not in str(lent)] == []


def test_a_case_without_a_vocabulary_is_told_so_once(folder):
    (folder.root / V).unlink()
    assert folder.problems() == [f"{V}: the file is missing; add it, or copy it from another case."]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            ("risks", "raid", "challenge", "raid"),
            '"raid" is not one of the challenges of vocabulary.yaml; did you mean',
        ),
        (
            ("enablers", "kites", "item", "seing"),
            '"seing" is not one of the items of vocabulary.yaml; did you mean see',
        ),
        (("claims", "K1", "group", "sizes"), '"sizes" is not one of the claim_groups of vocabulary.yaml; did you mean'),
        (("correlations", "help", "factor", "helps"), '"helps" is not one of the factors of vocabulary.yaml; did you'),
    ],
)
def test_a_name_that_the_vocabulary_has_not_got_is_answered_with_the_nearest(folder, cell, expected):
    table, *edit = cell
    folder.set(f"island/{table}.csv", *edit)
    (problem,) = folder.problems()
    assert expected in problem


def test_nothing_may_be_said_of_an_article_that_is_not_there(folder):
    folder.set("island/options.csv", "observers", "article_says", "It is cheap")
    folder.set("island/network/corridors.csv", "north", "in_article", "1")
    one, other = folder.problems()
    assert "column article_says: vocabulary.yaml names no article; clear the cell" in one
    assert "column in_article: 1 is given although vocabulary.yaml names no article; write 0" in other


def test_an_article_is_missed_where_an_option_says_nothing_of_it(folder):
    told = folder.read(V) + "article:\n  name: the letter\n  kind: a letter\n"
    folder.write(V, told)
    folder.set("island/options.csv", "observers", "article_says", "It is cheap")
    (problem,) = folder.problems()
    assert "row 3 (separation), column article_says: the cell is empty; say what the case's article" in problem


@pytest.mark.parametrize(
    ("comparator", "row", "expected"),
    [
        ("mainland_army_traind", CONTRIBUTION, "compared_army.comparator: "),
        ("mainland_army_trained", "", "compared_contribution: the assumption is missing"),
        ("mainland_army_trained", CONTRIBUTION, ""),
        ("", CONTRIBUTION, "nothing reads it, since vocabulary.yaml names no compared_army"),
    ],
)
def test_a_compared_army_is_counted_and_has_a_contribution(folder, comparator, row, expected):
    if comparator:
        folder.write(V, folder.read(V) + ARMY.format(comparator) + STATE.format("northland"))
    if row:
        header, *rows = folder.records(A)
        cells = row.split(",")
        told = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))
        told |= {"checked": "2030-01-15", "quality": "low", "impact": "low", "basis": "judgement", "note": "Made up."}
        folder.save(A, [header, *rows, [told[name] for name in header]])
    problems = folder.problems()
    assert len(problems) == bool(expected)
    assert expected in "".join(problems)


REMARKS = {
    "As {theatre.line:exact} says{cite:atlas2029}.": "",
    "Of {nobody.": "holds a brace that begins or ends no slot",
    "Of {sizing.force.monitoring}.": "write numbers as {fact:form}, sources as {cite:key}",
    "So it is said{cite:atlas2028}.": '"atlas2028" is not a record of sources.bib; did you mean atlas2029?',
}


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_has_whole_slots_and_cites_what_has_a_record(folder, remark):
    folder.write(V, f"{folder.read(V)}remarks:\n  size: '{remark}'\n")
    problems = folder.problems()
    assert len(problems) == bool(REMARKS[remark])
    assert all(problem.startswith(f"{V}, remarks.size: ") and REMARKS[remark] in problem for problem in problems)


def test_a_record_that_only_a_remark_cites_is_cited(folder):
    record = "@misc{letter2029,\n  author = {Nobody},\n  title = {Letter},\n  year = {2029},\n  note = {Invented.},\n"
    folder.write("sources.bib", f"{folder.read('sources.bib')}\n{record}  keywords = {{recalled}}\n}}\n")
    (problem,) = folder.problems()
    assert "letter2029: nothing cites this record" in problem
    folder.write(V, folder.read(V) + "remarks:\n  size: 'As the letter says{cite:atlas2029;letter2029}.'\n")
    assert folder.problems() == []


def test_a_compared_army_is_that_of_a_contributor(folder):
    folder.write(V, folder.read(V) + ARMY.format("mainland_army_trained") + STATE.format("northlund"))
    (problem,) = [one for one in folder.problems() if "contributor" in one]
    assert "compared_army.contributor: " in problem
    assert "is not in contributors.csv; did you mean northland?" in problem
