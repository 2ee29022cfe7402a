"""A BibTeX record as the record a CSL processor reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

Source = Mapping[str, Any]
CslRecord = dict[str, Any]

TYPES = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "legislation": "legislation",
    "phdthesis": "thesis",
    "report": "report",
    "techreport": "report",
}
# No author named: whoever stands behind the document, in this order.
CORPORATE = ("institution", "organization", "publisher", "howpublished", "school", "journal", "journaltitle")
COPIED = {"volume": "volume", "number": "issue", "doi": "DOI", "url": "URL", "edition": "edition"}
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def csl_record(source: Source) -> CslRecord:
    """The CSL-JSON record of `source`, one BibTeX record with `key` and `entrytype` beside its fields."""
    fields = {name: plain(value) for name, value in source.items() if isinstance(value, str) and value.strip()}
    authors = _authors(source, fields)
    record: CslRecord = {
        "id": fields["key"],
        "type": _type(fields),
        "title": fields.get("title", ""),
        "author": authors,
        "issued": date_parts(fields.get("date") or fields.get("year", "")),
        "accessed": date_parts(fields.get("urldate", "")),
        "container-title": fields.get("journaltitle") or fields.get("journal") or fields.get("booktitle"),
        "publisher": _publisher(fields, authors),
    }
    record |= {csl: fields.get(bibtex) for bibtex, csl in COPIED.items()}
    record["page"] = fields.get("pages", "").replace("--", "–")
    return {name: value for name, value in record.items() if value}


def plain(value: str) -> str:
    """A BibTeX value without its braces and escapes."""
    unescaped = re.sub(r"\\([&%$#_])", r"\1", value).replace("{", "").replace("}", "")
    return " ".join(unescaped.split())


def date_parts(iso: str) -> dict[str, list[list[int]]] | None:
    """An ISO date, month or year as CSL writes it; None where there is none."""
    found = DATE.match(iso)
    return {"date-parts": [[int(part) for part in found.group().split("-")]]} if found else None


def _type(fields: Mapping[str, str]) -> str:
    kind = TYPES.get(fields.get("entrytype", "misc").lower(), "webpage")
    unnumbered = kind == "article-journal" and not {"volume", "number", "doi"} & fields.keys()
    return "article-newspaper" if unnumbered else kind


def _authors(source: Source, fields: Mapping[str, str]) -> list[dict[str, str]]:
    if fields.get("author"):
        return [_name(name) for name in _split_names(str(source["author"]))]
    host = urlsplit(fields.get("url", "")).hostname or ""
    behind = next((fields[name] for name in CORPORATE if name in fields), host.removeprefix("www."))
    return [{"literal": behind}] if behind else []


def _publisher(fields: Mapping[str, str], authors: list[dict[str, str]]) -> str | None:
    """Who published it, unless the author's place already says so."""
    named = {name.get("literal") for name in authors}
    return next((fields[name] for name in CORPORATE[:3] if name in fields and fields[name] not in named), None)


def _split_names(names: str) -> list[str]:
    """Names separated by " and " outside braces."""
    depth, parts, start = 0, [], 0
    for found in re.finditer(r"[{}]|\s+and\s+", names):
        if found.group() in "{}":
            depth += 1 if found.group() == "{" else -1
        elif depth == 0:
            parts.append(names[start : found.start()])
            start = found.end()
    return [part.strip() for part in [*parts, names[start:]] if part.strip()]


def _name(name: str) -> dict[str, str]:
    if (name.startswith("{") and name.endswith("}")) or " " not in name.strip():
        return {"literal": plain(name)}
    if "," in name:
        family, given = (plain(part) for part in name.split(",", 1))
        return {"family": family, "given": given}
    given, family = (plain(part) for part in name.rsplit(" ", 1))
    return {"family": family, "given": given}
