"""The pages on which a reader arrives: what they link to is there, what they say of it is so."""

import csv
import hashlib
import json
import subprocess
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
from lxml import html as lxml_html

pytestmark = pytest.mark.slow
# What a browser shows of numbers: the fact, its value, and the words.
NUMBERS = "//data[@data-fact]"


@pytest.fixture(scope="module", params=["edition", "miniature_edition"])
def published(request):
    """A published edition as a folder, of the real case and of the miniature."""
    checkout = request.getfixturevalue(request.param)
    return checkout.folder / "reports" / checkout.case


@pytest.fixture(scope="module")
def page(published):
    return lxml_html.parse(str(published / "index.html"))


def linked(page):
    addresses = [urlsplit(href) for href in page.xpath("//a/@href")]
    return {unquote(address.path) for address in addresses if not address.scheme and address.path}


def test_every_link_leads_to_a_file_and_every_file_has_its_link(published, page):
    files = {file.relative_to(published).as_posix() for file in published.rglob("*") if file.is_file()}
    assert linked(page) | {"index.html"} == files


def test_every_link_to_a_place_in_the_annex_leads_to_one(published, page):
    places = {urlsplit(href).fragment for href in page.xpath("//a/@href[starts-with(., 'annex.html#')]")}
    assert places
    assert places <= set(lxml_html.parse(str(published / "annex.html")).xpath("//@id"))


def test_the_checksums_shown_are_those_of_the_briefs(published, page):
    shown = {row[0].text_content(): row[1].text_content() for row in page.xpath("//*[@id='table-checksums']/tbody/tr")}
    briefs = [*published.glob("*.html"), *published.glob("*.pdf")]
    sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in briefs if file.name != "index.html"}
    assert shown == sums


def test_the_checksums_of_the_edition_cover_every_file_and_agree(published, tool):
    listed = {line.split("  ")[1] for line in (published / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    files = {file.relative_to(published).as_posix() for file in published.rglob("*") if file.is_file()}
    assert listed == files - {"SHA256SUMS"}
    subprocess.run([tool("sha256sum"), "--check", "--quiet", "SHA256SUMS"], cwd=published, check=True)


def test_every_document_is_said_to_have_the_pages_it_has(published, page):
    for document in published.glob("*.pdf"):
        (told,) = page.xpath("//a[@href=$name]/following-sibling::*[1]", name=document.name)
        pages = len(pikepdf.open(document).pages)
        assert told.text_content().startswith(f"{pages} page{'s' if pages > 1 else ''}, ")


def test_a_number_on_the_page_reads_as_it_does_in_the_briefs(published, page):
    briefs = [lxml_html.parse(str(published / f"{brief}.html")) for brief in ("summary", "brief")]
    told = {number(data) for brief in briefs for data in brief.xpath(NUMBERS)}
    answer = {number(data) for data in page.xpath("//header" + NUMBERS)}
    assert answer
    assert answer <= told


def number(data):
    return data.get("data-fact"), data.get("value"), " ".join(data.text_content().split())


def test_the_page_tells_the_verdict_on_every_option(published, page):
    told = json.loads((published / "data/facts.json").read_text(encoding="utf-8"))["facts"]
    facts = {fact["id"]: fact for fact in told}
    with (published / "data/options.csv").open(encoding="utf-8", newline="") as table:
        planned = [f"feasibility.verdict.{option['id']}.{option['support_level']}" for option in csv.DictReader(table)]
    answer = page.xpath("//header//*[@class='answer']")[0].text_content()
    assert planned
    assert [name for name in planned if str(facts[name]["value"]) not in answer] == []


def test_the_list_of_cases_leads_to_the_edition_and_says_what_it_asks(published, page):
    overview = lxml_html.parse(str(published.parent / "index.html"))
    assert linked(overview) == {f"{published.name}/index.html"}
    (card,) = overview.xpath("//li[@class='card']")
    for part in ("h1", "title"):
        assert page.findtext(f".//{part}")
    assert " ".join(page.find(".//h1").text_content().split()) in " ".join(card.text_content().split())
    assert page.xpath("//@data-date")[0] == card.find(".//time").get("datetime")
