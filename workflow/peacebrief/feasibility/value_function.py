"""Values of measures between fixed anchors, stated beforehand.

The best and the worst of the options at hand never set the scale: with such a scale an option that enters or leaves
would change the order of the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peacebrief.uncertainty.arrays import Floats


@dataclass(frozen=True, slots=True)
class ValueFunction:
    """Value (0-1) of a measure: straight lines between anchors (measure, value), flat beyond the first and the last.

    Measures rise from anchor to anchor; values rise throughout, or fall throughout where less is better, and reach
    from 0 to 1. Raises ValueError where they do not.
    """

    anchors: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        measures, values = (np.array(part, dtype=np.float64) for part in zip(*self.anchors, strict=True))
        steps = np.diff(values)
        if not np.all(np.diff(measures) > 0) or not (np.all(steps >= 0) or np.all(steps <= 0)):
            raise ValueError("the anchors of a value function rise in measure, and their values only rise or only fall")
        if sorted((values[0], values[-1])) != [0.0, 1.0]:
            raise ValueError("the values of the outer anchors are 0 and 1")

    def __call__(self, measure: float | Floats) -> Floats:
        """The value of one measure, or of an array of them."""
        measures, values = zip(*self.anchors, strict=True)
        return np.asarray(np.interp(measure, measures, values), dtype=np.float64)
