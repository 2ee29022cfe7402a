"""How long operations lasted, and what the options would cost if they last as those did."""

import pytest

from peacebrief.telling.answers import duration

OPTIONS = [{"id": name, "in_sentence": f"a {name}"} for name in ("watch", "wall")]
FACTS = {"feasibility.operations.analogues": 12.0, "feasibility.planning_horizon": 5.0,
         "feasibility.horizon_cost.watch": (1.0, 3e9, 4e9),
         "feasibility.horizon_cost.wall": (1.0, 2e9, 3e9)}  # fmt: skip


@pytest.fixture
def lasting(known):
    def of(*years, shape=1.5, remarks=None):
        shares = {f"feasibility.still_there.{year}{end}": share
                  for year in years for end, share in (("", 0.6), (".low", 0.4), (".high", 0.8))}  # fmt: skip
        facts = FACTS | shares | {f"feasibility.years.{year}": float(year) for year in years}
        case = {"feasibility": {"years": list(years)}, "vocabulary": {"remarks": remarks or {}}}
        return known(facts | {"feasibility.duration_shape": shape}, case=case, options=OPTIONS)

    return of


STILL = "60% were still in place after {} years (40% to 80%)"


@pytest.mark.parametrize(
    ("years", "shown"), [((3, 5, 10, 30), (5, 10)), ((3, 5, 10), (5, 10)), ((3, 5), (3, 5)), ((3,), (3,))]
)
def test_shares_are_told_for_two_of_the_years(lasting, aloud, years, shown):
    case = lasting(*years)
    assert aloud(case, duration.answer(case)) == (
        "There are 12 past operations that resemble this one, garrisons under a treaty left out. Of these, "
        + " and ".join(STILL.format(year) for year in shown)
        + ". Long is not the same as successful, nor short as failed."
    )


def test_operations_last_the_longer_they_have_lasted_only_where_they_do(lasting, phrases):
    case = lasting(3, shape=0.7)
    assert "duration.longer_lasts" in phrases(duration.answer(case))


def test_what_a_case_remarks_of_garrisons_stands_before_the_end(lasting, aloud):
    case = lasting(3, remarks={"garrison": "One has been there for {feasibility.years.3:exact} years."})
    assert "(40% to 80%). One has been there for 3 years. Long is" in aloud(case, duration.answer(case))


def test_an_option_is_told_with_its_cost(lasting, aloud):
    case = lasting(3, 5, 10)
    assert aloud(case, duration.of_option(case, "watch")) == (
        "Of past operations like it, 60% were there after 5 years and 60% were there after 10 years. "
        "If it lasts as they did, it would cost 3 billion euros within 5 years."
    )


def test_all_options_are_told_with_their_cost(lasting, aloud):
    case = lasting(3)
    said = aloud(case, duration.horizon_cost(case))
    assert said.startswith("What would the options cost within 5 years, ")
    assert said.endswith("In the middle result 3 billion euros for a watch and 2 billion euros for a wall.")
