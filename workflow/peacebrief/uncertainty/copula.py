"""Dependence: inputs that rise and fall together share a common factor (one-factor Gaussian copula)."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable
from peacebrief.uncertainty.normal import normal, normal_probability

# A correlation of one would leave the input without a part of its own.
LARGEST_LOADING = 0.999
NEAREST_TO_AN_END = 2.0**-33


class Copula:
    """Ties uniforms to a factor; every margin stays uniform."""

    def __init__(self) -> None:
        self._normal: InverseTable = normal()

    def tied(self, *, own: Floats, factor: Floats, loading: float) -> Floats:
        """Uniforms whose normal scores correlate with those of `factor` by `loading` (-1 to 1).

        Two inputs tied to one factor correlate with each other by the product of their loadings.
        """
        weight = float(np.clip(loading, -LARGEST_LOADING, LARGEST_LOADING))
        score = weight * self._normal(factor) + np.sqrt(1 - weight**2) * self._normal(own)
        return np.clip(normal_probability(score), NEAREST_TO_AN_END, 1 - NEAREST_TO_AN_END)
