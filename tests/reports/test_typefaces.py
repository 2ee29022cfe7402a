"""The typefaces of the web pages: every character there, as it was drawn, and the same bytes every time."""

import os
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from peacebrief.inputs.cells.cell import character_fault
from peacebrief.typefaces import CHARACTERS, FACES, WEB_FACES

FONTS = Path(__file__).resolve().parents[2] / "workflow" / "templates" / "fonts"
NAMES = [face.name for face in WEB_FACES]
ALPHABETS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" + "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SIGNS = "−×÷≤≥†‡§←↑→↓€£₴₽–—\u2018’“”…№°±\u00a0"


@pytest.fixture(scope="module", params=NAMES)
def pair(request, reduced):
    """A face as it came and as the pages carry it."""
    return TTFont(FONTS / f"{request.param}.ttf"), TTFont(BytesIO(reduced(request.param)))


def test_every_bundled_file_is_a_known_face():
    assert {file.stem for file in FONTS.glob("*.ttf")} == {face.name for face in FACES}


def test_the_set_holds_what_pages_are_written_in():
    assert set(map(chr, range(0x20, 0x7F))) | set(ALPHABETS) | set(ALPHABETS.upper()) | set(SIGNS) <= CHARACTERS


def test_whatever_inputs_may_hold_can_be_shown():
    allowed = {chr(code) for code in range(0x20, 0x3000) if not character_fault(chr(code))}
    assert allowed <= CHARACTERS


@pytest.mark.parametrize("name", NAMES)
def test_every_face_has_every_character_of_the_set_and_figures_that_stand_on_the_line(name):
    """What a reduced face cannot have unless the whole one does, looked at where it costs nothing: in every face."""
    with TTFont(FONTS / f"{name}.ttf") as face:
        names = face.getBestCmap()
        assert set(map(chr, names)) >= CHARACTERS
        assert len({face["hmtx"][names[ord(digit)]][0] for digit in "0123456789"}) == 1
        assert all(face["glyf"][names[ord(digit)]].yMin >= -20 for digit in "3479")


@pytest.mark.fast_cases(1)
def test_every_character_has_its_own_glyph_and_width(pair):
    whole, reduced = pair
    assert set(map(chr, reduced.getBestCmap())) == CHARACTERS
    for letter in "Ag7й−≤":
        outlines = []
        for font in (whole, reduced):
            glyphs = font.getGlyphSet()
            pen = DecomposingRecordingPen(glyphs)
            glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
            outlines.append((pen.value, glyphs[font.getBestCmap()[ord(letter)]].width))
        assert outlines[0] == outlines[1]
        assert outlines[0][0]


@pytest.mark.fast_cases(1)
def test_only_the_features_in_use_are_kept(pair):
    wanted = {"GSUB": {"lnum", "tnum", "liga", "locl"}, "GPOS": {"kern", "mark"}}
    for table, tags in wanted.items():
        kept = {record.FeatureTag for record in pair[1][table].table.FeatureList.FeatureRecord}
        assert kept <= tags
        assert kept & {"liga", "kern"}


@pytest.mark.fast_cases(1)
def test_figures_stand_on_the_line_and_are_of_one_width(pair):
    # They are so by default, so that the features for it have nothing left to replace and fall away.
    _, reduced = pair
    glyphs, names = reduced.getGlyphSet(), reduced.getBestCmap()
    assert len({glyphs[names[ord(digit)]].width for digit in "0123456789"}) == 1
    for digit in "3479":  # these hang below the line in old style
        assert reduced["glyf"][names[ord(digit)]].yMin >= -20


def test_a_face_without_one_of_the_characters_is_refused(monkeypatch):
    from peacebrief.typefaces import subsetting

    monkeypatch.setattr(subsetting, "CHARACTERS", CHARACTERS | {"\u5e73"})
    with pytest.raises(ValueError, match=r"SourceSans3-Regular\.ttf has no character U\+5E73"):
        subsetting.subset(FONTS / "SourceSans3-Regular.ttf")


@pytest.mark.slow
def test_the_bytes_are_the_same_in_another_process_and_hash_order(reduced, tmp_path):
    face = tmp_path / f"{NAMES[0]}.woff2"
    environment = os.environ | {"PYTHONPATH": str(FONTS.parents[1]), "PYTHONHASHSEED": "7", "TZ": "UTC7"}
    command = [sys.executable, "-m", "peacebrief", "subset-faces", str(face), "--fonts", str(FONTS)]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    assert sha256(face.read_bytes()).digest() == sha256(reduced(NAMES[0])).digest()
