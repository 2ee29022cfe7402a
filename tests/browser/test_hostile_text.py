"""A case full of hostile text, built by the real rules: on every page, in print and in the data it stays text."""

import csv
import json
import re
import subprocess
from unicodedata import normalize
from urllib.parse import urlsplit

import pikepdf
import pytest
from hostile.payloads import SHOWN
from lxml import html as lxml_html

SCHEMES = {"https", "http", "mailto"}
ATTACHED = {"assumptions.csv", "facts.json", "manifest.json", "sources.json"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WEB_ROUNDS = ["first", "second"]


@pytest.fixture(scope="module", params=WEB_ROUNDS)
def edition(request, hostile_editions):
    """The published edition of one round."""
    checkout = hostile_editions[request.param]
    return checkout.folder / "reports" / checkout.case


@pytest.fixture(scope="module")
def visits(edition, run_browser):
    """What Chromium found on every page, by its name."""
    pages = sorted(edition.glob("*.html"), key=lambda page: -page.stat().st_size)
    return {page.rpartition("/")[2]: found for page, found in run_browser("hostile_text.mjs", *pages).items()}


def one_line(text):
    return " ".join(normalize("NFC", text).split()).casefold()


def test_nothing_runs_is_asked_for_or_complained_of(visits):
    acted = {
        page: (found["dialogs"], found["messages"], found["requests"])
        for page, found in visits.items()
        if found["dialogs"] or found["messages"] or found["requests"]
    }
    assert acted == {}


def test_no_text_becomes_an_element_a_listener_or_a_link(visits):
    for page, found in visits.items():
        assert found["active"] == 0, page
        assert found["listeners"] == [], page
        assert found["scripts"] in (["application/json", "own"], ["own"]), page
        assert found["styles"] == 1, page
        assert {scheme.removesuffix(":") for scheme in found["schemes"]} <= SCHEMES, page


def test_no_text_hides_the_page_or_widens_it_on_a_phone(visits):
    assert [page for page, found in visits.items() if found["overflow"] > 0 or not found["shown"]] == []


def test_the_texts_are_read_as_they_were_written(visits):
    """Every one of them somewhere, most of them in the annex, which prints the evidence in full."""
    read = {page: one_line(found["text"]) for page, found in visits.items()}
    assert [name for name, text in SHOWN.items() if not any(one_line(text) in page for page in read.values())] == []
    for name, text in read.items():
        assert any(one_line(payload) in text for payload in SHOWN.values()), name


def documents(edition):
    return [(file.name, pikepdf.open(file)) for file in sorted(edition.glob("*.pdf"))]


def test_a_document_leads_to_the_web_alone_and_carries_what_it_declares(edition):
    for name, document in documents(edition):
        actions = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        kinds = {str(action.S) for action in actions}
        assert kinds.isdisjoint({"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"}), name
        addresses = [str(action.URI) for action in actions if str(action.S) == "/URI"]
        assert [one for one in addresses if urlsplit(one).scheme not in SCHEMES] == [], name
        assert set(document.attachments) <= ATTACHED, name
        assert "/JavaScript" not in document.Root.get("/Names", {}), name


def test_every_word_of_a_document_lies_on_its_page(edition, tool):
    for document in sorted(edition.glob("*.pdf")):
        done = subprocess.run([tool("pdftotext"), "-bbox", document, "-"], capture_output=True, check=True)
        pages = lxml_html.document_fromstring(done.stdout).xpath("//page")
        assert pages
        for page in pages:
            ends = [float(place) for place in page.xpath(".//word/@xmin | .//word/@xmax")]
            assert min(ends) >= 0, document.name
            assert max(ends) <= float(page.get("width")), document.name


def test_no_cell_of_the_published_tables_is_a_formula(edition):
    tables = [*edition.glob("data/*.csv"), *edition.glob("figures/*.csv")]
    assert tables
    for table in tables:
        with table.open(encoding="utf-8", newline="") as text:
            cells = [cell for row in csv.reader(text) for cell in row]
        assert [cell for cell in cells if cell.startswith(FORMULA_STARTS) and not is_number(cell)] == [], table.name


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_facts_are_data_still(edition):
    facts = json.loads((edition / "data/facts.json").read_text(encoding="utf-8"))["facts"]
    assert len({fact["id"] for fact in facts}) == len(facts)
    assert [fact["id"] for fact in facts if not re.fullmatch(r"[\w.+]+", fact["id"], re.ASCII)] == []
