"""Public support for an option: net support in points over its contributors, weighted by what they could send."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from peacebrief.feasibility.gates.available_troops import central_troops
from peacebrief.feasibility.given import Criterion, Option
from peacebrief.feasibility.ranking.measure_source import Scored, Sources, measure_id
from peacebrief.feasibility.ranking.scores import Measure
from peacebrief.generation.supply import NetSupport
from peacebrief.generation.supply.contribution import drawn_net
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import middle_because
from peacebrief.uncertainty.arrays import Floats

# Net support in points runs from -100 to 100; the deviation taken where fewer than two countries were polled.
WIDEST_DEVIATION = 50.0

# ASSUME: public support for an option is the mean net support over its contributors, weighted by the troops each could
# keep deployed.
# ASSUME: a contributor without a comparable poll has as much support as opposition, give or take what the countries
# that were polled differ by.


def support_measure(sources: Sources, criterion: Criterion, option: Option, _: str) -> Scored:
    """Net support in points, weighted over all contributors."""
    supply, member = sources.supply, sources.supply.members[option.id]
    support = [_support(supply, name) for name in member.names]
    weights = _weights(supply, option.id)

    def draw(uniforms: Mapping[str, Floats]) -> Floats:
        parts = [
            weight * drawn_net(net=one.net, deviation=one.deviation, uniforms=uniforms[stream(one.name)])
            for weight, one in zip(weights, support, strict=True)
        ]
        return np.asarray(sum(parts), dtype=np.float64)

    measure = Measure(
        id=measure_id(criterion, option),
        central=float(sum(weight * one.net for weight, one in zip(weights, support, strict=True))),
        streams=tuple(stream(one.name) for one in support),
        draw=draw,
    )
    return Scored(measure=measure, because=_because(sources, option))


def stream(contributor: str) -> str:
    """The stream of the net support in one country, the same that moves its position."""
    return f"net_support.{contributor}"


def _support(supply: SupplyModel, name: str) -> NetSupport:
    if name in supply.support:
        return supply.support[name]
    polled = [one.net for one in supply.support.values()]
    deviation = float(np.std(polled, ddof=1)) if len(polled) > 1 else WIDEST_DEVIATION
    return NetSupport(name=name, net=0.0, deviation=deviation, low=-deviation, high=deviation, polls=())


def _weights(supply: SupplyModel, option: str) -> Floats:
    """The share of each contributor in the troops that all could keep deployed, at the central point."""
    troops = central_troops(supply, option)
    return np.asarray(troops / troops.sum(), dtype=np.float64)


def _because(sources: Sources, option: Option) -> tuple[str, ...]:
    inputs, supply = sources.inputs, sources.supply
    members = [row for row in inputs.rows("option_contributors") if row["option"] == option.id]
    names = supply.members[option.id].names
    states = [row for row in inputs.rows("contributors") if row["id"] in names]
    # How far apart the countries polled are stands for one that was not.
    polled = names if supply.support.keys() >= set(names) else supply.support
    return (
        *(f"fact:generation.net_support.{name}" for name in polled),
        *(str(row["origin"]) for row in (*members, *states)),
        *middle_because(supply, names),
    )
