"""Where a result came from, read off the arguments its formula was given."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step

NONE: Mapping[str, str] = MappingProxyType({})


def because(
    step: Step, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled], facts: Mapping[str, str] = NONE
) -> tuple[str, ...]:
    """What `step` came from: facts where its arguments are published, otherwise the rows behind them.

    `facts` gives the fact ids of steps that are published under more than one.
    """
    found = (came_from(source, steps=steps, sampled=sampled, facts=facts) for source in step.takes.values())
    return tuple(sorted({origin for origins in found for origin in origins}))


def came_from(
    source: str, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled], facts: Mapping[str, str] = NONE
) -> tuple[str, ...]:
    """A fact where a sampled number or a step is one, otherwise what it came from."""
    known: Sampled | Step = sampled[source] if source in sampled else steps[source]
    published = facts.get(source) or known.fact
    if published:
        return (f"fact:{published}",)
    if isinstance(known, Sampled):
        return known.origins
    return because(known, steps=steps, sampled=sampled, facts=facts)


def streams_of(names: list[str], *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
    """The streams of uniforms that steps vary with."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        source = waiting.pop()
        if source in sampled:
            found |= {sampled[source].stream} - {""}
        else:
            waiting += steps[source].takes.values()
    return tuple(sorted(found))
