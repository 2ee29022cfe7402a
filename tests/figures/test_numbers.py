"""The data file beside a figure has every number that the figure prints, under headers with units."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from matplotlib.text import Text
from pictured import data, draw, saved

from peacebrief.facts.rounding import brief_percent_of_draws, exact, percent, significant, together
from peacebrief.figures import FIGURES, figure_module
from peacebrief.figures.drawing.scale import brief

NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?:,\d{3})*(?:\.\d+)?")
# What a key or a note says that is no measurement: the share in a range, classes of use, sample widths, the rule.
FIXED = {
    "force_ladder": {"90"},
    "history": {"90", "1"},
    "supply_map": {"90", "2,000", "400", "31", "2030"},
    "corridor_losses": {"100,000"},
    "gate_matrix": {"75", "40", "20"},
    "switching_values": {"75"},
}


def beside_others(number):
    """A number in a range, where it keeps its digits: 3.0 beside 2.4."""
    return together(number, 0.5)[0]


PRINTED = (significant, beside_others, exact, percent, brief_percent_of_draws, brief, lambda number: f"{number:.0f}")


def printed_numbers(figure):
    """Every number in the words of a figure, the ticks of its scales left out."""
    ticks = {id(tick) for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)
             for tick in axis.findobj(Text)}  # fmt: skip
    words = [text.get_text() for text in figure.findobj(Text) if id(text) not in ticks]
    return {number for text in words for number in NUMBER.findall(text)}


def known_numbers(frame):
    """Every number of a data file in all the ways that figures print it, and those inside its names."""
    numbers = [float(number) for column in frame.select_dtypes("number") for number in frame[column].dropna()]
    names = [str(name) for column in frame.select_dtypes(exclude="number") for name in frame[column].dropna()]
    words = [form(number) for number in numbers for form in PRINTED]
    return {number for text in [*words, *names] for number in NUMBER.findall(text)}


@pytest.mark.parametrize("figure_id", FIGURES)
def test_every_number_printed_in_a_figure_is_in_its_data(figure_id, drawn, facts, tables):
    known = known_numbers(data(figure_module(figure_id), facts, tables)) | FIXED.get(figure_id, set())
    assert printed_numbers(drawn[figure_id]) - known == set()


def test_a_number_that_is_not_in_the_data_is_found_out(facts, tables):
    figure = draw(figure_module("burden"), facts, tables)
    figure.axes[0].text(0, 0, "3,917 (41%)")
    known = known_numbers(data(figure_module("burden"), facts, tables))
    assert printed_numbers(figure) - known == {"3,917", "41"}


@pytest.mark.parametrize("figure_id", FIGURES)
def test_every_column_of_numbers_has_its_unit_and_no_column_of_words(figure_id, facts, tables):
    frame = data(figure_module(figure_id), facts, tables)
    assert set(figure_module(figure_id).UNITS) == set(frame.select_dtypes("number"))


def test_the_header_of_the_data_file_gives_the_units(facts, tables, tmp_path):
    saved("burden", facts, tables, tmp_path)
    header = list(pd.read_csv(tmp_path / "burden.csv"))
    assert header == ["option", "country", "troops [troops]", "army_share [share 0 to 1]", "quota [troops]"]
