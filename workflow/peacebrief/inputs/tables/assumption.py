"""One uncertain or chosen number of a case, and what several quantities have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cells.cell import fault, filled_text, number
from peacebrief.inputs.cells.problem import did_you_mean, shown
from peacebrief.inputs.cells.row import (
    Evidence,
    Fault,
    FilledText,
    Grade,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    UnitId,
    span_faults,
)
from peacebrief.inputs.cells.unit import UPPER_BOUND

Distribution = Literal["fixed", "uniform", "triangular", "pert", "lognormal", "beta", "choice"]
Stage = Literal["sizing", "generation", "logistics", "feasibility"]
STAGES: tuple[Stage, ...] = get_args(Stage)
ONE_OR_MORE = "^({0})(;({0}))*$".format("|".join(STAGES))

# An assumption, a method, or what is drawn for each row of a table, such as consumption.bulk_fuel.
QUANTITY = r"^[A-Za-z0-9][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)?$"


def _stages(value: Any) -> str:
    """The stages that a cell lists, separated by semicolons."""
    names = [part.strip() for part in filled_text(value).split(";")]
    for name in names:
        if name not in STAGES:
            raise fault(f"{shown(name)} is not in the closed list; {did_you_mean(name, STAGES)}")
    if len(set(names)) < len(names):
        raise fault(f"{shown(value)} names a stage twice; keep one.")
    return ";".join(names)


StageList = Annotated[str, BeforeValidator(_stages), Field(json_schema_extra={"pattern": ONE_OR_MORE})]


class Assumption(Evidence):
    """A row is one uncertain or chosen number of the model, with its unit, its range, its evidence and two ratings."""

    id: Identifier
    """Name by which the model reads the number, such as line_length; facts, figures and correlations point to it, so
    leave it as it is."""
    label: Label
    """What the number is, in a few words, as tables and figures print it."""
    unit: UnitId
    """Unit of low, central and high; the check says which one the model expects."""
    distribution: Distribution
    """How the number is drawn. `fixed`: central alone; `uniform`: evenly from low to high; `triangular` and `pert`:
    low, most likely, high; `lognormal` and `beta`: low and high are the 5th and 95th percentile; `choice`: one of the
    values under `choices`."""
    low: OptionalNumber
    """Lowest value, or the 5th percentile of a lognormal or beta, in the unit of the row; empty for `fixed` and
    `choice`."""
    central: OptionalNumber
    """Most likely value in the unit of the row, the number itself for `fixed`; may be empty for `uniform`, `lognormal`,
    `beta` and `choice`."""
    high: OptionalNumber
    """Highest value, or the 95th percentile of a lognormal or beta, in the unit of the row; empty for `fixed` and
    `choice`."""
    choices: Text
    """For `choice` alone: values and their weights, such as 3:1;4:2. Empty for every other distribution."""
    stage: StageList
    """Parts of the model that read the number, separated by semicolons: `sizing`, `generation`, `logistics`,
    `feasibility`; the check says what belongs there."""
    note: FilledText
    """Why this number and this range, in a sentence."""
    quality: Grade
    """How good the evidence behind the number is: `high`, `medium` or `low`."""
    impact: Grade
    """How much another number would move the results: `high`, `medium` or `low`. Low quality with high impact comes
    first in line for work."""

    def stages(self) -> tuple[str, ...]:
        """The stages that read the assumption."""
        return tuple(self.stage.split(";"))

    def pairs(self) -> list[tuple[float, float]]:
        """The values and weights of a choice. Raises an error of pydantic_core for what is not a number."""
        split = [pair.split(":") for pair in self.choices.split(";") if pair.strip()]
        return [(number(value), number(weight)) for value, weight in split]

    def faults(self) -> Iterator[Fault]:
        """A range that is incomplete, out of order or unfit for its distribution."""
        yield from super().faults()
        parts = {"low": self.low, "central": self.central, "high": self.high}
        yield from span_faults(parts, unit=self.unit)
        yield from self._choice_faults() if self.distribution == "choice" else self._range_faults(parts)

    def _range_faults(self, parts: dict[str, float | None]) -> Iterator[Fault]:
        if self.choices:
            yield Fault("choices", f"{shown(self.choices)} belongs to the distribution choice only; clear the cell.")
        fixed = self.distribution == "fixed"
        needed = {"fixed": ("central",), "triangular": ("low", "central", "high"), "pert": ("low", "central", "high")}
        for column in needed.get(self.distribution, ("low", "high")):
            if parts[column] is None:
                yield Fault(column, f"the cell is empty; the distribution {self.distribution} needs a number here.")
        for column in ("low", "high"):
            if fixed and parts[column] is not None:
                yield Fault(column, "a fixed number has no range; clear the cell or change the distribution.")
        if not fixed and self.low is not None and self.low == self.high:
            yield Fault(
                "high", f"low and high are both {self.low:g}; write the distribution fixed, or widen the range."
            )
        yield from self._tail_faults()
        smallest = self.central if fixed else self.low
        if smallest == 0:
            yield Fault("central" if fixed else "low", "0 is not possible here; write a number above zero.")

    def _tail_faults(self) -> Iterator[Fault]:
        """A beta stays between 0 and 1, and a lognormal goes beyond every bound."""
        bounded = self.unit in ("share", "probability")
        if self.distribution == "beta" and not bounded:
            yield Fault("distribution", f"beta is for a share, not for the unit {self.unit}; write pert.")
        elif self.distribution == "beta" and self.high == 1:
            yield Fault("high", "1 cannot be the 95th percentile of a beta; write a number below 1.")
        elif self.distribution == "lognormal" and self.unit in UPPER_BOUND:
            yield Fault(
                "distribution",
                f"lognormal goes above {UPPER_BOUND[self.unit]:g}, the most for the unit {self.unit}; write pert.",
            )

    def _choice_faults(self) -> Iterator[Fault]:
        try:
            pairs = self.pairs()
        except ValueError:
            yield Fault("choices", f"{shown(self.choices)} is not a list of value:weight pairs; write, say, 3:1;4:2.")
            return
        if not pairs or any(value <= 0 or weight <= 0 for value, weight in pairs):
            yield Fault("choices", f"{shown(self.choices)} needs at least one pair, values and weights above zero.")
        if len({value for value, _ in pairs}) < len(pairs):
            yield Fault("choices", f"{shown(self.choices)} lists a value twice; add up its weights.")
        if self.low is not None or self.high is not None:
            yield Fault("low", "a choice has no range; clear low and high.")


class Correlation(GradedEvidence):
    """A row says how strongly one quantity follows a common factor.

    Two quantities that follow the same factor rise and fall together.
    """

    KEY: ClassVar[tuple[str, ...]] = ("factor", "quantity")

    factor: Identifier
    """Factor that is followed, one of the `factors` of vocabulary.yaml."""
    quantity: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=QUANTITY)]
    """What follows it: the id of an assumption, a method, or a table and an item of it, such as consumption.bulk_fuel.
    A quantity follows one factor at most."""
    loading: Number
    """Correlation of the quantity with the factor, between -1 and 1; below zero it falls where the factor rises."""
    note: FilledText
    """Why the quantity follows the factor, and why so closely."""

    def faults(self) -> Iterator[Fault]:
        """A loading that no correlation can have."""
        yield from super().faults()
        if not -1 < self.loading < 1:
            yield Fault("loading", f"{self.loading:g} is not between -1 and 1; write a correlation.")
