"""What somebody could put first."""

from __future__ import annotations

from typing import ClassVar

from peacebrief.inputs.row import GradedEvidence, Identifier, Label


class Viewpoint(GradedEvidence):
    """A criterion that no other outweighs for those who hold this viewpoint; one row a criterion put first."""

    KEY: ClassVar[tuple[str, ...]] = ("viewpoint", "criterion")

    viewpoint: Identifier
    label: Label
    criterion: Identifier
