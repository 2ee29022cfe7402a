"""What the templates of a case are given, read from its files once for all pages that are written from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from peacebrief.briefs.citing.citations import read_citations
from peacebrief.briefs.pages.fact_registers import FactRegisters
from peacebrief.briefs.pages.figure_in_page import FigureFile
from peacebrief.briefs.pages.html import render_brief
from peacebrief.briefs.setting.brief_page import brief_page
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.briefs.trail.axes import case_axes
from peacebrief.briefs.trail.provenance import provenance
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import read_facts
from peacebrief.figures.reading import figure_tables
from peacebrief.figures.registry import FIGURES
from peacebrief.modelling_choices import modelling_choices
from peacebrief.saving import read_json
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly

PACKAGE = Path(__file__).parents[2]


class Material:
    """Facts, tables, figures and words of a case, ready to be told; `printed` are lists of facts printed elsewhere."""

    def __init__(
        self,
        *,
        facts: Path,
        evidence: Path,
        citations: Path,
        stages: Sequence[Path],
        figures: Path,
        faces: Path,
        printed: Sequence[Path],
        templates: Path,
    ) -> None:
        record, document = read_json(evidence), read_json(facts)
        known = read_facts(document)
        tables = figure_tables(record, *(read_json(stage) for stage in stages))
        cited = read_citations(read_json(citations))
        self.options = record["tables"]["options"]
        say = plainly(Known(known, record["tables"], record["case"]), templates / "words")
        told = provenance(record, known, cited, document["names"], say)
        self.words = {**told, **_registers(record, printed, told["trails"])}
        self.content = {
            "facts": known,
            "evidence": record,
            "citations": cited,
            "figures": {figure: _figure(figures, figure) for figure in FIGURES},
            "tables": tables,
            "templates": templates,
            "faces": faces,
        }

    def page(self, brief: str, medium: Medium) -> str:
        """The brief called `brief` as HTML. Raises what `render_brief` and `brief_page` raise."""
        told = brief_page(brief, self.options)
        return render_brief(brief_id=told.page, medium=medium, extra={**self.words, **told.given}, **self.content)


def _registers(evidence: dict[str, Any], printed: Sequence[Path], trails: Trails) -> dict[str, Any]:
    """What the registers of the annex hold: modelling choices, and the facts with what others print of them."""
    axes = case_axes(evidence["case"], evidence["tables"]["options"], trails.say)
    elsewhere = {fact for record in printed for fact in read_json(record)}
    return {
        "modelling_choices": modelling_choices(PACKAGE),
        "fact_registers": partial(FactRegisters, trails=trails, axes=axes, printed=elsewhere),
    }


def _figure(folder: Path, figure: str) -> FigureFile:
    """A drawn figure with its words."""
    words = read_json(folder / f"{figure}.json")
    parts = {part: words[part] for part in ("title", "subtitle", "source", "alt")}
    svg = (folder / f"{figure}.svg").read_text(encoding="utf-8")
    return FigureFile(svg=svg, csv=f"figures/{figure}.csv", **parts)
