"""Break-even: how large the loss from renewed war must be for a force to be worth its cost."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number
from peacebrief.uncertainty.probability import checked_positive

# ASSUME: cost and loss are weighed one to one: no discounting, no aversion to risk, no loss that money cannot count.


def break_even_loss(*, cost: Number, risk_reduction: Number) -> Number:
    """The avoided loss, in the money of `cost`, at which the force just pays: cost divided by the reduction of risk.

    Infinite where the force does not lower the risk.
    """
    checked_positive(cost, name="cost")
    reduction = np.asarray(risk_reduction, dtype=np.float64)
    lowers = reduction > 0
    loss = np.where(lowers, cost / np.where(lowers, reduction, 1.0), np.inf)
    return cast("Number", loss[()])


def reduction_needed(*, cost: Number, loss: Number) -> Number:
    """The reduction of risk at which the force just pays, given the loss; above one it can never pay."""
    return cost / checked_positive(loss, name="loss")
