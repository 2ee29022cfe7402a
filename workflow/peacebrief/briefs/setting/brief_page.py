"""Which page a brief is made from, what it is about, how long it may be and how hard to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peacebrief.errors import AnalystError

# Of this page every option of a case gets a brief of its own, called `option_<id>`.
PER_OPTION = "option"
# The fewest and the most pages on paper that a reader was promised.
PAGES = {"summary": (2, 2), "option": (2, 2), "claims": (1, 3), "brief": (1, 14), "annex": (1, 60)}
ANY_LENGTH = (1, 1000)
# The most words of a sentence, and the Flesch-Kincaid grade that no brief may pass.
MOST_WORDS = {"summary": 40}
TOO_HARD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A page under `brief/` in the templates; `given` is what this brief alone is told: the row of its option."""

    page: str
    given: Mapping[str, Any]
    subject: str


def names_of_briefs(pages: Sequence[str], options: Sequence[str]) -> list[str]:
    """The briefs that `pages` give: one each, and of the page about an option one for each of `options`."""
    about_options = [_about(option) for option in options if PER_OPTION in pages]
    return [page for page in pages if page != PER_OPTION] + about_options


def name_of_brief(page: str, option: Mapping[str, Any] | None) -> str:
    """What the files of a brief are called: its page, or the option that it is about."""
    return _about(str(option["id"])) if option else page


def _about(option: str) -> str:
    return f"{PER_OPTION}_{option}"


def pages_in(templates: Path) -> list[str]:
    """The names of the pages that a folder of templates has."""
    end = ".html.jinja"
    return sorted(page.name.removesuffix(end) for page in templates.glob(f"brief/*{end}"))


def brief_page(brief: str, options: Sequence[Mapping[str, Any]]) -> BriefPage:
    """The page of the brief called `brief`. Raises AnalystError where the case has no such option."""
    page, option = _parts(brief)
    if not option:
        return BriefPage(page=brief, given={}, subject=brief.replace("_", " "))
    rows = {str(row["id"]): row for row in options}
    if option in rows:
        return BriefPage(page=page, given={"option": rows[option]}, subject=str(rows[option]["label"]))
    raise AnalystError(f"no option is called {option}; the options are {', '.join(rows)}.")


def page_limits(brief: str) -> tuple[int, int]:
    """The fewest and the most pages that `brief` may have on paper."""
    return PAGES.get(_parts(brief)[0], ANY_LENGTH)


def _parts(brief: str) -> tuple[str, str]:
    """The page behind a brief and the option it is about, if it is about one."""
    page, _, option = brief.partition("_")
    return (page, option) if page == PER_OPTION and option else (brief, "")
