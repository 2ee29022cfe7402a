"""Put the list of all cases published, from what their landing pages say, in the place of the last one."""

from __future__ import annotations

import argparse
from pathlib import Path

from jinja2 import TemplateError
from markupsafe import Markup

from peacebrief.briefs.pages.prose import prose_of
from peacebrief.briefs.setting.environment import template_environment
from peacebrief.briefs.setting.page_checks import check_html
from peacebrief.briefs.setting.stylesheet import stylesheet
from peacebrief.errors import AnalystError
from peacebrief.publishing.landing_page import PAGE, check_links, editions
from peacebrief.saving import save_text
from peacebrief.telling.saying.voice import Words

PACKAGE = Path(__file__).parents[2]
TEMPLATE = "index/all.html.jinja"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("page", type=Path, help="written: index.html, a copy of what is published")
    parser.add_argument(
        "--reports", type=Path, required=True, help="folder of the published editions; written: index.html"
    )
    parser.add_argument("--faces", type=Path, required=True, help="folder of the typefaces for the web")
    parser.add_argument("--templates", type=Path, required=True, help="folder of templates, styles and typefaces")


def run(*, page: Path, reports: Path, faces: Path, templates: Path) -> str:
    """Publish the page; it lists what lies in `reports`, so that no link leads nowhere and no edition is left out."""
    found = editions(reports)
    style = Markup(stylesheet(templates, "web", faces))  # noqa: S704 - our own style
    prose = prose_of(TEMPLATE, Words(templates / "words", escaped=True, vocabulary={}))
    try:
        page_of_all = template_environment(templates).get_template(TEMPLATE)
        text = page_of_all.render(editions=found, stylesheet=style, prose=prose)
        pages = {f"{one.case}/{PAGE}" for one in found}
        check_html(text, forbidden=[str(PACKAGE)])
        check_links(text, held=pages, shown=pages)
    except (ValueError, TemplateError) as error:
        raise AnalystError(f"{TEMPLATE}: the list of cases cannot be rendered: {error}") from error
    save_text(reports / PAGE, text)
    save_text(page, text)
    return f"{len(found)} editions listed"
