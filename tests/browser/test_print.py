"""A web page printed by a browser looks like its PDF: A4, the bundled typefaces, whole tables, nothing to press."""

import re
import subprocess

import pikepdf
import pytest
from published import WEB_PAGES

A4 = (595, 842)
BRIEFS = [page for page in WEB_PAGES if "index" not in page]


@pytest.fixture(scope="module")
def prints(run_browser, web_pages, largest_first, tmp_path_factory):
    """What Chromium makes of each page on paper."""
    found = run_browser("print.mjs", tmp_path_factory.mktemp("prints"), *largest_first)
    return {page: found[str(file)] for page, file in web_pages.items()}


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("page", WEB_PAGES)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(prints, page, nothing_found):
    nothing_found(page, prints[page]["faults"], "printed")


@pytest.mark.parametrize("page", WEB_PAGES)
def test_nothing_that_can_only_be_pressed_is_printed(prints, page):
    assert prints[page]["controls"] == []


@pytest.mark.parametrize("page", WEB_PAGES)
def test_the_paper_is_a4_upright_or_on_its_side(prints, page):
    with pikepdf.open(prints[page]["pdf"]) as document:
        sizes = {tuple(sorted(round(float(side)) for side in sheet.mediabox[2:])) for sheet in document.pages}
    assert {abs(side - wanted) <= 1 for size in sizes for side, wanted in zip(size, A4, strict=True)} == {True}


@pytest.mark.parametrize("page", WEB_PAGES)
def test_every_word_lies_on_the_paper(prints, page, tool):
    told = output_of(tool("pdftotext"), "-bbox", prints[page]["pdf"], "-")
    for sheet in told.split("<page ")[1:]:
        width = float(re.match(r'width="([\d.]+)"', sheet)[1])
        words = re.findall(r'xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', sheet)
        beyond = [word for left, right, word in words if float(left) < 0 or float(right) > width]
        assert beyond == []


@pytest.mark.parametrize("page", WEB_PAGES)
def test_it_is_printed_in_the_bundled_typefaces(prints, page, tool):
    lines = output_of(tool("pdffonts"), prints[page]["pdf"]).splitlines()[2:]
    assert lines
    assert [line for line in lines if not re.match(r"[A-Z]{6}\+Source(Sans3|Serif4)-", line)] == []


def headings(pdf):
    """The bookmarks of a PDF, in order."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        found, waiting = [], list(outline.root)
        while waiting:
            item = waiting.pop(0)
            found.append(item.title)
            waiting = [*item.children, *waiting]
    return found


@pytest.mark.parametrize("page", BRIEFS)
def test_it_has_the_headings_of_the_pdf_in_the_same_order(prints, web_pages, page, tool):
    """As the page was written. All but one: why claims are contradicted is a column of the table on the web."""
    words = "".join(output_of(tool("pdftotext"), "-raw", prints[page]["pdf"], "-").split())
    place = 0
    for heading in headings(web_pages[page].with_suffix(".pdf")):
        if heading == "Why these claims are contradicted":
            continue
        found = words.find("".join(heading.split()), place)
        assert found >= 0, f"{page}: {heading!r} is not printed after what stands before it"
        place = found
