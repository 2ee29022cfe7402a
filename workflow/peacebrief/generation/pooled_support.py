"""Net support for sending own troops by contributor, pooled over the polls that may be compared."""

from __future__ import annotations

from collections.abc import Callable

from peacebrief.generation.inputs import GenerationInputs
from peacebrief.generation.net_support import NetSupport, by_country, each_poll
from peacebrief.generation.polls import Poll

# The group of wordings that ask for own troops after a ceasefire; all others measure something else.
OWN_TROOPS = "A"
HOUSE = "house_points"


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
