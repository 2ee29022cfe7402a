"""A face reduced to the characters and features that web pages need."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from peacebrief.typefaces.characters import CHARACTERS

# Kerning, figures on the line, of equal width where asked for, ligatures, accents set on letters, forms by language.
FEATURES = ("kern", "lnum", "tnum", "liga", "mark", "locl")


def subset(face: Path) -> bytes:
    """The fixed set of characters of `face` as WOFF2, the same bytes every time.

    Raises ValueError that names a character the face does not have, which would show as a box or not at all.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    with TTFont(face, recalcTimestamp=False) as font:
        missing = sorted(CHARACTERS - set(map(chr, font.getBestCmap())))
        if missing:
            raise ValueError(f"{face.name} has no character U+{ord(missing[0]):04X}; take it out of the fixed set.")
        reducer = Subsetter(Options(layout_features=list(FEATURES), hinting=False))
        reducer.populate(text="".join(sorted(CHARACTERS)))
        names = font["name"]
        del font["name"]  # looking for names in use costs the subsetter more than the rest; put back whole
        reducer.subset(font)
        font["name"] = names
        font.flavor = "woff2"
        packed = BytesIO()
        font.save(packed, reorderTables=True)
    return packed.getvalue()
