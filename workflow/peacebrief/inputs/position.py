"""What a government has said about sending troops, in one word.

`standing` is a standing contributor to missions of the kind that has declared nothing and is assumed to be willing.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cell import blank_to_none

Position = Literal["yes", "standing", "conditional", "conflicting", "unstated", "no"]
OptionalPosition = Annotated[Position | None, BeforeValidator(blank_to_none)]
