"""Where a result came from, read off the arguments of its steps."""

from __future__ import annotations

from collections.abc import Mapping

from peacebrief.reasoning.step import Step
from peacebrief.sizing.plan import Plan
from peacebrief.sizing.sampled import Sampled


def because(
    step: Step, *, plan: Plan, sampled: Mapping[str, Sampled], facts: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """What `step` came from: facts where its arguments are published, otherwise the rows behind them.

    `facts` gives the fact ids of steps that are published once for each role.
    """
    found: list[str] = []
    for source in step.takes.values():
        if source in sampled:
            found += [f"fact:{sampled[source].fact}"] if sampled[source].fact else sampled[source].origins
        elif source in (facts or {}) or plan.steps[source].fact:
            found.append(f"fact:{(facts or {}).get(source) or plan.steps[source].fact}")
        else:
            found += because(plan.steps[source], plan=plan, sampled=sampled, facts=facts)
    return tuple(sorted(set(found)))


def streams_of(plan: Plan, sampled: Mapping[str, Sampled], mixture: str) -> tuple[str, ...]:
    """The streams of uniforms that a mixture varies with."""
    found: set[str] = set()
    waiting = list(plan.mixtures[mixture])
    while waiting:
        source = waiting.pop()
        if source in sampled:
            found |= {sampled[source].stream} - {""}
        else:
            waiting += plan.steps[source].takes.values()
    return tuple(sorted(found))
