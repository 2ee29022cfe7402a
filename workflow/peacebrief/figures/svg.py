"""A figure as SVG that can stand inside a page: text as text, a title for readers who listen, ids that never clash."""

from __future__ import annotations

import io
import re

from matplotlib.figure import Figure

from peacebrief.figures.style import applied

_PROLOGUE = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_ID = re.compile(r'(?<= id=")([^"]+)(?=")')
_REFERENCE = re.compile(r'(?<=url\(#)([^)]+)(?=\))|(?<=href="#)([^"]+)(?=")')
_SHARED_STYLE = re.compile(r"\s*<defs>\s*<style .*?</style>\s*</defs>", re.DOTALL)
STROKES = 'stroke-linejoin="round" stroke-linecap="butt"'


def svg_text(figure: Figure, *, figure_id: str, title: str) -> str:
    """The SVG of `figure`, equal bytes for an equal figure. `title` is the alternative text."""
    raw = io.StringIO()
    with applied(salt=figure_id):
        figure.savefig(raw, format="svg", metadata={"Title": title, "Date": None, "Creator": None})
    return _for_page(raw.getvalue(), figure_id)


def _for_page(svg: str, figure_id: str) -> str:
    svg = _METADATA.sub("", _PROLOGUE.sub("", svg), count=1)
    svg = _ID.sub(rf"{figure_id}-\1", svg)
    svg = _REFERENCE.sub(lambda found: f"{figure_id}-{found.group()}", svg)
    # A style element would reach the whole page the picture stands in; attributes of the root do the same here alone.
    svg = _SHARED_STYLE.sub("", svg).replace("<svg ", f'<svg id="{figure_id}" role="img" {STROKES} ', 1)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
