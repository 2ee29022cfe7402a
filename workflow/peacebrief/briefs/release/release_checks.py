"""The gate between rendering and publishing: what a brief is checked for, and what the checks found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree
from lxml import html as lxml_html

from peacebrief.briefs.release.attachment_checks import attached_files, attachment_faults
from peacebrief.briefs.release.outline_checks import Bookmark, bookmark_faults, bookmarks, overflowing_section
from peacebrief.briefs.release.pdf_checks import pdf_faults
from peacebrief.briefs.release.readability import Reading, reading, sentences
from peacebrief.briefs.release.structure import Element, elements
from peacebrief.briefs.release.validator import PROFILES, Opinion, validator_opinion
from peacebrief.briefs.setting.brief_page import MOST_WORDS, TOO_HARD, page_limits
from peacebrief.briefs.setting.page_checks import GateError, check_html

SECTIONS = "//main//h2[not(ancestor::section[@role='doc-endnotes'])]"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """What the gate needs to know of the web page: its sections, notes, printed facts and how it reads."""

    sections: Sequence[str]
    notes: int
    facts: set[str]
    reading: Reading


def check_web_page(html: str, *, brief: str, forbidden: Sequence[str]) -> WebPage:
    """Pass the web page of `brief`, or raise GateError with the first fault found. `forbidden`: see `check_html`."""
    check_html(html, forbidden=forbidden)
    page = lxml_html.document_fromstring(html, parser=lxml_html.HTMLParser(huge_tree=True))
    measures = reading(sentences(page))
    if fault := next(_language_faults(brief, measures), None):
        raise GateError(fault)
    return WebPage(
        sections=[_plain(heading) for heading in page.xpath(SECTIONS)],
        notes=len(page.xpath("//a[@role='doc-noteref']")),
        facts=set(page.xpath("//@data-fact")),
        reading=measures,
    )


def _plain(heading: etree._Element) -> str:
    return " ".join(str(heading.text_content()).split())


def _language_faults(brief: str, measures: Reading) -> Iterator[str]:
    most = MOST_WORDS.get(brief)
    if most and measures.most_words > most:
        start = " ".join(measures.longest.split()[:8])
        yield f"The sentence “{start} …” has {measures.most_words} words; split it, {most} are the most."
    if measures.grade > TOO_HARD:
        yield f"The text reads at grade {measures.grade}, above {TOO_HARD}; shorten its longest sentences."


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the gate needs to know of the PDF; `fault` is the first that the file has by itself."""

    fault: str | None
    pages: int
    marks: Sequence[Bookmark]
    structure: Sequence[Element]
    files: Mapping[str, bytes]
    opinions: Sequence[Opinion]


def check_document(pdf: bytes, *, brief: str, page: WebPage, forbidden: Sequence[str]) -> dict[str, Any]:
    """Pass the PDF of `brief` whose web page is `page`; what was counted. Raises GateError with the first fault."""
    document = _opened(pdf, forbidden)
    if fault := document.fault or next(_document_faults(document, brief, page), None):
        raise GateError(fault)
    return {
        "pages": document.pages,
        "bookmarks": len(document.marks),
        "figures": sum(element.tag == "/Figure" for element in document.structure),
        "notes": page.notes,
        "attachments": sorted(document.files),
        "validator": {one.profile: {"rules": one.rules, "faults": len(one.faults)} for one in document.opinions},
    }


def _opened(pdf: bytes, forbidden: Sequence[str]) -> Document:
    with pikepdf.open(BytesIO(pdf)) as document:
        structure = elements(document)
        return Document(
            fault=next(pdf_faults(document, structure, forbidden), None),
            pages=len(document.pages),
            marks=bookmarks(document),
            structure=structure,
            files=attached_files(document),
            opinions=[validator_opinion(pdf, profile) for profile in PROFILES],
        )


def _document_faults(document: Document, brief: str, page: WebPage) -> Iterator[str]:
    yield from bookmark_faults(document.marks, document.structure, page.sections)
    yield from _length_faults(document, brief)
    notes = {element.name for element in document.structure if element.tag == "/Note" and element.name}
    if len(notes) != page.notes:
        yield f"The web page has {page.notes} notes and the PDF {len(notes)}."
    yield from attachment_faults(document.files, brief=brief, printed=page.facts)
    for opinion in document.opinions:
        for rule, message in sorted(opinion.faults.items()):
            yield f"The independent validator refuses it as {opinion.profile}: {message} ({rule})."


def _length_faults(document: Document, brief: str) -> Iterator[str]:
    pages, (fewest, most) = document.pages, page_limits(brief)
    if pages > most:
        section = overflowing_section(document.marks, document.structure, most)
        yield f"The brief has {pages} pages, {most} are the most; the section “{section}” runs over, shorten it."
    if pages < fewest:
        yield f"The brief has {_counted(pages)} and fills {_counted(fewest)}; it leaves room for what was promised."


def _counted(pages: int) -> str:
    return f"{pages} page{'s' * (pages != 1)}"
