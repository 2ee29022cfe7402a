"""Check one finished brief, both formats, before it is published."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from peacebrief.briefs.release.release_checks import check_document, check_web_page
from peacebrief.briefs.setting.page_checks import GateError
from peacebrief.errors import AnalystError
from peacebrief.saving import save_json

PACKAGES = Path(__file__).parents[3]
REMEDY = "mend the template or the input behind it; what is published stays as it was"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("html", type=Path, help="the web page")
    parser.add_argument("pdf", type=Path, help="the document")
    parser.add_argument("report", type=Path, help="written: what was checked and measured")


def run(*, html: Path, pdf: Path, report: Path) -> str:
    """Write the report of a brief without fault. Raises AnalystError with the first fault, its file and the remedy."""
    brief, forbidden = html.stem, [str(PACKAGES), str(html.parent.resolve())]
    contents = {file.name: file.read_bytes() for file in (html, pdf)}
    with _told_of(html):
        page = check_web_page(contents[html.name].decode("utf-8"), brief=brief, forbidden=forbidden)
    with _told_of(pdf):
        counted = check_document(contents[pdf.name], brief=brief, page=page, forbidden=forbidden)
    text = page.reading
    language = {"grade": text.grade, "sentences": text.sentences, "words": text.words}
    longest = {"words": text.most_words, "sentence": text.longest}
    # Only these very bytes may be published.
    checked = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    save_json(report, {"brief": brief, **counted, **language, "longest": longest, "findings": 0, "sha256": checked})
    measures = f"grade {text.grade}, longest sentence {text.most_words} words"
    return f"{brief} checked: {counted['pages']} pages, {measures}, 0 findings"


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    try:
        yield
    except (GateError, UnicodeDecodeError, pikepdf.PdfError) as error:
        fault = str(error).rstrip(".")
        raise AnalystError(f"{file}: {fault[0].lower()}{fault[1:]}; {REMEDY}.") from error
