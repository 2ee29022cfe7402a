"""Every page as readers see it in Chromium: light, dark, narrow, zoomed, in forced colours, with the keyboard alone."""

import pytest
from published import WEB_PAGES

# The pages that are too large for axe-core in every mode (visit.mjs).
LARGE = "/annex"


@pytest.fixture(scope="module")
def visits(run_browser, web_pages, largest_first):
    """What a visit to each page found."""
    found = run_browser("visit.mjs", *largest_first)
    return {page: found[str(file)] for page, file in web_pages.items()}


@pytest.fixture(params=WEB_PAGES)
def visit(request, visits):
    """One page: its name, and what a visit to it found."""
    return request.param, visits[request.param]


def test_axe_core_finds_nothing(visit, nothing_found):
    page, found = visit
    modes = {"light", "dark", "narrow", "zoomed", "forced_colours"}
    assert set(found["contrast"]) == set(found["layout"]) == modes
    assert set(found["axe"]) == ({"light", "narrow"} if page.endswith(LARGE) else modes)
    for mode, findings in found["axe"].items():
        nothing_found(page, findings, mode)


def test_every_text_stands_out_from_its_ground(visit, nothing_found):
    page, found = visit
    for mode, findings in found["contrast"].items():
        nothing_found(page, findings, mode)


def test_nothing_lies_beside_the_screen_is_cut_off_or_overlaps(visit, nothing_found):
    page, found = visit
    for mode, findings in found["layout"].items():
        nothing_found(page, findings, mode)


def test_nothing_is_lost_with_the_text_spacing_a_reader_may_set(visit, nothing_found):
    page, found = visit
    for mode, findings in found["spacing"].items():
        nothing_found(page, findings, f"{mode}, text spaced")


def test_the_tab_key_reaches_everything_once_in_the_order_of_reading(visit, nothing_found):
    page, found = visit
    assert found["tabs"]["stops"] > 0
    nothing_found(page, found["tabs"]["faults"])


def test_every_letter_is_set_in_a_bundled_typeface(visit):
    page, found = visit
    assert found["letters"] == [], page


def test_the_page_asks_for_nothing_and_says_nothing_to_the_console(visit):
    page, found = visit
    assert found["requests"] == [], page
    assert found["messages"] == [], page
