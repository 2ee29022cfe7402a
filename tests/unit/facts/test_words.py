"""Verbal likelihood follows the published yardstick."""

import pytest

from peacebrief.facts.likelihood import YARDSTICK, likelihood
from peacebrief.reasoning.wording import listed

# The published bands of the yardstick, read at their middle.
PUBLISHED = [
    (0.02, "a remote chance"),
    (0.15, "highly unlikely"),
    (0.30, "unlikely"),
    (0.45, "a realistic possibility"),
    (0.65, "likely"),
    (0.85, "highly likely"),
    (0.97, "almost certain"),
]


@pytest.mark.parametrize(("probability", "word"), PUBLISHED)
def test_every_published_band_has_its_word(probability: float, word: str) -> None:
    assert likelihood(probability) == word


def test_a_word_fits_the_whole_percentage_that_is_printed_beside_it() -> None:
    assert (likelihood(0.3549), likelihood(0.5027), likelihood(0.506)) == (
        "unlikely",
        "a realistic possibility",
        "likely",
    )


def test_edges_rise_and_cover_certainty() -> None:
    edges = [band.up_to for band in YARDSTICK]
    assert edges == sorted(edges)
    assert (likelihood(0), likelihood(1)) == ("a remote chance", "almost certain")


@pytest.mark.parametrize("number", [-0.01, 1.01, float("nan")])
def test_what_is_not_a_probability_has_no_word(number: float) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        likelihood(number)


def test_lists_read_as_english() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
