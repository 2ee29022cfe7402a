"""Tables as plain files."""

import csv
import io

import pytest

from peacebrief.facts.csv_text import cell, csv_text
from peacebrief.publishing.contents import data_tables


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-cmd", "@import", "\tx", "\r=x"])
def test_text_that_a_spreadsheet_would_run_is_defused(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("number", ["-3", "+4.5", "-1e6", "0.5"])
def test_numbers_stay_numbers(number):
    assert cell(number) == number


def test_what_is_not_known_is_an_empty_cell():
    assert csv_text([{"a": None, "b": 1}, {"b": 2, "c": "x"}]) == "a,b,c\n,1,\n,2,x\n"


def test_a_reader_gets_back_what_was_written():
    rows = [{"id": "a", "words": 'a "quoted", divided\ncell', "share": 0.25}]
    read = list(csv.DictReader(io.StringIO(csv_text(rows), newline="")))
    assert read == [{"id": "a", "words": 'a "quoted", divided\ncell', "share": "0.25"}]


def test_lists_are_joined():
    assert cell(["a", 2, None]) == "a;2;"


def test_tables_of_stages_become_rows_and_what_the_case_does_without_is_left_out():
    evidence = {"tables": {"missions": [{"id": "m"}], "elicitation": []}, "assumptions": [{"id": "a"}], "sources": []}
    stage = {"tables": {"weights": {"columns": ["role", "weight"], "rows": [["monitoring", 0.5]]}}}
    tables = data_tables(evidence=evidence, stages=[stage])
    assert tables["weights"] == [{"role": "monitoring", "weight": 0.5}]
    assert set(tables) == {"missions", "assumptions", "sources", "weights"}
