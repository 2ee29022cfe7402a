"""What is written: the same bytes for the same facts, and an SVG that can stand inside a page."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import chain

import pandas as pd
import pytest
from lxml import etree
from pictured import both, data, describe, draw, saved

from peacebrief.figures import FIGURES, figure_module
from peacebrief.figures.save import headed, svg_text

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def written_to(facts, tables, tmp_path_factory):
    """The folder of a figure, which is written when it is first asked for."""
    folder = tmp_path_factory.mktemp("figures")

    @cache
    def write(figure_id):
        saved(figure_id, facts, tables, folder)
        return folder

    return write


@pytest.fixture
def written(written_to, figure_id):
    return written_to(figure_id)


@pytest.fixture
def svg(written, figure_id):
    return etree.parse(written / f"{figure_id}.svg").getroot()


@pytest.mark.slow
@pytest.mark.parametrize("figure_id", FIGURES)
def test_drawing_again_gives_the_same_bytes(figure_id, written, facts, tables, tmp_path):
    for file in saved(figure_id, facts, tables, tmp_path):
        assert file.read_bytes() == (written / file.name).read_bytes(), file.name


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_the_alternative_text_is_the_title_of_the_svg(figure_id, svg, facts, tables):
    assert svg[0].tag == f"{SVG}title"
    assert svg[0].text == describe(figure_module(figure_id), facts, tables).alt
    assert svg.get("role") == "img"


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_words_in_the_svg_stay_words_in_the_bundled_face(svg):
    texts = list(svg.iter(f"{SVG}text"))
    assert len(texts) > 10
    assert all("'Source Sans 3'" in text.get("style") for text in texts)


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_the_svg_names_no_program_no_time_and_no_other_file(figure_id, written):
    text = (written / f"{figure_id}.svg").read_text(encoding="utf-8")
    assert not re.search(r"matplotlib v|<metadata|<style|<!DOCTYPE|<image|\d{4}-\d\d-\d\dT", text, re.IGNORECASE)
    assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', text))


@pytest.mark.slow
def test_no_id_is_used_twice_when_all_figures_stand_in_one_page(written_to):
    svgs = [etree.parse(written_to(figure_id) / f"{figure_id}.svg") for figure_id in FIGURES]
    ids = list(chain.from_iterable((element.get("id") for element in svg.iter() if element.get("id")) for svg in svgs))
    assert len(ids) == len(set(ids))


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_every_reference_inside_the_svg_finds_its_id(figure_id, svg, written):
    ids = {element.get("id") for element in svg.iter()}
    text = (written / f"{figure_id}.svg").read_text(encoding="utf-8")
    references = set(re.findall(r'(?:url\(|href=")#([^)"]+)', text))
    assert references
    assert references <= ids


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_the_caption_beside_the_picture_is_what_the_module_says(figure_id, written, facts, tables):
    words = json.loads((written / f"{figure_id}.json").read_text(encoding="utf-8"))
    assert words == {"id": figure_id, **describe(figure_module(figure_id), facts, tables).as_record()}


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("figure_id", FIGURES)
def test_the_csv_beside_the_picture_is_what_the_module_draws(figure_id, written, facts, tables):
    read = pd.read_csv(written / f"{figure_id}.csv", keep_default_na=False, na_values=[""])
    expected = (
        data(figure_module(figure_id), facts, tables)
        .replace("", None)
        .rename(columns=headed(figure_id, both(facts, tables)[1]))
    )
    pd.testing.assert_frame_equal(read, expected, check_dtype=False, rtol=1e-8)


@pytest.mark.slow
def test_the_picture_does_not_depend_on_what_was_drawn_before(facts, tables):
    def svg(figure_id):
        return svg_text(draw(figure_module(figure_id), facts, tables), figure_id=figure_id, title="t")

    alone = svg("rotation")
    svg("history")
    assert svg("rotation") == alone
