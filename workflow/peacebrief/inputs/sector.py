"""One part of the force: where it stands, and what share of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number


class Sector(GradedEvidence):
    """A sector, the node that supplies it and its share of the force; the shares sum to 1.

    `zone` is `line` for troops along the ceasefire line and `rear` for bases and training behind it.
    """

    id: Identifier
    name: Label
    node: Identifier
    share: Number
    zone: Literal["line", "rear"]

    def faults(self) -> Iterator[Fault]:
        """A share that is none."""
        yield from super().faults()
        if not 0 < self.share <= 1:
            yield Fault("share", f"{self.share:g} is not above 0 and at most 1; write a share of the force.")
