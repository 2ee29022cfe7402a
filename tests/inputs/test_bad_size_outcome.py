"""What is wrong with a row on renewed war by size is said in one sentence: where, what, and what would be right."""

import pytest

EFFECTS, FORMS = "reference/peacekeeping_effects.csv", "reference/dose_forms.csv"
MODELS, SETTINGS = "island/base_rate_models.csv", "island/case.yaml"


@pytest.mark.parametrize(
    ("file", "typed", "part"),
    [
        (EFFECTS, ("old_truces", "low", ""), "the estimate is pooled without its error"),
        (EFFECTS, ("old_truces", "estimate", ""), "the number is missing and the row is pooled"),
        (EFFECTS, ("old_truces", "dose", ""), "the number is missing and the row is pooled"),
        (EFFECTS, ("old_truces", "estimate", "-0.5"), "-0.5 is not above zero"),
        (EFFECTS, ("old_truces", "low", "0.9"), "0.9 is above estimate (0.5)"),
        (FORMS, ("logarithm", "id", "parabola"), "parabola"),
        (FORMS, ("logarithm", "scale", ""), "it does not go with the form logarithm; write a number of soldiers"),
        (FORMS, ("presence", "scale", "100"), "it does not go with the form presence; leave it empty"),
        (FORMS, ("presence", "weight", "0"), "0 is not above zero; write a weight"),
        (MODELS, ("wars_again", "base_rate", "wars_agin"), "wars_agin"),
        (MODELS, ("wars_again", "weight", "-1"), "-1 is not above zero; write a weight"),
        (MODELS, ("wars_ever", "watched_low", ""), "write all three of low, central and high, or none"),
        (MODELS, ("wars_ever", "watched_low", "30"), "30 is above watched_central (10)"),
    ],
)
def test_a_bad_row_is_named_in_one_sentence(folder, file, typed, part):
    folder.set(file, *typed)
    problems = folder.problems()
    assert any(part in problem and file in problem for problem in problems), problems


def test_years_watched_go_with_a_rate_that_has_none_of_its_own(folder):
    for column in ("watched_low", "watched_central", "watched_high"):
        folder.set(MODELS, "wars_ever", column, "")
        folder.set(MODELS, "wars_again", column, "7")
    first, second = folder.problems()
    assert "wars_again has its own months in base_rates.csv; leave watched empty" in first
    assert "wars_ever has no months in base_rates.csv; write the years in watched" in second


def test_without_any_pooled_estimate_there_is_no_effect(folder):
    for row in ("old_truces", "new_truces"):
        folder.set(EFFECTS, row, "pooled", "0")
    (problem,) = folder.problems()
    assert "no estimate is pooled; write 1 in pooled where an interval is known" in problem


@pytest.mark.parametrize(("sizes", "part"), [("[0, -2000, 9000]", "-2000"), ("[2000, 9000]", "list 0 first"),
                                             ("[0, 9000, 2000]", "do not rise from 0")])  # fmt: skip
def test_sizes_begin_with_none_and_rise(folder, sizes, part):
    folder.replace(SETTINGS, "war_sizes: [0, 2000, 9000]", f"war_sizes: {sizes}")
    problems = folder.problems()
    assert any("war_sizes" in problem and part in problem for problem in problems), problems
