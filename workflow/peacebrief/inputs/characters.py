"""Which characters a text may hold: those that show as what they are, on paper and in a terminal."""

from __future__ import annotations

import re
from unicodedata import normalize

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Marks that turn the reading direction or are invisible, so that a text shows other than it is.
HIDDEN = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufe00-\ufe0f\ufeff]"
)
# Accents for which there is no letter of its own: a PDF cannot say which text such a pair of shapes stands for.
LOOSE = re.compile("[\u0300-\u036f]")
# What every bundled typeface has of Latin, Greek and Cyrillic letters, digits, punctuation and signs.
WITHOUT_TYPE = re.compile(
    "[^\u0020-\u007e\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b"
    "\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1e80-\u1e85\u1ea0-\u1ef9"
    "\u2009\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044"
    "\u2070\u2074-\u2079\u2080-\u2089\u20ac\u20b4\u2116\u2122\u2153\u2154\u215b-\u215e\u2190-\u2193\u2212\u221a\u221e"
    "\u2248\u2260\u2264\u2265]"
)


def composed(text: str) -> str:
    """`text` with each accent in one character with its letter, as far as there is one: so the same word is written."""
    return normalize("NFC", text)


def character_fault(text: str) -> str:
    """What is wrong with a character of the composed `text`, and the remedy; empty where nothing is."""
    if CONTROL.search(text):
        return "a control character or a line break; type the text again on one line"
    if HIDDEN.search(text):
        return "an invisible or direction-changing character; type the text again"
    if LOOSE.search(text):
        return "a letter with an accent that cannot be printed; leave the accent out"
    found = WITHOUT_TYPE.search(text)
    if found:
        return f"a character that cannot be printed (U+{ord(found[0]):04X}); use Latin, Greek or Cyrillic letters"
    return ""
