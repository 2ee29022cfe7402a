"""Render the landing page of an edition: its answer, its briefs, its data, and how to check and rebuild it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from peacebrief.briefs.citing.citations import read_citations
from peacebrief.briefs.pages.html import render_brief
from peacebrief.briefs.setting.page_checks import check_html
from peacebrief.briefs.trail.provenance import provenance
from peacebrief.errors import AnalystError
from peacebrief.facts.fact import read_facts
from peacebrief.figures.reading import figure_tables
from peacebrief.publishing.contents import SUMS, contents
from peacebrief.publishing.landing_page import PAGE, check_links, checksums, further_briefs, further_data
from peacebrief.saving import read_json, save_text
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly

PACKAGE = Path(__file__).parents[2]
TEMPLATE = "index/case.html.jinja"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("page", type=Path, help="written: index.html")
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--citations", type=Path, required=True, help="the sources as the briefs cite them")
    parser.add_argument("--stages", type=Path, nargs="+", required=True, help="records of the stages")
    parser.add_argument("--briefs", type=Path, nargs="+", required=True, help="the briefs, in both formats")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="files of data")
    parser.add_argument("--figures", type=Path, nargs="+", required=True, help="files of figures")
    parser.add_argument("--captions", type=Path, nargs="+", required=True, help="words of the figures")
    parser.add_argument("--faces", type=Path, required=True, help="folder of the typefaces for the web")
    parser.add_argument("--templates", type=Path, required=True, help="folder of templates, styles and typefaces")


def run(
    *,
    page: Path,
    facts: Path,
    evidence: Path,
    citations: Path,
    stages: list[Path],
    briefs: list[Path],
    data: list[Path],
    figures: list[Path],
    captions: list[Path],
    faces: Path,
    templates: Path,
) -> str:
    """Write the page. Raises AnalystError where it would lead to what the edition does not hold."""
    record, document, cited = read_json(evidence), read_json(facts), read_citations(read_json(citations))
    tables = figure_tables(record, *(read_json(stage) for stage in stages))
    known = read_facts(document)
    say = plainly(Known(known, record["tables"], record["case"]), templates / "words")
    held = {
        "briefs": contents(briefs, say),
        "data": contents(data, say, folder="data"),
        "drawn": contents(figures, say, folder="figures"),
    }
    titles = {caption.stem: read_json(caption)["title"] for caption in captions}
    try:
        text = render_brief(
            brief_id="index",
            template=TEMPLATE,
            facts=known,
            evidence=record,
            citations=cited,
            figures={},
            tables=tables,
            templates=templates,
            faces=faces,
            medium="web",
            extra={
                **provenance(record, known, cited, document["names"], say),
                **held,
                **described(held, [row["id"] for row in record["tables"]["options"]]),
                "figure_titles": titles,
                "sums": SUMS,
            },
        )
        check_html(text, forbidden=[str(PACKAGE)])
        check_links(text, held=names(held) | {SUMS, PAGE}, shown=names(held))
    except (ValueError, TemplateError) as error:
        raise AnalystError(f"{TEMPLATE}: the landing page cannot be rendered: {error}") from error
    save_text(page, text)
    return f"landing page of {len(names(held))} files rendered"


def described(held: dict[str, dict[str, Any]], options: list[str]) -> dict[str, Any]:
    """What the page prints of the files besides what it says in its own words."""
    return {
        "checksums": checksums(held["briefs"]),
        "further_briefs": further_briefs(held["briefs"], options),
        "further_data": further_data(held["data"]),
    }


def names(held: dict[str, dict[str, Any]]) -> set[str]:
    """The names of all files held."""
    return {name for part in held.values() for name in part}
