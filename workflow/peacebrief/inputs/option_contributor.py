"""One state that an option may draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.position import OptionalPosition
from peacebrief.inputs.row import Fault, FilledText, Flag, GradedEvidence, Identifier, OptionalNumber


class OptionContributor(GradedEvidence):
    """A state that belongs to an option, and whether it is one of the framework nations that others join.

    `position` says what its government has said of this option; where it is empty, its position in general counts.
    `most` caps what is expected of it (persons); where it is empty, its army and its rotation alone do.
    """

    KEY: ClassVar[tuple[str, ...]] = ("option", "contributor")

    option: Identifier
    contributor: Identifier
    position: OptionalPosition
    framework: Flag
    most: OptionalNumber
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A cap that leaves nobody."""
        yield from super().faults()
        if self.most is not None and self.most < 1:
            yield Fault("most", f"{self.most:g} leaves nobody; write a number of persons, or clear the cell.")
