"""What each contributor to an option could keep deployed at the central point, whether it takes part or not."""

from __future__ import annotations

import numpy as np

from peacebrief.generation.drivers import RATIO, SHARE
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.uncertainty.arrays import Floats


def central_troops(supply: SupplyModel, option: str) -> Floats:
    """Troops (persons) by contributor, in the order of the members of the option."""
    member = supply.members[option]
    part = supply.sampled[SHARE].central / supply.sampled[RATIO].central
    return np.asarray(np.minimum(member.armies * part, member.most), dtype=np.float64)
