"""What recruiting or spending would close the gap of each option, draw by draw, and by when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.generation.contributions import Contributions
from peacebrief.generation.growth.recruiting import recruits_needed, soldiers_missing, spending_per_year, year_closed
from peacebrief.generation.supply.contribution import army_share, sustained_troops
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.supply_driver import RATIO, SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Tally

LOSS, WASTAGE, INTAKE, COST = "yearly_loss", "training_wastage", "extra_intake", "new_soldier_cost"
TAKEN = (SHARE, RATIO, LOSS, WASTAGE, INTAKE, COST)


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
# ASSUME: a contributor that has said the most it would send sends no more for having a larger army.
def closing(
    *, army: Floats, capped: Floats, size: float, years: int, longest: int, drawn: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Share of armies, soldiers missing, recruits a year beyond replacement, years and money a year for a size.

    `army` (persons) are the armies that may grow, `capped` the troops (persons) of contributors with a most, `years`
    the time in which `recruits_needed` close the gap, `longest` the years after which it counts as open for good.
    """
    share, ratio = drawn[SHARE], drawn[RATIO]
    asked = np.maximum(size - capped, 0.0)
    missing = soldiers_missing(gap=np.maximum(asked - army * share / ratio, 0.0), ratio=ratio, share=share)
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
    streams = {model.sampled[name].stream for name in TAKEN} - {""} or {SHARE}
    for replicate, uniforms in design(streams, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        drawn = model.drawn(uniforms)
        values = {name: drawn.value(name) for name in TAKEN}
        tally.add(replicate, _by_option(model, counted_on, values))
    middle = {name: np.full(1, model.sampled[name].central) for name in TAKEN}
    central = {name: float(value[0]) for name, value in _by_option(model, counted_on, middle).items()}
    armies = {option: growing_army(model, option, names) for option, names in counted_on.items()}
    return Recruiting(tally=tally, central=central, armies=armies)


def _by_option(
    model: SupplyModel, counted_on: Mapping[str, Collection[str]], values: Mapping[str, Floats]
) -> dict[str, Floats]:
    inputs, found = model.inputs, dict[str, Floats]()
    for option, size in model.sizes.items():
        answer = closing(
            army=np.full_like(values[SHARE], growing_army(model, option, counted_on[option])),
            capped=_capped(model.members[option], counted_on[option], values),
            size=size,
            years=inputs.closing_years,
            longest=inputs.longest_wait,
            drawn=values,
        )
        found |= {f"{name}.{option}": value for name, value in answer.items()}
    return found


def _capped(members: Membership, counted_on: Collection[str], values: Mapping[str, Floats]) -> Floats:
    total = np.zeros_like(values[SHARE])
    for name, army, most in zip(members.names, members.armies, members.most, strict=True):
        if name in counted_on and most < np.inf:
            total += np.minimum(sustained_troops(army=army, share=values[SHARE], ratio=values[RATIO]), most)
    return total
