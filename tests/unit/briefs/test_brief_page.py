"""Which briefs a case has: one a page, and one for each of its options."""

import pytest

from peacebrief.briefs.brief_page import brief_page
from peacebrief.commands.publish_data import former_options
from peacebrief.errors import AnalystError
from peacebrief.inputs.option_ids import option_ids

OPTIONS = [{"id": "observers", "label": "Unarmed observers"}, {"id": "two_rings", "label": "Two rings"}]


def options_in(folder, content):
    (folder / "island").mkdir()
    (folder / "island/options.csv").write_bytes(content)
    return option_ids(folder, "island")


def test_every_option_of_the_table_counts_once_and_in_its_order(tmp_path):
    assert options_in(tmp_path, b"\xef\xbb\xbflabel,id\r\nB,two_rings\r\nA, observers \r\nB,two_rings\r\n") == [
        "two_rings",
        "observers",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"label\nA\n",
        b"id\n../../etc\n",
        b"id\n{case}\n",
        b"id\n\xff\xfe\n",
        b"id\n\x00\n",
        b"id\na b\n",
    ],
)
def test_what_is_no_identifier_makes_no_brief(tmp_path, content):
    assert options_in(tmp_path, content) == []


def test_a_missing_table_makes_no_brief(tmp_path):
    assert option_ids(tmp_path, "island") == []


def test_the_brief_of_an_option_is_given_its_row():
    page = brief_page("option_two_rings", OPTIONS)
    assert (page.page, page.given, page.subject) == ("option", {"option": OPTIONS[1]}, "Two rings")


def test_another_brief_is_given_nothing_more():
    page = brief_page("annex", OPTIONS)
    assert (page.page, page.given) == ("annex", {})


def test_an_option_the_case_does_not_have_is_named_with_those_it_has():
    with pytest.raises(AnalystError, match="no option is called rings; the options are observers, two_rings"):
        brief_page("option_rings", OPTIONS)


def test_briefs_of_former_options_are_told_from_all_others(tmp_path):
    for name in ("option_gone.pdf", "option_gone.html", "option_here.pdf", "annex.pdf", "option_mine.docx"):
        (tmp_path / name).touch()
    former = former_options(tmp_path, [tmp_path / "annex.pdf", tmp_path / "option_here.pdf"])
    assert [file.name for file in former] == ["option_gone.html", "option_gone.pdf"]
