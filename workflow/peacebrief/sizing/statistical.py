"""Statistical method: strength of past missions by mandate and adversary, with the interval of a new mission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.sizing.history import Mission
from peacebrief.sizing.prediction_models import STATISTICAL
from peacebrief.sizing.regression import fitted
from peacebrief.uncertainty.distributions import Inverse
from peacebrief.uncertainty.normal import log_student_t

# ASSUME: in every role the force would face a state and its army.
STATE_ADVERSARY = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The strength of a new mission: Student's t on the scale of decimal logarithms."""

    middle: float
    scale: float
    degrees: int

    @property
    def central(self) -> float:
        """The middle of the forecast (persons)."""
        return float(10**self.middle)

    def inverse(self) -> Inverse:
        """Uniforms to strengths (persons)."""
        return log_student_t(degrees=self.degrees, middle=self.middle, scale=self.scale)


def forecast(missions: Sequence[Mission], *, mandate_level: float) -> Forecast:
    """The forecast for a mission with the given mandate that faces a state. Raises ValueError for too few missions."""
    chosen = STATISTICAL.missions(missions)
    fit = fitted(STATISTICAL.design(chosen), STATISTICAL.response(chosen))
    row = np.array([[1.0, mandate_level, STATE_ADVERSARY]])
    return Forecast(middle=float(fit.predicted(row)[0]), scale=float(fit.prediction_scale(row)[0]), degrees=fit.degrees)
