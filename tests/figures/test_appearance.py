"""Figures of the made-up case look as they did: compared with pictures kept here, by one tolerance for all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from matplotlib.testing.compare import compare_images
from matplotlib.text import Text
from pictured import draw

from peacebrief.figures import FIGURES, figure_module
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.style import GREEN, STYLE_FILE, applied

BASELINE = Path(__file__).parent / "baseline"
SAVED = {"dpi": 55, "metadata": {"Software": None}}
MOST_KB = 600


@pytest.mark.slow
@pytest.mark.parametrize("figure_id", FIGURES)
@pytest.mark.mpl_image_compare(style=str(STYLE_FILE), savefig_kwargs=SAVED)
def test_appearance(figure_id, drawn):
    return drawn[figure_id]


def test_every_picture_kept_is_of_a_figure_there_is_and_all_are_small():
    kept = {file.stem.removeprefix("test_appearance_") for file in BASELINE.glob("*.png")}
    assert kept == set(FIGURES)
    assert sum(file.stat().st_size for file in BASELINE.iterdir()) < MOST_KB * 1024


def moved_line(figure):
    """The line at the size under test a little to the right."""
    line = next(line for line in figure.axes[0].lines if line.get_color() == REFERENCE["color"])
    line.set_xdata([1.1 * place for place in line.get_xdata()])


def changed_colour(figure):
    """One bar of the model in another colour."""
    figure.axes[0].patches[0].set_facecolor(GREEN)


def changed_digit(figure):
    """One digit of one range."""
    text = next(text for text in figure.findobj(Text) if text.get_text().startswith("4,000 to"))
    text.set_text(text.get_text().replace("4,000 to", "5,000 to"))


def larger_word(figure):
    """One name half a point larger."""
    text = next(text for text in figure.findobj(Text) if text.get_text() == "Deterrence")
    text.set_fontsize(text.get_fontsize() + 0.5)


@pytest.fixture
def kept(tmp_path):
    """A copy of the picture kept of the ladder, beside which pictures may be written."""
    return Path(shutil.copyfile(BASELINE / "test_appearance_force_ladder.png", tmp_path / "kept.png"))


@pytest.fixture
def tolerance(pytestconfig):
    return float(pytestconfig.getini("mpl-default-tolerance"))


def test_without_a_change_a_picture_is_within_the_tolerance(drawn, kept, tolerance):
    assert _difference(drawn["force_ladder"], kept, tolerance) == 0


@pytest.mark.parametrize("change", [moved_line, changed_colour, changed_digit, larger_word])
def test_a_small_change_is_beyond_the_tolerance(change, facts, tables, kept, tolerance):
    figure = draw(figure_module("force_ladder"), facts, tables)
    change(figure)
    assert _difference(figure, kept, tolerance) > tolerance


def _difference(figure, kept, tolerance):
    """How far the picture lies from the one kept, root mean square of 0 to 255; zero within the tolerance."""
    new = kept.with_name("new.png")
    with applied():
        figure.savefig(new, format="png", **SAVED)
    found = compare_images(kept, new, tolerance, in_decorator=True)
    return found["rms"] if found else 0
