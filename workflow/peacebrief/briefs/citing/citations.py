"""Citations by the bundled CSL style: short in the text, in full in the list of sources.

The citation processor takes seconds for the sources of a case, so that its answer is kept in a file for all briefs;
what it writes is kept from being mistaken for markup.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from peacebrief.briefs.citing.csl_record import CslRecord, Source, csl_record, plain
from peacebrief.briefs.setting.environment import UNSAFE, safe_url
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

STYLE = "harvard_cite_them_right.csl"
# The sign of each keyword that says what to be careful about; its words are a phrase of `words/source_marks.jinja`.
MARKS = {"weak_host": "†", "recalled": "‡", "mirror": "§"}

LOCALE = "en-GB"
# The processor mixes its own tags with the text; private characters let the text be escaped afterwards.
ITALIC, UPRIGHT = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source as the list prints it; `short` is how the text refers to it, `marks` say what to be careful about.

    `url` and `archived` are web addresses, or empty.
    """

    key: str
    short: Markup
    full: Markup
    url: str
    archived: str
    marks: tuple[tuple[str, str], ...]
    note: str


def bibliography(sources: Iterable[Source], style: Path, say: Say) -> dict[str, SourceEntry]:
    """Every source by key, in the order of a list of sources. `style` is the folder of the CSL file."""
    by_key = {str(source["key"]): source for source in sources}
    records = _with_year_suffixes({key: csl_record(source) for key, source in by_key.items()})
    short, full = processed(records, style / STYLE)
    return {key: _entry(by_key[key], short[key], full[key], marks_of(by_key[key], say)) for key in full}


def citations_document(entries: Mapping[str, SourceEntry]) -> list[dict[str, Any]]:
    """The entries of a `bibliography` as JSON, in its order."""
    return [asdict(entry) for entry in entries.values()]


def read_citations(document: Sequence[Mapping[str, Any]]) -> dict[str, SourceEntry]:
    """The `bibliography` behind a document of `citations_document`, which holds markup that is safe to print."""
    return {record["key"]: SourceEntry(**_as_markup(record)) for record in document}


def _as_markup(record: Mapping[str, Any]) -> dict[str, Any]:
    markup = {name: Markup(record[name]) for name in ("short", "full")}  # noqa: S704 - escaped before it was written
    return {**record, **markup, "marks": tuple((sign, words) for sign, words in record["marks"])}


def find_source(key: str, entries: Mapping[str, SourceEntry]) -> SourceEntry:
    """The source called `key`. Raises ValueError that names the nearest key where there is none."""
    if key in entries:
        return entries[key]
    near = get_close_matches(key, entries, n=1)
    raise ValueError(f"no source has the key {key}" + (f"; did you mean {near[0]}?" if near else ""))


def marks_of(source: Source, say: Say) -> tuple[tuple[str, str], ...]:
    """Sign and words for what to be careful about, read from the record's keywords."""
    keywords = {word.strip().lower().replace(" ", "_").replace("-", "_") for word in _keywords(source)}
    return tuple((sign, say(phrase(f"source_marks.{word}"))) for word, sign in MARKS.items() if word in keywords)


def _keywords(source: Source) -> Sequence[str]:
    keywords = source.get("keywords") or ""
    return keywords.replace(";", ",").split(",") if isinstance(keywords, str) else [str(word) for word in keywords]


def _entry(source: Source, short: Markup, full: Markup, marks: tuple[tuple[str, str], ...]) -> SourceEntry:
    url, archived, note = (plain(str(source.get(name) or "")) for name in ("url", "archived", "note"))
    return SourceEntry(
        key=str(source["key"]),
        short=short,
        full=_with_link(full, safe_url(url)) if url else full,
        url=url,
        archived=safe_url(archived) if archived else "",
        marks=marks,
        note=note,
    )


def _with_link(full: Markup, url: str) -> Markup:
    link = Markup('<a class="address" href="{0}">{0}</a>').format(url)
    return Markup(str(full).replace(str(escape(url)), str(link), 1))  # noqa: S704 - both sides are escaped


def _with_year_suffixes(records: dict[str, CslRecord]) -> dict[str, CslRecord]:
    """Records that the text could not tell apart get a letter after the year, in order of title."""
    alike: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
    for key, record in records.items():
        names = tuple(sorted(part for name in record.get("author", [])[:3] for part in name.values()))
        alike[names, record.get("issued", {}).get("date-parts", [[0]])[0][0]].append(key)
    for keys in alike.values():
        ordered = sorted(keys, key=lambda key: (str(records[key].get("title")).casefold(), key))
        for place, key in enumerate(ordered if len(keys) > 1 else ()):
            records[key] = records[key] | {"year-suffix": _letters(place)}
    return records


def _letters(place: int) -> str:
    return ("" if place < 26 else _letters(place // 26 - 1)) + chr(ord("a") + place % 26)


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
