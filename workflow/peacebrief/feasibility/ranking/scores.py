"""Uncertain scores of options on criteria, drawn and turned into values between fixed anchors.

What an option scores is a measure: a number, or a formula over streams of draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity, Tie, design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.draws import ROWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What an option scores on a criterion, in the unit of the criterion.

    `draw(uniforms)` gives its values from the uniforms of its `streams`; without streams it never varies. Measures
    that share a stream share its luck.
    """

    id: str
    central: float
    streams: tuple[str, ...] = ()
    draw: Callable[[Mapping[str, Floats]], Floats] | None = None


def measured(quantity: Quantity, *, name: str = "", stream: str = "") -> Measure:
    """A quantity as a measure, drawn on the stream of its id if no other is named."""
    stream = stream or quantity.id
    if quantity.distribution == "fixed" or (quantity.low is not None and quantity.low == quantity.high):
        return Measure(id=name or quantity.id, central=quantity.central_point())
    inverse = inverse_cdf(quantity)
    return Measure(
        id=name or quantity.id,
        central=quantity.central_point(),
        streams=(stream,),
        draw=lambda uniforms: inverse(uniforms[stream]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Every option scored on every criterion.

    `measures[option, criterion]` is an uncertain number in the unit of the criterion: a measure, or a quantity whose
    id names its stream, so that two options with one id share one unknown. `scales[criterion]` turns it into values.
    Raises ValueError where a score or a scale is missing.
    """

    measures: Mapping[tuple[str, str], Measure | Quantity]
    scales: Mapping[str, ValueFunction]

    def __post_init__(self) -> None:
        wanted = {(option, criterion) for option in self.options for criterion in self.criteria}
        missing = sorted("/".join(pair) for pair in wanted ^ self.measures.keys())
        if missing or not wanted:
            raise ValueError(
                f"every option needs one score on every criterion: see {', '.join(missing) or 'the table'}"
            )

    @property
    def options(self) -> tuple[str, ...]:
        """The options in the order of their names, whatever the order of the rows."""
        return tuple(sorted({option for option, _ in self.measures}))

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria in the order of their names."""
        return tuple(sorted(self.scales))

    def measure(self, option: str, criterion: str) -> Measure:
        """The measure of an option on a criterion."""
        found = self.measures[option, criterion]
        return found if isinstance(found, Measure) else measured(found)

    def uncertain(self) -> tuple[str, ...]:
        """The streams that are drawn."""
        return tuple(sorted({name for cell in self.measures for name in self.measure(*cell).streams}))

    def central(self) -> Floats:
        """Values (options, criteria) at the central points of the measures."""
        rows = [[self._value(option, name) for name in self.criteria] for option in self.options]
        return np.array(rows, dtype=np.float64)

    def _value(self, option: str, criterion: str) -> float:
        return float(self.scales[criterion](self.measure(option, criterion).central))


def score_chunks(
    scores: Scores, *, draws: int, seed: int, ties: Mapping[str, Tie] | None = None, rows: int = ROWS
) -> Iterator[tuple[int, Floats]]:
    """The replicate and the values (options, criteria, draws) of each chunk; one draw where no measure is uncertain."""
    central = scores.central()[:, :, None]
    drawn = _drawn(scores)
    for replicate, uniforms in design(scores.uncertain(), draws, seed, ties=ties).chunks(rows):
        length = len(next(iter(uniforms.values()))) if drawn else 1
        found = np.repeat(central, length, axis=2)
        for place, (measure, scale) in drawn.items():
            if measure.draw is not None:
                found[place] = scale(measure.draw(uniforms))
        yield replicate, found


def _drawn(scores: Scores) -> dict[tuple[int, int], tuple[Measure, ValueFunction]]:
    """What varies, by its place among the options and criteria."""
    found = {}
    for row, option in enumerate(scores.options):
        for column, criterion in enumerate(scores.criteria):
            measure = scores.measure(option, criterion)
            if measure.draw is not None:
                found[row, column] = (measure, scores.scales[criterion])
    return found
