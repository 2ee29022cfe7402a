"""The words of the project, said in plain text without a case: what units, tables, settings and panels are called."""

from pathlib import Path

from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly

WORDS = Path(__file__).parents[1] / "workflow/templates/words"
SAY = plainly(Known({}, {}, {}), WORDS)
