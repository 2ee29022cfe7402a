"""The supply of every option at every level of support, draw by draw, on common draws.

Supply = the sum over those who take part of whole troops, and none where too few framework nations take part. What one
of them keeps deployed is army times the share that states have kept deployed, less what is bound elsewhere, or what its
brigades carry, up to a most: two models, of which one holds in each draw.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.generation.given import GenerationInputs
from peacebrief.generation.supply.contribution import carried_troops
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.membership import Membership, membership, pooled_support
from peacebrief.generation.supply.sampled_position import (
    BRIGADE_STREAM,
    BRIGADES,
    MODEL_STREAM,
    POSITION_STREAM,
    SHARES,
    sampled_inputs,
)
from peacebrief.generation.supply.supply_driver import (
    BRIGADE_STRENGTH,
    BRIGADE_WEIGHT,
    BY_BRIGADES,
    CHANCE,
    LINK,
    NAMES,
    RATIO,
    SHARE,
    SupplyDriver,
    assumption_drivers,
)
from peacebrief.generation.support.net_support import NetSupport
from peacebrief.generation.sustained.share_model import ShareModel
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import Retied

# ASSUME: each army keeps its own share of itself deployed in a draw, tied to that of others only as the case declares;
# one rotation ratio holds for all.


@dataclass(frozen=True, kw_only=True)
class SupplyModel:
    """Everything that supply is drawn from.

    `members` says who may send troops under each option, `support` is the pooled net support by contributor, `fitted`
    the model of the share of an army kept deployed.
    """

    inputs: GenerationInputs
    sampled: Mapping[str, Sampled]
    members: Mapping[str, Membership]
    support: Mapping[str, NetSupport]
    fitted: ShareModel

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> SupplyModel:
        """The model of a resolved case. Raises ValueError where an input cannot be used."""
        return cls.of(GenerationInputs.from_record(record))

    @classmethod
    def of(cls, inputs: GenerationInputs) -> SupplyModel:
        """The model of typed inputs. Raises ValueError where one is missing."""
        support = pooled_support(inputs)
        for name in (RATIO, BRIGADE_STRENGTH, BRIGADE_WEIGHT, *([LINK] if support else [])):
            inputs.quantity(name)
        fitted = ShareModel(inputs.sustained)
        shares = {state.id: fitted.predicted(state.id, state.kind) for state in inputs.states.values()}
        members = {option.id: membership(inputs, option, shares) for option in inputs.options}
        sampled = sampled_inputs(inputs, shares)
        return cls(inputs=inputs, sampled=sampled, members=members, support=support, fitted=fitted)

    @property
    def options(self) -> tuple[str, ...]:
        """The options, in the order of the inputs."""
        return tuple(option.id for option in self.inputs.options)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of support, in the order of the case."""
        return self.inputs.support_levels

    @property
    def sizes(self) -> dict[str, float]:
        """The size of each option (persons)."""
        return {option.id: option.size for option in self.inputs.options}

    @property
    def planned(self) -> dict[str, str]:
        """The level that each option was planned with."""
        return {option.id: option.support_level for option in self.inputs.options}

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams of uniforms that `drawn` needs."""
        varying = {one.stream for name, one in self.sampled.items() if name in NAMES} - {""}
        named = {name for one in self.members.values() for name in one.names}
        deciding = {f"{kind}{name}" for name in named for kind in ("position.", SHARES)}
        polled = {f"net_support.{name}" for name in self.support}
        return tuple(sorted({*varying, *deciding, *polled, POSITION_STREAM, BRIGADE_STREAM, MODEL_STREAM}))

    @property
    def ties(self) -> dict[str, Tie]:
        """What ties those streams to common factors."""
        return {name: self.inputs.ties[name] for name in self.streams if name in self.inputs.ties}

    def drawn(self, uniforms: Mapping[str, Floats], *, held: Mapping[str, float] | None = None) -> DrawnSupply:
        """The supply in one chunk of draws; `held` keeps drivers at one value while all other draws stay as they are.

        Raises ValueError for a driver that there is not.
        """
        retied = Retied(uniforms, self.inputs.ties)
        return DrawnSupply(self.members, self.sampled, self.support, uniforms, retied).holding(held or {})

    def central_chance(self, option: str, support_level: str, contributor: str) -> float:
        """The chance that a contributor takes part where everything is at its central point."""
        return self.members[option].central_chance(
            contributor, support_level, self.sampled, self.support.get(contributor)
        )

    def weight(self, model: str) -> float:
        """The weight of one of the two models."""
        weight = self.sampled[BRIGADE_WEIGHT].central
        return weight if model == BY_BRIGADES else 1.0 - weight

    def central_brigades(self, option: str, counted_on: Collection[str]) -> float:
        """Brigades at the central point of those who are counted on."""
        return sum(
            self.sampled[f"{BRIGADES}{name}"].central for name in self.members[option].names if name in counted_on
        )

    def central_carried(self, option: str, counted_on: Collection[str]) -> float:
        """Troops (persons) that the brigades of those who are counted on carry at the central point."""
        one, strength = self.members[option], self.sampled[BRIGADE_STRENGTH].central
        found = 0.0
        for name, most in zip(one.names, one.most.tolist(), strict=True):
            brigades = self.central_brigades(option, {name} & set(counted_on))
            carried = carried_troops(brigades=brigades, brigade_strength=strength, brigade_share=one.brigade_share)
            found += min(carried, most)
        return found

    def drivers(self, option: str, support_level: str) -> tuple[SupplyDriver, ...]:
        """What the supply of an option at a level may be changed by: assumptions, then contributors by name."""
        chances = (self._chance_driver(option, support_level, name) for name in self.members[option].names)
        return (self._share_driver(option), *assumption_drivers(self.inputs.quantities), *chances)

    def _share_driver(self, option: str) -> SupplyDriver:
        low, middle, high = self.members[option].together().tolist()
        label, unit = NAMES[SHARE]
        origins = tuple(self.sampled[f"{SHARES}{name}"].origins[0] for name in self.members[option].names)
        return SupplyDriver(id=SHARE, label=label, unit=unit, low=low, central=middle, high=high, origins=origins)

    def _chance_driver(self, option: str, support_level: str, contributor: str) -> SupplyDriver:
        return SupplyDriver(
            id=f"{CHANCE}{contributor}",
            label=f"the chance that {country_in_sentence(self.inputs.states[contributor].country)} takes part",
            unit="probability",
            low=0.0,
            central=self.central_chance(option, support_level, contributor),
            high=1.0,
            origins=self.members[option].position_rows(contributor, support_level, self.sampled),
        )
