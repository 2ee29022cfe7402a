"""What must hold of a landing page, and what a published one says about its edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import html as lxml_html

from peacebrief.publishing.contents import Item
from peacebrief.telling.saying.said import Row

PAGE = "index.html"
# The briefs, and the files of data, that the landing page describes in its own words, besides one for each option.
DESCRIBED = frozenset({"summary", "brief", "claims", "annex"})
OPTION = "option_"
FIRST_DATA = frozenset({"data/facts.json", "data/facts.csv", "data/assumptions.csv", "data/sources.csv"})
DOCUMENT = ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published edition as the list of all cases tells it."""

    case: str
    title: str
    question: str
    edition: str
    date: str


def further_briefs(briefs: Iterable[str], options: Iterable[str]) -> dict[str, str]:
    """The briefs that the page does not describe, each with a title made from its name."""
    known = DESCRIBED | {f"{OPTION}{option}" for option in options}
    documents = (name.removesuffix(DOCUMENT) for name in briefs if name.endswith(DOCUMENT))
    return {name: name.replace("_", " ").capitalize() for name in documents if name not in known}


def further_data(data: Mapping[str, Item]) -> list[Item]:
    """The files of data that the page does not describe."""
    return [item for name, item in data.items() if name not in FIRST_DATA]


def checksums(briefs: Mapping[str, Item]) -> list[Row]:
    """The briefs, each with its checksum."""
    return [Row([name, item.sha256]) for name, item in briefs.items()]


def check_links(page: str, *, held: Collection[str], shown: Iterable[str]) -> None:
    """Pass a page whose links lead to files that the edition holds, and that leads to all `shown`.

    Raises ValueError with the first link that leads elsewhere, or the first file that no link leads to.
    """
    linked = {unquote(address.path) for address in _addresses(page) if not address.scheme and address.path}
    for name in sorted(linked - set(held)):
        raise ValueError(f"the page links to {name}, which the edition does not hold")
    for name in sorted(set(shown) - linked):
        raise ValueError(f"no link of the page leads to {name}")


def _addresses(page: str) -> list[SplitResult]:
    return [urlsplit(str(href)) for href in lxml_html.document_fromstring(page).xpath("//a/@href")]


def editions(reports: Path) -> list[Edition]:
    """The editions that lie in `reports`, by title; a folder whose page is no landing page of ours is none."""
    found = (_edition(page) for page in sorted(reports.glob(f"[!.]*/{PAGE}")))
    return sorted((one for one in found if one is not None), key=lambda one: (one.title.casefold(), one.case))


def _edition(page: Path) -> Edition | None:
    told = lxml_html.parse(str(page)).xpath("//*[@data-edition]")
    if not told:
        return None
    names = {name: str(told[0].get(f"data-{name}", "")) for name in ("title", "question", "edition", "date")}
    return Edition(case=page.parent.name, **names)
