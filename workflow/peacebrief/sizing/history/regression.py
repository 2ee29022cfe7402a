"""Least squares by QR, with the prediction interval of a new case and exact leave-one-out errors.

Source: Belsley, Kuh and Welsch 1980 (hat matrix and studentised residuals).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peacebrief.uncertainty.arrays import Floats


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted linear model: coefficients, the inverse of R, the residual scale and its degrees of freedom."""

    coefficients: Floats
    inverse_r: Floats
    scale: float
    degrees: int

    def predicted(self, rows: Floats) -> Floats:
        """The expected response of new rows (m, p)."""
        return np.asarray((rows * self.coefficients).sum(axis=1), dtype=np.float64)

    def prediction_scale(self, rows: Floats) -> Floats:
        """The scale of the t distribution of a new observation at each row (m, p)."""
        return self.scale * np.sqrt(1 + leverage(self.inverse_r, rows))


def fitted(design: Floats, response: Floats) -> Fit:
    """The least-squares fit of `response` (n) on `design` (n, p).

    Raises ValueError where the columns depend on each other or no degree of freedom is left.
    """
    count, width = design.shape
    if count <= width:
        raise ValueError(f"{count} observations cannot carry {width} coefficients and an error")
    q, r = np.linalg.qr(design)
    if np.abs(np.diag(r)).min() < 1e-9 * np.abs(r).max():
        raise ValueError("the columns of the design depend on each other")
    inverse_r = np.linalg.inv(r)
    coefficients = (inverse_r * (q * response[:, None]).sum(axis=0)).sum(axis=1)
    residuals = response - (design * coefficients).sum(axis=1)
    degrees = count - width
    return Fit(coefficients, inverse_r, float(np.sqrt((residuals**2).sum() / degrees)), degrees)


def leverage(inverse_r: Floats, rows: Floats) -> Floats:
    """How far each row (m, p) lies from the middle of the observations: the diagonal of the hat matrix."""
    projected = (rows[:, :, None] * inverse_r).sum(axis=1)
    return np.asarray((projected**2).sum(axis=1), dtype=np.float64)


def left_out(design: Floats, response: Floats) -> tuple[Floats, Floats]:
    """Errors and prediction scales of each observation when the model is fitted without it, from the hat matrix.

    The errors are observed minus predicted; the scales belong to a t distribution with n - p - 1 degrees of freedom.
    Raises ValueError as `fitted`, and where one observation alone carries a coefficient.
    """
    fit = fitted(design, response)
    residuals = response - fit.predicted(design)
    kept = 1 - leverage(fit.inverse_r, design)
    if kept.min() < 1e-9:
        raise ValueError("an observation is the only one of its kind: nothing predicts it")
    without = fit.scale**2 * fit.degrees - residuals**2 / kept
    scale = np.sqrt(np.maximum(without, 0.0) / (fit.degrees - 1))
    return residuals / kept, scale / np.sqrt(kept)
