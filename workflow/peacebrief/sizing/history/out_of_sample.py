"""Held-out honesty: how well each rule predicts a mission it has not seen, and how well the constant does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.sizing.history.past_mission import Mission
from peacebrief.sizing.history.prediction_rule import PredictionModel
from peacebrief.sizing.history.regression import fitted, left_out
from peacebrief.uncertainty.arrays import Floats

FACTOR = 2.0
COVERAGE = 0.90


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Predictions of missions by a model that was fitted without them, on the scale of decimal logarithms."""

    model: PredictionModel
    missions: tuple[Mission, ...]
    fitted_on: tuple[Mission, ...]
    error: Floats
    half_width: Floats

    def scores(self) -> dict[str, float]:
        """Median error, share within a factor of 2, coverage of the 90% interval, and the number of missions."""
        size = np.abs(self.error)
        return {
            "median_abs_log10_error": float(np.median(size)),
            "share_within_factor_2": float(np.mean(size <= np.log10(FACTOR))),
            "coverage_90": float(np.mean(size <= self.half_width)),
            "n": float(len(size)),
        }


def leave_one_out(model: PredictionModel, missions: Sequence[Mission]) -> Trial | None:
    """Each mission predicted from the others; None where there are too few, or too alike, to fit."""
    chosen = model.missions(missions)
    if len(chosen) < len(model.terms) + 3:
        return None
    try:
        error, scale = left_out(model.design(chosen), model.response(chosen))
    except ValueError:
        return None
    degrees = len(chosen) - len(model.terms) - 2
    return Trial(
        model=model,
        missions=tuple(chosen),
        fitted_on=tuple(chosen),
        error=error,
        half_width=scale * two_sided_t(degrees),
    )


def blind_test(model: PredictionModel, missions: Sequence[Mission]) -> Trial | None:
    """The missions set aside, predicted from the rest; None where there are too few, or too alike, of either."""
    chosen = model.missions(missions)
    known = [mission for mission in chosen if not mission.held_out]
    unseen = [mission for mission in chosen if mission.held_out]
    if not unseen or len(known) < len(model.terms) + 2:
        return None
    try:
        fit = fitted(model.design(known), model.response(known))
    except ValueError:
        return None
    rows = model.design(unseen)
    return Trial(
        model=model,
        missions=tuple(unseen),
        fitted_on=tuple(known),
        error=model.response(unseen) - fit.predicted(rows),
        half_width=fit.prediction_scale(rows) * two_sided_t(fit.degrees),
    )


def two_sided_t(degrees: int) -> float:
    """How many scales a 90% interval of Student's t reaches to each side."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, (1 + COVERAGE) / 2))
