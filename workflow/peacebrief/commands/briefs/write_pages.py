"""Write the two pages of a brief from its template: one for the web, one that is printed as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError

from peacebrief.briefs.pages.page_content import Material
from peacebrief.commands.briefs.render_brief import add_sources
from peacebrief.errors import AnalystError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    written = "number of an open file; written first: the page to print"
    parser.add_argument("brief", help="name of the brief")
    parser.add_argument("page", type=Path, help="written: the web page")
    parser.add_argument("--sheet", type=int, required=True, help=written)
    add_sources(parser)


def run(*, brief: str, page: Path, sheet: int, **sources: Any) -> str:
    """Write both pages. Raises AnalystError where the template asks for what is not there."""
    material = Material(**sources)
    try:
        # Closed as soon as it is written, so that printing begins while the web page is still being made.
        with open(sheet, "w", encoding="utf-8", newline="\n") as to_print:
            to_print.write(material.page(brief, "pdf"))
        page.write_text(material.page(brief, "web"), encoding="utf-8", newline="\n")
    except (ValueError, TemplateError) as error:
        raise AnalystError(f"{place(error, brief)}: the brief cannot be rendered: {error}") from error
    return f"{brief} written"


def place(error: Exception, brief: str) -> str:
    """Where in the templates the error arose: the innermost template line, or else the brief."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".jinja")]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else f"brief {brief}"
