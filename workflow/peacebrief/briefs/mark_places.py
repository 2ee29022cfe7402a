"""Where the marks behind numbers stand on paper: as few as tell every number, and none inside a column of numbers.

`num` puts a mark behind every number. A sentence has the marks of its numbers at its end, or at the end of a clause
that a semicolon closes, each once; a key number has its marks under its label; a table has them at its title, at the
heads of its columns or at the heads of its rows, whichever takes fewest.
"""

from __future__ import annotations

import re

from peacebrief.briefs.mark_clauses import with_marks_at_ends
from peacebrief.briefs.mark_tables import marked_table
from peacebrief.briefs.ref_marks import marks_in, ref, unmarked

TABLE = re.compile(r"(<table\b.*?</table>)", re.DOTALL)
KEY_NUMBER = re.compile(r'(<li class="key-number.*?)(</li>)', re.DOTALL)
LABEL = re.compile(r'(<span class="key-label">.*?)(</span>)', re.DOTALL)
HEADING = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)


def with_marks_placed(html: str) -> str:
    """A printed page whose marks stand where a reader looks for them."""
    html = KEY_NUMBER.sub(lambda found: _under_label(found[1]) + found[2], html)
    html = HEADING.sub(lambda found: unmarked(found[0]), html)
    parts = TABLE.split(html)
    return "".join(marked_table(part) if place % 2 else with_marks_at_ends(part) for place, part in enumerate(parts))


def _under_label(item: str) -> str:
    found, bare = marks_in(item), unmarked(item)
    return LABEL.sub(lambda label: label[1] + ref(found) + label[2], bare, count=1) if found else bare
