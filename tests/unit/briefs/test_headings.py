"""Headings get ids that nothing else has, and the table of contents lists them in order."""

import re

from markupsafe import Markup

from peacebrief.briefs.setting.environment import headings, with_anchors

PAGE = Markup(
    '<h2 id="given">First</h2><h2>What &amp; <em>why</em>?</h2><p id="section-what-why">x</p>'
    '<h2 class="late">What &amp; why?</h2><h3>Not listed</h3>'
)


def test_every_second_level_heading_gets_an_id_of_its_own():
    ids = re.findall(r'id="([^"]+)"', with_anchors(PAGE))
    assert len(ids) == len(set(ids)) == 4
    assert "given" in ids


def test_a_heading_keeps_its_words_and_its_other_attributes():
    page = with_anchors(PAGE)
    assert re.sub(r' id="[^"]*"', "", page) == re.sub(r' id="[^"]*"', "", PAGE)


def test_the_list_has_every_heading_in_order_without_its_marks():
    found = list(headings(with_anchors(PAGE)))
    assert [one.words for one in found] == ["First", "What &amp; why?", "What &amp; why?"]
    assert all(f'id="{one.anchor}"' in with_anchors(PAGE) for one in found)


def test_what_is_escaped_in_a_heading_stays_escaped_in_the_list():
    (heading,) = headings(with_anchors(Markup("<h2>&lt;script&gt;</h2>")))
    assert heading.words == "&lt;script&gt;"


def test_a_page_with_anchors_is_left_as_it_is():
    assert with_anchors(with_anchors(PAGE)) == with_anchors(PAGE)
