"""What a panel says beside the method of a number."""

import pytest
from plain_words import SAY

from peacebrief.briefs.trail.trail_data import basis_of, note_of, word_of
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts import Fact
from peacebrief.facts.likelihood import likelihood

LINE = {
    "id": "line", "label": "Line", "basis": "found", "source": "book", "choices": "", "unit": "km",
    "low": 900.0, "central": 950.0, "high": 1200.0,
}  # fmt: skip
EVIDENCE = {"assumptions": [LINE], "tables": {}, "case": {"horizon": 5}}
SETTING = ("table:case.yaml#horizon",)


def note(one):
    return SAY(note_of(one))


def word(one):
    return SAY(word_of(one))


def fact(name="s.a", **told):
    told = {"label": "A", "unit": "persons", "kind": "number", "method": "Added.", "because": ()} | told
    return Fact(id=name, **told)


def drawn(**numbers):
    return fact(kind="quantiles", **({"p5": 680.0, "p50": 14071.0, "p95": 19000.0} | numbers))


def test_the_number_of_a_range_is_said_to_be_the_median_of_the_draws():
    assert note(drawn()) == "The number shown is the median of the draws; nine results in ten lie in the bracket."


def test_the_central_result_is_told_only_where_it_is_printed_differently():
    assert note(drawn(central=7491.0)).endswith("With every input at its central value the result is 7,500.")
    assert note(drawn(central=14100.0)) == note(drawn())
    assert note(drawn(central=float("inf"))) == note(drawn())


def test_no_bracket_is_spoken_of_where_none_is_shown():
    assert "bracket" not in note(drawn(p5=14070.0, p95=14072.0))


@pytest.mark.parametrize("name", ["generation.net_support.france", "feasibility.weight.C1"])
def test_a_range_that_is_not_drawn_is_left_to_its_method(name):
    assert note(fact(name, kind="quantiles", p5=0.1, p50=0.2, p95=0.3)) == ""


@pytest.mark.parametrize("value", [0.0, 0.2, 0.52, 0.75, 1.0])
def test_a_chance_is_told_with_its_word_and_the_band_of_the_word(value):
    told = word(fact(kind="probability", unit="probability", value=value))
    assert told.startswith(f"{likelihood(value)}: ")
    assert told.endswith("%")


def test_likely_is_told_with_the_percentages_of_its_band():
    assert word(fact(kind="probability", unit="probability", value=0.6)) == "likely: 56 to 75%"


@pytest.mark.parametrize(
    "one",
    [
        fact(value=0.6),
        fact(kind="probability", unit="share", value=0.6),
        fact("feasibility.reduction_needed.a", kind="probability", unit="probability", value=0.1),
        fact(kind="probability", unit="probability", value=0.75, because=SETTING),
    ],
)
def test_what_is_no_chance_has_no_word(one):
    assert word(one) == ""


@pytest.mark.parametrize(
    ("one", "basis"),
    [
        (fact(method="Judged by a reader of the evidence."), "judged"),
        (fact(method="Chosen, not calculated.", because=SETTING), "chosen"),
        (fact("evidence.count", because=("table:missions.csv#M1",)), "counted"),
        (fact("assumptions.line", because=("assumption:line",)), "found"),
        (fact("claims.K1.low", method="Read from the claims table.", because=("assumption:line",)), "found"),
        (fact(because=("assumption:line",)), "worked out"),
        (fact(), "worked out"),
    ],
)
def test_a_fact_says_how_it_is_known(one, basis):
    assert basis_of(one, Trails({}, evidence=EVIDENCE, names={}, marks={}, sources=["book"], say=SAY)) == basis
