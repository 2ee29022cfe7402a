"""A drawn figure with its words, as a brief receives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """One figure: the SVG text, the caption's four parts, and the address of its data beside the web page.

    `csv` is relative to the published page, for example `figures/force_ladder.csv`.
    """

    svg: str
    title: str
    subtitle: str
    source: str
    alt: str
    csv: str
