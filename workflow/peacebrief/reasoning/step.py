"""One step of the calculation: a formula, and where each of its arguments comes from.

What a result says it came from is read off the arguments its formula was given, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peacebrief.reasoning.subject import About, fact_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`formula(**takes)`: each argument is the name of a sampled number or of an earlier step.

    `constants` are arguments that never vary, such as a size of force. `label` and `method` say the step in words,
    where it is published; `family` and what it is `about` name the fact that it is; `tallied` steps have their draws
    summarised without being a fact; `signed` ones may be negative.
    """

    id: str
    formula: Callable[..., Any]
    takes: Mapping[str, str]
    unit: str = ""
    label: str = ""
    method: str = ""
    family: str = ""
    about: About = field(default_factory=dict)
    constants: tuple[tuple[str, float], ...] = ()
    tallied: bool = False
    signed: bool = False

    @property
    def fact(self) -> str:
        """The id of the fact that the step is; empty where it is none."""
        return fact_id(self.family, self.about)


def evaluate(steps: Iterable[Step], values: Mapping[str, Any]) -> dict[str, Any]:
    """The result of each step, by id, from the values of the sampled numbers: numbers or arrays alike."""
    known = dict(values)
    results: dict[str, Any] = {}
    for step in steps:
        arguments = {argument: known[source] for argument, source in step.takes.items()}
        known[step.id] = results[step.id] = step.formula(**arguments, **dict(step.constants))
    return results
