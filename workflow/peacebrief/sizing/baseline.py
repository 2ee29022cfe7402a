"""Does line length, or population, predict strength at all? The plain correlation, before any model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from peacebrief.sizing.history import Mission, line_missions, population_missions


def association(sizes: Sequence[float], strengths: Sequence[float]) -> dict[str, float]:
    """Correlation and slope of log strength on log size (the slope is the elasticity), and the number of missions."""
    x, y = np.log10(sizes), np.log10(strengths)
    x, y = x - x.mean(), y - y.mean()
    across = float((x * y).sum())
    return {
        "correlation": across / float(np.sqrt((x * x).sum() * (y * y).sum())),
        "elasticity": across / float((x * x).sum()),
        "n": float(len(x)),
    }


def geometric_mean(numbers: Sequence[float]) -> float:
    """The geometric mean, the constant that every rule has to beat."""
    return float(10 ** np.mean(np.log10(numbers)))


def _led_by_the_un(mission: Mission) -> bool:
    return mission.lead.startswith("UN")


# ASSUME: a force led by the United Nations together with another body counts as led by the United Nations.
SETS: dict[str, Callable[[Sequence[Mission]], list[Mission]]] = {
    "line": line_missions,
    "population": population_missions,
    "population_un": lambda missions: [m for m in population_missions(missions) if _led_by_the_un(m)],
    "population_others": lambda missions: [
        m for m in population_missions(missions) if m.lead and not _led_by_the_un(m)
    ],
}


def size_of(name: str, mission: Mission) -> float:
    """The number a set is measured by: line length (km) or population (persons)."""
    return float((mission.line_km if name == "line" else mission.population) or np.nan)
