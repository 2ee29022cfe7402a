"""One scale of type for page and web: sizes are steps of one ratio, and nothing is printed too small to read."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "workflow" / "templates" / "css"
RATIO = 2 ** (1 / 5)
STEPS = {"note": -2, "small": -1, "text": 0, "lead": 1, "section": 2, "heading": 3, "title": 5, "display": 6}
SMALLEST = 7.0


def sizes():
    found = re.findall(r"--size-([a-z]+): ([0-9.]+)rem", (CSS / "tokens.css").read_text(encoding="utf-8"))
    return {name: float(size) for name, size in found}


def test_sizes_are_steps_of_one_ratio():
    assert sizes() == {name: pytest.approx(RATIO**step, abs=6e-4) for name, step in STEPS.items()}


def test_the_smallest_step_can_be_read_on_paper():
    (base,) = re.findall(
        r"^html \{ font-size: ([0-9.]+)pt", (CSS / "print.css").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert float(base) * min(sizes().values()) >= SMALLEST


@pytest.mark.parametrize("sheet", sorted(path.name for path in CSS.glob("*print*.css")))
def test_no_words_are_printed_below_seven_points(sheet):
    printed = (CSS / sheet).read_text(encoding="utf-8")
    assert [size for size in re.findall(r"font(?:-size)?: ([0-9.]+)pt", printed) if float(size) < SMALLEST] == []
