"""Notes of a laid-out document: that each stands at the foot of the page that calls it, and is tagged as a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

CALL, MARKER = "span::footnote-call", "span::footnote-marker"


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
