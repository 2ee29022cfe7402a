"""Who may send troops under an option, by which position each of them is judged, and what polls say of it.

Net support for sending own troops is pooled by contributor over the polls that may be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.generation.given import GenerationInputs, Option
from peacebrief.generation.supply.contribution import position_probability
from peacebrief.generation.supply.sampled_position import position_chance
from peacebrief.generation.supply.supply_driver import LINK
from peacebrief.generation.support.comparable_poll import Poll
from peacebrief.generation.support.net_support import NetSupport, by_country, each_poll
from peacebrief.reasoning.sampled import Sampled
from peacebrief.uncertainty.arrays import Floats

# The group of wordings that ask for own troops after a ceasefire; all others measure something else.
OWN_TROOPS = "A"
HOUSE = "house_points"


@dataclass(frozen=True, kw_only=True)
class Membership:
    """The contributors of one option in the order of names, with armies (persons), positions and framework nations.

    `most` is the most each would send (persons), endless where only its army sets a limit. At least `needed` framework
    nations must take part, or nobody deploys.
    """

    names: tuple[str, ...]
    armies: Floats
    most: Floats
    positions: tuple[str, ...]
    framework: tuple[bool, ...]
    needed: int

    def position(self, contributor: str) -> str:
        """The position that a contributor is judged by."""
        return self.positions[self.names.index(contributor)]

    def position_rows(self, contributor: str, us_level: str, sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
        """The rows behind the chance of that position at a level."""
        return sampled[position_chance(self.position(contributor), us_level)].origins

    def central_chance(
        self, contributor: str, us_level: str, sampled: Mapping[str, Sampled], support: NetSupport | None
    ) -> float:
        """The chance that a contributor takes part at the central point, moved by net support where it is known."""
        stated = sampled[position_chance(self.position(contributor), us_level)].central
        if support is None:
            return stated
        points = sampled[LINK].central
        return float(position_probability(stated=stated, net=support.net, points_to_three_quarters=points))


def membership(inputs: GenerationInputs, option: Option) -> Membership:
    """The members of an option. Raises ValueError for a state without an army and a position without a chance."""
    members = inputs.members_of(option.id)
    known = {(row.position, row.us_level) for row in inputs.position_chances}
    positions = []
    for member in members:
        if member.contributor not in inputs.states:
            raise ValueError(f"the army of {member.contributor} is not given, which {option.id} counts on")
        position = member.position or inputs.states[member.contributor].position
        for level in inputs.us_levels:
            if (position, level) not in known:
                raise ValueError(f"no chance is given for the position {position} at the level {level}")
        positions.append(position)
    return Membership(
        names=tuple(member.contributor for member in members),
        armies=np.array([inputs.states[member.contributor].army for member in members]),
        most=np.array([np.inf if member.most is None else member.most for member in members]),
        positions=tuple(positions),
        framework=tuple(member.framework for member in members),
        needed=option.framework_needed,
    )


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
