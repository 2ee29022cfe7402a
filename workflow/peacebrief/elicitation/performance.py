"""Cooke's classical model: experts weighed by how they did on questions whose answers are known.

Answers are the 5th, 50th and 95th percentile, on the last axis; the formulas are those of Cooke and Goossens
(2008), TU Delft expert judgment data base, Reliability Engineering and System Safety 93.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, exp, pi, sqrt

import numpy as np

from peacebrief.elicitation.interval import Floats

PERCENTILES = np.array([0.05, 0.5, 0.95])
EXPECTED = np.array([0.05, 0.45, 0.45, 0.05])
# ASSUME: what experts could have said reaches a tenth of the range of all that they said beyond both ends of it, and
# every number in it is as good as any other.
OVERSHOOT = 0.1
# Percentiles of one answer lie apart by at least this share of the range, or nobody could be infinitely informative.
APART = 1e-6


@dataclass(frozen=True, slots=True)
class Scores:
    """How experts did: calibration and information (arrays over experts), and the weights that sum to 1.

    `cutoff` is the calibration below which an expert has no weight.
    """

    calibration: Floats
    information: Floats
    weight: Floats
    cutoff: float


def range_asked(answers: Floats, truths: Floats | None = None) -> tuple[Floats, Floats]:
    """Both ends of the range of each question, from all answers (experts, questions, percentiles) and the truth."""
    low, high = answers.min(axis=(0, 2)), answers.max(axis=(0, 2))
    if truths is not None:
        low, high = np.minimum(low, truths), np.maximum(high, truths)
    beyond = OVERSHOOT * (high - low)
    return low - beyond, high + beyond


def calibration(answers: Floats, truths: Floats) -> Floats:
    """The chance that somebody well calibrated hits as badly, for each expert (experts, questions, percentiles).

    Twice the number of questions times the information of the shares of hits relative to those expected is compared
    with chi-square of three degrees of freedom.
    """
    asked = truths.size
    # A truth that is a percentile counts as below it.
    places = (truths[None, :, None] > answers).sum(axis=2)
    shares = np.stack([(places == place).sum(axis=1) for place in range(EXPECTED.size)], axis=1) / asked
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(shares > 0, shares * np.log(shares / EXPECTED), 0.0)
    return np.array([_beyond(float(2 * asked * total)) for total in parts.sum(axis=1)])


def _beyond(value: float) -> float:
    """The chance that chi-square of three degrees of freedom is above `value`."""
    half = max(value, 0.0) / 2
    return erfc(sqrt(half)) + 2 * sqrt(half / pi) * exp(-half)


def information(answers: Floats, low: Floats, high: Floats) -> Floats:
    """How much each answer narrows the range asked (experts, questions): relative to all of it being as likely."""
    widths = np.diff(_knots(answers, low, high), axis=2) / (high - low)[None, :, None]
    told: Floats = (EXPECTED * np.log(EXPECTED / widths)).sum(axis=2)
    return told


def _knots(answers: Floats, low: Floats, high: Floats) -> Floats:
    """Low end, percentiles and high end of each answer, kept apart."""
    ends = np.broadcast_to(np.stack([low, high], axis=-1), (*answers.shape[:2], 2))
    knots = np.concatenate([ends[..., :1], answers, ends[..., 1:]], axis=-1)
    step = APART * (high - low)[None, :, None] * np.arange(knots.shape[-1])
    # Raised by a rising step and lowered again where they stood apart already: ties alone are moved.
    spread: Floats = np.maximum.accumulate(knots - step, axis=-1) + step
    return spread


def pooled(answers: Floats, weight: Floats, low: Floats, high: Floats) -> Floats:
    """The percentiles (questions, percentiles) of the experts' distributions mixed by their weights.

    Between its percentiles each distribution is even; the mixture is then even between all of them.
    """
    knots, heights = _knots(answers, low, high), np.concatenate([[0.0], PERCENTILES, [1.0]])
    mixed = np.empty((answers.shape[1], PERCENTILES.size))
    for question in range(answers.shape[1]):
        places = np.unique(knots[:, question])
        risen = sum(
            share * np.interp(places, own, heights) for share, own in zip(weight, knots[:, question], strict=True)
        )
        mixed[question] = np.interp(PERCENTILES, risen, places)
    return mixed


def scored(answers: Floats, truths: Floats) -> Scores:
    """Scores and weights of the experts from questions with known answers (experts, questions, percentiles).

    Of all calibrations the cut-off is the one whose mixture scores best itself, calibration times information.
    """
    low, high = range_asked(answers, truths)
    hits, told = calibration(answers, truths), information(answers, low, high).mean(axis=1)
    best, found = -1.0, Scores(hits, told, np.zeros_like(hits), 0.0)
    for cutoff in np.unique(hits):
        weight = _shares(np.where(hits >= cutoff, hits * told, 0.0))
        mixture = pooled(answers, weight, low, high)[None]
        score = float(calibration(mixture, truths)[0] * information(mixture, low, high).mean())
        if score > best:
            best, found = score, Scores(hits, told, weight, float(cutoff))
    return found


def _shares(weight: Floats) -> Floats:
    total = weight.sum()
    return weight / total if total > 0 else np.full_like(weight, 1 / weight.size)
