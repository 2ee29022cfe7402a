"""How panels and registers tell a quantity."""

import pytest
from plain_words import SAY

from peacebrief.briefs.spelling.quantities import in_full, in_words, published, unit_words
from peacebrief.facts import Fact
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.telling.saying.number_forms import spell


def fact(name="s.a", unit="persons", **numbers):
    kind = numbers.pop("kind", "quantiles" if "p50" in numbers else "number")
    return Fact(id=name, label="A", unit=unit, kind=kind, method="Counted.", because=(), **numbers)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (fact(p5=680.0, p50=14071.0, p95=19000.0), "14,000 (680 to 19,000) persons"),
        (fact(unit="EUR_2025", p5=1.3e9, p50=2.3e9, p95=3.8e9), "2.3 billion euros (1.3 billion to 3.8 billion)"),
        (fact(unit="EUR_2025_per_year", p5=1e9, p50=2e9, p95=3e9), "2 billion euros a year (1 billion to 3 billion)"),
        (fact("assumptions.needs", unit="EUR_2025", value=463.7e9), "460 billion euros"),
        (fact(unit="probability", p5=0.15, p50=0.351, p95=0.61), "35% (15% to 61%)"),
        (fact(unit="share", value=0.12), "12%"),
        (fact(unit="probability", kind="probability", value=0.0), "under 1%"),
        (fact("feasibility.reduction.a.none", unit="probability", p5=0.02, p50=0.086, p95=0.2),
         "9 (2 to 20) percentage points"),
        (fact("feasibility.reduction_needed.a", unit="probability", kind="probability", value=0.03),
         "3 percentage points"),
        (fact(unit="km", p5=2393.0, p50=2399.0, p95=2400.0), "2,400 km"),
        (fact(unit="days", value=1.0), "1 day"),
        (fact(unit="kg_per_person_day", p5=28.0, p50=36.0, p95=46.0), "36 (28 to 46) kg a person a day"),
        (fact("evidence.count", unit="count", value=1234.0), "1,234"),
        (fact(unit="words", kind="words", value="feasible"), "feasible"),
    ],
)  # fmt: skip
def test_a_fact_is_told_with_its_unit_as_the_pages_print_it(one, told):
    assert in_words(one, SAY) == told


def test_a_share_has_the_same_form_in_the_panel_as_where_it_was_clicked():
    chance = fact(unit="probability", p5=0.15, p50=0.35, p95=0.61)
    assert in_full(chance, SAY).startswith(spell(chance, "percent"))


def test_a_range_that_is_one_number_is_printed_once():
    assert in_full(fact(p5=2399.0, p50=2400.0, p95=2401.0), SAY) == "2,400"
    assert spell(fact(p5=2399.0, p50=2400.0, p95=2401.0), "median_and_range") == "2,400"


def test_no_unit_is_a_sign_or_a_code_beside_a_number():
    for unit in UNITS:
        assert not set(unit_words(unit, SAY)) & set("€×/_")


@pytest.mark.parametrize(
    ("number", "told"), [(0.6, "0.6"), (1287.0, "1,287"), (0.0455, "0.0455"), (20e9, "20 billion")]
)
def test_a_figure_of_a_table_has_no_noughts_behind_the_point(number, told):
    assert published(number, SAY) == told


def test_registers_say_that_a_difference_of_chances_counts_points():
    cut = fact("feasibility.reduction.a.none", unit="probability", p5=0.02, p50=0.086, p95=0.2)
    assert in_full(cut, SAY) == "9 (2 to 20) points"


def test_a_fact_without_its_number_is_named():
    with pytest.raises(ValueError, match=r"the fact s\.a has no number to print"):
        in_full(fact(kind="quantiles", p50=1.0), SAY)
