"""What a PDF says about itself: archival (PDF/A-3a) and accessible (PDF/UA-1) in one metadata block, and its notes.

Each note stands at the foot of the page that calls it, and is tagged as a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A allows a property from outside only with its schema described in the same block (ISO 19005-3, 6.6.2.3).
ACCESSIBLE = f"""
<rdf:RDF xmlns:rdf="{RDF}" xmlns:pdfuaid="{UA}" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <rdf:Description rdf:about="" pdfuaid:part="1"/>
 <rdf:Description rdf:about="">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
</rdf:RDF>
"""
PREFIXES = {
    "rdf": RDF,
    "pdfuaid": UA,
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

CALL, MARKER = "span::footnote-call", "span::footnote-marker"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """The document's own title, author, description, keywords and the date of its edition (never the clock)."""

    title: str
    author: str
    description: str
    keywords: Sequence[str]
    date: date

    @property
    def moment(self) -> datetime:
        """Midnight, universal time, of the edition's date."""
        return datetime(self.date.year, self.date.month, self.date.day, tzinfo=UTC)


def describe(metadata: Any, info: DocumentInfo) -> None:
    """Set `info` on the renderer's metadata and have it claim both standards."""
    moment = info.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    metadata.title, metadata.authors, metadata.description = info.title, [info.author], info.description
    metadata.keywords, metadata.generator = list(info.keywords), None
    metadata.created = metadata.modified = moment
    written, included = metadata.generate_rdf_metadata, metadata.include_in_pdf

    def with_both_parts(variant: str, version: int, conformance: str) -> bytes:
        return _joined(written(variant, version, conformance))

    def uncompressed(pdf: Any, variant: str, version: int, conformance: str, *_: object) -> None:
        # Archives search metadata without unpacking it; some validators do so too.
        included(pdf, variant, version, conformance, compress=False)

    metadata.generate_rdf_metadata, metadata.include_in_pdf = with_both_parts, uncompressed


def _joined(rdf: bytes) -> bytes:
    for prefix, namespace in PREFIXES.items():
        ET.register_namespace(prefix, namespace)
    root = ET.fromstring(rdf)  # noqa: S314 - written by the renderer
    root.extend(ET.fromstring(ACCESSIBLE))  # noqa: S314 - written above
    joined: bytes = ET.tostring(root, encoding="utf-8")
    return joined


def misplaced_notes(document: Any, *, expected: int) -> str:
    """What is wrong with the notes of a rendered document, in one sentence; empty where nothing is.

    The renderer can defer or drop a note without a word, so the laid-out boxes themselves are read.
    """
    found = 0
    for number, page in enumerate(document.pages, start=1):
        laid_out = page._page_box  # noqa: SLF001 - the renderer tells it no other way
        calls, notes = (list(_texts(laid_out, tag)) for tag in (CALL, MARKER))
        if calls != notes:
            return f"Page {number} calls the notes {calls} and shows {notes}."
        found += len(calls)
    return "" if found == expected else f"The text has {expected} notes, the pages show {found}."


def tag_notes(_document: Any, pdf: Any) -> None:
    """Tag every note as one, by a name of its own, which the renderer leaves as a mere span (ISO 14289-1, 7.9).

    The feet of pages are the only parts of the structure that stand beside the pages' own without a meaning.
    """

    def element(reference: bytes) -> Any:
        return pdf.objects[int(reference.split()[0])]

    number = 0
    for top in element(pdf.catalog["StructTreeRoot"])["K"]:
        for foot in (one for one in map(element, element(top)["K"]) if one["S"] == "/NonStruct"):
            for note in (one for one in map(element, foot["K"]) if one["S"] == "/Span"):
                number += 1
                note["S"], note["ID"] = "/Note", f"(note-{number})"


def _texts(box: Any, tag: str) -> Iterator[str]:
    text = getattr(box, "text", None)
    if isinstance(text, str) and getattr(box, "element_tag", None) == tag:
        yield text.strip(" .")
    for child in getattr(box, "children", ()):
        yield from _texts(child, tag)
