"""A digest of what templates do stays as it is while only their words change."""

import pytest

from peacebrief.briefs.setting.template_code import code_digest

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
