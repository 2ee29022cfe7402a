"""Figures: one module each, one shared style.

A figure module has three functions of what is known of the case, and of how its words are said:

* `describe` gives the words (the finding as title, measure and unit as subtitle, source line, alternative text), which
  `telling/figures/` chooses and `templates/words/` holds;
* `data` gives the numbers drawn, one row per mark;
* `draw` gives the picture without its heading: pages set `title`, `subtitle` and `source` as text around the SVG, and
  the PNG that travels alone gets them drawn in.
"""

from peacebrief.figures.registry import FIGURES, Caption, FigureModule, figure_module

__all__ = ["FIGURES", "Caption", "FigureModule", "figure_module"]
