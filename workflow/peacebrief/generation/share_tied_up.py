"""What share of the armies counted on the size of each option would tie up, draw by draw."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.supply.contribution import army_share
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.sampled_position import SHARES
from peacebrief.generation.supply.supply_driver import RATIO
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Tally


@dataclass(frozen=True, kw_only=True)
class TiedUp:
    """The share by option: `tally` has its draws and `central` the central point; `armies` (persons) count for it."""

    tally: Tally
    central: Mapping[str, float]
    armies: Mapping[str, float]


# ASSUME: a contributor that has said the most it would send sends no more for having a larger army.
def share_needed(*, army: float, size: float, capped: Floats, ratio: Floats) -> Floats:
    """The share of an `army` (persons) that a `size` takes beyond the troops of those with a most, one at the most."""
    asked = np.maximum(size - capped, 0.0)
    needed = army_share(deployed=asked, ratio=ratio, army=np.full_like(asked, max(army, 1.0)))
    return np.minimum(needed, 1.0)


def limiting_army(model: SupplyModel, option: str, counted_on: Collection[str]) -> float:
    """Strength (persons) of the armies counted on whose contingents only their size limits."""
    one = model.members[option]
    rows = zip(one.names, one.armies.tolist(), one.most.tolist(), strict=True)
    return float(sum(army for name, army, most in rows if name in counted_on and most == np.inf))


def tied_up(found: Contributions, *, rows: int = ROWS) -> TiedUp:
    """The answer for every option with the contributors counted on as planned."""
    model, inputs, tally = found.model, found.inputs, Tally()
    counted_on = {option.id: found.planned(option.id).counted_on for option in inputs.options}
    armies = {option: limiting_army(model, option, names) for option, names in counted_on.items()}
    shares = {f"{SHARES}{name}" for one in model.members.values() for name in one.names}
    streams = {model.sampled[name].stream for name in {RATIO, *shares}} - {""}
    for replicate, uniforms in design(streams, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        drawn = model.drawn(uniforms)
        by_option = {option: drawn.shares(option) for option in model.options}
        tally.add(replicate, _by_option(model, counted_on, armies, drawn.value(RATIO), by_option))
    medians = {option: one.shares[1][:, None] for option, one in model.members.items()}
    middle = _by_option(model, counted_on, armies, np.full(1, model.sampled[RATIO].central), medians)
    return TiedUp(tally=tally, central={name: float(one[0]) for name, one in middle.items()}, armies=armies)


def _by_option(
    model: SupplyModel,
    counted_on: Mapping[str, Collection[str]],
    armies: Mapping[str, float],
    ratio: Floats,
    shares: Mapping[str, Floats],
) -> dict[str, Floats]:
    return {
        option: share_needed(
            army=armies[option],
            size=size,
            capped=_capped(model.members[option], counted_on[option], shares[option]),
            ratio=ratio,
        )
        for option, size in model.sizes.items()
    }


def _capped(members: Membership, counted_on: Collection[str], shares: Floats) -> Floats:
    """Troops of those counted on that have said the most they would send."""
    counted = np.array([name in counted_on for name in members.names])
    return cast("Floats", members.troops(shares=shares)[counted & (members.most < np.inf)].sum(axis=0))
