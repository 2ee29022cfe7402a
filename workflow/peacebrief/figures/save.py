"""A figure as files: SVG for pages, PNG for everything else, the numbers as CSV, the words as JSON.

The SVG can stand inside a page: text as text, a title for readers who listen, ids that never clash. The PNG travels
without its page, so title, subtitle and source are drawn around it. The header of the data file gives the units of
the numbers.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from peacebrief.figures.drawing.style import INK, LINE_HEIGHT, LINE_SPACING, MUTED, SEMIBOLD, SMALLEST_PT, applied
from peacebrief.figures.drawing.wrapping import POINTS_PER_INCH, balanced
from peacebrief.figures.registry import Caption, figure_module
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

PNG_DPI = 200

MARGIN_IN = 0.15
GAP_IN = 0.06
TITLE_PT, SUBTITLE_PT, SOURCE_PT = 13.0, 10.0, SMALLEST_PT

_PROLOGUE = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_ID = re.compile(r'(?<= id=")([^"]+)(?=")')
_REFERENCE = re.compile(r'(?<=url\(#)([^)]+)(?=\))|(?<=href="#)([^"]+)(?=")')
_SHARED_STYLE = re.compile(r"\s*<defs>\s*<style .*?</style>\s*</defs>", re.DOTALL)
STROKES = 'stroke-linejoin="round" stroke-linecap="butt"'


def save_figure(figure_id: str, *, known: Known, say: Say, folder: Path) -> list[Path]:
    """Draw `figure_id` into `folder` as `.svg`, `.png`, `.csv` and `.json`; the paths written.

    Equal facts, tables and words give equal bytes.
    """
    module = figure_module(figure_id)
    caption = module.describe(known, say)
    figure = module.draw(known, say)
    paths = {suffix: folder / f"{figure_id}.{suffix}" for suffix in ("svg", "png", "csv", "json")}
    folder.mkdir(parents=True, exist_ok=True)
    paths["svg"].write_text(svg_text(figure, figure_id=figure_id, title=caption.alt), encoding="utf-8", newline="\n")
    with applied(salt=figure_id):
        add_heading(figure, caption)
        figure.savefig(paths["png"], format="png", dpi=PNG_DPI, metadata={"Software": None})
    numbers = module.data(known, say).rename(columns=headed(figure_id, say))
    numbers.to_csv(paths["csv"], index=False, lineterminator="\n", float_format="%.9g", encoding="utf-8")
    words = json.dumps({"id": figure_id, **caption.as_record()}, indent=1, ensure_ascii=False, sort_keys=True)
    paths["json"].write_text(words + "\n", encoding="utf-8", newline="\n")
    return list(paths.values())


def add_heading(figure: Figure, caption: Caption) -> None:
    """Make room around `figure` and write the caption there; sizes and places of what is drawn stay the same."""
    room = float(figure.get_size_inches()[0])
    title = balanced(caption.title, room, size=TITLE_PT, weight=SEMIBOLD)
    subtitle = balanced(caption.subtitle, room, size=SUBTITLE_PT)
    source = balanced(caption.source, room, size=SOURCE_PT)
    title_in, subtitle_in = _height_in(title, TITLE_PT), _height_in(subtitle, SUBTITLE_PT)
    above = MARGIN_IN + title_in + GAP_IN + subtitle_in + 2 * GAP_IN
    below = GAP_IN + _height_in(source, SOURCE_PT) + MARGIN_IN
    _extend(figure, above=above, below=below, aside=MARGIN_IN)
    width, total = figure.get_size_inches()
    left = MARGIN_IN / width
    style: dict[str, Any] = {"ha": "left", "va": "top", "linespacing": LINE_SPACING}
    figure.text(left, 1 - MARGIN_IN / total, title, size=TITLE_PT, weight=SEMIBOLD, color=INK, **style)
    figure.text(left, 1 - (MARGIN_IN + title_in + GAP_IN) / total, subtitle, size=SUBTITLE_PT, color=INK, **style)
    figure.text(left, (below - GAP_IN) / total, source, size=SOURCE_PT, color=MUTED, **style)


def _height_in(text: str, size: float) -> float:
    return (text.count("\n") + 1) * size * LINE_HEIGHT / POINTS_PER_INCH


def _extend(figure: Figure, *, above: float, below: float, aside: float) -> None:
    old_width, old_height = figure.get_size_inches()
    width, height = old_width + 2 * aside, old_height + above + below
    figure.set_size_inches(width, height)
    for axes in figure.axes:
        box = axes.get_position(original=True)
        x, y = (box.x0 * old_width + aside) / width, (box.y0 * old_height + below) / height
        axes.set_position((x, y, box.width * old_width / width, box.height * old_height / height))
    for text in figure.texts:
        x, y = text.get_position()
        text.set_position(((x * old_width + aside) / width, (y * old_height + below) / height))


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


def headed(figure_id: str, say: Say) -> dict[str, str]:
    """What each column of numbers is called in the data file: "p50 [troops]"."""
    units = {column: say(phrase(f"figures_units.{unit}")) for column, unit in figure_module(figure_id).UNITS.items()}
    return {column: f"{column} [{unit}]" for column, unit in units.items()}
