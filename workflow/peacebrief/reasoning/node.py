"""A formula that is a step of the calculation: what it takes is read off its signature, its method off its docstring.

    @node("reaction_bases", "rapid-reaction bases", "bases")
    def reaction_bases(*, line_length, reaction_speed, reaction_time):
        '''Length of the line divided by twice the distance a team covers in time, rounded up.'''

An argument is the id of a sampled number or of another step. One that is there once for every subject is told apart by
a pattern: `post_spacing="post_spacing_{role}"`. One that never varies is a constant of the step. A formula that is
several steps is declared once for each `variant`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Subject, fact_id, slots

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """The id, name, unit and family of the step that a formula is, and the arguments that have another id.

    `signed` where its results may be negative.
    """

    id: str
    label: str
    unit: str
    family: str
    tallied: bool
    signed: bool
    elsewhere: Mapping[str, str]


# By formula and variant.
NODES: dict[tuple[Callable[..., Any], str], Node] = {}


def node(
    step_id: str,
    label: str = "",
    unit: str = "",
    *,
    family: str = "",
    tallied: bool = False,
    signed: bool = False,
    variant: str = "",
    **elsewhere: str,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a formula to be a step; `family` where it is a fact by itself, `elsewhere` what arguments stand for."""

    def declared(formula: Callable[P, R]) -> Callable[P, R]:
        NODES[formula, variant] = Node(
            id=step_id, label=label, unit=unit, family=family, tallied=tallied, signed=signed, elsewhere=elsewhere
        )
        return formula

    return declared


def step_of(
    formula: Callable[..., Any],
    constants: Mapping[str, float] = MappingProxyType({}),
    variant: str = "",
    /,
    **about: Subject,
) -> Step:
    """The step that a formula is, for the subjects it is about. Raises KeyError for a formula that is no such node.

    A fact is about those of its subjects that its family or its label names.
    """
    told = NODES[formula, variant]
    names = [name for name in inspect.signature(formula).parameters if name not in constants]
    return Step(
        id=fact_id(told.id, about),
        formula=formula,
        takes={name: fact_id(told.elsewhere.get(name, name), about) for name in names},
        unit=told.unit,
        label=told.label,
        method=method_of(formula),
        family=told.family,
        about={slot: about[slot] for slot in about if told.family and slot in slots(told.family + told.label)},
        constants=tuple(constants.items()),
        tallied=told.tallied,
        signed=told.signed,
    )


def method_of(formula: Callable[..., Any]) -> str:
    """The first paragraph of a docstring, as one line."""
    return " ".join((inspect.getdoc(formula) or "").partition("\n\n")[0].split())
