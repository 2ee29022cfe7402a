"""One step of the calculation: a formula, and where each of its arguments comes from.

What a result says it came from is read off the arguments its formula was given, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`formula(**takes)`: each argument is the name of a sampled input or of an earlier step.

    `constants` are arguments that are the same in every case, such as "by the thousand". `label` and `method` say the
    step in words, where it is published; `fact` is its id where one fact serves all roles.
    """

    id: str
    formula: Callable[..., Any]
    takes: Mapping[str, str]
    unit: str
    label: str = ""
    method: str = ""
    fact: str = ""
    constants: tuple[tuple[str, float], ...] = ()


def evaluate(steps: Iterable[Step], values: Mapping[str, Any]) -> dict[str, Any]:
    """The result of each step, by id, from the values of the inputs: numbers or arrays alike."""
    known = dict(values)
    results: dict[str, Any] = {}
    for step in steps:
        arguments = {argument: known[source] for argument, source in step.takes.items()}
        known[step.id] = results[step.id] = step.formula(**arguments, **dict(step.constants))
    return results
