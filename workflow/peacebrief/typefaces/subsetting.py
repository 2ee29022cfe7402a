"""A face reduced to the characters and features that web pages need.

The characters are one fixed set, so that all pages share the same subsets.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

# First and last of each run. Every bundled face has all of them; a page with any other character is refused.
RUNS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x012B), (0x012E, 0x0131), (0x0134, 0x0165), (0x0168, 0x017F),  # Latin-1, Latin Extended-A
    (0x0218, 0x021B), (0x1E80, 0x1E85), (0x1EA0, 0x1EF9),  # Romanian, Welsh and Vietnamese letters
    (0x0300, 0x0304), (0x0306, 0x030C),  # combining accents
    (0x0384, 0x038A), (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x03CE),  # Greek
    (0x0400, 0x045F), (0x0490, 0x0493),  # Cyrillic
    (0x2007, 0x2007), (0x2009, 0x200A), (0x202F, 0x202F),  # figure, thin, hair and narrow spaces
    (0x2010, 0x2010), (0x2012, 0x2015), (0x2018, 0x201A), (0x201C, 0x201E),  # dashes and quotation marks
    (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),
    (0x2070, 0x2070), (0x2074, 0x2079), (0x2080, 0x2089), (0x2153, 0x2154), (0x215B, 0x215E),  # small figures
    (0x20A6, 0x20A6), (0x20AC, 0x20AC), (0x20B4, 0x20B4), (0x20B9, 0x20BA), (0x20BD, 0x20BD),  # currencies
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193),  # numero, trade mark, arrows
    (0x2212, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),
)  # fmt: skip
CHARACTERS = frozenset(chr(code) for first, last in RUNS for code in range(first, last + 1))

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
