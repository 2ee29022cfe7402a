"""What must hold before a PDF is published, beside the standards, which an independent validator checks in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import pikepdf

from peacebrief.briefs.release.structure import Element
from peacebrief.briefs.setting.environment import SCHEMES
from peacebrief.briefs.setting.page_checks import SHORTEST_ALT

FAMILIES = ("Source-Sans-3", "Source-Serif-4")
CLAIMS = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
ACTIONS = frozenset(
    f"/{name}" for name in ("GoToE", "GoToR", "ImportData", "JavaScript", "Launch", "Movie", "Rendition", "SubmitForm")
)


def pdf_faults(document: pikepdf.Pdf, structure: Sequence[Element], forbidden: Sequence[str]) -> Iterator[str]:
    """The faults of an open document whose `structure` is known.

    `forbidden` are texts that may not occur in it, for example the folder in which it was built.
    """
    yield from (f"The file is damaged: {fault}." for fault in document.check_pdf_syntax())
    yield from _identity_faults(document)
    yield from _structure_faults(structure)
    yield from _link_faults(document)
    yield from _typeface_faults(document)
    yield from _action_faults(document)
    yield from _trace_faults(document, forbidden)


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


def _structure_faults(structure: Sequence[Element]) -> Iterator[str]:
    first_level = sum(element.tag == "/H1" for element in structure)
    if first_level != 1:
        yield f"The file has {first_level} first-level headings instead of one."
    if any(element.tag == "/Figure" and len(element.alt) < SHORTEST_ALT for element in structure):
        yield f"A figure has less than {SHORTEST_ALT} characters of alternative text."


def _link_faults(document: pikepdf.Pdf) -> Iterator[str]:
    places = set(pikepdf.NameTree(document.Root.Names.Dests)) if "/Dests" in document.Root.get("/Names", {}) else set()
    for item in document.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Subtype") != "/Link":
            continue
        address = str(item.A.get("/URI", "")) if "/A" in item else ""
        if "/Dest" in item and str(item.Dest) not in places:
            yield f"The link to {str(item.Dest)!r} leads nowhere in the file."
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


def _action_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """Whatever a link, bookmark or form could set off, other than to go to a place in the file or on the web."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary):
            for action in (item, item.get("/A")):
                if isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in ACTIONS:
                    yield f"The file would act by itself or on a click ({action.S})."


def _trace_faults(document: pikepdf.Pdf, forbidden: Sequence[str]) -> Iterator[str]:
    """Texts of the building machine anywhere in the file, attached files and typefaces included."""
    for item in document.objects:
        if isinstance(item, pikepdf.Stream):
            written = item.read_bytes() + item.stream_dict.unparse(resolved=False)
        else:
            written = item.unparse(resolved=False)
        for text in forbidden:
            if text.encode() in written:
                yield f"The file contains {text!r}, which belongs to the machine that built it."
