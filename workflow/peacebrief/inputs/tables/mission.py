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
    """An operation: its strength at its largest, what it had to watch over, and how it ended.

    `sizing_driver` says what its size was made for. `state_adversary` is 1 where a state or its army was a party.
    `split` is `test` for missions that no model is fitted on.
    """

    id: Identifier
    name: Label
    lead: Label
    theatre: Label
    start_year: WholeNumber
    end_year: EndYear
    type: FilledText
    strength_low: OptionalNumber
    strength: Number
    strength_high: OptionalNumber
    strength_date: Text
    population: OptionalNumber
    population_note: Text
    area_km2: OptionalNumber
    line_km_low: OptionalNumber
    line_km: OptionalNumber
    line_km_high: OptionalNumber
    line_note: Text
    sizing_driver: Driver
    adversary: FilledText
    state_adversary: Flag
    consent: FilledText
    outcome: FilledText
    outcome_code: Literal["success", "partial", "failure"]
    split: Literal["train", "test"]
    basis_detail: Text
    quote: Text

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
    """A kind of mission. `mandate_level`: 0 observes or interposes, 1 stabilises, reassures or deters, 2 enforces."""

    KEY: ClassVar[tuple[str, ...]] = ("type",)

    type: FilledText
    mandate_level: Annotated[Literal[0, 1, 2], BeforeValidator(whole_number)]
