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
    """A row says how much of one item a soldier uses in a day in one posture."""

    KEY: ClassVar[tuple[str, ...]] = ("item", "posture")

    item: Identifier
    """Name of the item; it has a row for each posture."""
    posture: Identifier
    """How busy the force is, one of the `postures` of case.yaml."""
    label: Label
    """What the item is called in tables."""
    us_class: FilledText
    """Class of supply in US doctrine, such as I or III(P)."""
    nato_class: FilledText
    """Class of supply in the doctrine of NATO, such as I."""
    supply_class: SupplyClass
    """What it counts as in the results: `provisions`, `fuel`, `ammunition` or `other`."""
    unit: UnitId
    """Unit of low, central and high: kg_per_person_day or litres_per_person_day."""
    low: Number
    """Least that a soldier uses in a day, in the unit of the row."""
    central: Number
    """What a soldier most likely uses in a day, in the unit of the row."""
    high: Number
    """Most that a soldier uses in a day, in the unit of the row, above zero."""
    kg_per_unit: Number
    """Kilogrammes that one unit weighs: 1 for kilogrammes, the weight of a litre for litres."""
    cross_border_share: Number
    """Share of the item that is not found in the theatre and has to be brought, from 0 to 1."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

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
    """A row is one published number that the consumption of the model is compared with.

    It stands in the unit of its source, and the model is never made to fit it.
    """

    id: Identifier
    """Name of the row."""
    anchor: Identifier
    """Name of the published rate that the number belongs to; its rows have it in common."""
    label: Label
    """What that rate is called in tables."""
    in_sentence: Label
    """What that rate is called inside a sentence."""
    independent: Flag
    """`0` where numbers of the model were bounded by the rate, so that it is no check, else `1`."""
    item: Literal["persons", "meals", "water", "fuel", "dry", "other"]
    """What was counted: `persons` in the force, `meals`, `water`, `fuel`, `dry` goods, or `other`."""
    value: Number
    """The number as published, in the unit of the row, above zero."""
    unit: AnchorUnit
    """Unit of the source: `persons`, `meals_per_day`, `kg_per_meal`, `us_gallons_per_day`, `short_tons_per_day` or
    `short_tons_per_person_month`; a month has 30 days."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A number that nothing can be compared with."""
        yield from super().faults()
        if self.value <= 0:
            yield Fault("value", f"{self.value:g} is not above zero; write the number as published.")


class Cost(GradedEvidence):
    """A row is one published cost in the prices of its year, or a ratio of costs.

    The model reads the assumptions that were made from these rows.
    """

    id: Identifier
    """Name of the row."""
    label: Label
    """What costs so much, as tables print it."""
    low: Number
    """Lowest cost or ratio, in the currency of the row."""
    central: Number
    """Best cost or ratio, in the currency of the row."""
    high: Number
    """Highest cost or ratio, in the currency of the row."""
    currency: Currency
    """`EUR` for euros, `USD` for US dollars, `GBP` for pounds sterling; empty for a ratio."""
    per: CostPer
    """What the cost is for: a `person_year`, a `person_month`, a `person`, a `year`, a `vehicle_km`, a `tkm` (one tonne
    over one kilometre), a `t` (tonne), a `container_unit`, a `litre`; or a `ratio` of costs, without a currency."""
    price_year: WholeNumber
    """Year whose prices these are."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A range out of order, a cost without a currency."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})
        if (self.currency is None) != (self.per == "ratio"):
            yield Fault("currency", "a ratio has no currency and a cost has one; correct currency or per.")
