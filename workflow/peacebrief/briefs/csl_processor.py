"""Records set by a CSL style: the citation processor, and what keeps its output from being mistaken for markup."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from peacebrief.briefs.csl_record import CslRecord
from peacebrief.briefs.environment import UNSAFE

LOCALE = "en-GB"
# The processor mixes its own tags with the text; private characters let the text be escaped afterwards.
ITALIC, UPRIGHT = "\ue000", "\ue001"


def processed(records: Mapping[str, CslRecord], style: Path) -> tuple[dict[str, Markup], dict[str, Markup]]:
    """Every record by key as the text refers to it, and in full in the order of a list of sources.

    `style` is the CSL file. Both forms are escaped and safe to print.
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():  # the processor warns of fields it does not know
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON([_without_private_characters(record) for record in records.values()])
        rules = CitationStylesStyle(str(style), locale=LOCALE, validate=False)
        processor = CitationStylesBibliography(rules, source, FORMATTER)
        citations = {key: Citation([CitationItem(key)]) for key in records}
        for citation in citations.values():
            processor.register(citation)
        processor.sort()
        short = {key: _plain(str(processor.cite(one, _missing)).strip("()")) for key, one in citations.items()}
        full = dict(zip(processor.keys, (_marked_up(str(text)) for text in processor.bibliography()), strict=True))
    return short, full


def _missing(item: Any) -> None:
    raise ValueError(f"no source has the key {item.key}")


def _without_private_characters(record: Any) -> Any:
    if isinstance(record, dict):
        return {name: _without_private_characters(value) for name, value in record.items()}
    if isinstance(record, list):
        return [_without_private_characters(value) for value in record]
    return UNSAFE.sub("", record) if isinstance(record, str) else record


def _marked_up(text: str) -> Markup:
    escaped = str(escape(text.replace("&amp;", "&")))
    return Markup(escaped.replace(ITALIC, "<i>").replace(UPRIGHT, "</i>"))  # noqa: S704 - escaped above, our own tags


def _plain(text: str) -> Markup:
    # A link with tags inside becomes several links in a tagged PDF.
    return escape(text.replace("&amp;", "&").replace(ITALIC, "").replace(UPRIGHT, ""))


def _italic(text: str) -> str:
    return f"{ITALIC}{text}{UPRIGHT}"


FORMATTER = SimpleNamespace(
    preformat=str, Italic=_italic, Oblique=_italic,
    Bold=str, Light=str, Underline=str, Superscript=str, Subscript=str, SmallCaps=str,
)  # fmt: skip
