"""The web page is one file that loads nothing, works without scripts, and leads everywhere it points."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html as lxml_html

from peacebrief.briefs.setting.page_checks import check_html


@pytest.fixture(scope="module")
def tree(web):
    return lxml_html.document_fromstring(web)


def test_the_gate_passes_a_sound_page(web, page, templates):
    check_html(web, forbidden=[str(templates)])
    check_html(page, medium="pdf", forbidden=[str(templates)])


def test_nothing_is_loaded_and_nothing_runs_but_the_script_that_the_policy_names(tree, web, page):
    assert tree.xpath("//script[@src] | //link | //img | //iframe | //object") == []
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digests = [sha256(script.text.encode()).digest() for script in tree.xpath("//script[not(@type)]")]
    assert re.findall("script-src ([^;]+)", policy) == [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]
    assert len(digests) == 1
    assert "<script" not in page
    assert set(re.findall(r"url\(.(\w+):", web)) == {"data"}
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_the_typefaces_travel_with_the_page(web):
    carried = re.findall(r'family: "([^"]+)"; font-weight: (\d+); font-style: (\w+); [^}]*woff2;base64,d09GMg', web)
    assert sorted(carried) == [  # d09GMg is wOF2, in base64
        ("Source Sans 3", "400", "normal"),
        ("Source Sans 3", "600", "normal"),
        ("Source Serif 4", "400", "italic"),
        ("Source Serif 4", "400", "normal"),
        ("Source Serif 4", "600", "normal"),
    ]
    assert web.count("@font-face") == len(carried)


def test_every_note_has_its_call_and_its_way_back(tree):
    calls = tree.xpath("//a[@role='doc-noteref']")
    notes = tree.xpath("//section[@role='doc-endnotes']//li")
    assert (
        [call.get("href") for call in calls]
        == [f"#{note.get('id')}" for note in notes]
        == ["#note-1", "#note-2", "#note-3"]
    )
    assert tree.xpath("//a[@role='doc-backlink']/@href") == [f"#{call.get('id')}" for call in calls]


def test_numbers_carry_their_value_and_lead_to_their_row(tree):
    number = tree.xpath("//data[@data-fact='trial.force']")[0]
    assert number.get("value") == "15123.4/64211"
    assert number.text_content() == "15,000 to 64,000"
    assert tree.xpath("//tr[@id=$row]", row=number.find("a").get("href")[1:])


def test_numbers_lead_to_the_annex_where_the_page_has_no_register(render, templates, tmp_path):
    short = '{% extends "parts/layout.html.jinja" %}'
    short += '{% block cover %}<h1>{{ num("trial.force") }}</h1>{% endblock %}{% block sources %}{% endblock %}'
    folder = with_brief(tmp_path, templates, short)
    web, page = (render(medium, brief_id="short", templates=folder) for medium in ("web", "pdf"))
    assert 'href="annex.html#fact-trial.force"' in web
    assert "<a" not in page.partition("<main")[2]
    assert ">15,000 to 64,000</data>" in page


def test_the_page_reads_on_a_narrow_screen_and_in_the_dark(web):
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in web
    assert "prefers-color-scheme: dark" in web
    assert "overflow-x: auto" in web


def test_a_figure_is_named_by_its_alternative_text(tree):
    picture = tree.xpath("//figure//svg")[0]
    assert picture[0].tag == "title"
    assert picture[0].text == "One bar: monitoring needs 15 to 64 thousand troops."
    assert tree.xpath("//figure//style") == []
    assert tree.xpath("//figcaption")[0].text_content().split() == [
        "Figure",
        "1.",
        "Monitoring",
        "needs",
        "least",
        "Troops,",
        "by",
        "role",
    ]


def test_tables_have_captions_scopes_and_plain_years(tree):
    table = tree.get_element_by_id("table-sizes")
    assert table.find("caption").text_content() == "Table 1. Troops by role"
    assert [cell.get("scope") for cell in table.xpath(".//th")] == ["col", "col", "col", "row", "row"]
    assert [cell.text_content() for cell in table.xpath(".//td")] == ["15,000 to 64,000", "2007", "12,300", "–"]


def with_brief(folder, templates, text, name="short"):
    for part in ("css", "csl", "fonts", "js", "parts", "words"):
        (folder / part).symlink_to(templates / part)
    (folder / "brief").mkdir()
    (folder / "brief" / f"{name}.html.jinja").write_text(text)
    return folder
