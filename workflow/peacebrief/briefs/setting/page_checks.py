"""What must hold before a web page is published, and before a page becomes a PDF.

A web page may hold our own script, named by the policy by its digest, and one block of data; a page that becomes a
PDF holds none.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from peacebrief.briefs.setting.environment import SCHEMES
from peacebrief.briefs.setting.script import script_policy
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.typefaces import CHARACTERS

SHORTEST_ALT = 20
FORBIDDEN_ELEMENTS = ("script", "iframe", "object", "embed", "form", "link", "base", "video", "audio", "foreignobject")
# Bounds that no brief comes near, but that keep a hostile table or list from exhausting the renderer.
MOST_BYTES, MOST_ELEMENTS, DEEPEST, WIDEST_SPAN = 20_000_000, 150_000, 60, 50
URL_IN_STYLE = re.compile(r"url\((?!\s*['\"]?(?:data:font/|#))|@import", re.IGNORECASE)

DATA = {"type": "application/json", "id": "trails"}
POLICY = "//meta[@http-equiv='Content-Security-Policy']/@content"


class GateError(ValueError):
    """A gate refused a brief; the message says why in one sentence."""


def check_html(html: str, *, medium: Medium = "web", forbidden: Sequence[str] = ()) -> None:
    """Pass `html` or raise GateError with the first fault found.

    `forbidden` are texts that may not occur anywhere, for example the folder in which the brief was built.
    """
    if len(html) > MOST_BYTES:
        raise GateError(f"The page has {len(html):,} characters, more than {MOST_BYTES:,}.")
    for text in forbidden:
        if text in html:
            raise GateError(f"The page contains {text!r}, which belongs to the machine that built it.")
    page = lxml_html.document_fromstring(html, parser=lxml_html.HTMLParser(huge_tree=True))
    fault = next(_faults(page, medium), None)
    if fault:
        raise GateError(fault)


def _faults(page: etree._Element, medium: Medium) -> Iterator[str]:
    yield from _unbounded(page)
    yield from _document_faults(page, medium)
    yield from _character_faults(page, medium)
    yield from _active_faults(page, medium)
    yield from _link_faults(page, medium)
    yield from _table_and_figure_faults(page)
    yield from _note_faults(page)


def _unbounded(page: etree._Element) -> Iterator[str]:
    if (count := sum(1 for _ in page.iter())) > MOST_ELEMENTS:
        yield f"The page has {count:,} elements, more than {MOST_ELEMENTS:,}."
    if page.xpath(f"boolean(//*[count(ancestor::*) > {DEEPEST}])"):
        yield f"Elements are nested more than {DEEPEST} deep."
    for span in page.xpath("//@colspan | //@rowspan"):
        if not span.isdigit() or not 1 <= int(span) <= WIDEST_SPAN:
            yield f"A table cell spans {span!r} rows or columns."


def _document_faults(page: etree._Element, medium: Medium) -> Iterator[str]:
    if page.get("lang") != "en-GB":
        yield "The page does not say that it is in British English (lang)."
    if not (page.findtext("head/title") or "").strip():
        yield "The page has no title."
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    if levels.count(1) != 1:
        yield f"The page has {levels.count(1)} first-level headings instead of one."
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"A heading of level {below} follows one of level {above}."
    repeated = [name for name, times in Counter(page.xpath("//@id")).items() if times > 1]
    if repeated:
        yield f"The id {repeated[0]} is used twice."
    policy = "".join(page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
    if medium == "web" and "default-src 'none'" not in policy:
        yield "The page has no content-security policy that forbids loading."


def _character_faults(page: etree._Element, medium: Medium) -> Iterator[str]:
    """On the web a browser would borrow the glyph from any face; of the PDF the renderer complains itself."""
    text = "".join(page.xpath("//body//text()")) if medium == "web" else ""
    for character in sorted(set(text) - CHARACTERS - {"\n", "\t"}):
        place = " ".join(text.partition(character)[0].split())[-40:]
        yield f"The bundled typefaces have no character U+{ord(character):04X} ({character}), used after “{place}”."


def _active_faults(page: etree._Element, medium: Medium) -> Iterator[str]:
    for element in page.iter():
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if tag in FORBIDDEN_ELEMENTS and (tag, medium) != ("script", "web"):
            yield f"The page contains a {element.tag} element."
        for name, value in element.attrib.items():
            if name.lower().startswith("on"):
                yield f"The attribute {name} would run something."
            if name.lower() in ("src", "srcset", "poster", "data") and not value.startswith("data:"):
                yield f"The page would load {value[:80]}."
            if name.lower() == "style" and URL_IN_STYLE.search(value):
                yield "The style of an element would load something."
    yield from script_faults(page) if medium == "web" else ()
    if medium == "web" and any(URL_IN_STYLE.search(style.text or "") for style in page.iter("style")):
        yield "The style of the page would load something."


def _link_faults(page: etree._Element, medium: Medium) -> Iterator[str]:
    targets = set(page.xpath("//@id"))
    for href in page.xpath("//a/@href"):
        address = urlsplit(href)
        if href.startswith("#"):
            if href[1:] not in targets:
                yield f"The link {href} leads nowhere."
        elif address.scheme.lower() not in SCHEMES and (address.scheme or medium == "pdf" or _leaves_the_edition(href)):
            yield f"The link {href[:80]} is neither a web address nor a file of this edition."


def _leaves_the_edition(href: str) -> bool:
    return href.startswith(("/", "\\", "?")) or ".." in href.split("/") or href == ""


def _table_and_figure_faults(page: etree._Element) -> Iterator[str]:
    for table in page.iter("table"):
        if table.find("caption") is None:
            yield "A table has no caption."
        if table.xpath(".//th[not(@scope)]"):
            yield f"A heading cell of the table {table.get('id')} does not say what it heads (scope)."
    for image in page.iter("img"):
        if len(image.get("alt") or "") < SHORTEST_ALT:
            yield "A picture has no alternative text."
    for picture in page.iter("svg"):
        if len(picture) == 0 or picture[0].tag != "title" or len(picture[0].text or "") < SHORTEST_ALT:
            yield f"A figure has less than {SHORTEST_ALT} characters of alternative text."


def _note_faults(page: etree._Element) -> Iterator[str]:
    calls = page.xpath("//a[@role='doc-noteref']/@href")
    notes = [f"#{name}" for name in page.xpath("//section[@role='doc-endnotes']/ol/li/@id")]
    if calls != notes:
        yield f"The page has {len(calls)} calls to notes and {len(notes)} notes, or not in the same order."


def script_faults(page: etree._Element) -> Iterator[str]:
    """What is wrong with the scripts of a web page, one sentence each."""
    scripts = list(page.iter("script"))
    data = [script.text or "" for script in scripts if dict(script.attrib) == DATA]
    running = [script for script in scripts if dict(script.attrib) != DATA]
    if len(data) > 1 or len(running) > 1:
        yield f"The page contains {len(scripts)} scripts, more than its own and its data."
    for name in (name for script in running for name in script.attrib):
        yield f"The script of the page has the attribute {name}."
    let_run = re.findall(r"script-src\S* ([^;]*)", "; ".join(page.xpath(POLICY)))
    if let_run != [script_policy(script.text or "") for script in running]:
        yield "The content-security policy of the page does not name exactly the script that it contains."
    if not all(map(_is_json_object, data)):
        yield "The data of the page cannot be read."


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
