"""Verbal likelihood in bands that meet, kept apart from confidence."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.reasoning.digits import whole_percent


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the yardstick: the word, the percentages as they are printed, and the highest share of the band."""

    word: str
    published: str
    up_to: float


# ASSUME: the words are those of the published yardstick of analysts (PHIA), whose bands leave gaps; here they meet at
# 5, 20, 35, 75 and 90 per cent, and from 45 to 55 per cent a chance is roughly even, as the directive ICD 203 has it.
# A probability is judged at the whole percentage that is printed, so that word and number never part.
YARDSTICK = (
    Band("a remote chance", "0 to 5%", 0.05),
    Band("highly unlikely", "6 to 20%", 0.20),
    Band("unlikely", "21 to 35%", 0.35),
    Band("a realistic possibility", "36 to 44%", 0.44),
    Band("a roughly even chance", "45 to 55%", 0.55),
    Band("likely", "56 to 75%", 0.75),
    Band("highly likely", "76 to 90%", 0.90),
    Band("almost certain", "91 to 100%", 1.0),
)


def likelihood(probability: float) -> str:
    """The yardstick's words for `probability` (0-1). Raises ValueError outside that range.

    Source: phia2024yardstick.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability")
    return next(band.word for band in YARDSTICK if whole_percent(probability) <= round(100 * band.up_to))
