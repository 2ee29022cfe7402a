"""What a cell may hold: numbers, dates, text, web addresses. Each fault is one plain clause with its remedy.

A text may hold the characters that show as what they are, on paper and in a terminal.
"""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any
from unicodedata import normalize
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from peacebrief.inputs.cells.problem import shown

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

NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
GROUPED = re.compile(r"[-+]?\d{1,3}([ ,\u00a0\u2009\u202f'\u2019]\d{3})+(\.\d+)?", re.ASCII)
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
# Notes may be long. What stands in a drawing, a heading or a narrow column may not, nor what names a file.
LONGEST_TEXT, LONGEST_WORD = 2_000, 200
LONGEST_LABEL, LONGEST_LABEL_WORD = 120, 40
LONGEST_SENTENCE, LONGEST_NAME = 300, 60
# Nothing that is counted or measured here lies beyond; the products and quotients of what lies within stay finite.
SMALLEST_NUMBER, LARGEST_NUMBER = 1e-6, 1e12
# A spreadsheet runs a cell that starts with one of these as a formula.
FORMULA_STARTS = ("=", "+", "@", "-")


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


def fault(message: str) -> PydanticCustomError:
    """A fault whose message is already said to an analyst."""
    return PydanticCustomError("plain", "{message}", {"message": message})


def blank_to_none(value: Any) -> Any:
    """An empty cell as None."""
    return None if isinstance(value, str) and not value.strip() else value


def _text_of(value: Any) -> str:
    """What a single value says; nothing for an empty entry."""
    if isinstance(value, (dict, list)):
        raise fault(f"{shown(value)} is more than one value; write a single one.")
    return "" if value is None else str(value).strip()


def number(value: Any) -> float:
    """A finite number of a size that occurs, from a cell or from YAML."""
    typed = isinstance(value, (int, float)) and not isinstance(value, bool)
    found = value if typed else _number_from_text(_text_of(value))
    if isinstance(found, float) and not math.isfinite(found):
        raise fault(f"{shown(value)} is not a finite number; write digits, such as 12.5.")
    if abs(found) > LARGEST_NUMBER:
        raise fault(f"{shown(value)} is too large; {LARGEST_NUMBER:g} is the most that is counted or measured here.")
    if 0 < abs(found) < SMALLEST_NUMBER:
        raise fault(f"{shown(value)} is too close to zero; {SMALLEST_NUMBER:g} is the least, except zero itself.")
    return float(found) + 0.0  # -0 is the same number as 0


def _number_from_text(text: str) -> float:
    if NUMBER.fullmatch(text):
        return float(text)
    if not text:
        raise fault("the cell is empty; write a number.")
    if GROUPED.fullmatch(text):
        digits = re.sub(r"[^\d.+-]", "", text)
        raise fault(f"{shown(text)} has a separator between thousands; write {digits}.")
    if DECIMAL_COMMA.fullmatch(text):
        raise fault(f"{shown(text)} has a decimal comma; write {text.replace(',', '.')}.")
    if text.endswith("%"):
        raise fault(f"{shown(text)} has a percent sign; write the number alone.")
    raise fault(f"{shown(text)} is not a number; write digits, such as 12.5.")


def whole_number(value: Any) -> int:
    """A whole number."""
    found = number(value)
    if found != int(found):
        raise fault(f"{shown(value)} is not a whole number; leave the fraction out.")
    return int(found)


def iso_date(value: Any) -> date:
    """A date written as year-month-day."""
    if isinstance(value, date):
        return value
    text = _text_of(value)
    if not text:
        raise fault("the cell is empty; write year-month-day, such as 2026-06-30.")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise fault(f"{shown(text)} is not a day of the calendar.") from None
    raise fault(f"{shown(text)} is not a date; write year-month-day, such as 2026-06-30.")


def plain_text(value: Any, *, longest: int = LONGEST_TEXT, longest_word: int = LONGEST_WORD) -> str:
    """Text without control or hidden characters, of bearable length, that no spreadsheet would run."""
    if not isinstance(value, str):
        raise fault(f"{shown(value)} is not text; put it in quotation marks.")
    text = composed(value.strip())
    if text.startswith(FORMULA_STARTS):
        raise fault(f"{shown(text)} starts with {text[0]}, which a spreadsheet runs as a formula; start with a word.")
    if wrong := character_fault(text):
        raise fault(f"{shown(text)} holds {wrong}.")
    if len(text) > longest:
        raise fault(f"{shown(text)} has {len(text):,} characters; {longest:,} is the most here, so shorten it.")
    if any(len(word) > longest_word for word in text.split()):
        raise fault(f"{shown(text)} holds a word of more than {longest_word} characters; break it up.")
    return text


def filled_text(value: Any, *, longest: int = LONGEST_TEXT, longest_word: int = LONGEST_WORD) -> str:
    """Text that must be there."""
    text = plain_text("" if value is None else value, longest=longest, longest_word=longest_word)
    if not text:
        raise fault("the cell is empty; fill it in.")
    return text


def label_text(value: Any) -> str:
    """Text that must be there and that fits a heading, a drawing or a narrow column."""
    return filled_text(value, longest=LONGEST_LABEL, longest_word=LONGEST_LABEL_WORD)


def sentence_text(value: Any) -> str:
    """Text that must be there and that fits the head of a page."""
    return filled_text(value, longest=LONGEST_SENTENCE, longest_word=LONGEST_LABEL_WORD)


def name_text(value: Any) -> str:
    """Text that must be there and that may name a file."""
    return filled_text(value, longest=LONGEST_NAME, longest_word=LONGEST_NAME)


def web_address(value: Any) -> str:
    """An address on the web, as found: http or https and a host."""
    text = plain_text(value)
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s<>\"]", text):
        raise fault(f"{shown(text)} is not a web address; write one that starts with https:// or http://.")
    return text
