"""A page says phrases of the file that is called after its template, and fills them with what it may print."""

import pytest
from markupsafe import Markup

from peacebrief.briefs.pages.prose import prose_of
from peacebrief.telling.saying.voice import Words


@pytest.fixture
def prose(tmp_path):
    (tmp_path / "one_prose.jinja").write_text("{% macro size(troops) %}For {{ troops }} troops{% endmacro %}")
    return prose_of("index/one.html.jinja", Words(tmp_path, escaped=True, vocabulary={}))


@pytest.mark.parametrize(
    ("troops", "said"),
    [("a < b", "For a &lt; b troops"), (Markup("<b>9</b>"), "For <b>9</b> troops"), ("a\u202eb", "For ab troops")],
)
def test_a_slot_is_told_as_a_page_would_print_it(prose, troops, said):
    assert prose("size", troops=troops) == said


@pytest.mark.parametrize(("troops", "complaint"), [(9, "bare number 9"), (None, "empty value")])
def test_what_a_page_may_not_print_fills_no_slot(prose, troops, complaint):
    with pytest.raises(ValueError, match=complaint):
        prose("size", troops=troops)


def test_a_phrase_that_is_not_there_is_named(prose):
    with pytest.raises(ValueError, match=r"no phrase is called one_prose\.sizes"):
        prose("sizes")
