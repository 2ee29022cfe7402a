"""A drawn figure with its words, ready to stand inside a page: named, stretchable, free of anything that acts."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

SVG = "http://www.w3.org/2000/svg"
FORBIDDEN = {f"{{{SVG}}}{tag}" for tag in ("script", "foreignObject", "image", "a", "iframe", "animate", "set")}
STROKES = {"stroke-linejoin": "round", "stroke-linecap": "butt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """One figure: the SVG text, the caption's four parts, and the address of its data beside the web page.

    `csv` is relative to the published page, for example `figures/force_ladder.csv`.
    """

    svg: str
    title: str
    subtitle: str
    source: str
    alt: str
    csv: str


def inline_svg(svg: str, *, alt: str, figure_id: str) -> Markup:
    """The picture for use inside HTML, with `alt` as its name.

    Raises ValueError where the text is not SVG or contains an element that could load or run something.
    """
    root = _parse(svg, figure_id)
    for element in list(root.iter()):
        if element.tag in FORBIDDEN or _loads_something(element):
            raise ValueError(f"the figure {figure_id} contains an element that a picture may not have")
    _drop(root, "metadata", "style", "title")
    title = etree.Element(f"{{{SVG}}}title")
    title.text = alt
    root.insert(0, title)
    root.attrib.update({"role": "img", "aria-label": alt, **STROKES})
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode", with_tail=False))  # noqa: S704 - our own drawing, checked


def _parse(svg: str, figure_id: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"the figure {figure_id} is not well-formed SVG: {error}") from error
    if root.tag != f"{{{SVG}}}svg" or "viewBox" not in root.attrib:
        raise ValueError(f"the figure {figure_id} is not an SVG picture with a viewBox")
    return root


def _loads_something(element: etree._Element) -> bool:
    for name, value in element.attrib.items():
        local = etree.QName(name).localname.lower()
        if local.startswith("on") or (local == "href" and not str(value).startswith("#")):
            return True
        if "url(" in str(value) and "url(#" not in str(value):
            return True
    return False


def _drop(root: etree._Element, *tags: str) -> None:
    # matplotlib's style element would set the line joins of the whole page; the root's attributes stay in the picture
    for tag in tags:
        for element in list(root.iter(f"{{{SVG}}}{tag}")):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
