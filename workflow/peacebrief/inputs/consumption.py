"""What one soldier uses up in a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Label, Number, Text, UnitId
from peacebrief.inputs.span import span_faults

SupplyClass = Literal["provisions", "fuel", "ammunition", "other"]
UNITS_OF_CONSUMPTION = ("kg_per_person_day", "litres_per_person_day")


class Consumption(GradedEvidence):
    """Use of one item in one posture, by weight or volume.

    `kg_per_unit` turns the unit into kilogrammes, `cross_border_share` is what is not found locally. `us_class` and
    `nato_class` are the classes of supply of American and of NATO doctrine.
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
