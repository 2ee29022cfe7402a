"""Verbal likelihood: the words of the published yardsticks, in bands that meet."""

import re
from itertools import pairwise

import pytest

from peacebrief.facts.likelihood import YARDSTICK, likelihood
from peacebrief.reasoning.language import listed

# The bands of the yardstick of the Professional Head of Intelligence Assessment, read at their middle but for the one
# that the "roughly even chance" of Intelligence Community Directive 203 (45 to 55%) cuts short.
PUBLISHED = [
    (0.02, "a remote chance"),
    (0.15, "highly unlikely"),
    (0.30, "unlikely"),
    (0.40, "a realistic possibility"),
    (0.45, "a roughly even chance"),
    (0.50, "a roughly even chance"),
    (0.55, "a roughly even chance"),
    (0.65, "likely"),
    (0.85, "highly likely"),
    (0.97, "almost certain"),
]


@pytest.mark.parametrize(("probability", "word"), PUBLISHED)
def test_every_published_band_has_its_word(probability: float, word: str) -> None:
    assert likelihood(probability) == word


def test_a_word_fits_the_whole_percentage_that_is_printed_beside_it() -> None:
    words = ("unlikely", "a realistic possibility", "a roughly even chance", "likely")
    assert tuple(likelihood(share) for share in (0.3549, 0.4449, 0.5549, 0.555)) == words


def test_bands_meet_as_they_are_printed() -> None:
    """Each begins one per cent above the one before; the word of every whole per cent is that of its band."""
    spans = [[int(end) for end in re.findall(r"\d+", band.published)] for band in YARDSTICK]
    assert [spans[0][0], spans[-1][1]] == [0, 100]
    assert all(low == before[1] + 1 for before, (low, _) in pairwise(spans))
    words = {band.word: range(low, high + 1) for band, (low, high) in zip(YARDSTICK, spans, strict=True)}
    assert all(share in words[likelihood(share / 100)] for share in range(101))


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
