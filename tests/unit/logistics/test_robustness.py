"""When an order of losses is said to hold."""

import pytest

from peacebrief.logistics.losses.loss_ranking import ranking

LABELS = {"a": "Northland", "b": "Southland", "c": "Westland", "d": "Eastland"}


def test_the_worst_loss_comes_first_in_the_case_it_is_ranked_by():
    found = ranking({"a": [0.9, 0.8, 0.7], "b": [0.3, 0.2, 0.1]}, ranked_by=1)
    assert found.order == ("b", "a")
    assert found.robust
    assert found.in_words(LABELS) == "robust"


def test_losses_that_change_places_are_named():
    found = ranking({"a": [0.5, 0.6, 0.7], "b": [0.6, 0.5, 0.6], "c": [0.1, 0.1, 0.1]}, ranked_by=1)
    assert found.swaps == (("b", "a"),)
    assert found.in_words(LABELS) == "not robust: Southland with Northland change places"


@pytest.mark.parametrize(("difference", "robust"), [(0.009, True), (0.011, False)])
def test_a_percentage_point_is_a_tie(difference, robust):
    shares = {"a": [0.5, 0.5, 0.5], "b": [0.5 + difference, 0.5, 0.5 - difference]}
    assert ranking(shares, ranked_by=1).robust is robust


def test_being_ahead_only_sometimes_is_no_change_of_places():
    assert ranking({"a": [0.5, 0.5, 0.5], "b": [0.5, 0.7, 0.5]}, ranked_by=1).robust


def test_many_changes_are_told_by_the_losses_that_make_them():
    labels = {name: f"Country {name}" for name in "abcdefgh"}
    shares = {name: [place / 10, 0.5, 0.9 - place / 10] for place, name in enumerate(labels)}
    found = ranking(shares, ranked_by=1)
    assert len(found.swaps) == 8 * 7 / 2
    told = found.in_words(labels)
    assert told.endswith("change places among each other")
    assert all(label in told for label in labels.values())
