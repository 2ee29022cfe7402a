"""What must hold before a PDF is published. An independent validator checks the standards in full; this is the gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from urllib.parse import urlsplit

import pikepdf

from peacebrief.briefs.environment import SCHEMES
from peacebrief.briefs.html_checks import SHORTEST_ALT, GateError

FAMILIES = ("Source-Sans-3", "Source-Serif-4")
CLAIMS = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def check_pdf(
    pdf: bytes,
    *,
    pages: tuple[int, int] | None = None,
    figures: int | None = None,
    attachments: Sequence[str] = (),
    forbidden: Sequence[str] = (),
) -> None:
    """Pass `pdf` or raise GateError with the first fault found.

    `pages` is the fewest and the most pages allowed, `figures` how many it must have, `attachments` the files it must
    carry, `forbidden` texts that may not occur in it, for example the folder in which it was built.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        if pages and not pages[0] <= len(document.pages) <= pages[1]:
            raise GateError(f"The brief has {len(document.pages)} pages; it may have {pages[0]} to {pages[1]}.")
        for fault in _faults(document, figures, sorted(attachments), forbidden):
            raise GateError(fault)


def _faults(
    document: pikepdf.Pdf, figures: int | None, attachments: list[str], forbidden: Sequence[str]
) -> Iterator[str]:
    yield from (f"The file is damaged: {fault}." for fault in document.check_pdf_syntax())
    yield from _identity_faults(document)
    yield from _structure_faults(document, figures)
    yield from _link_faults(document)
    yield from _typeface_faults(document)
    if sorted(document.attachments) != attachments:
        yield f"The file carries {sorted(document.attachments)} instead of {attachments}."
    yield from _trace_faults(document, ("file:", *forbidden))


def _identity_faults(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if str(root.get("/Lang", "")) != "en-GB":
        yield "The file does not say that it is in British English."
    if not str(document.docinfo.get("/Title", "")).strip():
        yield "The file has no title."
    for key in ("/OpenAction", "/AA"):
        if key in root:
            yield f"The file would act on opening ({key})."
    if "/JavaScript" in root.get("/Names", {}):
        yield "The file contains a script."
    with document.open_metadata() as metadata:
        for claim, value in CLAIMS.items():
            if metadata.get(claim) != value:
                yield f"The file does not claim {claim} {value}."


def _structure_faults(document: pikepdf.Pdf, figures: int | None) -> Iterator[str]:
    tags = [(str(item.get("/S")), str(item.get("/Alt", ""))) for item in _structure(document)]
    first_level = sum(tag == "/H1" for tag, _ in tags)
    if first_level != 1:
        yield f"The file has {first_level} first-level headings instead of one."
    alternatives = [alt for tag, alt in tags if tag == "/Figure"]
    if any(len(alt) < SHORTEST_ALT for alt in alternatives):
        yield f"A figure has less than {SHORTEST_ALT} characters of alternative text."
    if figures is not None and len(alternatives) != figures:
        yield f"The file has {len(alternatives)} figures instead of {figures}."


def _structure(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem":
            yield item


def _link_faults(document: pikepdf.Pdf) -> Iterator[str]:
    for item in document.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Subtype") != "/Link":
            continue
        address = str(item.A.get("/URI", "")) if "/A" in item else ""
        if "/Dest" not in item and urlsplit(address).scheme.lower() not in SCHEMES:
            yield f"The link {address[:80]!r} is neither a web address nor a place in the file."


def _typeface_faults(document: pikepdf.Pdf) -> Iterator[str]:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.get("/FontName", ""))
            if not re.fullmatch(rf"/[A-Z]{{6}}\+({'|'.join(FAMILIES)})\b.*", name):
                yield f"The typeface {name} is not one of those bundled."
            if "/FontFile2" not in item and "/FontFile3" not in item:
                yield f"The typeface {name} is not embedded."


def _trace_faults(document: pikepdf.Pdf, forbidden: Sequence[str]) -> Iterator[str]:
    """Texts of the building machine anywhere in the file, attached files and typefaces included."""
    for item in document.objects:
        if isinstance(item, pikepdf.Stream):
            written = item.read_bytes() + item.stream_dict.unparse(resolved=False)
            attached = item.get("/Type") == "/EmbeddedFile"
        else:
            written, attached = item.unparse(resolved=False), False
        for text in forbidden:
            if text.encode() in written and not (attached and text == "file:"):
                yield f"The file contains {text!r}, which belongs to the machine that built it."
