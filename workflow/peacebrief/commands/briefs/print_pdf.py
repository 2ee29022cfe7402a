"""Print the page that stands on standard input as the PDF of a brief, with the data it rests on attached."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from peacebrief.briefs.printing.attached import attachments
from peacebrief.briefs.printing.pdf import load_renderer, render_pdf
from peacebrief.briefs.printing.pdf_metadata import DocumentInfo
from peacebrief.briefs.setting.brief_page import brief_page
from peacebrief.errors import AnalystError
from peacebrief.saving import read_json
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say, plainly


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("brief", help="name of the brief")
    parser.add_argument("pdf", type=Path, help="written: the document")
    parser.add_argument("--facts", type=Path, required=True, help="every fact of the case")
    parser.add_argument("--evidence", type=Path, required=True, help="resolved evidence of the case")
    parser.add_argument("--templates", type=Path, required=True, help="folder of templates, styles and typefaces")


def run(*, brief: str, pdf: Path, facts: Path, evidence: Path, templates: Path) -> str:
    """Write the document. Raises AnalystError where the page does not print cleanly."""
    record = read_json(evidence)
    subject = brief_page(brief, record["tables"]["options"]).subject
    say = plainly(Known({}, {}, record["case"]), templates / "words")
    try:
        # All that needs no page first: it is usually still being written.
        load_renderer(templates)
        carried = attachments(brief=brief, facts=facts.read_bytes(), evidence=record, say=say)
        html = sys.stdin.buffer.read().decode("utf-8")
        document = render_pdf(
            html=html, attachments=carried, info=document_info(subject, record["case"], say), templates=templates
        )
    except ValueError as error:
        raise AnalystError(f"brief {brief}: the brief cannot be rendered: {error}") from error
    pdf.write_bytes(document)
    return f"{brief} printed"


def document_info(subject: str, case: dict[str, Any], say: Say) -> DocumentInfo:
    """What the PDF says about itself."""
    return DocumentInfo(
        title=say(phrase("files.document", case=case["title"], subject=subject)),
        author="peacebrief",
        description=case["question"],
        keywords=[say(phrase("files.peace_operations")), say(phrase("files.policy_brief")), case["title"]],
        date=date.fromisoformat(case["date"]),
    )
