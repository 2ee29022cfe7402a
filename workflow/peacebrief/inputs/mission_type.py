"""The kinds of mission and how much they may compel."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cell import whole_number
from peacebrief.inputs.row import FilledText, GradedEvidence


class MissionType(GradedEvidence):
    """A kind of mission. `mandate_level`: 0 observes or interposes, 1 stabilises, reassures or deters, 2 enforces."""

    KEY: ClassVar[tuple[str, ...]] = ("type",)

    type: FilledText
    mandate_level: Annotated[Literal[0, 1, 2], BeforeValidator(whole_number)]
