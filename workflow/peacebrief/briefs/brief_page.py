"""Which page a brief is made from, what it is about, and how long it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.errors import AnalystError
from peacebrief.inputs.option_ids import PER_OPTION

# The most pages a reader was promised; the annex takes what it needs.
MOST_PAGES = {"summary": 2, "option": 2, "claims": 3, "brief": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A page under `brief/` in the templates; `given` is what this brief alone is told: the row of its option."""

    page: str
    given: Mapping[str, Any]
    subject: str

    @property
    def limits(self) -> tuple[int, int] | None:
        """The fewest and the most pages on paper; None where there is no limit."""
        return (1, MOST_PAGES[self.page]) if self.page in MOST_PAGES else None


def brief_page(brief: str, options: Sequence[Mapping[str, Any]]) -> BriefPage:
    """The page of the brief called `brief`. Raises AnalystError where the case has no such option."""
    page, _, option = brief.partition("_")
    if page != PER_OPTION or not option:
        return BriefPage(page=brief, given={}, subject=brief.replace("_", " "))
    rows = {str(row["id"]): row for row in options}
    if option not in rows:
        raise AnalystError(f"no option is called {option}; the options are {', '.join(rows)}.")
    return BriefPage(page=page, given={"option": rows[option]}, subject=str(rows[option]["label"]))
