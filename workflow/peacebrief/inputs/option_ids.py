"""Which options a case has, read before its inputs are checked: every option gets a brief of its own."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from peacebrief.inputs.identifier import IDENTIFIER
from peacebrief.inputs.text_file import read_text

TABLE = "options.csv"
# Of this page every option of a case gets a brief of its own, called `option_<id>`.
PER_OPTION = "option"


def option_ids(inputs: Path, case: str) -> list[str]:
    """The ids of the options of `case`, in the order of the table; `inputs` is the folder of all cases.

    What is no identifier, and a file that cannot be read, is left out: the check of the inputs names it.
    """
    text, _ = read_text(inputs / case / TABLE, file=TABLE)
    try:
        named = [(row.get("id") or "").strip() for row in csv.DictReader(StringIO(text or "", newline=""))]
    except csv.Error:
        return []
    return list(dict.fromkeys(name for name in named if re.fullmatch(IDENTIFIER, name)))
