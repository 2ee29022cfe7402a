"""Small networks that can be calculated by hand, and the real one."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from peacebrief.logistics.flow.least_cost import Prices
from peacebrief.logistics.network.limits import Limits, limits_of_case
from peacebrief.logistics.network.supply_network import Network, network_of

CASES = ("low", "central", "high")
SHARES = ("force_share", "tank_wagon_share", "hazardous_share")
# Kilogrammes a person and day of provisions, fuel, ammunition and other supplies; round numbers near the real ones.
DEMANDS = {
    "garrison": np.array([4.5, 12.3, 0.3, 3.9]),
    "elevated": np.array([6.3, 18.0, 1.5, 5.6]),
    "high_intensity": np.array([8.8, 45.1, 20.0, 13.2]),
}
PRICES = Prices(
    eur_per_tkm={"road": 0.1, "rail_standard": 0.045, "rail_broad": 0.025, "ferry": 0.025, "sea": 0.025, "air": 1.3},
    transhipment_eur_per_t=10.0,
    war_risk_ratio=1.5,
)


def node(name: str, *, kind: str = "hub", country: str = "XT", handling: float | None = None, **other: Any) -> dict:
    limits = {f"handling_{case}": handling for case in CASES}
    return {"id": name, "name": name, "kind": kind, "country": country, "scope": "force_available", **limits, **other}


def link(name: str, ends: str, capacity: float = 100.0, **other: Any) -> dict:
    start, end = ends.split(">")
    row = {
        "id": name,
        "from_node": start,
        "to_node": end,
        "mode": "road",
        "open": 1,
        "two_way": 0,
        "scope": "force_available",
        "distance_km": 10.0,
        "gauge_break": 0,
        "enters_theatre": 0,
        "corridor": "main",
        "transit_countries": None,
    }
    spans = {f"{what}_{case}": 1.0 for what in ("speed", "delay") for case in CASES}
    return row | spans | {f"capacity_{case}": capacity for case in CASES} | other


def record(nodes: Sequence[dict], links: Sequence[dict], sectors: Mapping[str, float]) -> dict:
    """A resolved record with one sector at each node of `sectors`, given its share."""
    corridors = [{"id": name} for name in sorted({row["corridor"] for row in links})]
    rows = [{"id": f"at_{place}", "node": place, "share": share} for place, share in sectors.items()]
    return {"nodes": list(nodes), "links": list(links), "sectors": rows, "corridors": corridors}


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The makers of rows, a source and a sector's node, and limits that leave a network as it is written."""

    def whole(network: Network, **shares: float) -> Limits:
        return limits_of_case(network, case="central", **(dict.fromkeys(SHARES, 1.0) | shares))

    source, target = node("source", kind="origin", country="XA"), node("target")
    return SimpleNamespace(node=node, link=link, record=record, whole=whole, source=source, target=target)


@pytest.fixture(scope="session")
def real(ukraine_stages) -> SimpleNamespace:
    """The real network with its limits by capacity case, demands by posture and prices. Read it only."""
    resolved = ukraine_stages["logistics"]
    network = network_of(resolved)
    levels = {row["id"]: row for row in resolved["quantities"]}
    shares = {case: {name: levels[name][case] for name in SHARES} for case in CASES}
    limits = {case: limits_of_case(network, case=case, **shares[case]) for case in CASES}
    return SimpleNamespace(
        record=resolved, network=network, shares=shares, limits=limits, demands=DEMANDS, prices=PRICES
    )
