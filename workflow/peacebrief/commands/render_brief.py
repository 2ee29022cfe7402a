"""Render one brief from its template, as web page and as PDF."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError

from peacebrief.briefs import (
    Attachment,
    DocumentInfo,
    FigureFile,
    check_html,
    check_pdf,
    render_brief,
    render_pdf,
)
from peacebrief.briefs.axes import case_axes
from peacebrief.briefs.brief_page import brief_page
from peacebrief.briefs.matrices import matrices
from peacebrief.briefs.vocabulary import vocabulary
from peacebrief.errors import AnalystError
from peacebrief.facts.fact import Fact
from peacebrief.facts.store import read_facts
from peacebrief.figures.reading import figure_tables
from peacebrief.figures.registry import FIGURES
from peacebrief.modelling_choices import modelling_choices
from peacebrief.publishing.tables import csv_text
from peacebrief.saving import read_json, saved

PACKAGE = Path(__file__).parents[1]
ATTACHED = ("assumptions.csv", "facts.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("html", type=Path, help="written: <brief>.html, the web page")
    parser.add_argument("pdf", type=Path, help="written: <brief>.pdf, the document")
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--stages", type=Path, nargs="+", required=True, help="records of the stages")
    parser.add_argument("--figures", type=Path, required=True, help="folder of the figures")
    parser.add_argument("--faces", type=Path, required=True, help="folder of the typefaces for the web")
    parser.add_argument("--others", type=Path, nargs="*", default=[], help="other briefs, as web pages, for the annex")
    parser.add_argument("--templates", type=Path, required=True, help="folder of templates, styles and typefaces")


def run(
    *,
    html: Path,
    pdf: Path,
    facts: Path,
    evidence: Path,
    stages: list[Path],
    figures: Path,
    faces: Path,
    others: list[Path],
    templates: Path,
) -> str:
    """Write both formats, or neither. Raises AnalystError where the template asks for what is not there."""
    record, known = read_json(evidence), read_facts(read_json(facts))
    brief = brief_page(html.stem, record["tables"]["options"])
    tables = figure_tables(record, *(read_json(stage) for stage in stages))
    content = {
        "brief_id": brief.page,
        "facts": known,
        "evidence": record,
        "figures": {figure: read_figure(figures, figure) for figure in FIGURES},
        "tables": tables,
        "templates": templates,
        "faces": faces,
        "extra": {**vocabulary(tables), **registers(record, known, others), **brief.given},
    }
    try:
        page = render_brief(**content, medium="web")
        document = render_pdf(
            html=render_brief(**content, medium="pdf"),
            attachments=attachments(facts.read_bytes(), record["assumptions"]),
            info=document_info(brief.subject, record["case"]),
            templates=templates,
        )
        check_html(page, forbidden=[str(PACKAGE)])
        check_pdf(document, pages=brief.limits, attachments=ATTACHED, forbidden=[str(PACKAGE)])
    except (ValueError, TemplateError) as error:
        raise AnalystError(f"{place(error, html.stem)}: the brief cannot be rendered: {error}") from error
    with saved(html, pdf) as (temporary_html, temporary_pdf):
        temporary_html.write_text(page, encoding="utf-8", newline="\n")
        temporary_pdf.write_bytes(document)
    return f"{html.stem} rendered"


def place(error: Exception, brief: str) -> str:
    """Where in the templates the error arose: the innermost template line, or else the brief."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".jinja")]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else f"brief {brief}"


def registers(evidence: dict[str, Any], facts: dict[str, Fact], others: list[Path]) -> dict[str, Any]:
    """What the registers of the annex hold: choices, used rows, facts by their subjects and by what `others` print."""
    pages = (page.read_text(encoding="utf-8") for page in others)
    return {
        "axes": case_axes(evidence["case"], evidence["tables"]["options"]),
        "matrices": matrices,
        "modelling_choices": modelling_choices(PACKAGE),
        "used_rows": {origin for fact in facts.values() for origin in fact.because},
        "printed_elsewhere": {fact for page in pages for fact in re.findall(r'data-fact="([^"]+)"', page)},
    }


def read_figure(folder: Path, figure: str) -> FigureFile:
    """A drawn figure with its words."""
    words = read_json(folder / f"{figure}.json")
    parts = {part: words[part] for part in ("title", "subtitle", "source", "alt")}
    svg = (folder / f"{figure}.svg").read_text(encoding="utf-8")
    return FigureFile(svg=svg, csv=f"figures/{figure}.csv", **parts)


def attachments(facts: bytes, assumptions: list[dict[str, Any]]) -> list[Attachment]:
    """What the PDF carries, so that its numbers can be checked without anything else."""
    numbers = "Every fact of this edition, with what it rests on"
    choices = "Every assumption, with its range and source"
    return [
        Attachment(name="facts.json", description=numbers, data=facts, mime="application/json"),
        Attachment(name="assumptions.csv", description=choices, data=csv_text(assumptions).encode(), mime="text/csv"),
    ]


def document_info(subject: str, case: dict[str, Any]) -> DocumentInfo:
    """What the PDF says about itself."""
    return DocumentInfo(
        title=f"{case['title']}: {subject}",
        author="peacebrief",
        description=case["question"],
        keywords=["peace operations", "policy brief", case["title"]],
        date=date.fromisoformat(case["date"]),
    )
