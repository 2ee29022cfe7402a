"""Verbal likelihood by the PHIA yardstick (continuous band edges), kept apart from confidence."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.reasoning.digits import whole_percent


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the yardstick: the word, the published percentages and the highest share it stands for here."""

    word: str
    published: str
    up_to: float


# ASSUME: the published yardstick leaves gaps between its bands; the edges used are 5, 20, 35, 50, 75 and 90 per cent,
# and a probability is judged at the whole percentage that is printed, so that word and number never part.
YARDSTICK = (
    Band("a remote chance", "0 to 5%", 0.05),
    Band("highly unlikely", "10 to 20%", 0.20),
    Band("unlikely", "25 to 35%", 0.35),
    Band("a realistic possibility", "40 to 50%", 0.50),
    Band("likely", "55 to 75%", 0.75),
    Band("highly likely", "80 to 90%", 0.90),
    Band("almost certain", "95 to 100%", 1.0),
)


def likelihood(probability: float) -> str:
    """The yardstick's words for `probability` (0-1). Raises ValueError outside that range.

    Source: phia2024yardstick.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability")
    return next(band.word for band in YARDSTICK if whole_percent(probability) <= round(100 * band.up_to))
