"""The stylesheet of each medium, from the one set of tokens and the bundled faces."""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

Medium = Literal["web", "pdf"]

SHEETS: dict[Medium, tuple[str, ...]] = {
    "web": ("tokens.css", "dark.css", "shared.css", "web.css"),
    "pdf": ("tokens.css", "shared.css", "print.css"),
}
FACES = (
    ("Source Sans 3", 400, "normal", "SourceSans3-Regular.ttf"),
    ("Source Sans 3", 400, "italic", "SourceSans3-Italic.ttf"),
    ("Source Sans 3", 600, "normal", "SourceSans3-SemiBold.ttf"),
    ("Source Sans 3", 700, "normal", "SourceSans3-Bold.ttf"),
    ("Source Serif 4", 400, "normal", "SourceSerif4-Regular.ttf"),
    ("Source Serif 4", 400, "italic", "SourceSerif4-Italic.ttf"),
    ("Source Serif 4", 600, "normal", "SourceSerif4-SemiBold.ttf"),
)
ASCII = frozenset(range(0x20, 0x7F))  # always all of it, so that most pages share one subset
FACES_GO_HERE = "/* typefaces */"


def stylesheet(templates: Path, medium: Medium) -> str:
    """The CSS of `medium`, with a place for the typefaces at its head."""
    sheets = ((templates / "css" / name).read_text(encoding="utf-8") for name in SHEETS[medium])
    return FACES_GO_HERE + "\n" + "\n".join(sheets)


def with_faces(html: str, templates: Path, medium: Medium) -> str:
    """`html` with its typefaces: named files for the PDF, embedded subsets of the letters used for the web."""
    if medium == "pdf":
        rules = [_rule(face, f"fonts/{face[3]}", "truetype") for face in FACES]
    else:
        letters = ASCII | frozenset(map(ord, html))
        rules = [_rule(face, _embedded(templates / "fonts" / face[3], letters), "woff2") for face in FACES]
    return html.replace(FACES_GO_HERE, "\n".join(rules), 1)


def _rule(face: tuple[str, int, str, str], address: str, file_format: str) -> str:
    family, weight, slant, _ = face
    source = f'src: url("{address}") format("{file_format}")'
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; {source}; }}'


@lru_cache(maxsize=64)
def _embedded(face: Path, letters: frozenset[int]) -> str:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(face, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=["kern", "liga", "lnum", "tnum", "mark", "mkmk"], hinting=False))
    subsetter.populate(unicodes=sorted(letters))
    subsetter.subset(font)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed, reorderTables=True)
    return "data:font/woff2;base64," + base64.b64encode(packed.getvalue()).decode("ascii")
