"""Print without colour: what a colour tells apart, lightness, hatching, dashes or a mark tells apart as well."""

from __future__ import annotations

from itertools import combinations

import pytest
from matplotlib.colors import to_hex, to_rgba

from peacebrief.figures import FIGURES
from peacebrief.figures.drawing import style

# In steps of lightness from black (0) to white (100); print on plain paper keeps ten apart.
LEAST_STEP = 10.0
THICK_PT = 1.5


def lightness(colour):
    """How light a colour looks on a scale from 0 to 100 (CIE L*)."""
    share = (style.contrast(colour, "#000000") * 0.05) - 0.05
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else 903.3 * share


def on_white(colour):
    """A colour as it looks on white paper."""
    red, green, blue, alpha = to_rgba(colour)
    return to_hex([alpha * part + 1 - alpha for part in (red, green, blue)])


def areas(figure):
    """The looks of filled areas: colour, then what shows without it: hatching, a thick or a thin edge."""
    return {
        (on_white(patch.get_facecolor()), (patch.get_hatch(), patch.get_linewidth() >= THICK_PT))
        for axes in figure.axes
        for patch in axes.patches
    }


def lines(figure):
    """The looks of lines: colour, then what shows without it: dashes, and the width in half points."""
    return {
        (on_white(line.get_color()), (str(line._unscaled_dash_pattern), round(2 * line.get_linewidth())))
        for axes in figure.axes
        for line in axes.lines
        if len(line.get_xdata()) > 1 and line.get_linestyle() != "None"
    }


def dots(figure):
    """The looks of marks: the colour inside, then what shows without it: the shape."""
    return {
        (on_white(line.get_markerfacecolor()), (str(line.get_marker()),))
        for axes in figure.axes
        for line in axes.lines
        if line.get_marker() not in {"None", None, ""}
    }


def alike(looks):
    """Pairs of looks that differ in colour, and in nothing that shows without it."""
    return [
        (one, other)
        for one, other in combinations(sorted(looks, key=str), 2)
        if one[0] != other[0] and one[1] == other[1] and abs(lightness(one[0]) - lightness(other[0])) < LEAST_STEP
    ]


def test_lightness_agrees_with_known_greys():
    assert lightness("#000000") == pytest.approx(0)
    assert lightness("#FFFFFF") == pytest.approx(100)
    assert lightness("#777777") == pytest.approx(50, abs=0.5)


@pytest.mark.parametrize("kind", [areas, lines, dots])
def test_no_two_looks_of_a_figure_differ_by_colour_alone(kind, drawn):
    found = {figure_id: alike(kind(drawn[figure_id])) for figure_id in FIGURES}
    assert {figure_id: pairs for figure_id, pairs in found.items() if pairs} == {}


def test_two_bars_of_one_lightness_are_found_out():
    assert alike({(style.GREEN, (None, False)), (style.VERMILION, (None, False))})
    assert not alike({(style.GREEN, (None, False)), (style.VERMILION, ("////", False))})
