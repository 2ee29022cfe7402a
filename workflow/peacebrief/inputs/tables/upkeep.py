"""Upkeep: what one soldier uses up in a day, and published costs.

An anchor is one published number that the consumption of the model is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    Text,
    UnitId,
    WholeNumber,
    span_faults,
)

SupplyClass = Literal["provisions", "fuel", "ammunition", "other"]
UNITS_OF_CONSUMPTION = ("kg_per_person_day", "litres_per_person_day")

AnchorUnit = Literal[
    "persons", "meals_per_day", "kg_per_meal", "us_gallons_per_day", "short_tons_per_day", "short_tons_per_person_month"
]

Currency = Annotated[Literal["EUR", "USD", "GBP"] | None, BeforeValidator(blank_to_none)]
CostPer = Literal[
    "person_year", "person_month", "person", "year", "vehicle_km", "tkm", "t", "container_unit", "litre", "ratio"
]


class Consumption(GradedEvidence):
    """Use of one item in one posture, by weight or volume.

    `kg_per_unit` turns the unit into kilogrammes, `cross_border_share` is what is not found locally. `us_class` and
    `nato_class` are the classes of supply in the doctrines that number them.
    """

    KEY: ClassVar[tuple[str, ...]] = ("item", "posture")

    item: Identifier
    posture: Identifier
    label: Label
    us_class: FilledText
    nato_class: FilledText
    supply_class: SupplyClass
    unit: UnitId
    low: Number
    central: Number
    high: Number
    kg_per_unit: Number
    cross_border_share: Number
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order or in another unit, a weight that is none, a share beyond 1."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})
        yield from span_faults({"cross_border_share": self.cross_border_share}, unit="share")
        if self.high == 0:
            yield Fault("high", "0 is not possible here; write the most a soldier may use, or remove the item.")
        if self.unit not in UNITS_OF_CONSUMPTION:
            yield Fault("unit", f"{self.unit} is not a unit of consumption; write {' or '.join(UNITS_OF_CONSUMPTION)}.")
        if self.kg_per_unit <= 0:
            yield Fault("kg_per_unit", f"{self.kg_per_unit:g} is not above zero; write kilogrammes to the unit.")
        elif self.unit == "kg_per_person_day" and self.kg_per_unit != 1:
            yield Fault("kg_per_unit", f"a kilogramme weighs {self.kg_per_unit:g} kg here; write 1.")


# What makes a published rate: amounts a day of a whole force, or tons a person and month.
A_DAY: frozenset[tuple[str, str]] = frozenset(
    {
        ("persons", "persons"),
        ("meals", "meals_per_day"),
        ("meals", "kg_per_meal"),
        ("water", "us_gallons_per_day"),
        ("fuel", "us_gallons_per_day"),
        ("other", "short_tons_per_day"),
    }
)
A_MONTH: frozenset[tuple[str, str]] = frozenset((item, "short_tons_per_person_month") for item in ("dry", "fuel"))


class ConsumptionAnchor(GradedEvidence):
    """A number as published, in the unit of its source; a month has 30 days. Never used to make the model fit.

    `label` and `in_sentence` name the `anchor` that it belongs to. `independent` is 0 where rates of the model were
    bounded by it.
    """

    id: Identifier
    anchor: Identifier
    label: Label
    in_sentence: Label
    independent: Flag
    item: Literal["persons", "meals", "water", "fuel", "dry", "other"]
    value: Number
    unit: AnchorUnit
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A number that nothing can be compared with."""
        yield from super().faults()
        if self.value <= 0:
            yield Fault("value", f"{self.value:g} is not above zero; write the number as published.")


class Cost(GradedEvidence):
    """A cost in the prices of its year, or a ratio of costs. The model reads the assumptions made from these rows."""

    id: Identifier
    label: Label
    low: Number
    central: Number
    high: Number
    currency: Currency
    per: CostPer
    price_year: WholeNumber
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order, a cost without a currency."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})
        if (self.currency is None) != (self.per == "ratio"):
            yield Fault("currency", "a ratio has no currency and a cost has one; correct currency or per.")
