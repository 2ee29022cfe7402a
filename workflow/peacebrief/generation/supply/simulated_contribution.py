"""Supply over all draws, in chunks of rows, into mergeable summaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from peacebrief.generation.supply.contribution import brigade_troops, sustained_troops, total_supply
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.sampled_position import BRIGADE_STRENGTH, BRIGADES
from peacebrief.generation.supply.supply_curve import SupplyCurve, standard_sizes
from peacebrief.generation.supply.supply_driver import RATIO, SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.replicates import Tally


@dataclass(kw_only=True)
class Simulation:
    """What the draws say.

    `tally` has the draws of `supply.<option>.<level>` and `gap...` (persons), of `brigades.<option>` and
    `brigade_troops.<option>` (persons) at the planned level, and of `sustain.<army>` (persons). By replicate,
    `reached[option, level, size]` counts draws whose supply reaches a size, `taking[option, level]` those in which each
    contributor takes part.
    """

    draws: int
    tally: Tally = field(default_factory=Tally)
    curves: dict[tuple[str, str], SupplyCurve] = field(default_factory=dict)
    reached: dict[tuple[str, str, float], list[int]] = field(default_factory=dict)
    taking: dict[tuple[str, str], list[list[int]]] = field(default_factory=dict)

    def shares(self, option: str, us_level: str, size: float) -> list[float]:
        """The share of draws whose supply reaches a size, in each replicate."""
        return [count * REPLICATES / self.draws for count in self.reached[option, us_level, size]]

    def chances(self, option: str, us_level: str, place: int) -> list[float]:
        """The share of draws in which the contributor at a place takes part, in each replicate."""
        return [counts[place] * REPLICATES / self.draws for counts in self.taking[option, us_level]]


def simulate(model: SupplyModel, *, armies: Mapping[str, float], rows: int = ROWS) -> Simulation:
    """Draw the supply of every option and level, and what each of `armies` (persons) sustains.

    The result is the same for any number of rows evaluated at a time.
    """
    inputs, simulation = model.inputs, Simulation(draws=model.inputs.draws)
    extra = {one.stream for name, one in model.sampled.items() if name.startswith((BRIGADES, BRIGADE_STRENGTH))} - {""}
    names = {*model.streams, *extra}
    for replicate, uniforms in design(names, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        drawn = model.drawn(uniforms)
        outputs = dict(_sustained(drawn, armies))
        for option in model.options:
            for level in model.levels:
                taking = drawn.taking_part(option, level)
                leading = drawn.led(option, taking)
                supply = total_supply(troops=drawn.troops(option), taking_part=taking) * leading
                outputs[f"supply.{option}.{level}"] = supply
                outputs[f"gap.{option}.{level}"] = np.maximum(model.sizes[option] - supply, 0.0)
                _count_reached(simulation, model, replicate, (option, level), supply)
                _count_taking(simulation, replicate, (option, level), taking)
                if level == model.planned[option]:
                    outputs |= _brigades(model, drawn, option, taking * leading)
        simulation.tally.add(replicate, outputs)
    return simulation


def _sustained(drawn: DrawnSupply, armies: Mapping[str, float]) -> Iterator[tuple[str, Floats]]:
    share, ratio = drawn.value(SHARE), drawn.value(RATIO)
    for name, army in armies.items():
        yield f"sustain.{name}", sustained_troops(army=np.full_like(share, army), share=share, ratio=ratio)


def _brigades(model: SupplyModel, drawn: DrawnSupply, option: str, taking: Floats) -> dict[str, Floats]:
    """Brigades, and troops in them, that those who take part could keep deployed."""
    each = [drawn.value(f"{BRIGADES}{name}") for name in model.members[option].names]
    brigades = np.array(each).reshape(taking.shape)
    found = {f"brigades.{option}": total_supply(troops=brigades, taking_part=taking)}
    if BRIGADE_STRENGTH in model.sampled:
        troops = brigade_troops(brigades=brigades, brigade_strength=drawn.value(BRIGADE_STRENGTH))
        found[f"brigade_troops.{option}"] = total_supply(troops=troops, taking_part=taking)
    return found


def _count_reached(
    simulation: Simulation, model: SupplyModel, replicate: int, key: tuple[str, str], supply: Floats
) -> None:
    inputs = model.inputs
    sizes = standard_sizes(largest=inputs.largest_size, step=inputs.size_step)
    curve = SupplyCurve.of(supply=supply, sizes=sizes)
    simulation.curves[key] = simulation.curves[key].merged(curve) if key in simulation.curves else curve
    for size in {*inputs.force_sizes, model.sizes[key[0]]}:
        counts = simulation.reached.setdefault((*key, size), [0] * REPLICATES)
        counts[replicate] += int((supply >= size).sum())


def _count_taking(simulation: Simulation, replicate: int, key: tuple[str, str], taking: Floats) -> None:
    counts = simulation.taking.setdefault(key, [[0] * len(taking) for _ in range(REPLICATES)])
    more = taking.sum(axis=1).tolist()
    counts[replicate] = [before + int(now) for before, now in zip(counts[replicate], more, strict=True)]
