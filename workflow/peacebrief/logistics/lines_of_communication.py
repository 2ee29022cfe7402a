"""Lines of communication: the rate of one past deployment, tested on others that it was not taken from."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.uncertainty.arrays import Number


def rate_per_line(*, moved: Number, days: Number, lines: Number) -> Number:
    """Persons or vehicles a day on one line of communication."""
    return moved / (days * lines)


def predicted_days(*, moved: Number, rate: Number, lines: Number) -> Number:
    """Days to move so many persons or vehicles over so many lines of communication."""
    return moved / (rate * lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """Days predicted for one case: central, the fastest and the slowest; and the days observed."""

    days: float
    fastest: float
    slowest: float
    observed: float

    @property
    def ratio(self) -> float:
        """Days predicted for each day observed; below one is too fast."""
        return self.days / self.observed

    @property
    def within(self) -> bool:
        """Whether the days observed lie in the range predicted."""
        return self.fastest <= self.observed <= self.slowest


def predict(
    *, moved: float, observed: float, rates: tuple[float, float, float], lines: tuple[float, float, float]
) -> Prediction:
    """The prediction of one case; `rates` and `lines` are low, central and high.

    The range runs from the high rate over the most lines to the low rate over the fewest.
    """
    slowest, days, fastest = (
        predicted_days(moved=moved, rate=rate, lines=count) for rate, count in zip(rates, lines, strict=True)
    )
    return Prediction(days=days, fastest=fastest, slowest=slowest, observed=observed)
