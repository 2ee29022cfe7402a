"""What recruiting or spending would close the gap of each option, draw by draw, and by when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.growth.recruiting import recruits_needed, soldiers_missing, spending_per_year, year_closed
from peacebrief.generation.supply.contribution import army_share
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.sampled_position import SHARES
from peacebrief.generation.supply.supply_driver import RATIO
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Tally

LOSS, WASTAGE, INTAKE, COST = "yearly_loss", "training_wastage", "extra_intake", "new_soldier_cost"
TAKEN = (RATIO, LOSS, WASTAGE, INTAKE, COST)
# Troops that growing armies keep deployed, those of the others, and the share of the growing ones kept deployed.
KEPT, CAPPED, SHARE = "kept", "capped", "share"


@dataclass(frozen=True, kw_only=True)
class Recruiting:
    """What closes a gap, by option: share of armies, soldiers, recruits a year (persons), years, and money a year.

    `tally` has the draws of `<measure>.<option>` and `central` the same at the central point; `armies` (persons) are
    those counted on that may grow, by option.
    """

    tally: Tally
    central: Mapping[str, float]
    armies: Mapping[str, float]


# ASSUME: recruits make good a shortfall of soldiers in the armies that are counted on; they cannot make good the
# absence of a framework nation, which is told apart.
# ASSUME: armies take in as many recruits as they lose soldiers, and a share of their strength beyond that every year;
# those who drop out of training are lost again.
# ASSUME: a contributor that has said the most it would send sends no more for having a larger army; an army that grows
# keeps the same share of itself deployed.
def closing(*, army: Floats, size: float, years: int, longest: int, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    """Share of armies, soldiers missing, recruits a year beyond replacement, years and money a year for a size.

    `army` (persons) are the armies that may grow; `drawn` has the troops (persons) that they keep deployed, those of
    contributors with a most, and the share that the growing ones keep deployed. `years` is the time in which
    `recruits_needed` close the gap, `longest` the years after which it counts as open for good.
    """
    ratio = drawn[RATIO]
    asked = np.maximum(size - drawn[CAPPED], 0.0)
    missing = soldiers_missing(gap=np.maximum(asked - drawn[KEPT], 0.0), share=drawn[SHARE])
    trained = 1.0 - drawn[WASTAGE]
    closed = year_closed(
        army=army,
        target=army + missing,
        recruits=army * drawn[LOSS] / trained + army * drawn[INTAKE],
        loss=drawn[LOSS],
        wastage=drawn[WASTAGE],
        first_year=0,
        last_year=longest,
    )
    needed = army_share(deployed=asked, ratio=ratio, army=np.maximum(army, 1.0))
    return {
        "share_needed": np.minimum(needed, 1.0),
        "soldiers_missing": missing,
        "recruits": army * drawn[INTAKE],
        "recruits_needed": _beyond_replacement(army, missing, years, drawn),
        "years": np.minimum(closed, float(longest)),
        "spending": spending_per_year(soldiers=missing, cost_per_soldier=drawn[COST]),
    }


def _beyond_replacement(army: Floats, missing: Floats, years: int, drawn: Mapping[str, Floats]) -> Floats:
    """Recruits a year that bring the missing soldiers in so many years, less those that keep the army as it is."""
    loss, wastage = drawn[LOSS], drawn[WASTAGE]
    grown, kept = (
        recruits_needed(army=army, target=army + more, loss=loss, wastage=wastage, years=years)
        for more in (missing, 0.0 * missing)
    )
    return np.maximum(grown - kept, 0.0)


def growing_army(model: SupplyModel, option: str, counted_on: Collection[str]) -> float:
    """Strength (persons) of the armies counted on whose contingents only their size limits."""
    one = model.members[option]
    rows = zip(one.names, one.armies.tolist(), one.most.tolist(), strict=True)
    return float(sum(army for name, army, most in rows if name in counted_on and most == np.inf))


def recruiting(found: Contributions, *, rows: int = ROWS) -> Recruiting:
    """The answer for every option with the contributors counted on as planned.

    Raises ValueError where an assumption is missing.
    """
    model, inputs, tally = found.model, found.inputs, Tally()
    counted_on = {option.id: found.planned(option.id).counted_on for option in inputs.options}
    for name in TAKEN:
        inputs.quantity(name)
    shares = {f"{SHARES}{name}" for one in model.members.values() for name in one.names}
    streams = {model.sampled[name].stream for name in {*TAKEN, *shares}} - {""}
    for replicate, uniforms in design(streams, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        drawn = model.drawn(uniforms)
        values = {name: drawn.value(name) for name in TAKEN}
        by_option = {option: drawn.shares(option) for option in model.options}
        tally.add(replicate, _by_option(model, counted_on, values, by_option))
    middle = {name: np.full(1, model.sampled[name].central) for name in TAKEN}
    medians = {option: one.shares[1][:, None] for option, one in model.members.items()}
    central = {name: float(value[0]) for name, value in _by_option(model, counted_on, middle, medians).items()}
    armies = {option: growing_army(model, option, names) for option, names in counted_on.items()}
    return Recruiting(tally=tally, central=central, armies=armies)


def _by_option(
    model: SupplyModel,
    counted_on: Mapping[str, Collection[str]],
    values: Mapping[str, Floats],
    shares: Mapping[str, Floats],
) -> dict[str, Floats]:
    inputs, found = model.inputs, dict[str, Floats]()
    for option, size in model.sizes.items():
        answer = closing(
            army=np.full_like(values[RATIO], growing_army(model, option, counted_on[option])),
            size=size,
            years=inputs.closing_years,
            longest=inputs.longest_wait,
            drawn={**values, **_kept(model.members[option], counted_on[option], shares[option])},
        )
        found |= {f"{name}.{option}": value for name, value in answer.items()}
    return found


def _kept(members: Membership, counted_on: Collection[str], shares: Floats) -> dict[str, Floats]:
    """Troops of growing armies and of those with a most, of those counted on, and the share that the former keep."""
    troops = members.troops(shares=shares)
    counted = np.array([name in counted_on for name in members.names])
    growing = counted & (members.most == np.inf)
    army = float(members.counted[growing].sum())
    # Where no army may grow, the share of all stands for theirs; nothing rests on it but a number of soldiers.
    weights = np.where(growing, members.counted, 0.0) if army else members.counted
    share = (shares * weights[:, None]).sum(axis=0) / weights.sum()
    return {KEPT: troops[growing].sum(axis=0), CAPPED: troops[counted & ~growing].sum(axis=0), SHARE: share}
