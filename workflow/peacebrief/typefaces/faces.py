"""The bundled faces, as stylesheets name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Face:
    """One weight and slant of a family; `name` is that of its file, without the ending."""

    name: str
    family: str
    weight: int
    slant: Literal["normal", "italic"]


FACES = (
    Face("SourceSans3-Regular", "Source Sans 3", 400, "normal"),
    Face("SourceSans3-Italic", "Source Sans 3", 400, "italic"),
    Face("SourceSans3-SemiBold", "Source Sans 3", 600, "normal"),
    Face("SourceSans3-Bold", "Source Sans 3", 700, "normal"),
    Face("SourceSerif4-Regular", "Source Serif 4", 400, "normal"),
    Face("SourceSerif4-Italic", "Source Serif 4", 400, "italic"),
    Face("SourceSerif4-SemiBold", "Source Serif 4", 600, "normal"),
)
# The style of the web pages is nowhere heavier than 600 and slants running text only, which has serifs.
PRINT_ONLY = {"SourceSans3-Italic", "SourceSans3-Bold"}
WEB_FACES = tuple(face for face in FACES if face.name not in PRINT_ONLY)
