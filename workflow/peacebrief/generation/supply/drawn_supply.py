"""Supply in one chunk of draws, with drivers held or free; what does not change is kept."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from peacebrief.generation.supply.contribution import (
    drawn_net,
    led,
    position_probability,
    sustained_troops,
    taking_part,
    total_supply,
    whole,
)
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.sampled_position import position_chance
from peacebrief.generation.supply.supply_driver import CHANCE, EXIT_RATE, LATER_RATIO, LINK, NAMES, RATIO, SHARE
from peacebrief.generation.support.net_support import NetSupport
from peacebrief.reasoning.sampled import Sampled
from peacebrief.uncertainty.arrays import Floats


class DrawnSupply:
    """The supply of every option and level in one chunk of draws."""

    def __init__(
        self,
        members: Mapping[str, Membership],
        sampled: Mapping[str, Sampled],
        support: Mapping[str, NetSupport],
        uniforms: Mapping[str, Floats],
    ) -> None:
        self._members, self._sampled, self._support, self._uniforms = members, sampled, support, uniforms
        self._held: dict[str, float] = {}
        self._chances: dict[tuple[str, str, str], Floats] = {}
        self._values: dict[str, Floats] = {}
        self._luck: dict[str, Floats] = {}
        self._troops: dict[str, Floats] = {}
        self._later: dict[str, Floats] = {}
        self._taking: dict[tuple[str, str], Floats] = {}
        self._supply: dict[tuple[str, str], Floats] = {}

    def holding(self, held: Mapping[str, float]) -> DrawnSupply:
        """The same draws with drivers held at a value. Raises ValueError for a driver that there is not."""
        for name in held:
            chances = {f"{CHANCE}{contributor}" for one in self._members.values() for contributor in one.names}
            if name not in chances and (name not in NAMES or name not in self._sampled):
                raise ValueError(f"no driver of supply is called {name}")
        other = DrawnSupply(self._members, self._sampled, self._support, self._uniforms)
        other._held = {**self._held, **held}
        other._values = self._values
        # Chances move with the link, and with nothing else that can be held but themselves.
        other._chances = {} if LINK in held else self._chances
        other._luck = self._luck
        if held.keys().isdisjoint({SHARE, RATIO}):
            other._troops = self._troops
        if held.keys().isdisjoint({SHARE, LATER_RATIO}):
            other._later = self._later
        if held.keys() <= set(NAMES) - {LINK}:
            other._taking = self._taking
        if held.keys() <= {LATER_RATIO, EXIT_RATE}:
            other._supply = self._supply
        return other

    def value(self, driver: str) -> Floats:
        """An assumption in every draw."""
        rows = len(next(iter(self._uniforms.values())))
        if driver in self._held:
            return np.full(rows, self._held[driver])
        if driver not in self._values:
            one = self._sampled[driver]
            drawn = np.full(rows, one.central) if one.inverse is None else one.inverse(self._uniforms[one.stream])
            self._values[driver] = drawn
        return self._values[driver]

    def chance(self, option: str, us_level: str, contributor: str) -> Floats:
        """The chance that a contributor takes part, in every draw."""
        if (name := f"{CHANCE}{contributor}") in self._held:
            return self.value(name)
        position = self._members[option].position(contributor)
        key = (contributor, position, us_level)
        if key not in self._chances:
            self._chances[key] = self._chance(*key)
        return self._chances[key]

    def _chance(self, contributor: str, position: str, us_level: str) -> Floats:
        stated = self.value(position_chance(position, us_level))
        support = self._support.get(contributor)
        if support is None:
            return stated
        luck = self._uniforms[f"net_support.{contributor}"]
        net = drawn_net(net=support.net, deviation=support.deviation, uniforms=luck)
        return position_probability(stated=stated, net=net, points_to_three_quarters=self.value(LINK))

    def taking_part(self, option: str, us_level: str) -> Floats:
        """One where a contributor takes part, zero where not: (contributors in the order of names, draws)."""
        place, one = (option, us_level), self._members[option]
        if option not in self._luck:
            # A high uniform is the good end: more of a common will to send troops means more who take part.
            self._luck[option] = np.array([1.0 - self._uniforms[f"position.{name}"] for name in one.names])
        if place not in self._taking:
            chance = np.array([self.chance(option, us_level, name) for name in one.names])
            part = taking_part(uniforms=self._luck[option], chance=chance, eligible=[True] * len(one.names))
            self._taking[place] = part
        return self._taking[place]

    def troops(self, option: str) -> Floats:
        """Whole troops (persons) each contributor would keep deployed if it took part: (contributors, draws)."""
        if option not in self._troops:
            self._troops[option] = self._troops_at(option, RATIO)
        return self._troops[option]

    def _troops_at(self, option: str, ratio: str) -> Floats:
        one = self._members[option]
        army_allows = sustained_troops(army=one.armies[:, None], share=self.value(SHARE), ratio=self.value(ratio))
        return np.minimum(army_allows, one.most[:, None])

    def led(self, option: str, taking: Floats) -> Floats:
        """One in each draw with framework nations enough, otherwise zero."""
        one = self._members[option]
        return led(taking_part=taking, framework=one.framework, needed=one.needed)

    def supply(self, option: str, us_level: str) -> Floats:
        """Whole troops (persons) kept deployed for good by those who take part, none without the framework nations."""
        place = option, us_level
        if place not in self._supply:
            self._supply[place] = self._sent(option, us_level, self.troops(option))
        return self._supply[place]

    def _sent(self, option: str, us_level: str, troops: Floats) -> Floats:
        taking = self.taking_part(option, us_level)
        return total_supply(troops=troops, taking_part=taking) * self.led(option, taking)

    def sustained(self, option: str, us_level: str, *, years: int) -> Floats:
        """What is left of the supply (persons) after so many years: fewer contributors, and a stricter ratio.

        The most that a contributor sends is kept up at the stricter ratio too, where its army allows it.
        """
        stay = 1.0 - self.value(EXIT_RATE)
        if option not in self._later:
            self._later[option] = self._troops_at(option, LATER_RATIO)
        left = self._sent(option, us_level, self._later[option])
        for _ in range(years):
            left = left * stay
        return whole(persons=left)
