"""A table of a page: what telling found, under the heads that the template writes."""

from types import SimpleNamespace

import pytest

from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.pages.table_in_page import TablePrinter
from peacebrief.telling.saying.said import Row

HEADS = "<caption>Armies</caption><th>State</th><th class='number'>Soldiers</th>"


@pytest.fixture
def printed():
    def of(*rows):
        tell = SimpleNamespace(armies=SimpleNamespace(counted=lambda: list(rows)))
        return TablePrinter(Register(), "web", tell, "Table")("armies.counted", caller=lambda: HEADS)

    return of


def test_every_row_stands_under_the_heads(printed):
    told = printed(Row(["Northland", 900]), Row(["Southland", None]))
    assert told.count("<tr>") == 3
    assert "Table 1.</span> Armies" in told
    assert told.index("Northland") < told.index("900") < told.index("Southland")


def test_without_rows_there_is_no_table(printed):
    assert printed() == ""


def test_a_row_that_does_not_fit_the_heads_is_refused(printed):
    with pytest.raises(ValueError, match="counted has 2 heads and a row of 1 cells"):
        printed(Row(["Northland"]))
