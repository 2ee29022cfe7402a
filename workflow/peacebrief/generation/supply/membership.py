"""Who may send troops under an option, by which position each of them is judged, and what polls say of it.

Net support for sending own troops is pooled by contributor over the polls that may be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.generation.given import GenerationInputs, Option, Requirement
from peacebrief.generation.supply.contribution import kept_deployed, position_probability
from peacebrief.generation.supply.sampled_position import position_chance
from peacebrief.generation.supply.supply_driver import BY_BRIGADES, BY_SHARE, LINK
from peacebrief.generation.support.comparable_poll import Poll
from peacebrief.generation.support.net_support import NetSupport, by_country, each_poll
from peacebrief.generation.sustained.share_model import ArmyShare
from peacebrief.reasoning.sampled import Sampled
from peacebrief.uncertainty.arrays import Floats

# The group of wordings that ask for own troops after a ceasefire; all others measure something else.
OWN_TROOPS = "A"
HOUSE = "house_points"
BRIGADE_TYPE = "brigades"
# What a share kept deployed is known by.
SPAN = ("low", "middle", "high")


@dataclass(frozen=True, kw_only=True)
class Membership:
    """The contributors of one option in the order of names, with armies (persons), positions and framework nations.

    `counted` are their armies as the record of sustained deployments counts them, `committed` what is bound elsewhere
    and `most` the most each would send (persons), endless where only its army sets a limit; `shares` are the 5th
    percentile, the median and the 95th percentile of what each keeps deployed (3, contributors). At least `needed`
    framework nations must take part, or nobody deploys. `brigade_share` is the share of the force that is in brigades,
    zero where no count of brigades can say what the option is sent.
    """

    names: tuple[str, ...]
    armies: Floats
    counted: Floats
    committed: Floats
    most: Floats
    shares: Floats
    positions: tuple[str, ...]
    framework: tuple[bool, ...]
    needed: int
    brigade_share: float = 0.0

    @property
    def models(self) -> tuple[str, ...]:
        """The models of supply that the option has."""
        return (BY_SHARE, BY_BRIGADES) if self.brigade_share else (BY_SHARE,)

    def together(self) -> Floats:
        """The share of all these armies together that they keep deployed (0-1): low, middle and high."""
        return np.asarray((self.shares * self.counted).sum(axis=1) / self.counted.sum(), dtype=np.float64)

    def troops(self, *, shares: Floats, stricter: Floats | float = 1.0) -> Floats:
        """Whole troops (persons) that each keeps deployed, at shares (0-1): (contributors) or (contributors, draws)."""
        columns = (self.counted, self.committed, self.most)
        army, committed, most = (np.reshape(one, (-1, *[1] * (shares.ndim - 1))) for one in columns)
        kept = kept_deployed(army=army, share=shares, committed=committed, stricter=np.asarray(stricter))
        return np.minimum(kept, most)

    def is_led_by(self, counted_on: Collection[str]) -> bool:
        """Whether those who are counted on hold framework nations enough."""
        return (
            sum(leads and name in counted_on for name, leads in zip(self.names, self.framework, strict=True))
            >= self.needed
        )

    def position(self, contributor: str) -> str:
        """The position that a contributor is judged by."""
        return self.positions[self.names.index(contributor)]

    def position_rows(self, contributor: str, support_level: str, sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
        """The rows behind the chance of that position at a level."""
        return sampled[position_chance(self.position(contributor), support_level)].origins

    def central_chance(
        self, contributor: str, support_level: str, sampled: Mapping[str, Sampled], support: NetSupport | None
    ) -> float:
        """The chance that a contributor takes part at the central point, moved by net support where it is known."""
        stated = sampled[position_chance(self.position(contributor), support_level)].central
        if support is None:
            return stated
        points = sampled[LINK].central
        return float(position_probability(stated=stated, net=support.net, points_to_three_quarters=points))


def membership(inputs: GenerationInputs, option: Option, shares: Mapping[str, ArmyShare]) -> Membership:
    """The members of an option, with the share of its army that each keeps deployed.

    Raises ValueError for a state without an army and a position without a chance.
    """
    members = inputs.members_of(option.id)
    known = {(row.position, row.support_level) for row in inputs.position_chances}
    positions = []
    for member in members:
        if member.contributor not in inputs.states:
            raise ValueError(f"the army of {member.contributor} is not given, which {option.id} counts on")
        position = member.position or inputs.states[member.contributor].position
        for level in inputs.support_levels:
            if (position, level) not in known:
                raise ValueError(f"no chance is given for the position {position} at the level {level}")
        positions.append(position)
    names = tuple(member.contributor for member in members)
    states = [inputs.states[name] for name in names]
    return Membership(
        names=names,
        armies=np.array([state.army for state in states]),
        counted=np.array([state.counted for state in states]),
        committed=np.array([inputs.bound(name) for name in names]),
        shares=np.array([shares[name].span for name in names]).reshape(-1, len(SPAN)).T,
        most=np.array([np.inf if member.most is None else member.most for member in members]),
        positions=tuple(positions),
        framework=tuple(member.framework for member in members),
        needed=option.framework_needed,
        brigade_share=_brigade_share(inputs, option),
    )


# ASSUME: an option has a model by brigades where brigades are part of its force and those of every contributor are
# counted: standing contributors to missions are known by their battalions, of which nobody counts brigades.
def _brigade_share(inputs: GenerationInputs, option: Option) -> float:
    counted = are_brigades_counted(inputs, option.id)
    return sum(row.share for row in brigade_rows(inputs, option.id)) if counted else 0.0


def are_brigades_counted(inputs: GenerationInputs, option: str) -> bool:
    """Whether the brigades of every contributor to an option have been counted."""
    return all(inputs.states[member.contributor].brigades is not None for member in inputs.members_of(option))


def brigade_rows(inputs: GenerationInputs, option: str) -> list[Requirement]:
    """The rows that say which share of an option's force is in brigades."""
    return [row for row in inputs.requirements if (row.option, row.force_type) == (option, BRIGADE_TYPE)]


def comparable_polls(inputs: GenerationInputs) -> list[tuple[Poll, str]]:
    """The polls of contributors that may be compared and publish both shares, with their rows."""
    return [
        (poll, origin)
        for poll, origin in inputs.polls
        if poll.group == OWN_TROOPS and poll.opposed is not None and poll.country in inputs.states
    ]


def pooled_support(inputs: GenerationInputs) -> dict[str, NetSupport]:
    """Net support (points) by contributor, for those with a comparable poll."""
    return {one.name: one for one in _support(inputs, by_country)}


def support_by_poll(inputs: GenerationInputs) -> list[NetSupport]:
    """Net support (points) in each comparable poll by itself, by its name."""
    return _support(inputs, each_poll)


def _support(inputs: GenerationInputs, way: Callable[..., list[NetSupport]]) -> list[NetSupport]:
    polls = [poll for poll, _ in comparable_polls(inputs)]
    if not polls:
        return []
    return way(polls, group=OWN_TROOPS, house_points=inputs.quantity(HOUSE).central_point())
