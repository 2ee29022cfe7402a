"""Where a result came from, read off the arguments of its steps."""

from __future__ import annotations

from collections.abc import Mapping

from peacebrief.logistics.sampled import Sampled
from peacebrief.reasoning.step import Step


def because(step: Step, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
    """What `step` came from: facts where its arguments are published, otherwise the rows behind them."""
    found: list[str] = []
    for source in step.takes.values():
        found += came_from(source, steps=steps, sampled=sampled)
    return tuple(sorted(set(found)))


def came_from(source: str, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
    """A fact where a sampled number or a step is one, otherwise what it came from."""
    known: Sampled | Step = sampled[source] if source in sampled else steps[source]
    if known.fact:
        return (f"fact:{known.fact}",)
    return known.origins if isinstance(known, Sampled) else because(known, steps=steps, sampled=sampled)
