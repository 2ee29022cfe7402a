"""The figures there are, and what the module of a figure offers.

A brief numbers figures in the order in which it shows them. The words that go with a figure are part of what its
module offers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

SHORTEST_ALT = 60
# Units of the columns that figures hold. A column whose unit changes from row to row says by what.
SHARE, CHANCE, TROOPS, POINTS = "share", "chance", "troops", "points"
RANGE = ("p5", "p50", "p95")

# The workflow asks for the list of figures at each start, and needs nothing of what they are drawn with.
if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from peacebrief.telling.figures.caption import SaidCaption
    from peacebrief.telling.saying.known import Known
    from peacebrief.telling.saying.voice import Say

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

    @classmethod
    def of(cls, caption: SaidCaption, say: Say) -> Caption:
        """A caption said aloud. Raises ValueError as for its parts."""
        parts = {part: say(getattr(caption, part)) for part in ("title", "subtitle", "source", "alt")}
        return cls(**parts)

    def as_record(self) -> dict[str, str]:
        """The caption as a JSON object."""
        return asdict(self)


class FigureModule(Protocol):
    """What a figure module offers: units of the columns that hold numbers, the room it may take, and the rest.

    `UNITS` names phrases of `words/figures_units.jinja`.
    """

    UNITS: Mapping[str, str]
    MOST_HIGH_MM: float

    def describe(self, known: Known, say: Say) -> Caption:
        """The words that go with the figure, chosen by the facts."""

    def data(self, known: Known, say: Say) -> pd.DataFrame:
        """The numbers drawn."""

    def draw(self, known: Known, say: Say) -> Figure:
        """The picture, without its heading."""


def module_name(figure_id: str) -> str:
    """The full name of the module that draws `figure_id`. Raises ValueError for a figure that is not registered."""
    if figure_id not in FIGURES:
        raise ValueError(f"no figure is called {figure_id}; the figures are {', '.join(FIGURES)}")
    return f"peacebrief.figures.{MODULES[FIGURES.index(figure_id)]}"


def figure_module(figure_id: str) -> FigureModule:
    """The module that draws `figure_id`. Raises ValueError for a figure that is not registered."""
    return cast("FigureModule", import_module(module_name(figure_id)))
