"""The rules that are tested against history, each as a linear model of the decimal logarithm of strength.

One of them is the statistical method: strength of past missions by mandate and adversary, with the interval of a new
mission.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.sizing.history.past_mission import Mission, line_missions, population_missions
from peacebrief.sizing.history.regression import fitted
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import Inverse
from peacebrief.uncertainty.inverse_table import log_student_t

# ASSUME: in every role the force would face a state and its army.
STATE_ADVERSARY = 1.0


def _line(mission: Mission) -> float:
    return float(np.log10(mission.line_km or np.nan))


def _population(mission: Mission) -> float:
    return float(np.log10(mission.population or np.nan))


def _everything(missions: Sequence[Mission]) -> list[Mission]:
    return list(missions)


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictionModel:
    """One rule: the missions it is tested on, its terms, and what it fixes at a slope of one (`offset`).

    `constant` names the rule that always answers the geometric mean of the same missions.
    """

    id: str
    label: str
    missions: Callable[[Sequence[Mission]], list[Mission]]
    terms: tuple[Callable[[Mission], float], ...] = ()
    offset: Callable[[Mission], float] | None = None
    constant: str

    def design(self, missions: Sequence[Mission]) -> Floats:
        """One row a mission: a one, then the terms."""
        return np.array([[1.0, *(term(mission) for term in self.terms)] for mission in missions])

    def offsets(self, missions: Sequence[Mission]) -> Floats:
        """What the rule fixes beforehand, on the logarithmic scale."""
        return np.array([self.offset(mission) if self.offset else 0.0 for mission in missions])

    def response(self, missions: Sequence[Mission]) -> Floats:
        """The decimal logarithm of strength, less the offset."""
        return np.log10([mission.strength for mission in missions]) - self.offsets(missions)


MANDATE_TERMS = (lambda mission: mission.mandate_level, lambda mission: mission.state_adversary)

MODELS = (
    PredictionModel(
        id="per_line_km",
        label="troops per kilometre of line",
        missions=line_missions,
        offset=_line,
        constant="constant_line",
    ),
    PredictionModel(
        id="log_linear_line",
        label="log-linear in line length",
        missions=line_missions,
        terms=(_line,),
        constant="constant_line",
    ),
    PredictionModel(
        id="constant_line",
        label="one constant for line missions",
        missions=line_missions,
        constant="constant_line",
    ),
    PredictionModel(
        id="per_1000_population",
        label="troops per thousand inhabitants",
        missions=population_missions,
        offset=_population,
        constant="constant_population",
    ),
    PredictionModel(
        id="log_linear_population",
        label="log-linear in population",
        missions=population_missions,
        terms=(_population,),
        constant="constant_population",
    ),
    PredictionModel(
        id="constant_population",
        label="one constant for population missions",
        missions=population_missions,
        constant="constant_population",
    ),
    PredictionModel(
        id="mandate_and_threat",
        label="log-linear in mandate and adversary",
        missions=_everything,
        terms=MANDATE_TERMS,
        constant="constant_all",
    ),
    PredictionModel(
        id="constant_all",
        label="one constant for all missions",
        missions=_everything,
        constant="constant_all",
    ),
)

STATISTICAL = next(model for model in MODELS if model.id == "mandate_and_threat")


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
