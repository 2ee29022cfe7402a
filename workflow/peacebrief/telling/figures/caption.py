"""What a caption says before anybody says it, and what captions have in common: the source line."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import exact
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Day, Listed, Phrase, Said, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidCaption:
    """Title (the finding), subtitle (measure and unit), source line (source, n, date) and alternative text."""

    title: Said
    subtitle: Said
    source: Said
    alt: Said


def source(known: Known, *parts: Said) -> Phrase:
    """The footer of a figure: what it rests on, and how recent the evidence is."""
    day = Day(str(known.case["evidence_cutoff"]))
    return phrase("figures.source", parts=Listed(parts, "; "), day=day, edition=str(known.case["edition"]))


def draws(known: Known, number: float | None = None) -> Phrase:
    """The number of draws behind the model's ranges, or another `number`, for a source line."""
    return phrase("figures.draws", draws=exact(number or known.case["draws"]))
