"""One historical operation, and the kinds of mission and how much they may compel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text, whole_number
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    WholeNumber,
    span_faults,
)

Driver = Literal["area", "ceiling", "line", "line+area", "observers", "population", "population+line", "presence"]
EndYear = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^(\d{4}|ongoing)$")]


class Mission(GradedEvidence):
    """A row is one past operation: its strength at its largest, what it had to watch over, and how it ended.

    `basis` speaks of the strength.
    """

    id: Identifier
    """Name of the mission, which other tables point to."""
    name: Label
    """What it is called in tables."""
    lead: Label
    """Who led it, such as UN, NATO, EU or coalition."""
    theatre: Label
    """Where it was."""
    start_year: WholeNumber
    """Year in which it began."""
    end_year: EndYear
    """Year in which it ended, or `ongoing`."""
    type: FilledText
    """Kind of mission, one of the types of mission_types.csv."""
    strength_low: OptionalNumber
    """Lowest other count of the largest strength, in persons; empty where there is none."""
    strength: Number
    """Largest strength, in persons, above zero; the number the model reads."""
    strength_high: OptionalNumber
    """Highest other count of the largest strength, in persons; empty where there is none."""
    strength_date: Text
    """When it had that strength; empty where not known."""
    population: OptionalNumber
    """Inhabitants of the area it worked in; empty where not known or of no matter to it."""
    population_note: Text
    """Where the count of inhabitants comes from; empty where there is none."""
    area_km2: OptionalNumber
    """Area it worked in, in square kilometres; empty where not known."""
    line_km_low: OptionalNumber
    """Shortest count of the line it watched, in kilometres; empty where there is none."""
    line_km: OptionalNumber
    """Length of the line it watched, in kilometres; empty where it watched none or the length is not known."""
    line_km_high: OptionalNumber
    """Longest count of the line it watched, in kilometres; empty where there is none."""
    line_note: Text
    """What the line was and how its length is known; empty where there is none."""
    sizing_driver: Driver
    """What its size was made for: a `line`, an `area`, `line+area`, a `population`, `population+line`, a number of
    `observers`, mere `presence`, or a `ceiling` set from outside."""
    adversary: FilledText
    """Who had to be watched or faced, in a few words."""
    state_adversary: Flag
    """`1` where a state, its army or a government was a party to be watched or faced, `0` for militias, rebels,
    factions and disorder. Coded by one reader."""
    consent: FilledText
    """Whether the parties consented, in a few words."""
    outcome: FilledText
    """What came of it, in a few words."""
    outcome_code: Literal["success", "partial", "failure"]
    """The outcome as one reader coded it: `success`, `partial` or `failure`."""
    split: Literal["train", "test"]
    """`train` for missions that the model is fitted on, `test` for those kept back to test it."""
    basis_detail: Text
    """How the parts of the row are known, where it is not in one way; empty where `basis` holds for all."""
    quote: Text
    """Words of the source that carry the strength, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Ranges out of order, numbers that cannot be logged, a driver without its number, years out of order."""
        yield from super().faults()
        yield from span_faults(
            {"strength_low": self.strength_low, "strength": self.strength, "strength_high": self.strength_high}
        )
        yield from span_faults(
            {"line_km_low": self.line_km_low, "line_km": self.line_km, "line_km_high": self.line_km_high}
        )
        for column in ("strength", "population", "area_km2", "line_km"):
            value = getattr(self, column)
            if value is not None and value <= 0:
                yield Fault(column, f"{value:g} is not above zero; write the number, or leave it empty if unknown.")
        if self.end_year != "ongoing" and int(self.end_year) < self.start_year:
            yield Fault("end_year", f"{self.end_year} is before the start in {self.start_year}.")


class MissionType(GradedEvidence):
    """A row is one kind of mission and how much it may compel."""

    KEY: ClassVar[tuple[str, ...]] = ("type",)

    type: FilledText
    """Name of the kind, which missions.csv and the roles of case.yaml point to."""
    mandate_level: Annotated[Literal[0, 1, 2], BeforeValidator(whole_number)]
    """How much it may compel: `0` observes or stands between parties, `1` stabilises, reassures or deters, `2`
    enforces."""
