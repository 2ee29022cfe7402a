"""The supply of every option at every level of United States support, draw by draw, on common draws.

Supply = the sum over those who take part of whole troops (army times deployable share over rotation ratio), and none
where too few framework nations take part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.generation.given import GenerationInputs
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.membership import Membership, membership, pooled_support
from peacebrief.generation.supply.sampled_position import POSITION_STREAM, sampled_inputs
from peacebrief.generation.supply.supply_driver import (
    CHANCE,
    LINK,
    NAMES,
    RATIO,
    SHARE,
    SupplyDriver,
    assumption_drivers,
)
from peacebrief.generation.support.net_support import NetSupport
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats

# ASSUME: one deployable share and one rotation ratio hold for all armies in a draw; states differ in the size of their
# army and in what their government says.


@dataclass(frozen=True, kw_only=True)
class SupplyModel:
    """Everything that supply is drawn from.

    `members` says who may send troops under each option, `support` is the pooled net support by contributor.
    """

    inputs: GenerationInputs
    sampled: Mapping[str, Sampled]
    members: Mapping[str, Membership]
    support: Mapping[str, NetSupport]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> SupplyModel:
        """The model of a resolved case. Raises ValueError where an input cannot be used."""
        return cls.of(GenerationInputs.from_record(record))

    @classmethod
    def of(cls, inputs: GenerationInputs) -> SupplyModel:
        """The model of typed inputs. Raises ValueError where one is missing."""
        support = pooled_support(inputs)
        for name in (SHARE, RATIO, *([LINK] if support else [])):
            inputs.quantity(name)
        members = {option.id: membership(inputs, option) for option in inputs.options}
        return cls(inputs=inputs, sampled=sampled_inputs(inputs), members=members, support=support)

    @property
    def options(self) -> tuple[str, ...]:
        """The options, in the order of the inputs."""
        return tuple(option.id for option in self.inputs.options)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of United States support, in the order of the case."""
        return self.inputs.us_levels

    @property
    def sizes(self) -> dict[str, float]:
        """The size of each option (persons)."""
        return {option.id: option.size for option in self.inputs.options}

    @property
    def planned(self) -> dict[str, str]:
        """The level that each option was planned with."""
        return {option.id: option.us_level for option in self.inputs.options}

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams of uniforms that `drawn` needs."""
        varying = {one.stream for name, one in self.sampled.items() if name in NAMES} - {""}
        deciding = {f"position.{name}" for one in self.members.values() for name in one.names}
        polled = {f"net_support.{name}" for name in self.support}
        return tuple(sorted({*varying, *deciding, *polled, POSITION_STREAM}))

    @property
    def ties(self) -> dict[str, Tie]:
        """What ties those streams to common factors."""
        return {name: self.inputs.ties[name] for name in self.streams if name in self.inputs.ties}

    def drawn(self, uniforms: Mapping[str, Floats], *, held: Mapping[str, float] | None = None) -> DrawnSupply:
        """The supply in one chunk of draws; `held` keeps drivers at one value while all other draws stay as they are.

        Raises ValueError for a driver that there is not.
        """
        return DrawnSupply(self.members, self.sampled, self.support, uniforms).holding(held or {})

    def central_chance(self, option: str, us_level: str, contributor: str) -> float:
        """The chance that a contributor takes part where everything is at its central point."""
        return self.members[option].central_chance(contributor, us_level, self.sampled, self.support.get(contributor))

    def drivers(self, option: str, us_level: str) -> tuple[SupplyDriver, ...]:
        """What the supply of an option at a level may be changed by: assumptions, then contributors by name."""
        chances = (self._chance_driver(option, us_level, name) for name in self.members[option].names)
        return (*assumption_drivers(self.inputs.quantities), *chances)

    def _chance_driver(self, option: str, us_level: str, contributor: str) -> SupplyDriver:
        return SupplyDriver(
            id=f"{CHANCE}{contributor}",
            label=f"the chance that {country_in_sentence(self.inputs.states[contributor].country)} takes part",
            unit="probability",
            low=0.0,
            central=self.central_chance(option, us_level, contributor),
            high=1.0,
            origins=self.members[option].position_rows(contributor, us_level, self.sampled),
        )
