"""What the captions say: numbers from the facts, findings that follow them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pictured import describe

from peacebrief.facts.rounding import significant, spell_range
from peacebrief.figures import FIGURES, Caption, figure_module
from peacebrief.figures.drawing.style import TEMPLATES

LEFT_OUT = ("sizing.compared_share", "sizing.army_share.portugal", "sizing.army_share.spain")
ROLES = ("monitoring", "reassurance", "deterrence", "separation")


def words(figure_id, facts, tables):
    return describe(figure_module(figure_id), facts, tables)


def scaled(facts, factor, *prefixes):
    """The facts with every quantile of those under `prefixes` multiplied."""
    return {
        fact_id: replace(fact, p5=fact.p5 * factor, p50=fact.p50 * factor, p95=fact.p95 * factor)
        if fact_id.startswith(prefixes)
        else fact
        for fact_id, fact in facts.items()
    }


@pytest.mark.parametrize("figure_id", FIGURES)
def test_every_part_of_a_caption_is_there_and_the_source_line_is_dated(figure_id, facts, tables):
    caption = words(figure_id, facts, tables)
    assert len(caption.alt) >= 60
    assert "31 January 2030" in caption.source
    assert not caption.title.endswith(".")


def test_a_caption_that_tells_nothing_is_refused():
    with pytest.raises(ValueError, match="at least 60"):
        Caption(title="t", subtitle="s", source="s", alt="A chart.")
    with pytest.raises(ValueError, match="subtitle"):
        Caption(title="t", subtitle=" ", source="s", alt="a" * 60)


def test_an_unknown_figure_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="force_ladder"):
        figure_module("pie")


def test_the_ladder_tells_range_and_methods_of_every_role(facts, tables):
    alt = words("force_ladder", facts, tables).alt
    for role in tables["roles"]:
        fact = facts[f"sizing.force.{role['id']}"]
        asking = sum(size >= 100_000 for size in (fact.p5, fact.p50, fact.p95))
        told = f"{spell_range(fact.p5, fact.p95)}, methods that ask for 100,000 or more: {asking} of 3."
        assert f"{role['label']}: {told}" in alt
    assert "28 published proposals, 8 reach 100,000" in alt


@pytest.mark.parametrize(
    ("factor", "title"),
    [
        (1.0, "Some methods ask for 100,000 troops for deterrence and separation of armies, and for no other role"),
        (0.01, "No method asks for 100,000 troops, for any role"),
        (4.0, "For every role some methods ask for 100,000 troops, and some for fewer"),
        (5.0, "Every method asks for 100,000 troops or more for separation of armies only"),
        (50.0, "Every method asks for 100,000 troops or more, for every role"),
    ],
)
def test_the_finding_of_the_ladder_follows_the_ranges(factor, title, facts, tables):
    assert title in words("force_ladder", scaled(facts, factor, "sizing.force."), tables).title


def test_the_methods_figure_tells_the_spread_of_the_methods_that_fit(facts, tables):
    caption = words("methods_side_by_side", facts, tables)
    assert "Monitoring: middle results of the methods that fit 4,000 to 31,000." in caption.alt
    assert "8 methods are shown hollow" in caption.alt


def test_the_factor_between_methods_follows_the_facts(facts, tables):
    before = words("methods_side_by_side", facts, tables).title
    after = words("methods_side_by_side", scaled(facts, 10.0, "sizing.method.task_organised.deterrence"), tables).title
    assert "separation" in before
    # 570,000 over 18,000.
    assert "a factor of 32, most for deterrence" in after


def with_luck(facts, chance, *models):
    names = {f"sizing.validation.{model}.luck" for model in models}
    return facts | {name: replace(facts[name], value=chance) for name in names}


def test_the_history_figure_says_what_does_not_beat_the_constant(facts, tables):
    assert words("history", facts, tables).title.startswith("Line length does not predict past missions better")
    nothing = with_luck(facts, 0.2, "log_linear_population", "mandate_and_threat")
    assert words("history", nothing, tables).title.startswith("Neither line length, population nor mandate with threat")
    everything = with_luck(facts, 0.01, "per_line_km")
    assert (
        "Past missions follow line length, population and mandate with threat"
        in words("history", everything, tables).title
    )


def test_a_rule_that_misses_less_by_luck_does_not_beat_the_constant(facts, tables):
    """Its typical miss is smaller than that of the constant, and still luck alone does as much in one case of ten."""
    errors = [facts[f"sizing.validation.{name}.median_abs_log10_error"].value
              for name in ("log_linear_population", "constant_population")]  # fmt: skip
    assert errors[0] < errors[1]
    lucky = with_luck(facts, 0.1, "log_linear_population")
    assert words("history", lucky, tables).title.startswith("Neither line length nor population predicts")


def test_the_history_figure_tells_every_typical_miss(facts, tables):
    alt = words("history", facts, tables).alt
    for model in ("per_line_km", "constant_line", "log_linear_population", "mandate_and_threat"):
        error = facts[f"sizing.validation.{model}.median_abs_log10_error"].value
        assert f"×{significant(10**error)}" in alt
    assert "9 line missions" in alt


def test_the_rotation_figure_keeps_pool_and_cycled_apart_in_its_words(facts, tables):
    alt = words("rotation", facts, tables).alt
    assert "24,000 deployed, a pool of 60,000 to 120,000, 96,000 cycled" in alt
    assert "Denmark 40%" in alt
    assert "British force of 7,500: 37%" in alt


def test_an_army_that_cannot_rotate_its_brigades_is_told_and_only_then(facts, tables):
    within = words("rotation", facts, tables)
    assert "too small" not in within.subtitle
    assert "passes the whole army" not in within.alt
    beyond = words("rotation", scaled(facts, 2.0, "sizing.army_share.denmark"), tables)
    assert "beyond 100% (dashed) the army is too small for the brigades it is credited with" in beyond.subtitle
    assert "The range passes the whole army for Denmark." in beyond.alt


def test_the_largest_army_shares_are_counted_against_all_that_are_known(facts, tables):
    assert "the 6 largest of 7 army shares and the British force" in words("rotation", facts, tables).subtitle
    few = {fact_id: fact for fact_id, fact in facts.items() if fact_id not in LEFT_OUT}
    assert "5 army shares; dashed" in words("rotation", few, tables).subtitle


def test_the_finding_on_rotation_follows_the_pools(facts, tables):
    assert "reassurance, deterrence and separation" in words("rotation", facts, tables).title
    small = scaled(facts, 0.01, "sizing.force.", "sizing.pool_by_rule.")
    assert "no role ties up" in words("rotation", small, tables).title


def test_the_finding_on_sensitivity_follows_the_largest_index(facts, tables):
    told = words("sensitivity_indices", facts, tables).title
    assert told.startswith("Within the most detailed method distance between permanent posts")
    assert told.endswith("matters most, for every role")
    other = "sizing.sensitivity.deterrence.combat_share"
    apart = facts | {other: replace(facts[other], value=0.9)}
    assert "for deterrence, is: share of combat troops" in words("sensitivity_indices", apart, tables).title


@pytest.mark.parametrize("figure_id", FIGURES)
def test_every_figure_is_shown_in_some_brief(figure_id):
    pages = (TEMPLATES / "brief").rglob("*.html.jinja")
    shown = any(f'figure("{figure_id}")' in page.read_text(encoding="utf-8") for page in pages)
    assert shown, f'put {{{{ figure("{figure_id}") }}}} on a page of workflow/templates/brief'
