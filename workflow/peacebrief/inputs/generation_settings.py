"""What a case asks about who would send troops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from peacebrief.inputs.logistics_settings import Positive
from peacebrief.inputs.row import Fault, Number, Row

# The model steps from year to year and from size to size: more would take it hours and tell nothing.
MOST_YEARS, MOST_STEPS = 200, 1000
Years = Annotated[Positive, Field(le=MOST_YEARS)]
Probability = Annotated[Number, Field(gt=0, lt=1)]


class GenerationSettings(Row):
    """The section `generation` of `case.yaml`.

    Supply is told for forces from none to `largest_size` (persons) in steps of `size_step`. A contributor counts as
    `likely` from this central probability of taking part. Recruiting is asked to close a gap in `closing_years`, and
    counts as never closing it after `longest_wait` (years).
    """

    largest_size: Positive
    size_step: Positive
    likely: Probability
    closing_years: Years
    longest_wait: Years

    def faults(self) -> Iterator[Fault]:
        """Steps that do not end at the largest size, or are too many."""
        if self.largest_size % self.size_step:
            yield Fault(
                "size_step", f"steps of {self.size_step} do not end at {self.largest_size}; change one of them."
            )
        elif self.largest_size // self.size_step > MOST_STEPS:
            steps = self.largest_size // self.size_step
            yield Fault("size_step", f"{self.size_step} makes {steps} steps; make it larger, for {MOST_STEPS} at most.")
