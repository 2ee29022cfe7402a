"""Facts of a stage as plain records, and the document of a stage.

A fact is named by its family, a pattern of its id such as `sizing.force.{role}`, and by what it is about. Its label is
a pattern as well, `{role}: troops needed`: what a subject is called stands once in the document of the stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, called_once, fact_id
from peacebrief.uncertainty.replicates import Spread

SIGNIFICANT_DIGITS = 9
Record = dict[str, Any]
Table = dict[str, Any]
# The rows of such a table, and a row of a table of inputs.
Rows = Iterator[list[Any]]
Row = Mapping[str, Any]


def record(
    family: str,
    about: About = ABOUT_NOTHING,
    *,
    label: str,
    unit: str,
    method: str,
    because: Iterable[str],
    kind: str = "number",
    formula: Callable[..., Any] | None = None,
    **numbers: float,
) -> Record:
    """One fact, at nine significant digits at most; `formula` is the function that calculates it, where it is one.

    `family` and `label` are patterns with slots that `about` fills. Raises KeyError for a slot that it does not.
    """
    kept: Record = {name: significant(number) for name, number in numbers.items()}
    kept |= {"formula": place_of(formula)} if formula else {}
    told = {"label": label, "unit": unit, "kind": kind, "method": method}
    return _named(family, about, label) | told | kept | {"because": sorted(set(because))}


def spread_record(family: str, about: About = ABOUT_NOTHING, *, spread: Spread, central: float, **told: Any) -> Record:
    """One fact with quantiles; `told` is its label, unit, method and because."""
    numbers: dict[str, Any] = {"p5": spread.p5, "p50": spread.p50, "p95": spread.p95, "central": central}
    return record(family, about, **told, kind="quantiles", **numbers, standard_error=spread.standard_error)


def words_record(family: str, about: About = ABOUT_NOTHING, *, words: str, **told: Any) -> Record:
    """One fact in words."""
    return record(family, about, **told, unit="words", kind="words") | {"value": words}


class Simulated(Protocol):
    """Steps, their results at the central point, what the draws say of them, and what they came from."""

    @property
    def steps(self) -> Mapping[str, Step]:
        """The steps, by id."""

    @property
    def central(self) -> Mapping[str, float]:
        """Results at the central point."""

    def spread(self, name: str) -> Spread:
        """What the draws say of a step."""

    def because(self, step_id: str) -> Iterable[str]:
        """What a step came from."""


def step_facts(simulation: Simulated) -> Iterator[Record]:
    """Every step that is published as it stands."""
    for step in simulation.steps.values():
        if step.family:
            yield spread_record(
                step.family,
                step.about,
                label=step.label,
                unit=step.unit,
                method=step.method,
                formula=step.formula,
                because=simulation.because(step.id),
                spread=simulation.spread(step.id),
                central=simulation.central[step.id],
            )


def stage_document(facts: Iterable[Record], tables: Mapping[str, Table]) -> dict[str, Any]:
    """What a stage hands on: its facts by id, what their subjects are called, and its tables.

    Raises ValueError where one subject is called by two names.
    """
    ordered = sorted(facts, key=lambda fact: str(fact["id"]))
    names = called_once(
        (slot, fact["subjects"][slot], name) for fact in ordered for slot, name in fact.pop("names").items()
    )
    return {"facts": ordered, "names": names, "tables": tables}


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of a stage, at nine significant digits."""
    plain = [[significant(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    return {"columns": list(columns), "rows": plain}


def told_by(write: Callable[..., Iterable[Record]], *arguments: Any, **named: Any) -> Iterator[Record]:
    """The facts that `write` tells, each with the place where it is calculated: its formula, or else `write`."""
    for fact in write(*arguments, **named):
        yield {"formula": place_of(write)} | fact


def place_of(function: Callable[..., Any]) -> str:
    """Where a function stands within the package: `sizing.rotation:pool`."""
    return f"{function.__module__.partition('.')[2]}:{function.__qualname__}"


def significant(number: float) -> float:
    """`number` at nine significant digits; zero has no sign."""
    return float(f"{number:.{SIGNIFICANT_DIGITS}g}") + 0.0


def _named(family: str, about: About, label: str) -> Record:
    """The id, and what the slots of id and label hold. Raises KeyError for a slot that is not told."""
    names = {slot: subject.label for slot, subject in about.items()}
    label.format_map(names)
    subjects = {slot: subject.id for slot, subject in about.items()}
    return {"id": fact_id(family, about), "family": family, "subjects": subjects, "names": names}
