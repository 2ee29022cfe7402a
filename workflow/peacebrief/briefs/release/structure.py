"""The structure of a tagged PDF in reading order: what a screen reader walks through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

HEADING = re.compile(r"/H[1-6]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element: its tag, its alternative text, its own name, and the number of the page it begins on."""

    tag: str
    alt: str
    name: str
    page: int | None

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of any level."""
        return HEADING.fullmatch(self.tag) is not None


def elements(document: pikepdf.Pdf) -> list[Element]:
    """Every element of the structure, parents before children."""
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    root = document.Root.get("/StructTreeRoot")
    return [] if root is None else list(_walk(root.get("/K"), pages))


def _walk(kids: pikepdf.Object | None, pages: dict[tuple[int, int], int]) -> Iterator[Element]:
    waiting = [kids]
    while waiting:  # as deep as lists are nested, and not as deep as the interpreter may go
        kid = waiting.pop()
        if isinstance(kid, pikepdf.Array):
            waiting.extend(reversed(list(kid)))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            page = pages.get(kid.Pg.objgen) if "/Pg" in kid else None
            alt, name = str(kid.get("/Alt", "")), str(kid.get("/ID", ""))
            yield Element(tag=str(kid.S), alt=alt, name=name, page=page)
            waiting.append(kid.get("/K"))
