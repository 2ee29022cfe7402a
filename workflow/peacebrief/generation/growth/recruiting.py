"""What would close a gap: soldiers, recruits and spending, and by when.

An army of A soldiers that loses a share of them every year and takes in R recruits has A (1 - loss) + R trained
(1 - wastage) a year later. Years are stepped one by one, without powers or logarithms of sampled numbers.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Number

NEVER = np.inf


def soldiers_missing(*, gap: Number, share: Number) -> Number:
    """Soldiers (persons) by which armies must grow to keep `gap` more troops deployed, at the `share` they keep."""
    return gap / share


def army_after(*, army: Number, recruits: Number, loss: Number, wastage: Number, years: int) -> Number:
    """The army (persons) after so many years of `recruits` a year, of whom training loses the share `wastage`."""
    for _ in range(years):
        army = army * (1 - loss) + recruits * (1 - wastage)
    return army


def recruits_needed(*, army: Number, target: Number, loss: Number, wastage: Number, years: int) -> Number:
    """Recruits (persons) a year that bring an army to its target in so many years; none where it is there already.

    Raises ValueError unless there is at least one year.
    """
    if years < 1:
        raise ValueError(f"recruits need at least one year, not {years}")
    without = army_after(army=army, recruits=0 * army, loss=loss, wastage=wastage, years=years)
    one_each_year = army_after(army=0 * army, recruits=1 + 0 * army, loss=loss, wastage=wastage, years=years)
    missing = cast("Number", np.maximum(target - without, 0.0))
    return missing / one_each_year


def year_closed(
    *, army: Number, target: Number, recruits: Number, loss: Number, wastage: Number, first_year: int, last_year: int
) -> Floats:
    """The year in which an army first reaches its target, infinite where it does not by `last_year`.

    Raises ValueError where the last year comes before the first.
    """
    if last_year < first_year:
        raise ValueError(f"the last year {last_year} comes before the first year {first_year}")
    reached = np.full(np.broadcast(army, target, recruits, loss, wastage).shape, NEVER)
    for year in range(first_year, last_year + 1):
        reached = np.where(np.isinf(reached) & (np.asarray(army) >= target), float(year), reached)
        army = army_after(army=army, recruits=recruits, loss=loss, wastage=wastage, years=1)
    return reached


def spending_per_year(*, soldiers: Number, cost_per_soldier: Number) -> Number:
    """Money a year for so many more soldiers, in the unit of the cost."""
    return soldiers * cost_per_soldier
