"""Sectors: the lengths of line that one headquarters directs."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Number


def sectors(*, line_km: Number, sector_km: Number) -> Number:
    """Sectors the line is divided into; the last one counts whole."""
    return cast("Number", np.ceil(line_km / sector_km))


def sector_step() -> Step:
    """The sectors the line is divided into."""
    return Step(
        id="sectors",
        formula=sectors,
        takes={"line_km": "line_length", "sector_km": "sector_length"},
        unit="count",
        label="sectors",
        method="Length of the line divided by the length of a sector, rounded up.",
    )
