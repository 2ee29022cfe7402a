"""A landing page leads to all that its edition holds and to nothing else; the list of cases shows what is there."""

import pytest

from peacebrief.publishing.contents import Item
from peacebrief.publishing.landing_page import (
    FIRST_DATA,
    Edition,
    check_links,
    checksums,
    editions,
    further_briefs,
    further_data,
)

PAGE = '<h1>x</h1><a href="#x">here</a><a href="https://a.example/b">web</a>'
LANDING = (
    '<!DOCTYPE html><section data-edition="{0}" data-date="2030-02-01" data-title="{1}" data-question="&lt;b&gt;?">'
)


def link(name):
    return f'<a href="{name}">{name}</a>'


def test_a_page_that_leads_to_all_files_and_no_others_passes():
    check_links(
        PAGE + link("summary.pdf#page=2") + link("data/a.csv"),
        held={"summary.pdf", "data/a.csv"},
        shown=["summary.pdf"],
    )


def test_a_link_to_a_file_that_is_not_there_is_named():
    with pytest.raises(ValueError, match=r"links to brief\.pdf, which the edition does not hold"):
        check_links(PAGE + link("brief.pdf"), held={"summary.pdf"}, shown=[])


def test_a_file_to_which_no_link_leads_is_named():
    with pytest.raises(ValueError, match=r"no link of the page leads to memo\.pdf"):
        check_links(PAGE + link("summary.pdf"), held={"summary.pdf", "memo.pdf"}, shown=["summary.pdf", "memo.pdf"])


def test_briefs_and_data_that_the_page_does_not_describe_are_listed():
    briefs = ["brief.html", "brief.pdf", "one_pager.html", "one_pager.pdf", "option_wall.pdf", "option_gone.pdf"]
    assert further_briefs(briefs, ["wall"]) == {"one_pager": "One pager", "option_gone": "Option gone"}
    data = {name: Item(name=name, size="1 kB", sha256="0", length="") for name in (*FIRST_DATA, "data/scores.csv")}
    assert [item.name for item in further_data(data)] == ["data/scores.csv"]


def test_every_brief_is_told_with_its_checksum():
    (row,) = checksums({"brief.pdf": Item(name="brief.pdf", size="1 kB", sha256="ab", length="1 page")})
    assert row.cells == ["brief.pdf", "ab"]


@pytest.fixture
def reports(tmp_path):
    """A folder of reports with the pages given by case."""

    def published(**pages):
        for case, page in pages.items():
            (tmp_path / case).mkdir()
            (tmp_path / case / "index.html").write_text(page, encoding="utf-8")
        return tmp_path

    return published


def test_published_editions_are_listed_by_title(reports):
    found = editions(reports(west=LANDING.format("2", "the west"), east=LANDING.format("1", "The east")))
    assert found == [
        Edition(case="east", title="The east", question="<b>?", edition="1", date="2030-02-01"),
        Edition(case="west", title="the west", question="<b>?", edition="2", date="2030-02-01"),
    ]


def test_a_page_that_is_no_landing_page_and_a_folder_without_one_are_left_out(reports):
    folder = reports(other="<!DOCTYPE html><p>Not ours</p>")
    (folder / "example").mkdir()
    assert editions(folder) == []
