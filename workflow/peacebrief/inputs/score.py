"""How an option does on a criterion that no model works out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.chance import AnyOrAll, Judged
from peacebrief.inputs.row import Fault, Identifier
from peacebrief.inputs.span import span_faults


class Score(Judged):
    """A score in the unit of its criterion; an empty `us_level` holds at every level of American support."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "criterion", "us_level")

    option: Identifier
    criterion: Identifier
    us_level: AnyOrAll

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order or negative."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})
