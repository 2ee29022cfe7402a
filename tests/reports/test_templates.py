"""Templates cannot lie quietly: nothing is silently empty, no bare number is printed, and what is missing is named."""

import re

import pytest

HEAD = '{% extends "parts/layout.html.jinja" %}'


@pytest.fixture
def spoken(render, templates, tmp_path):
    """A body rendered as a brief of its own."""
    for part in ("css", "csl", "fonts", "js", "parts", "words"):
        (tmp_path / part).symlink_to(templates / part)
    (tmp_path / "brief").mkdir()

    def rendered(body, medium="pdf", **extra):
        (tmp_path / "brief" / "one.html.jinja").write_text(f"{HEAD}{{% block body %}}{body}{{% endblock %}}")
        html = render(medium, brief_id="one", templates=tmp_path, **extra)
        return html.partition("<main")[2]

    return rendered


@pytest.mark.fast_cases(4)
@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('{{ num("trial.forse") }}', "no fact is called trial.forse; did you mean trial.force?"),
        ('{{ num("trial.force", "likely") }}', "no form is called likely"),
        ('{{ num("trial.army", "range") }}', "the fact trial.army has no number p5"),
        ('{{ num("trial.army", "words") }}', "the fact trial.army is a number and has no words"),
        ('{{ cite("dobbins2008guide") }}', "no source has the key dobbins2008guide; did you mean dobbins2007guide?"),
        ('{{ figure("bar") }}', "no figure is called bar; did you mean bars?"),
        ('{{ figure("bars") }}{{ figure("bars") }}', "the figure bars is shown twice"),
        ('{{ point_to("figure", "bars") }}', "points to figure bars, which this brief does not show"),
        ("{% set x = 3.5 %}{{ x }}", "bare number 3.5"),
        ("{{ facts['trial.army'].value }}", "bare number 71000.0"),
        ("{% set x = none %}{{ x }}", "empty value"),
        ("{{ no_such_name }}", "no_such_name"),
        ("{{ case.no_such_field }}", "no_such_field"),
    ],
)
def test_what_is_missing_or_bare_stops_the_brief(spoken, body, complaint):
    with pytest.raises(Exception, match=complaint):
        spoken(body)


@pytest.mark.fast_cases(4)
@pytest.mark.parametrize(
    ("fact", "form", "text", "value"),
    [
        ("trial.force", "auto", "15,000 to 64,000", "15123.4/64211"),
        ("trial.force", "p50", "31,000", "31044"),
        ("trial.force", "p5", "15,000", "15123.4"),
        ("trial.force", "p95", "64,000", "64211"),
        ("trial.force", "median_and_range", "31,000 (15,000 to 64,000)", "31044/15123.4/64211"),
        ("trial.force", "exact", "31,044", "31044"),
        ("trial.chance", "auto", "41%", "0.4123"),
        ("trial.chance", "likelihood", "a realistic possibility", "0.4123"),
        ("trial.share", "percent_range", "31% to 52%", "0.31/0.52"),
        ("trial.share", "percent", "37%", "0.37"),
        ("trial.army", "auto", "71,000", "71000"),
        ("trial.verdict", "auto", "partly supported", "partly supported"),
    ],
)
def test_a_number_is_spelt_in_the_form_asked_for(spoken, fact, form, text, value):
    html = spoken(f'{{{{ num("{fact}", "{form}") }}}}', medium="pdf")
    assert f'<data class="fact" value="{value}" data-fact="{fact}">{text}</data>' in html


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('<p>{{ num("trial.force") }}.</p>', "15,000 to 64,000\u00a0S7."),
        ('<p>{{ num("trial.force", "p5") }} or {{ num("trial.force", "p95") }}.</p>', "15,000 or 64,000\u00a0S7."),
        ('<p>{{ verdict("trial.verdict") }}</p>', "partly supported\u00a0C2"),
        ('<p>{{ num("trial.chance") }}.</p>', "41%."),
    ],
)
def test_on_paper_the_mark_of_its_row_follows_a_number(spoken, text, seen):
    marks = {"trial.force": "S7", "trial.verdict": "C2"}
    assert seen in re.sub(r"<[^>]*>", "", spoken(text, medium="pdf", marks=marks))
    assert 'class="ref"' not in spoken(text, medium="web", marks=marks)


def test_a_figure_further_down_is_pointed_to_by_its_number(spoken):
    table = '{% call table_of("t", []) %}<caption>c</caption><th>A</th>{% endcall %}'
    html = spoken('{{ point_to("figure", "bars") }} {{ point_to("table", "t") }} {{ figure("bars") }}' + table)
    assert '<a class="pointer" href="#figure-bars">Figure 1</a> <a class="pointer" href="#table-t">Table 1</a>' in html


def test_a_register_is_not_set_close_however_many_columns_it_has(spoken):
    heads = "<caption>c</caption>" + "<th>A</th>" * 6
    for register, kind in (("true", "data register"), ("false", "data dense")):
        html = spoken(f'{{% call table_of("t", [], register={register}) %}}{heads}{{% endcall %}}')
        assert f'<table class="{kind}" id="table-t">' in html


def test_only_cited_sources_are_listed_unless_all_are_asked_for(spoken):
    html = spoken('<p>x{{ cite("times2026ceiling") }}</p>')
    assert 'id="source-times2026ceiling"' in html
    assert 'id="source-dobbins2007guide"' not in html


def test_a_name_that_every_template_has_cannot_be_given_a_second_meaning(render):
    with pytest.raises(ValueError, match="already have a meaning in every template: facts, web"):
        render("web", facts={}, web=None)
    with pytest.raises(ValueError, match="already have a meaning in every template: num"):
        render("web", num=None)
