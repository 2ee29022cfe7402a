"""What it costs to move a tonne along an arc."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Prices of transport: EUR a tonne-kilometre by mode, EUR a tonne at a gauge break, and the factor of war risk."""

    eur_per_tkm: Mapping[str, float]
    transhipment_eur_per_t: float
    war_risk_ratio: float


def arc_costs(network: Network, prices: Prices) -> Floats:
    """EUR a tonne along each arc: distance times the price of the mode, dearer inside the theatre, and transhipment.

    Raises KeyError for a mode without a price.
    """
    links = network.links
    by_mode = np.array([prices.eur_per_tkm[mode] for mode in links.mode])
    # ASSUME: war-risk cover makes transport dearer on links inside the theatre, and not on those that lead into it.
    risk = np.where(links.inside, prices.war_risk_ratio, 1.0)
    cost = links.distance_km * by_mode * risk + links.gauge_break * prices.transhipment_eur_per_t
    return np.asarray(cost[network.arc_link], dtype=np.float64)
