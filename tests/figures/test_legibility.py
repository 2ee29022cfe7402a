"""What a reader can read: size of type, nothing cut off, nothing written over."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from matplotlib.text import Text
from pictured import describe, draw

from peacebrief.figures import FIGURES, figure_module
from peacebrief.figures.drawing.style import SMALLEST_PT, WIDTH_IN, applied
from peacebrief.figures.save import add_heading

# A page shows the figure as it is drawn; with its heading it is published by itself.
KINDS = pytest.mark.parametrize("kind", ["drawn", pytest.param("headed", marks=pytest.mark.slow)])
TOUCH_PX = 2.0  # boxes of two lines of one column may touch by their empty edge


def texts_of(figure):
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


def shown_boxes(figure):
    """Each text that is really drawn (ticks beyond an axis are not) with its box on the page, in pixels."""
    seen, plain_draw = [], Text.draw

    def watched(text, renderer):
        seen.append(text)
        plain_draw(text, renderer)

    Text.draw = watched
    try:
        with applied():
            figure.draw_without_rendering()  # all is laid out; to paint it as well would take most of the time
            renderer = figure.canvas.get_renderer()
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in seen if text.get_visible()]
    finally:
        Text.draw = plain_draw
    return [(words, box) for words, box in boxes if words.strip()]


class Headed(dict):
    """Figures with their headings, each drawn when it is first asked for."""

    def __init__(self, facts, tables):
        super().__init__()
        self.facts, self.tables = facts, tables

    def __missing__(self, figure_id):
        module = figure_module(figure_id)
        self[figure_id] = draw(module, self.facts, self.tables)
        with applied():
            add_heading(self[figure_id], describe(module, self.facts, self.tables))
        return self[figure_id]


@pytest.fixture(scope="session")
def headed(facts, tables):
    return Headed(facts, tables)


@pytest.fixture(scope="session")
def boxes(drawn, headed):
    """The boxes of a figure, drawn or headed, measured when they are first asked for."""
    kinds = {"drawn": drawn, "headed": headed}
    return cache(lambda figure_id, kind: shown_boxes(kinds[kind][figure_id]))


def test_a_figure_is_as_wide_as_the_printed_text(drawn):
    widths = {figure_id: drawn[figure_id].get_size_inches()[0] for figure_id in FIGURES}
    assert widths == pytest.approx(dict.fromkeys(FIGURES, WIDTH_IN))


def test_a_figure_is_no_higher_than_its_page_allows(drawn):
    most = {figure_id: figure_module(figure_id).MOST_HIGH_MM for figure_id in FIGURES}
    heights = {figure_id: drawn[figure_id].get_size_inches()[1] * 25.4 for figure_id in FIGURES}
    assert {figure_id: high for figure_id, high in heights.items() if high > most[figure_id]} == {}


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_no_word_is_smaller_than_nine_points(figure_id, headed):
    assert min(text.get_fontsize() for text in texts_of(headed[figure_id])) >= SMALLEST_PT == 9


@KINDS
@pytest.mark.parametrize("figure_id", FIGURES)
def test_no_word_runs_out_of_the_picture(figure_id, kind, boxes, request):
    figure = request.getfixturevalue(kind)[figure_id]
    width, height = figure.canvas.get_width_height()
    for words, box in boxes(figure_id, kind):
        inside = box.x0 >= -0.5 and box.y0 >= -0.5 and box.x1 <= width + 0.5 and box.y1 <= height + 0.5
        assert inside, f"{words!r} at {box}"


@KINDS
@pytest.mark.parametrize("figure_id", FIGURES)
def test_no_word_stands_on_another(figure_id, kind, boxes):
    for (words, box), (others, other) in combinations(boxes(figure_id, kind), 2):
        across = min(box.x1, other.x1) - max(box.x0, other.x0)
        upright = min(box.y1, other.y1) - max(box.y0, other.y0)
        assert min(across, upright) <= TOUCH_PX, f"{words!r} and {others!r}"


@pytest.mark.slow
def test_the_weight_behind_the_longest_bar_stays_in_the_picture(facts, tables):
    longest = facts["sizing.method.force_to_space.separation"]
    facts = facts | {longest.id: replace(longest, p95=9_900_000.0)}
    figure = draw(figure_module("methods_side_by_side"), facts, tables)
    width = figure.canvas.get_width_height()[0]
    assert all(box.x1 <= width for _, box in shown_boxes(figure))
