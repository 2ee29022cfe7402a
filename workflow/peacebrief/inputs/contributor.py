"""One state that might send troops."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.position import Position
from peacebrief.inputs.row import (
    Basis,
    Fault,
    Flag,
    Grade,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalBasis,
    OptionalNumber,
    Text,
    WholeNumber,
)
from peacebrief.inputs.span import span_faults


class Contributor(GradedEvidence):
    """A state: its forces, spending and position, and the brigades it might sustain.

    `basis` and `confidence` speak of `army_active`, the strength of the army; the other numbers carry their own.
    `army_trained`, where it is known, leaves out recruits, and is then what the force is drawn from. `quote` is for the
    position.
    """

    id: Identifier
    country: Label
    nato: Flag
    eu: Flag
    active_personnel: Number
    active_basis: Basis
    nato2024_personnel: OptionalNumber
    army_active: Number
    army_trained: OptionalNumber
    gdp_share_pct: OptionalNumber
    gdp_share_year: WholeNumber
    budget_usd_bn: OptionalNumber
    budget_year: WholeNumber
    budget_basis: Basis
    position: Position
    position_date: Text
    position_detail: Text
    position_basis: OptionalBasis
    position_confidence: Grade
    brigades_low: Number
    brigades_central: Number
    brigades_high: Number
    brigades_basis: Basis
    brigades_note: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Brigades out of order, an army that cannot be divided by, an army above the whole force."""
        yield from super().faults()
        brigades = ("brigades_low", "brigades_central", "brigades_high")
        yield from span_faults({column: getattr(self, column) for column in brigades})
        yield from span_faults({"army_active": self.army_active, "active_personnel": self.active_personnel})
        yield from span_faults({"army_trained": self.army_trained, "army_active": self.army_active})
        for column in ("army_active", "army_trained"):
            if getattr(self, column) == 0:
                yield Fault(column, "0 is not possible here; write the strength of the army.")
