"""A figure of facts and tables that a test has made up, with its words in plain text."""

from __future__ import annotations

from pathlib import Path

from peacebrief.figures.save import save_figure
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import plainly

WORDS = Path(__file__).parents[1] / "workflow/templates/words"


def known_of(facts, tables):
    """What is known of a case with these facts and tables."""
    return Known(facts, tables, tables["case"][0])


def both(facts, tables):
    """What is known, and how it is said."""
    known = known_of(facts, tables)
    return known, plainly(known, WORDS)


def describe(module, facts, tables):
    """The caption of a figure."""
    return module.describe(*both(facts, tables))


def data(module, facts, tables):
    """The numbers that a figure draws."""
    return module.data(*both(facts, tables))


def draw(module, facts, tables):
    """The picture of a figure."""
    return module.draw(*both(facts, tables))


def saved(figure_id, facts, tables, folder):
    """The files of a figure in a folder."""
    known, say = both(facts, tables)
    return save_figure(figure_id, known=known, say=say, folder=folder)
