"""HTML to PDF, the same bytes every time: archival, accessible, with its data attached."""

from __future__ import annotations

import logging
import mimetypes
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peacebrief.briefs.printing.pdf_metadata import DocumentInfo, describe, misplaced_notes, tag_notes
from peacebrief.briefs.setting.page_checks import check_html

VARIANT = "pdf/a-3a"
NO_SUBSETTER = (
    "The library libharfbuzz-subset is missing; install it (Debian: libharfbuzz-subset0, macOS: brew install pango)."
)
FONT_SETTINGS = "fonts/fontconfig.xml"
# The renderer defers a note where it cannot move the line that calls it; other rules for lone lines give it room.
LAYOUTS = (
    "",
    "p, li { orphans: 2 !important; widows: 2 !important }",
    "p, li { orphans: 1 !important; widows: 1 !important }",
    ".note { footnote-policy: block !important }",
)
# Said where the renderer stumbles over an assertion of its own.
UNPLACED = "The renderer finds no place on any page for a part of the text that may not be split."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file carried inside the PDF."""

    name: str
    description: str
    data: bytes
    mime: str


class RenderingError(ValueError):
    """The page did not render cleanly; the message says what went wrong in one sentence."""


def render_pdf(*, html: str, attachments: Sequence[Attachment], info: DocumentInfo, templates: Path) -> bytes:
    """The PDF of `html`, which is the "pdf" form of `render_brief`.

    Raises RenderingError on any complaint of the renderer, and where the library that subsets typefaces is missing
    (its stand-in writes the time into the file). Raises GateError where the page is not fit to be rendered.
    """
    check_html(html, medium="pdf")
    weasyprint = load_renderer(templates)
    from peacebrief.briefs.printing.bundled_files import BundledFilesOnly

    with _no_complaints(), _fetching_errors_told():
        folder, fetcher = templates.resolve().as_uri(), BundledFilesOnly(templates / "fonts")
        page = weasyprint.HTML(string=html, base_url=f"{folder}/", url_fetcher=fetcher)
        document = _laid_out(page, notes=html.count('<span class="note">'))
        describe(document.metadata, info)
        document.metadata.attachments = [_attached(one, info) for one in attachments]
        pdf: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=tag_notes)
    return pdf


def load_renderer(templates: Path) -> Any:
    """The renderer, which takes half a second to load, made to know no typefaces but those of a page.

    Raises RenderingError where the library that subsets typefaces is missing.
    """
    os.environ["FONTCONFIG_FILE"] = str((templates / FONT_SETTINGS).resolve())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "no fonts configured" is what we want; a missing subsetter is checked below
        import weasyprint
        from weasyprint.text import ffi
    if ffi.harfbuzz_subset is None:
        raise RenderingError(NO_SUBSETTER)
    return weasyprint


def _laid_out(page: Any, *, notes: int) -> Any:
    """The document in the first of the `LAYOUTS` in which every note stands at the foot of the page that calls it."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    for style in LAYOUTS:
        sheets = [weasyprint.CSS(string=style)] if style else []
        try:
            document = page.render(font_config=FontConfiguration(), pdf_variant=VARIANT, stylesheets=sheets)
        except AssertionError:
            fault = UNPLACED
            continue
        fault = misplaced_notes(document, expected=notes)
        if not fault:
            return document
    raise RenderingError(fault)


def _attached(attachment: Attachment, info: DocumentInfo) -> Any:
    import weasyprint

    # The renderer takes the type from the name, whatever it is told.
    if mimetypes.MimeTypes().guess_type(attachment.name)[0] != attachment.mime:
        raise RenderingError(f"The attachment {attachment.name} is not named like {attachment.mime}.")
    return weasyprint.Attachment(
        string=attachment.data, name=attachment.name, description=attachment.description,
        created=info.moment, modified=info.moment, relationship="Data",
    )  # fmt: skip


@contextmanager
def _fetching_errors_told() -> Iterator[None]:
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:  # not an Exception: the renderer lets it pass through its own handlers
        raise RenderingError(f"The page would load something it may not: {error}") from error


@contextmanager
def _no_complaints() -> Iterator[None]:
    """Any warning that the renderer logs becomes an error, except its remarks on style it does not know in pictures."""
    complaints: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    before = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [handler], False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # the renderer leaves its colour profile open
            yield
    finally:
        logger.handlers, logger.propagate = before
    serious = [complaint for complaint in complaints if not complaint.startswith("Ignored ")]
    if serious:
        raise RenderingError(f"The page did not render cleanly: {serious[0]}")
