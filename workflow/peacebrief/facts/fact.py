"""A fact: one published result, with what it came from; and `facts.json`, which holds all of a case.

`facts.json` is the contract between the model and everything that prints or compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import pairwise
from typing import Any, Literal

from peacebrief.reasoning.subject import ABOUT_NOTHING, About, called_once, fact_id

Kind = Literal["number", "quantiles", "probability", "words"]

SIGNIFICANT_DIGITS = 9

SCHEMA = 2
NO_NAMES: Mapping[str, Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One published result.

    `value` carries a number, a probability (0-1) or words; `p5`, `p50`, `p95` and `central` carry quantiles and the
    result at the central point of every input. `standard_error` is the Monte Carlo error of `value` or `p50`.
    `because` names what it came from: `assumption:<id>`, `table:<file>#<row id>` or `fact:<id>`; `formula` is the
    function that calculates it, as `<module>:<name>`. `family` is the pattern of its id, `subjects` what fills its
    slots, `names` what those are called in print; its `label` has slots for the names.
    """

    id: str
    label: str
    unit: str
    kind: Kind
    method: str
    because: tuple[str, ...]
    value: float | str | None = None
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None
    central: float | None = None
    standard_error: float | None = None
    formula: str | None = None
    family: str = ""
    subjects: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.family:  # a fact about no subject is a family of its own
            object.__setattr__(self, "family", self.id)

    @property
    def called(self) -> str:
        """Its label in print, with the names of its subjects."""
        told = self.label.format_map(self.names) if self.names else self.label
        return told[:1].upper() + told[1:]

    def renamed(self, names: Mapping[str, Mapping[str, str]]) -> Fact:
        """The fact with other names of some subjects: slot -> subject -> name."""
        own = {slot: names.get(slot, {}).get(self.subjects[slot], name) for slot, name in self.names.items()}
        return replace(self, names=own)

    def as_record(self) -> dict[str, Any]:
        """The fact as a JSON object: no empty members, at most nine significant digits."""
        record = {key: member for key, member in asdict(self).items() if member is not None}
        del record["names"]
        record = {key: _rounded(member) for key, member in record.items()}
        return record | {"because": sorted(set(self.because))}

    @classmethod
    def from_record(cls, record: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> Fact:
        """The fact written by `as_record`; `names` says what subjects are called: slot -> subject -> name."""
        own = {slot: names[slot][subject] for slot, subject in record.get("subjects", {}).items()}
        return cls(**{**record, "because": tuple(record["because"])}, names=own)


def fact_about(family: str, about: About = ABOUT_NOTHING, **told: Any) -> Fact:
    """A fact by its family and what it is about; `told` is the rest. Raises KeyError for a slot without a subject."""
    subjects = {slot: subject.id for slot, subject in about.items()}
    names = {slot: subject.label for slot, subject in about.items()}
    return Fact(id=fact_id(family, about), family=family, subjects=subjects, names=names, **told)


def _rounded(member: Any) -> Any:
    return float(f"{member:.{SIGNIFICANT_DIGITS}g}") if isinstance(member, float) else member


def facts_document(
    facts: Iterable[Fact], *, case: str, edition: str, names: Mapping[str, Mapping[str, str]] = NO_NAMES
) -> str:
    """The facts as JSON text: sorted by id, one newline at the end. Raises ValueError on an id used twice.

    `names` are told besides those of the subjects of the facts.
    """
    ordered = sorted(facts, key=lambda fact: fact.id)
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise ValueError(f"two facts share the id {one.id}")
    records = [fact.as_record() for fact in ordered]
    told = {**names, **names_of(ordered)}
    document = {"schema": SCHEMA, "case": case, "edition": edition, "names": told, "facts": records}
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_facts(document: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts of a parsed `facts.json`, by id."""
    return {record["id"]: Fact.from_record(record, document["names"]) for record in document["facts"]}


def facts_as_rows(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The facts of a parsed `facts.json` as rows of one table: labels as printed, subjects in one cell."""
    called = {name: fact.called for name, fact in read_facts(document).items()}
    return [
        {**record, "label": called[record["id"]], "subjects": [f"{k}={v}" for k, v in record["subjects"].items()]}
        for record in document["facts"]
    ]


def names_of(facts: Iterable[Fact]) -> dict[str, dict[str, str]]:
    """What the subjects of facts are called: slot -> subject -> name. Raises ValueError where it is two names."""
    return called_once((slot, fact.subjects[slot], name) for fact in facts for slot, name in fact.names.items())


def sources_of(fact_id: str, facts: Mapping[str, Fact]) -> set[str]:
    """Every assumption and table row that `fact_id` rests on, through all facts in between.

    Raises ValueError where facts rest on each other in a circle, KeyError where one is missing.
    """
    return _roots(fact_id, facts, ())


def _roots(fact_id: str, facts: Mapping[str, Fact], path: tuple[str, ...]) -> set[str]:
    if fact_id in path:
        raise ValueError(f"facts rest on each other in a circle: {' -> '.join((*path, fact_id))}")
    found: set[str] = set()
    for origin in facts[fact_id].because:
        kind, _, name = origin.partition(":")
        found |= _roots(name, facts, (*path, fact_id)) if kind == "fact" else {origin}
    return found
