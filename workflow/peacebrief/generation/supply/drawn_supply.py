"""Supply in one chunk of draws, with drivers held or free; what does not change is kept.

In each draw one of the two models of supply holds, for all contributors together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from peacebrief.generation.supply.contribution import (
    carried_troops,
    drawn_net,
    led,
    left_by_rotation,
    lifted_probability,
    odds_lifted,
    taking_part,
    total_supply,
    whole,
)
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.sampled_position import (
    BRIGADES,
    MODEL_STREAM,
    POSITION_CHANCE,
    SHARES,
    position_chance,
)
from peacebrief.generation.supply.supply_driver import (
    BRIGADE_STRENGTH,
    BRIGADE_WEIGHT,
    BY_BRIGADES,
    BY_SHARE,
    CHANCE,
    EXIT_RATE,
    LATER_RATIO,
    LINK,
    NAMES,
    RATIO,
    SHARE,
    SURGE,
)
from peacebrief.generation.support.net_support import NetSupport
from peacebrief.reasoning.attitude import LOADING, POSITION
from peacebrief.reasoning.sampled import Sampled
from peacebrief.uncertainty.arrays import Booleans, Floats, checked_positive
from peacebrief.uncertainty.draws import Retied


class DrawnSupply:
    """The supply of every option and level in one chunk of draws."""

    def __init__(
        self,
        members: Mapping[str, Membership],
        sampled: Mapping[str, Sampled],
        support: Mapping[str, NetSupport],
        uniforms: Mapping[str, Floats],
        retied: Retied,
    ) -> None:
        self._members, self._sampled, self._support, self._uniforms = members, sampled, support, uniforms
        self._retied = retied
        self._held: dict[str, float] = {}
        self._chances: dict[tuple[str, str, str], Floats] = {}
        self._values: dict[str, Floats] = {}
        self._lifts: dict[str, Floats] = {}
        self._luck: dict[str, Floats] = {}
        self._troops: dict[str, Floats] = {}
        self._carried: dict[str, Floats] = {}
        self._later: dict[str, Floats] = {}
        self._taking: dict[tuple[str, str], Floats] = {}
        self._supply: dict[tuple[str, str, str], Floats] = {}

    def holding(self, held: Mapping[str, float]) -> DrawnSupply:
        """The same draws with drivers held at a value. Raises ValueError for a driver that there is not."""
        for name in held:
            chances = {f"{CHANCE}{contributor}" for one in self._members.values() for contributor in one.names}
            drawn = name in self._sampled and (name in NAMES or name.startswith(POSITION_CHANCE))
            if name not in chances and name not in (SHARE, LOADING) and not drawn:
                raise ValueError(f"no driver of supply is called {name}")
        other = DrawnSupply(self._members, self._sampled, self._support, self._uniforms, self._retied)
        other._held = {**self._held, **held}
        other._values = self._values
        # Chances move with the link, and with nothing else that can be held but themselves.
        firm = any(name.startswith(POSITION_CHANCE) for name in held)
        other._lifts = {} if LINK in held else self._lifts
        other._chances = {} if LINK in held or firm else self._chances
        other._luck = {} if LOADING in held else self._luck
        if SHARE not in held:
            other._troops = self._troops
        if held.keys().isdisjoint({BRIGADE_STRENGTH}):
            other._carried = self._carried
        if held.keys().isdisjoint({SHARE, RATIO, LATER_RATIO}):
            other._later = self._later
        if held.keys() <= set(NAMES) - {LINK}:
            other._taking = self._taking
        if held.keys() <= {RATIO, LATER_RATIO, EXIT_RATE, SURGE, BRIGADE_WEIGHT}:
            other._supply = self._supply
        return other

    def value(self, driver: str) -> Floats:
        """An assumption in every draw."""
        rows = len(self._first())
        if driver in self._held:
            return np.full(rows, self._held[driver])
        if driver not in self._values:
            one = self._sampled[driver]
            drawn = np.full(rows, one.central) if one.inverse is None else one.inverse(self._uniforms[one.stream])
            self._values[driver] = drawn
        return self._values[driver]

    def chance(self, option: str, support_level: str, contributor: str) -> Floats:
        """The chance that a contributor takes part, in every draw."""
        if (name := f"{CHANCE}{contributor}") in self._held:
            return self.value(name)
        position = self._members[option].position(contributor)
        key = (contributor, position, support_level)
        if key not in self._chances:
            self._chances[key] = self._chance(*key)
        return self._chances[key]

    def _chance(self, contributor: str, position: str, support_level: str) -> Floats:
        stated = self.value(position_chance(position, support_level))
        support = self._support.get(contributor)
        if support is None:
            return stated
        if contributor not in self._lifts:
            luck = self._uniforms[f"net_support.{contributor}"]
            net = drawn_net(net=support.net, deviation=support.deviation, uniforms=luck)
            points = checked_positive(self.value(LINK), name="points to three quarters")
            self._lifts[contributor] = odds_lifted(net=net, points=points)
        return lifted_probability(stated=stated, times=self._lifts[contributor])

    def taking_part(self, option: str, support_level: str) -> Floats:
        """One where a contributor takes part, zero where not: (contributors in the order of names, draws)."""
        place, one = (option, support_level), self._members[option]
        if option not in self._luck:
            # A high uniform is the good end: more of a common will to send troops means more who take part.
            self._luck[option] = np.array([1.0 - self._decision(f"{POSITION}{name}") for name in one.names])
        if place not in self._taking:
            chance = np.array([self.chance(option, support_level, name) for name in one.names])
            part = taking_part(uniforms=self._luck[option], chance=chance, eligible=[True] * len(one.names))
            self._taking[place] = part
        return self._taking[place]

    def _decision(self, stream: str) -> Floats:
        """The uniforms of a decision, with the loading of the adversary's attitude as drawn or held."""
        if LOADING not in self._held:
            return self._uniforms[stream]
        return self._retied.at(stream, loading=self._held[LOADING])

    def shares(self, option: str) -> Floats:
        """The share of its army (0-1) that each contributor keeps deployed: (contributors, draws).

        Where the share of armies is held, each is at its median times what is held over that of all together.
        """
        one = self._members[option]
        if SHARE in self._held:
            _, middle, _ = one.together()
            held = np.minimum(one.shares[1] * (self._held[SHARE] / middle), 1.0)
            return np.asarray(held[:, None] * np.ones_like(self._first()), dtype=np.float64)
        return np.array([self.value(f"{SHARES}{name}") for name in one.names])

    def _first(self) -> Floats:
        return next(iter(self._uniforms.values()))

    def troops(self, option: str) -> Floats:
        """Whole troops (persons) each would keep deployed by its army, if it took part: (contributors, draws)."""
        if option not in self._troops:
            self._troops[option] = self._members[option].troops(shares=self.shares(option))
        return self._troops[option]

    def brigades(self, option: str) -> Floats:
        """Brigades that each contributor could keep deployed if it took part: (contributors, draws)."""
        return np.array([self.value(f"{BRIGADES}{name}") for name in self._members[option].names])

    def carried(self, option: str) -> Floats:
        """Whole troops (persons) that each one's brigades carry, if it took part: (contributors, draws)."""
        if option not in self._carried:
            one = self._members[option]
            carried: Floats = carried_troops(
                brigades=self.brigades(option),
                brigade_strength=self.value(BRIGADE_STRENGTH),
                brigade_share=np.asarray(one.brigade_share),
            )
            self._carried[option] = np.minimum(carried, one.most[:, None])
        return self._carried[option]

    def by_brigades(self, option: str) -> Booleans:
        """The draws in which the count of brigades holds; none for an option that has no such model."""
        holds = self._uniforms[MODEL_STREAM] < self.value(BRIGADE_WEIGHT)
        return np.asarray(holds & (BY_BRIGADES in self._members[option].models), dtype=np.bool_)

    def led(self, option: str, taking: Floats) -> Floats:
        """One in each draw with framework nations enough, otherwise zero."""
        one = self._members[option]
        return led(taking_part=taking, framework=one.framework, needed=one.needed)

    def supply(self, option: str, support_level: str) -> Floats:
        """Whole troops (persons) kept deployed for good by those who take part, by the model that holds in a draw."""
        by_share = self.supply_under(BY_SHARE, option, support_level)
        return self._by_model(option, by_share, lambda: self.supply_under(BY_BRIGADES, option, support_level))

    def supply_under(self, model: str, option: str, support_level: str) -> Floats:
        """The supply (whole persons) if one model held in all draws, none without the framework nations."""
        place = model, option, support_level
        if place not in self._supply:
            troops = self.carried(option) if model == BY_BRIGADES else self.troops(option)
            self._supply[place] = self._sent(option, support_level, troops)
        return self._supply[place]

    def _by_model(self, option: str, by_share: Floats, by_brigades: Callable[[], Floats]) -> Floats:
        holds = self.by_brigades(option)
        return np.where(holds, by_brigades(), by_share) if holds.any() else by_share

    def _sent(self, option: str, support_level: str, troops: Floats) -> Floats:
        taking = self.taking_part(option, support_level)
        return total_supply(troops=troops, taking_part=taking) * self.led(option, taking)

    def at_start(self, option: str, support_level: str, *, most_times: Floats) -> Floats:
        """Whole troops (persons) of the first tour: the supply and a surge of at most so many times of it (draws).

        What a contributor sends at most is not exceeded. Without a surge in the inputs it is the supply.
        """
        if SURGE not in self._sampled:
            return self.supply(option, support_level)

        def surged(troops: Floats) -> Floats:
            return self._sent(option, support_level, self.surged(option, troops, most_times=most_times))

        # ASSUME: a first tour can be stronger by as much whichever model of supply holds.
        return self._by_model(option, surged(self.troops(option)), lambda: surged(self.carried(option)))

    def surged(self, option: str, troops: Floats, *, most_times: Floats) -> Floats:
        """Whole troops (persons) of a first tour where `troops` (contributors, draws) are kept up later."""
        if SURGE not in self._sampled:
            return troops
        times = np.clip(self.value(SURGE), 1.0, most_times)
        return np.minimum(whole(persons=troops * times), self._members[option].most[:, None])

    def kept_later(self, option: str) -> Floats:
        """Whole troops (persons) each would keep deployed at the stricter ratio, if it took part and stayed."""
        if option not in self._later:
            stricter = left_by_rotation(ratio=self.value(RATIO), later=self.value(LATER_RATIO))
            self._later[option] = self._members[option].troops(shares=self.shares(option), stricter=stricter)
        return self._later[option]

    def sustained(self, option: str, support_level: str, *, years: int) -> Floats:
        """What is left of the supply (persons) after so many years: fewer contributors, and a stricter ratio.

        The stricter ratio is never looser than the ordinary one. The most that a contributor sends is kept up at the
        stricter ratio too, where its army allows it.
        """
        # ASSUME: counts of brigades are of brigades kept deployed for good, rotation included, so that over the years
        # only those who leave make them fewer. What armies keep up over years is never asked at a looser ratio than the
        # usual one: the larger of the two counts in every draw.
        by_share = self._sent(option, support_level, self.kept_later(option))
        left = self._by_model(option, by_share, lambda: self.supply_under(BY_BRIGADES, option, support_level))
        return self.after(left, years=years)

    def after(self, persons: Floats, *, years: int) -> Floats:
        """What is left (whole persons) after so many years in which contributors leave."""
        stay, left = 1.0 - self.value(EXIT_RATE), persons
        for _ in range(years):
            left = left * stay
        return whole(persons=left)
