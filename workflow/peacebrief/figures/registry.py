"""The figures there are; a brief numbers them in the order in which it shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from peacebrief.facts.fact import Fact
from peacebrief.figures.caption import Caption

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Facts = Mapping[str, Fact]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]

FIGURES = (
    "force_ladder",
    "methods_side_by_side",
    "history",
    "rotation",
    "sensitivity_indices",
    "demand",
    "supply_map",
    "corridor_losses",
    "deployment_fan",
    "cost",
    "burden",
    "gate_matrix",
    "rank_acceptability",
    "risk_exceedance",
    "durations",
    "switching_values",
    "public_support",
    "pipeline",
)


class FigureModule(Protocol):
    """What a figure module offers."""

    def describe(self, facts: Facts, tables: Tables) -> Caption:
        """The words that go with the figure, chosen by the facts."""

    def data(self, facts: Facts, tables: Tables) -> pd.DataFrame:
        """The numbers drawn."""

    def draw(self, facts: Facts, tables: Tables) -> Figure:
        """The picture, without its heading."""


def figure_module(figure_id: str) -> FigureModule:
    """The module that draws `figure_id`. Raises ValueError for a figure that is not registered."""
    if figure_id not in FIGURES:
        raise ValueError(f"no figure is called {figure_id}; the figures are {', '.join(FIGURES)}")
    return cast("FigureModule", import_module(f"peacebrief.figures.{figure_id}"))
