"""How the effect of a force grows with its soldiers: the forms there are, by how much each lets a size reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np

from peacebrief.reasoning.record import Row
from peacebrief.uncertainty.arrays import Number, checked_not_negative
from peacebrief.uncertainty.power import natural_log

# ASSUME: every published effect is restated at 5,000 soldiers, of the order of the forces that were studied, before
# they are pooled; the size itself matters only through how far the ratios of studies are expected to differ.
REFERENCE = 5000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseForm:
    """A form of the dose: its `scale` (persons; 0 where it has none) and its weight among the forms."""

    id: str
    label: str
    scale: float
    weight: float
    origin: str


def dose_form_of(row: Row) -> DoseForm:
    """The form of a row. Raises ValueError for a form that the model does not know."""
    name = str(row["id"])
    if name not in REACHES:
        raise ValueError(f"{name} is not a form of the dose; the forms are {', '.join(REACHES)}")
    scale = float(row["scale"] or 0)
    return DoseForm(
        id=name, label=str(row["label"]), scale=scale, weight=float(row["weight"]), origin=str(row["origin"])
    )


def _presence(troops: Number, _: float) -> Number:
    return cast("Number", np.where(np.greater(troops, 0), 1.0, 0.0)[()])


def _logarithm(troops: Number, scale: float) -> Number:
    return natural_log(1 + troops / scale)


def _saturation(troops: Number, scale: float) -> Number:
    return troops / (troops + scale)


def _linear(troops: Number, scale: float) -> Number:
    return cast("Number", np.minimum(troops, scale)[()])


REACHES: Mapping[str, Callable[[Number, float], Number]] = {
    "presence": _presence,
    "logarithm": _logarithm,
    "saturation": _saturation,
    "linear": _linear,
}


def size_factor(*, troops: Number, form: str, scale: float, against: float = REFERENCE) -> Number:
    """The logarithm of the ratio at a size as a multiple of that at another, by a form of the dose.

    Zero without troops. Raises ValueError where a size is negative.
    """
    checked_not_negative(troops, name="size of force")
    reach = REACHES[form]
    return reach(troops, scale) / reach(against, scale)
