"""List the facts that the briefs other than the annex print, so that the annex can account for them on paper."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from peacebrief.briefs.pages.page_content import Material
from peacebrief.briefs.setting.brief_page import names_of_briefs, pages_in
from peacebrief.briefs.setting.template_code import printing_digest
from peacebrief.commands.briefs.render_brief import add_sources
from peacebrief.commands.briefs.write_pages import place
from peacebrief.errors import AnalystError
from peacebrief.saving import save_json

FACT = re.compile(r'data-fact="([^"]+)"')


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("names", type=Path, help="written: the names of the facts, as printed-<digest>.json")
    add_sources(parser)


def run(*, names: Path, **sources: Any) -> str:
    """Write the names of all facts whose numbers stand in other briefs. Raises AnalystError as `write_pages` does."""
    material, found = Material(**sources), set[str]()
    pages = [page for page in pages_in(sources["templates"]) if page != "annex"]
    for brief in names_of_briefs(pages, [str(row["id"]) for row in material.options]):
        try:
            found.update(FACT.findall(material.page(brief, "pdf")))
        except (ValueError, TemplateError) as error:
            raise AnalystError(f"{place(error, brief)}: the brief cannot be rendered: {error}") from error
    if names.stem.rpartition("-")[2] != printing_digest(sources["templates"]):
        raise AnalystError("the templates were edited while the run was going on; run it again.")
    save_json(names, sorted(found))
    return f"{len(found)} facts are printed"
