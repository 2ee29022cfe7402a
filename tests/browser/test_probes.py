"""The visit to a page finds what is wrong with it: one fault of every kind stands in bad_page.html."""

from pathlib import Path

import pytest

BAD_PAGE = Path(__file__).with_name("bad_page.html")


@pytest.fixture(scope="module")
def found(run_browser):
    return run_browser("visit.mjs", BAD_PAGE)[str(BAD_PAGE)]


def elements(findings):
    return " ".join(one["element"] for one in findings)


def test_rules_of_axe_core_are_kept(found):
    assert {"image-alt", "tabindex"} <= {one["rule"] for one in found["axe"]["light"]}


def test_a_faint_text_is_found_in_the_mode_in_which_it_is_faint(found):
    assert "Too faint to read" in elements(found["contrast"]["light"])
    assert "Too faint in the dark" not in elements(found["contrast"]["light"])
    assert "Too faint in the dark" in elements(found["contrast"]["dark"])


def test_a_page_wider_than_the_screen_is_found_where_it_is(found):
    assert "#wide" in elements(found["layout"]["narrow"])
    assert "#wide" not in elements(found["layout"]["light"])


def test_a_text_cut_off_and_a_line_on_another_are_found(found):
    assert "#cut" in elements(found["layout"]["light"])
    assert "A line over another" in str(found["layout"]["light"])


def test_a_box_too_tight_for_spaced_text_is_found(found):
    assert "#tight" not in elements(found["layout"]["light"])
    assert "#tight" in elements(found["spacing"]["light"])


def test_the_tab_walk_finds_a_hidden_focus_and_a_wrong_order(found):
    problems = [one["problem"] for one in found["tabs"]["faults"]]
    assert "nothing shows that it has the focus" in problems
    assert any(problem.startswith("it comes after") for problem in problems)


def test_a_letter_of_another_typeface_a_request_and_a_word_to_the_console_are_heard(found):
    assert "漢" in {one["letter"] for one in found["letters"]}
    assert "https://www.example.org/picture.png" in found["requests"]
    assert "log: A word to the console" in found["messages"]
