"""A digest of what templates do stays as it is while only their words change."""

from pathlib import Path

import pytest

from peacebrief.briefs.setting.template_code import code_digest, is_part_of, phrase_of, printing_digest

PAGE = '<h1>Words</h1>{# a remark #}\n{% if chance %}<p>{{ num("a.b") }} men</p>{% endif %}\n'


@pytest.fixture
def digest(tmp_path):
    def of(text, name="page.html.jinja"):
        for file in tmp_path.iterdir():
            file.unlink()
        (tmp_path / name).write_text(text)
        return code_digest(tmp_path.iterdir())

    return of


@pytest.mark.parametrize(
    ("old", "new"),
    [("Words", "Other words"), ("men", "women and men"), ("a remark", "{{ another }}"), ("<p>", "<p class=lead>")],
)
def test_words_and_remarks_do_not_count(digest, old, new):
    assert digest(PAGE.replace(old, new)) == digest(PAGE)


@pytest.mark.parametrize(
    ("old", "new"), [('"a.b"', '"a.c"'), ("if chance", "if not chance"), ("{% endif", "{{ x }}{% endif")]
)
def test_another_fact_or_condition_counts(digest, old, new):
    assert digest(PAGE.replace(old, new)) != digest(PAGE)


def test_code_over_several_lines_counts(digest):
    assert digest(PAGE.replace('num("a.b")', 'num(\n"a.c")')) != digest(PAGE.replace('num("a.b")', 'num(\n"a.b")'))


def test_the_file_that_it_stands_in_counts(digest):
    assert digest(PAGE, "other.html.jinja") != digest(PAGE)


@pytest.mark.parametrize(
    ("file", "page", "own"),
    [
        ("words/annex_prose.jinja", "annex", True),
        ("words/annex_heads_prose.jinja", "annex", True),
        ("words/option_page.jinja", "option", False),
        ("words/annex_heads_prose.jinja", "option", False),
        ("brief/annex/sizing.html.jinja", "annex", True),
    ],
)
def test_a_page_may_have_its_prose_in_several_files(file, page, own):
    assert is_part_of(Path("templates") / file, page, Path("templates")) == own


def test_a_phrase_of_a_page_is_in_its_prose_or_in_the_file_that_it_names():
    assert phrase_of("annex", "sources") == "annex_prose.sources"
    assert phrase_of("annex", "heads.source") == "annex_heads_prose.source"


def test_a_new_phrase_of_the_annex_does_not_change_what_other_briefs_print(tmp_path):
    (tmp_path / "words").mkdir()
    for name, changes in (("annex_heads_prose.jinja", False), ("page.jinja", True)):
        before = printing_digest(tmp_path)
        (tmp_path / "words" / name).write_text("{% macro one() %}One{% endmacro %}")
        assert (printing_digest(tmp_path) != before) == changes
