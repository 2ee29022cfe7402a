"""Where the marks behind numbers stand on paper: as few as tell every number, and none inside a column of numbers.

`num` puts a mark behind every number. Of neighbours in a sentence with the same mark the last keeps it; a key number
has its marks under its label; a table has them at its title, at the heads of its columns or at the heads of its rows,
whichever takes fewest.
"""

from __future__ import annotations

import re

from peacebrief.briefs.mark_tables import marked_table
from peacebrief.briefs.ref_marks import MARK, marks_in, ref, unmarked

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
KEY_NUMBER = re.compile(r'(<li class="key-number.*?)(</li>)', re.DOTALL)
LABEL = re.compile(r'(<span class="key-label">.*?)(</span>)', re.DOTALL)
HEADING = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)
# What ends a run of neighbours: the end of a sentence, a note, or of the block.
PAUSE = re.compile(r"[.!?][”’)]*\s")
BREAK = re.compile(r"</?(?:p|li|td|th|tr|h[1-6]|div|dd|dt|ul|ol|section|figure|table|caption|aside)\b|class=\"note\"")
TAG = re.compile(r"<[^>]*>")


def with_marks_placed(html: str) -> str:
    """A printed page whose marks stand where a reader looks for them."""
    html = TABLE.sub(lambda found: marked_table(found[0]), html)
    html = KEY_NUMBER.sub(lambda found: _under_label(found[1]) + found[2], html)
    html = HEADING.sub(lambda found: unmarked(found[0]), html)
    return _once_a_sentence(html)


def _under_label(item: str) -> str:
    found, bare = marks_in(item), unmarked(item)
    return LABEL.sub(lambda label: label[1] + ref(found) + label[2], bare, count=1) if found else bare


def _once_a_sentence(html: str) -> str:
    """Of marks that follow each other with nothing but their sentence between them, and are the same, only the last."""
    parts = MARK.split(html)
    text, found = parts[::2], parts[1::2]
    kept = [
        "" if place + 1 < len(found) and mark == found[place + 1] and _same_sentence(text[place + 1]) else ref([mark])
        for place, mark in enumerate(found)
    ]
    return "".join(part for pair in zip(text, [*kept, ""], strict=True) for part in pair)


def _same_sentence(between: str) -> bool:
    return not BREAK.search(between) and not PAUSE.search(TAG.sub("", between))
