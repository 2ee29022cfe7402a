"""Which briefs a case has: one a page, and one for each of its options."""

import pytest

from peacebrief.briefs.setting.brief_page import brief_page, names_of_briefs
from peacebrief.errors import AnalystError

OPTIONS = [{"id": "observers", "label": "Unarmed observers"}, {"id": "two_rings", "label": "Two rings"}]


def test_every_option_has_a_brief_in_the_order_of_the_options_after_the_pages():
    briefs = names_of_briefs(["annex", "option", "summary"], ["two_rings", "observers"])
    assert briefs == ["annex", "summary", "option_two_rings", "option_observers"]


def test_where_no_page_is_about_an_option_none_has_a_brief():
    assert names_of_briefs(["annex"], ["observers"]) == ["annex"]


def test_the_brief_of_an_option_is_given_its_row():
    page = brief_page("option_two_rings", OPTIONS)
    assert (page.page, page.given, page.subject) == ("option", {"option": OPTIONS[1]}, "Two rings")


def test_another_brief_is_given_nothing_more():
    page = brief_page("annex", OPTIONS)
    assert (page.page, page.given) == ("annex", {})


def test_an_option_the_case_does_not_have_is_named_with_those_it_has():
    with pytest.raises(AnalystError, match="no option is called rings; the options are observers, two_rings"):
        brief_page("option_rings", OPTIONS)
