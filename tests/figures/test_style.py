"""The shared look, and the small rules beneath it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from matplotlib.font_manager import fontManager

import peacebrief.figures
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import label_points
from peacebrief.figures.drawing.scale import brief, plain, short, ticks_between
from peacebrief.figures.drawing.wrapping import clipped, width_in, wrapped
from peacebrief.figures.reading import figure_tables
from peacebrief.figures.sizing.force_ladder import packed


def test_page_and_figures_share_ink_accent_tint_and_face():
    sheet = (style.TEMPLATES / "css" / "tokens.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([a-z-]+): ([^;]+);", sheet))
    own = {"ink": style.INK, "muted": style.MUTED, "accent": style.BLUE, "tint": style.TINT, "paper": style.PAPER}
    assert {name: tokens[name].upper() for name in own} == own
    assert tokens["sans"] == f'"{style.FAMILY}"'


def test_the_style_file_has_no_colour_and_no_face_of_its_own():
    told = style.STYLE_FILE.read_text(encoding="utf-8")
    named = {value.lstrip("#") for name, value in vars(style).items() if name.isupper() and str(value).startswith("#")}
    assert set(re.findall(r"\b[0-9A-F]{6}\b", told)) - {"000000"} <= named
    assert f"font.family: {style.FAMILY}" in told


def test_every_colour_of_a_figure_has_its_name_in_the_style():
    sources = Path(peacebrief.figures.__file__).parent.rglob("*.py")
    coloured = {file.name for file in sources if re.search("#[0-9A-Fa-f]{6}", file.read_text(encoding="utf-8"))}
    assert coloured == {"style.py"}


def test_only_the_bundled_faces_are_known():
    with style.applied():
        files = {Path(face.fname).name for face in fontManager.ttflist}
    assert files == set(style.FACES)


def test_contrast_agrees_with_the_ends_of_the_scale():
    assert style.contrast("#000000") == pytest.approx(21)
    assert style.contrast("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize("colour", [style.ORANGE, style.SKY])
def test_areas_in_faint_colours_get_a_dark_outline(colour):
    assert style.contrast(colour) < 3
    assert style.outline(colour) == style.INK


@pytest.mark.parametrize("colour", [style.BLUE, style.VERMILION, style.GREEN])
def test_areas_in_strong_colours_need_none(colour):
    assert style.outline(colour) == colour


@pytest.mark.parametrize("colour", [style.INK, style.MUTED])
def test_colours_of_words_reach_the_contrast_of_text(colour):
    assert style.contrast(colour) >= 4.5


def test_figures_never_touch_the_global_state_of_pyplot():
    sources = Path(peacebrief.figures.__file__).parent.rglob("*.py")
    assert not [file.name for file in sources if "pyplot" in file.read_text(encoding="utf-8")]


def test_wrapped_lines_fit_their_column():
    with style.applied():
        lines = wrapped("Distance between permanent posts when armies are held apart", 1.5, size=9).split("\n")
        assert len(lines) > 1
        assert all(width_in(line, size=9) <= 1.5 for line in lines)


def test_a_label_of_many_words_is_clipped_to_two_lines_that_fit_and_says_so():
    with style.applied():
        lines = clipped("word " * 40, 1.5, size=9).split("\n")
        assert len(lines) == 2
        assert lines[-1].endswith("\u2026")
        assert all(width_in(line, size=9) <= 1.5 for line in lines)
        assert clipped("Two words", 1.5, size=9) == "Two words"


SPANS = [(0.0, 4.0), (5.0, 6.0), (1.0, 2.0), (4.4, 4.8), (2.2, 9.0), (5.0, 6.0)]


@pytest.mark.parametrize("gap", [0.0, 0.3, 0.5])
def test_packed_spans_of_one_row_keep_their_gap(gap):
    rows = packed(SPANS, gap=gap)
    for row in set(rows):
        own = sorted(span for span, place in zip(SPANS, rows, strict=True) if place == row)
        assert all(before[1] + gap <= after[0] for before, after in pairwise(own))


def test_spans_are_packed_into_as_many_rows_as_meet_at_one_place():
    crowd = max(sum(start <= place <= end for start, end in SPANS) for place, _ in SPANS)
    assert len(set(packed(SPANS, gap=0.0))) == crowd == 3
    assert packed([], gap=1.0) == []


def test_a_name_without_room_is_left_out_rather_than_written_over_another():
    figure = style.new_figure(2.0)
    with style.applied():
        axes = style.panel(figure, left=1, top=0.5, width=1, height=1)
        axes.set(xlim=(0, 1), ylim=(0, 1))
        crowd = [(0.5, 0.5, f"mission {number}") for number in range(30)]
        named = label_points(figure, axes, crowd)
    assert 0 < len(named) < len(crowd)


@pytest.mark.parametrize(("number", "words"), [(0.3, "0.3"), (900, "900"), (30_000, "30k"), (2_500_000, "2.5m")])
def test_short_ticks(number, words):
    assert short(number) == words


def test_plain_ticks_and_brief_numbers():
    assert plain(30_000) == "30,000"
    assert brief(63_817) == "64k"
    assert ticks_between(800, 40_000) == [1_000, 3_000, 10_000, 30_000]


def test_tables_of_evidence_case_and_stages_are_one_mapping():
    evidence = {"case": {"roles": {"watch": {"label": "Watching"}}, "draws": 8}, "assumptions": [{"id": "a"}],
                "sources": [{"key": "s"}],
                "tables": {"missions": [{"id": "m"}]}}  # fmt: skip
    stage = {"tables": {"pools": {"columns": ["role", "size"], "rows": [["watch", 5.0]]}}}
    tables = figure_tables(evidence, stage)
    assert tables["roles"] == [{"id": "watch", "label": "Watching"}]
    assert tables["pools"] == [{"role": "watch", "size": 5.0}]
    assert tables["case"][0]["draws"] == 8
    assert tables["sources"] == [{"key": "s"}]
    assert tables["missions"] == [{"id": "m"}]
