"""What is said of arrival: sizes and days, and how the rate fared on past moves."""

import pytest

from peacebrief.telling.answers import arrival

DAYS = {f"logistics.deployment_days.{size}": (size / 200, size / 100, size / 50) for size in (1000, 3000, 9000)}
MISSED = {
    f"logistics.deployment_days_with_misses.{size}": (size / 400, size / 80, size / 20) for size in (1000, 3000, 9000)
}
FACTS = {"logistics.deployment_first_day": (30.0, 40.0, 50.0),
         **DAYS, **{f"logistics.size.{size}": float(size) for size in (1000, 3000, 9000)}}  # fmt: skip


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ([9000], "9,000 troops would be in place after 90 days (45 to 180), or 23 to 450 {once}."),
        ([1000, 9000], "9,000 troops would be in place after 90 days (45 to 180), or 23 to 450 {once}."),
        (
            [1000, 3000, 9000],
            (
                "3,000 troops would be in place after 30 days (15 to 60), or 7.5 to 150 {once}. "
                "9,000 troops would be in place after 90 days (45 to 180), or 23 to 450 {once}."
            ),
        ),
    ],
)
def test_the_second_and_the_largest_size_are_told_with_past_misses(known, aloud, sizes, said):
    case = known({**FACTS, **MISSED}, case={"logistics": {"sizes": sizes}})
    said = said.format(once="once past misses are counted")
    first = "Counted from the day a decision is asked for, the first units would arrive after 40 days (30 to 50)."
    assert aloud(case, arrival.answer(case)) == f"{first} {said}"


def test_days_that_too_few_moves_test_say_so(known, aloud):
    case = known(FACTS, case={"logistics": {"sizes": [9000]}})
    said = "9,000 troops would be in place after 90 days (45 to 180), a pace that too few past moves test."
    assert aloud(case, arrival.answer(case)).endswith(said)


OPTION = {
    "logistics.option_arrival.watch": (60.0, 80.0, 100.0),
    "logistics.option_arrival_from_home.watch": (65.0, 90.0, 120.0),
}
BAND = {"logistics.option_arrival_with_misses.watch": (55.0, 95.0, 210.0)}
NEXT_DOOR = {"logistics.staged_share.watch": (0.1, 0.15, 0.3), "logistics.staged_in_place.watch": (10.0, 16.0, 24.0)}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (BAND, "80 days after the decision (60 to 100), or 55 to 210 once past misses are counted."),
        ({}, "80 days after the decision (60 to 100), a pace that too few past moves test."),
    ],
)
def test_the_arrival_of_an_option_has_the_band_of_misses_beside_it(known, aloud, facts, said):
    case = known({**OPTION, **facts}, options=[{"id": "watch", "in_sentence": "the watch"}])
    assert aloud(case, arrival.of_option(case, "watch")) == f"It would be in place {said}"


def test_what_stands_next_door_is_told(known, aloud):
    case = known({**OPTION, **BAND, **NEXT_DOOR}, options=[{"id": "watch", "in_sentence": "the watch"}])
    said = aloud(case, arrival.of_option(case, "watch"))
    assert said.endswith("About 15% of it, next door beforehand, would be in after 16.")


def test_next_to_nothing_next_door_is_not_told(known, phrases):
    little = {**OPTION, **BAND, **NEXT_DOOR, "logistics.staged_share.watch": (0.0, 0.01, 0.02)}
    case = known(little, options=[{"id": "watch", "in_sentence": "the watch"}])
    assert "arrival.staged" not in phrases(arrival.of_option(case, "watch"))


def move(name, predicted, observed, *, within, use="holdout"):
    return {"case": name, "label": name.capitalize(), "use": use, "within": within, "days_predicted": predicted,
            "days_observed": observed}  # fmt: skip


TAKEN = move("model", None, None, within=None, use="calibration")
TRIED = "The daily rate for each line of communication is taken from a single move (Model), and was tried on {} others"


@pytest.fixture
def tried(known):
    """A case by the moves that the rate was tried on."""

    def of(*moves):
        missed = [row for row in moves if row["within"] is False]
        facts = {"logistics.loc_test.scored": len(moves), "logistics.loc_test.misses": len(missed)}
        for row in missed:
            name = f"logistics.loc_test.{row['case']}"
            facts |= {f"{name}.observed": row["days_observed"], f"{name}.fastest": 2.0, f"{name}.slowest": 9.0}
        return known(facts, loc_tests=[TAKEN, *moves])

    return of


def test_moves_that_were_missed_are_named_with_their_days(tried, aloud):
    case = tried(move("first", 20.0, 12.0, within=False), move("second", 20.0, 13.0, within=False),
                 move("third", 10.0, 10.0, within=True))  # fmt: skip
    said = aloud(case, arrival.rate_test(case))
    assert said.startswith(TRIED.format(3))
    missed = "First (12 days, predicted 2 to 9) and Second (13 days, predicted 2 to 9)"
    assert said.endswith(f"The rate missed 2 of the moves: {missed}.")


def test_all_moves_may_lie_within_the_range(tried, aloud):
    case = tried(move("first", 10.0, 10.0, within=True))
    assert aloud(case, arrival.rate_test(case)).endswith(
        "All of these moves lie within the range predicted, which is wide."
    )


@pytest.mark.parametrize(("days", "late"), [((11.0, 11.0, 9.0), True), ((11.0, 9.0, 9.0), False)])
def test_days_are_optimistic_where_most_moves_took_twice_as_long(tried, phrases, days, late):
    case = tried(*(move(f"move{place}", 6.0, observed, within=True) for place, observed in enumerate(days)))
    assert ("arrival.mostly_late" in phrases(arrival.rate_test(case))) is late


def test_a_rate_that_was_taken_from_no_move_is_not_told(known):
    assert arrival.rate_test(known(loc_tests=[move("first", 1.0, 1.0, within=True)])) == ""
