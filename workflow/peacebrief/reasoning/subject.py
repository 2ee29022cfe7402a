"""What a fact is about: a role, an option, a state. Its id is a part of the fact's id, its label of the fact's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from typing import Protocol


class Subject(Protocol):
    """Anything with an id and a name in print."""

    @property
    def id(self) -> str:
        """Its part of an id."""

    @property
    def label(self) -> str:
        """What a sentence calls it."""


About = Mapping[str, Subject]
ABOUT_NOTHING: About = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Named:
    """A subject that has no type of its own."""

    id: str
    label: str


def word(text: str) -> Named:
    """A part of ids that is called what it is."""
    return Named(text, text)


def support_of(level: str, patron: str) -> Named:
    """A level of support as what a fact is about: how far the patron, if there is one, stands behind the force."""
    return Named(level, f"{patron} support: {level.replace('_', ' ')}".lstrip())


def number_of(count: float) -> Named:
    """A number that a fact is about, such as a size of force: 15,000 in print, 15000 in ids."""
    return Named(f"{count:.0f}", f"{count:,.0f}")


def slots(pattern: str) -> set[str]:
    """What a pattern leaves open."""
    return {slot for _, slot, _, _ in Formatter().parse(pattern) if slot}


def fact_id(family: str, about: About) -> str:
    """The id of a fact: its family, each slot filled. Raises KeyError for a slot that `about` does not fill."""
    return family.format_map({slot: subject.id for slot, subject in about.items()})


def called_once(told: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Slot -> subject -> name, from slots, subjects and names. Raises ValueError where one subject has two names."""
    found: dict[str, dict[str, str]] = {}
    for slot, subject, name in told:
        known = found.setdefault(slot, {}).setdefault(subject, name)
        if known != name:
            raise ValueError(f"{slot} {subject} is called both {known} and {name}")
    return {slot: dict(sorted(names.items())) for slot, names in sorted(found.items())}
