"""What the stage is given: the resolved inputs of one case, typed, the classes of supply and the capacity cases.

The classes of supply stand in the order that is used everywhere, and so do the three capacity cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peacebrief.reasoning.record import Row
from peacebrief.reasoning.subject import Named, word
from peacebrief.uncertainty import Quantity, Tie

LEVELS = ("low", "central", "high")

CLASSES = ("provisions", "fuel", "ammunition", "other")
CLASS_LABELS = {
    "provisions": "provisions",
    "fuel": "fuel",
    "ammunition": "ammunition",
    "other": "other supplies",
}
FUEL = CLASSES.index("fuel")
AMMUNITION = CLASSES.index("ammunition")
CASES = ("low", "central", "high")
KG_PER_TONNE = 1000
# The stream that says how plentiful all fleets are, from -1, low, over 0, central, to 1, high.
PLENTY = "fleets.level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """One line of supply in one posture: a rate a person and day, its mass, and what has to cross the border."""

    item: str
    posture: str
    supply_class: str
    span: tuple[float, float, float]
    kg_per_unit: float
    cross_border_share: float
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """One kind of vehicle: low, central and high of payload (t), speed (km/h), hours (a day) and two shares."""

    id: str
    name: str
    mode: str
    spans: Mapping[str, tuple[float, float, float]]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A way to lead the mission: the posture it is in, and low, central and high of its size."""

    id: str
    label: str
    posture: str
    span: tuple[float, float, float]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """A way into the theatre, with its names for tables and for sentences."""

    id: str
    label: str
    in_sentence: str
    country: str
    in_article: bool
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fleet:
    """Wagons, crews or lorries: low, central and high of how many, tonnes a load, and loaded kilometres a day each."""

    id: str
    label: str
    in_sentence: str
    vehicles: tuple[float, float, float]
    load_t: float
    loaded_km: float
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogisticsInputs:
    """Everything the quantities read; `record` is handed on to whatever builds the network.

    `carriers` says which vehicle is put to which use, `expected` what was expected of losses; None for nothing.
    """

    seed: int
    draws: int
    postures: tuple[str, ...]
    sizes: tuple[float, ...]
    reference_size: float
    loss_days: tuple[float, ...]
    losses_at_once: int
    carriers: Mapping[str, str]
    expected: Row | None
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    consumption: tuple[Consumption, ...]
    vehicles: Mapping[str, Vehicle]
    options: tuple[Option, ...]
    corridors: tuple[Corridor, ...]
    fleets: tuple[Fleet, ...]
    record: Row

    @classmethod
    def from_record(cls, record: Row) -> LogisticsInputs:
        """The inputs that a case resolves to for this stage."""
        settings = record["logistics"]
        vehicles = [_vehicle(row) for row in record["vehicles"]]
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            postures=tuple(settings["postures"]),
            sizes=tuple(float(size) for size in settings["sizes"]),
            reference_size=float(settings["reference_size"]),
            loss_days=tuple(float(days) for days in settings["loss_days"]),
            losses_at_once=int(settings["losses_at_once"]),
            carriers=settings["carriers"],
            expected=settings.get("expected"),
            quantities=tuple(Quantity.from_record(row) for row in record["quantities"]),
            ties={row["quantity"]: Tie.from_record(row) for row in record["correlations"]},
            consumption=tuple(_consumption(row) for row in record["consumption"]),
            vehicles={vehicle.id: vehicle for vehicle in vehicles},
            options=tuple(_option(row) for row in record["options"]),
            corridors=tuple(_corridor(row) for row in record["corridors"]),
            fleets=tuple(_fleet(row) for row in record["fleets"]),
            record=record,
        )

    def carrier(self, use: str) -> Vehicle:
        """The vehicle that is put to a use."""
        return self.vehicles[self.carriers[use]]

    def quantity(self, name: str) -> Quantity:
        """The assumption called `name`. Raises ValueError where there is none."""
        found = [quantity for quantity in self.quantities if quantity.id == name]
        if not found:
            raise ValueError(f"the calculation needs {name}, which the inputs do not give")
        return found[0]


def level_name(fleet: Fleet) -> str:
    """The sampled number that says how plentiful a fleet is; it is the same for all fleets."""
    return f"fleet_level.{fleet.id}"


def class_of(supply_class: str) -> Named:
    """A class of supply as what a fact is about."""
    return Named(supply_class, CLASS_LABELS[supply_class])


def case_of(case: str) -> Named:
    """A capacity case as what a fact is about."""
    return word(case)


def span_of(row: Row, column: str = "") -> tuple[float, float, float]:
    """Low, central and high of a row, of one column of it where a name is given."""
    low, central, high = (float(row[f"{column}_{level}" if column else level]) for level in LEVELS)
    return low, central, high


def _consumption(row: Row) -> Consumption:
    return Consumption(
        item=str(row["item"]),
        posture=str(row["posture"]),
        supply_class=str(row["supply_class"]),
        span=span_of(row),
        kg_per_unit=float(row["kg_per_unit"]),
        cross_border_share=float(row["cross_border_share"]),
        origin=str(row["origin"]),
    )


def _vehicle(row: Row) -> Vehicle:
    columns = ("payload", "speed", "hours", "availability", "load_factor")
    spans = {column: span_of(row, column) for column in columns if row.get(f"{column}_central") not in (None, "")}
    return Vehicle(id=str(row["id"]), name=str(row["name"]), mode=str(row["mode"]), spans=spans, origin=row["origin"])


def _option(row: Row) -> Option:
    words = {name: str(row[name]) for name in ("id", "label", "posture", "origin")}
    return Option(**words, span=span_of(row, "force"))


def _corridor(row: Row) -> Corridor:
    words = {name: str(row.get(name) or "") for name in ("id", "label", "in_sentence", "country")}
    return Corridor(**words, in_article=bool(row.get("in_article")), inside=bool(row.get("inside")))


def _fleet(row: Row) -> Fleet:
    words = {name: str(row[name]) for name in ("id", "label", "in_sentence", "origin")}
    vehicles, load_t, loaded_km = span_of(row, "vehicles"), float(row["load_t"]), float(row["loaded_km"])
    return Fleet(**words, vehicles=vehicles, load_t=load_t, loaded_km=loaded_km)
