"""Demands as arrays, from the results of the steps."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from peacebrief.logistics.classes import CLASSES
from peacebrief.uncertainty.arrays import Floats


def gross_name(posture: str, supply_class: str) -> str:
    """The step that gives the demand of a class with the fuel for its delivery."""
    return f"{'gross' if supply_class == 'fuel' else 'demand'}.{posture}.{supply_class}"


def gross_demand(values: Mapping[str, float], posture: str) -> Floats:
    """Kilogrammes a person and day by class at one point, the fuel for delivery included."""
    return np.array([float(values[gross_name(posture, name)]) for name in CLASSES])


def net_demand(values: Mapping[str, float], posture: str) -> Floats:
    """Kilogrammes a person and day by class at one point, before the fuel for delivery."""
    return np.array([float(values[f"demand.{posture}.{name}"]) for name in CLASSES])
