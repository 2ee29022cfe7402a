"""One look for every figure: bundled faces only, colour-blind-safe colours, sizes in points at print size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
STYLE_FILE = TEMPLATES / "peacebrief.mplstyle"
FAMILY = "Source Sans 3"
FACES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Italic.ttf",
    "SourceSans3-SemiBold.ttf",
    "SourceSans3-Bold.ttf",
)

WIDTH_IN = 170 / 25.4  # the text width of a printed page
SMALLEST_PT = 9.0
SEMIBOLD = 600
LINE_HEIGHT = 1.25  # of the type size
LINE_SPACING = LINE_HEIGHT / 1.424  # matplotlib multiplies the face's own line height, 1.424 of the size here

# Okabe and Ito (2008), safe for the common kinds of colour blindness.
BLUE, VERMILION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
ORANGE, SKY = "#E69F00", "#56B4E9"
INK, MUTED, FAINT, PALE, PAPER = "#1A1A1A", "#525252", "#8A8A8A", "#D9D9D9", "#FFFFFF"
# Tints of these, for areas that carry words or lie beneath lines.
PALE_SKY, SAND, STONE, LAND, TINT = "#C3E0F2", "#E5B567", "#B4B4B4", "#F7F7F7", "#F1F5F8"
LIGHT_BLUE, NAVY = "#56A0D3", "#08306B"

LEAST_CONTRAST = 3.0

P = ParamSpec("P")
R = TypeVar("R")


def contrast(colour: str, ground: str = PAPER) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def outline(colour: str) -> str:
    """The edge that keeps an area of `colour` visible on white: ink where the colour alone is too faint."""
    return colour if contrast(colour) >= LEAST_CONTRAST else INK


@contextmanager
def applied(salt: str = "peacebrief") -> Iterator[None]:
    """The style in force, with only the bundled faces known. `salt` fixes the ids inside an SVG.

    Raises FileNotFoundError where a bundled face is missing.
    """
    _register_faces()
    with mpl.rc_context(fname=STYLE_FILE, rc={"svg.hashsalt": salt}):
        yield


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """`draw` with the style in force while it runs."""

    @wraps(draw)
    def within_style(*args: P.args, **kwargs: P.kwargs) -> R:
        with applied():
            return draw(*args, **kwargs)

    return within_style


def new_figure(height_in: float) -> Figure:
    """An empty figure of the printed text width."""
    figure = Figure(figsize=(WIDTH_IN, height_in))
    FigureCanvasAgg(figure)
    return figure


def panel(figure: Figure, *, left: float, top: float, width: float, height: float) -> Axes:
    """Axes at a place given in inches from the left and from the top of the figure."""
    total_width, total_height = figure.get_size_inches()
    bottom = total_height - top - height
    return figure.add_axes((left / total_width, bottom / total_height, width / total_width, height / total_height))


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def _register_faces() -> None:
    # Faces of the machine must never slip in: a missing one would change the picture from place to place.
    fontManager.ttflist = []
    fontManager.afmlist = []
    for name in FACES:
        path = TEMPLATES / "fonts" / name
        if not path.is_file():
            raise FileNotFoundError(f"the bundled face {name} is missing from {path.parent.name}/")
        fontManager.addfont(path)
