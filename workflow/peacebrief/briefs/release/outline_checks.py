"""Bookmarks of a PDF: every heading has one, each leads to a page, and they tell which section runs over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from peacebrief.briefs.release.structure import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A bookmark: its words, how deep it stands, and the number of the page it leads to; None where to none."""

    title: str
    depth: int
    page: int | None


def bookmarks(document: pikepdf.Pdf) -> list[Bookmark]:
    """Every bookmark in order."""
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    with document.open_outline() as outline:
        return list(_flat(outline.root, pages, 1))


def _flat(items: Sequence[pikepdf.OutlineItem], pages: dict[tuple[int, int], int], depth: int) -> Iterator[Bookmark]:
    for item in items:
        target = item.destination
        sheet = target[0] if isinstance(target, pikepdf.Array) and len(target) else None
        page = pages.get(sheet.objgen) if isinstance(sheet, pikepdf.Dictionary) else None
        yield Bookmark(title=" ".join(item.title.split()), depth=depth, page=page)
        yield from _flat(item.children, pages, depth + 1)


def bookmark_faults(marks: Sequence[Bookmark], structure: Sequence[Element], sections: Sequence[str]) -> Iterator[str]:
    """What is wrong with the bookmarks; `sections` are the second-level headings that must be among them."""
    if not marks:
        yield "The file has no bookmarks."
        return
    for mark in marks:
        if mark.page is None:
            yield f"The bookmark “{mark.title}” leads to no page of the file."
    levels = [int(element.tag[2]) for element in structure if element.is_heading]
    if levels != [mark.depth for mark in marks]:
        yield f"The file has {len(levels)} headings and {len(marks)} bookmarks, or not of the same levels."
    titles = {mark.title for mark in marks}
    for section in sections:
        if section not in titles:
            yield f"The heading “{section}” has no bookmark."


def overflowing_section(marks: Sequence[Bookmark], structure: Sequence[Element], most: int) -> str:
    """The title of the section whose content is the first to stand beyond `most` pages; empty where none does.

    Headings and bookmarks come in the same order, so that the headings passed tell which bookmark is the section's.
    """
    passed = 0
    for element in structure:
        passed += element.is_heading
        holds_text = element.tag in {"/Span", "/Figure", "/Link"}
        if holds_text and element.page is not None and element.page >= most:
            return marks[passed - 1].title if 0 < passed <= len(marks) else ""
    return ""
