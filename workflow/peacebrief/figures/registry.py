"""The figures there are, and what the module of a figure offers.

A brief numbers figures in the order in which it shows them. The words that go with a figure are part of what its
module offers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from peacebrief.facts.fact import Fact

SHORTEST_ALT = 60
# Units of the columns that figures hold. A column whose unit changes from row to row says by what.
SHARE, CHANCE, TROOPS, POINTS = "share 0 to 1", "probability 0 to 1", "troops", "percentage points"
RANGE = ("p5", "p50", "p95")

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Facts = Mapping[str, Fact]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]

# The module of each figure; its last word is the id of the figure. The order does not matter.
MODULES = (
    "sizing.force_ladder",
    "sizing.methods_side_by_side",
    "sizing.history",
    "sizing.rotation",
    "sizing.sensitivity_indices",
    "logistics.demand",
    "logistics.supply_map",
    "logistics.corridor_losses",
    "logistics.deployment_fan",
    "logistics.cost",
    "generation.burden",
    "feasibility.gate_matrix",
    "feasibility.rank_acceptability",
    "feasibility.risk_exceedance",
    "feasibility.durations",
    "feasibility.switching_values",
    "generation.public_support",
    "pipeline",
)
FIGURES = tuple(module.rpartition(".")[2] for module in MODULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Title (the finding), subtitle (measure and unit), source line (source, n, date) and alternative text.

    Raises ValueError where a part is empty, or where the alternative text is too short to tell what is shown.
    """

    title: str
    subtitle: str
    source: str
    alt: str

    def __post_init__(self) -> None:
        for part, words in self.as_record().items():
            if not words.strip():
                raise ValueError(f"the {part} of a figure is empty")
        if len(self.alt) < SHORTEST_ALT:
            raise ValueError(f"alternative text of {len(self.alt)} characters; at least {SHORTEST_ALT} are needed")

    def as_record(self) -> dict[str, str]:
        """The caption as a JSON object."""
        return asdict(self)


class FigureModule(Protocol):
    """What a figure module offers: units of the columns that hold numbers, the room it may take, and the rest."""

    UNITS: Mapping[str, str]
    MOST_HIGH_MM: float

    def describe(self, facts: Facts, tables: Tables) -> Caption:
        """The words that go with the figure, chosen by the facts."""

    def data(self, facts: Facts, tables: Tables) -> pd.DataFrame:
        """The numbers drawn."""

    def draw(self, facts: Facts, tables: Tables) -> Figure:
        """The picture, without its heading."""


def module_name(figure_id: str) -> str:
    """The full name of the module that draws `figure_id`. Raises ValueError for a figure that is not registered."""
    if figure_id not in FIGURES:
        raise ValueError(f"no figure is called {figure_id}; the figures are {', '.join(FIGURES)}")
    return f"peacebrief.figures.{MODULES[FIGURES.index(figure_id)]}"


def figure_module(figure_id: str) -> FigureModule:
    """The module that draws `figure_id`. Raises ValueError for a figure that is not registered."""
    return cast("FigureModule", import_module(module_name(figure_id)))
