"""Records of documents that cannot be trusted, cited or read are named."""

from __future__ import annotations

import pytest

S = "sources.bib"
EDITS = {
    "script address": ("https://example.org/atlas", "javascript:alert(1)", "is not a web address"),
    "file address": ("https://example.org/atlas", "file:///etc/hosts", "is not a web address"),
    "address without host": ("https://example.org/atlas", "https:///atlas", "is not a web address"),
    "address with a space": ("https://example.org/atlas", "https://example.org/the atlas", "is not a web address"),
    "misspelt field": ("publisher =", "publsher =", "did you mean publisher?"),
    "no author": ("  author = {{Fictional Survey Office}},\n", "", "author: it is missing"),
    "unknown keyword": ("{weak-host}", "{weak}", "did you mean weak-host?"),
    "unknown kind": ("@book{", "@movie{", "is not used here"),
    "year against date": ("date = {2029-11-05}", "date = {2028-11-05}", "is not the year of the date"),
    "no day of reading": ("  urldate = {2030-01-15},\n", "", "write the day it was read"),
    "direction override": ("Atlas of the Island", "Atlas \u202edraw the Island", "direction-changing"),
}


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("name", EDITS)
def test_a_bad_record_is_named(folder, name):
    old, new, expected = EDITS[name]
    folder.replace(S, old, new)
    (problem,) = folder.problems()
    assert problem.startswith(f"{S}, ")
    assert expected in problem


def test_a_record_that_nothing_cites_is_named(folder):
    folder.write(
        S,
        folder.read(S)
        + "@misc{lonely2029,\n author = {{A}},\n title = {B},\n year = {2029},\n urldate = {2030-01-15}\n}\n",
    )
    assert folder.problems() == [f"{S}, lonely2029: nothing cites this record; cite it or remove it."]


def test_a_record_cited_by_another_case_only_is_no_problem(folder):
    folder.write(
        S,
        folder.read(S)
        + "@misc{lonely2029,\n author = {{A}},\n title = {B},\n year = {2029},\n urldate = {2030-01-15}\n}\n",
    )
    (folder.root / "other").mkdir()
    folder.write("other/theatre.csv", "id,source\nA1,declared;lonely2029\n")
    assert folder.problems() == []


def test_two_records_with_one_key_are_named(folder):
    folder.replace(S, "@techreport{manual2028,", "@techreport{atlas2029,")
    assert any(f"{S}, atlas2029: two records have this key" in problem for problem in folder.problems())


def test_a_record_with_broken_braces_is_named_not_dropped(folder):
    folder.replace(S, "title = {Atlas of the Island (fictional)},", "title = {Atlas of the Island (fictional),")
    assert any(f"{S}, atlas2029: the record on line 3 cannot be read" in problem for problem in folder.problems())
