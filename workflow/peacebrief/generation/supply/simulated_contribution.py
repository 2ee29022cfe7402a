"""Supply over all draws, in chunks of rows, into mergeable summaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from peacebrief.generation.supply.contribution import kept_deployed, total_supply
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.sampled_position import SHARES
from peacebrief.generation.supply.supply_curve import SupplyCurve, standard_sizes
from peacebrief.generation.supply.supply_driver import BY_BRIGADES, MIXTURE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.replicates import Tally


@dataclass(kw_only=True)
class Simulation:
    """What the draws say.

    `tally` has the draws of `supply.<option>.<level>` and `gap...` (persons), at the planned level those of
    `brigades.<option>` and of `supply_under.<model>.<option>` (persons), and of `sustain.<contributor>` (persons). By
    replicate, `reached[model, option, level, size]` counts draws whose supply reaches a size, under the mixture or
    under one model, `taking[option, level]` those in which each contributor takes part, and `enough[contributor]` those
    in which its army keeps its `pledge` deployed.
    """

    draws: int
    tally: Tally = field(default_factory=Tally)
    curves: dict[tuple[str, str], SupplyCurve] = field(default_factory=dict)
    reached: dict[tuple[str, str, str, float], list[int]] = field(default_factory=dict)
    taking: dict[tuple[str, str], list[list[int]]] = field(default_factory=dict)
    enough: dict[str, list[int]] = field(default_factory=dict)

    def shares(self, option: str, support_level: str, size: float, *, under: str = MIXTURE) -> list[float]:
        """The share of draws whose supply reaches a size, in each replicate."""
        return [count * REPLICATES / self.draws for count in self.reached[under, option, support_level, size]]

    def enough_shares(self, contributor: str) -> list[float]:
        """The share of draws in which a contributor keeps its pledge deployed, in each replicate."""
        return [count * REPLICATES / self.draws for count in self.enough[contributor]]

    def chances(self, option: str, support_level: str, place: int) -> list[float]:
        """The share of draws in which the contributor at a place takes part, in each replicate."""
        return [counts[place] * REPLICATES / self.draws for counts in self.taking[option, support_level]]


def simulate(model: SupplyModel, *, pledges: Mapping[str, float] | None = None, rows: int = ROWS) -> Simulation:
    """Draw the supply of every option and level, what each army keeps deployed, and whether that reaches a pledge.

    The result is the same for any number of rows evaluated at a time.
    """
    inputs, simulation = model.inputs, Simulation(draws=model.inputs.draws)
    extra = {one.stream for name, one in model.sampled.items() if name.startswith(SHARES)} - {""}
    streams = {*model.streams, *extra}
    for replicate, uniforms in design(streams, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        drawn = model.drawn(uniforms)
        outputs = dict(_sustained(model, drawn))
        for name, pledge in (pledges or {}).items():
            counts = simulation.enough.setdefault(name, [0] * REPLICATES)
            counts[replicate] += int((outputs[f"sustain.{name}"] >= pledge).sum())
        for option, level in product(model.options, model.levels):
            supply, taking = drawn.supply(option, level), drawn.taking_part(option, level)
            outputs[f"supply.{option}.{level}"] = supply
            outputs[f"gap.{option}.{level}"] = np.maximum(model.sizes[option] - supply, 0.0)
            _add_to_curve(simulation, model, (option, level), supply)
            _count_taking(simulation, replicate, (option, level), taking)
            under = {by: drawn.supply_under(by, option, level) for by in model.members[option].models}
            _count_reached(simulation, model, replicate, (option, level), {**under, MIXTURE: supply})
            if level == model.planned[option]:
                outputs |= {f"supply_under.{by}.{option}": found for by, found in under.items()}
                outputs |= _brigades(model, drawn, option, taking)
        simulation.tally.add(replicate, outputs)
    return simulation


def _sustained(model: SupplyModel, drawn: DrawnSupply) -> Iterator[tuple[str, Floats]]:
    """What each army keeps deployed beside what is bound elsewhere, whatever its government would send at most."""
    for name, state in model.inputs.states.items():
        share = drawn.value(f"{SHARES}{name}")
        army, bound = (np.full_like(share, number) for number in (state.counted, model.inputs.bound(name)))
        yield f"sustain.{name}", kept_deployed(army=army, share=share, committed=bound, stricter=np.ones_like(share))


def _brigades(model: SupplyModel, drawn: DrawnSupply, option: str, taking: Floats) -> dict[str, Floats]:
    """Brigades that those who take part could keep deployed, where they are counted."""
    if BY_BRIGADES not in model.members[option].models:
        return {}
    brigades = total_supply(troops=drawn.brigades(option), taking_part=taking)
    return {f"brigades.{option}": brigades * drawn.led(option, taking)}


def _add_to_curve(simulation: Simulation, model: SupplyModel, key: tuple[str, str], supply: Floats) -> None:
    sizes = standard_sizes(largest=model.inputs.largest_size, step=model.inputs.size_step)
    curve = SupplyCurve.of(supply=supply, sizes=sizes)
    simulation.curves[key] = simulation.curves[key].merged(curve) if key in simulation.curves else curve


def _count_reached(
    simulation: Simulation, model: SupplyModel, replicate: int, key: tuple[str, str], found: Mapping[str, Floats]
) -> None:
    inputs = model.inputs
    for under, supply in found.items():
        for size in {*inputs.force_sizes, *inputs.supply_sizes, model.sizes[key[0]]}:
            counts = simulation.reached.setdefault((under, *key, size), [0] * REPLICATES)
            counts[replicate] += int((supply >= size).sum())


def _count_taking(simulation: Simulation, replicate: int, key: tuple[str, str], taking: Floats) -> None:
    counts = simulation.taking.setdefault(key, [[0] * len(taking) for _ in range(REPLICATES)])
    more = taking.sum(axis=1).tolist()
    counts[replicate] = [before + int(now) for before, now in zip(counts[replicate], more, strict=True)]
