"""Type in pictures, measured where it is read: on the pages of the finished PDFs, not in the drawing."""

from __future__ import annotations

import pikepdf
import pytest

from peacebrief.figures.drawing.style import SMALLEST_PT

WITH_FIGURES = ("summary", "brief", "annex")
pytestmark = pytest.mark.slow


def joined(inner, outer):
    """Two scalings, one within the other (the four numbers of a matrix that scale and turn)."""
    a, b, c, d = inner
    e, f, g, h = outer
    return (a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)


def sizes_of_type(page, inside="/Figure"):
    """The sizes in points of all words of a page that are marked as part of a figure; each is set by its own matrix."""
    scale, kept, marks, size, found = (1.0, 0.0, 0.0, 1.0), [], [], 0.0, set()
    text = scale
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                kept.append(scale)
            case "Q":
                scale = kept.pop()
            case "cm":
                scale = joined([float(number) for number in operands[:4]], scale)
            case "BDC" | "BMC":
                marks.append(str(operands[0]))
            case "EMC":
                marks.pop()
            case "Tm":
                text = [float(number) for number in operands[:4]]
            case "Tf":
                size = float(operands[1])
            case "Tj" | "TJ" if inside in marks:
                a, b, c, d = joined(text, scale)
                found.add(size * abs(a * d - b * c) ** 0.5)
    return found


@pytest.mark.parametrize("built", ["edition", "miniature_edition"])
@pytest.mark.parametrize("brief", WITH_FIGURES)
def test_no_word_of_a_figure_is_printed_below_nine_points(built, brief, request):
    edition = request.getfixturevalue(built)
    with pikepdf.open(edition.folder / "reports" / edition.case / f"{brief}.pdf") as pdf:
        sizes = set().union(*(sizes_of_type(page) for page in pdf.pages))
    assert sizes
    assert min(sizes) >= SMALLEST_PT - 0.01


def test_a_page_drawn_at_half_its_size_is_found_out():
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        drawn = b"/Figure BMC q 0.5 0 0 0.5 0 0 cm BT /F1 9 Tf 1 0 0 1 10 10 Tm (a) Tj ET Q EMC BT /F1 7 Tf (b) Tj ET"
        page.Contents = pdf.make_stream(drawn)
        assert sizes_of_type(page) == {4.5}
