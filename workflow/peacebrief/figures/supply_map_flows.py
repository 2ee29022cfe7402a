"""What goes where on the supply map, and how it looks: width by tonnes, colour by the use of the fullest mode."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.figures import style
from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables
from peacebrief.figures.supply_map_crossings import LEAST_TONNES, carries, enters, share_used
from peacebrief.figures.supply_map_view import LAND, View
from peacebrief.geography import clipped_segment

# Light to dark, so that the order holds without colour; the fullest class also has a white line along its middle.
CLASSES_OF_USE = (
    (0.5, style.LIGHT_BLUE, "under half"),
    (0.9, style.BLUE, "half to 90%"),
    (float("inf"), style.NAVY, "90% or more"),
)
WIDEST_PT, NARROWEST_PT = 7.0, 1.2
MIDDLE: dict[str, Any] = {"color": "white", "lw": 0.8}
THIN: dict[str, Any] = {"color": style.STONE, "lw": 0.6}
BREAK: dict[str, Any] = {"marker": "D", "ms": 4.0, "mfc": "white", "mec": style.VERMILION, "mew": 1.2, "ls": "none"}
CONTACT: dict[str, Any] = {"color": style.INK, "lw": 1.6, "ls": (0, (1, 1.2))}
SECTOR: dict[str, Any] = {"marker": "o", "ms": 5.0, "mfc": style.ORANGE, "mec": style.INK, "mew": 0.8, "ls": "none"}


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes between two places by all modes; `use` is the share used of the one that is fullest.

    Idle room on the road beside a full railway would hide that no more can go by rail.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    tonnes: float
    use: float
    gauge_break: bool
    enters: bool

    @property
    def carries(self) -> bool:
        """Whether anything worth a digit goes there."""
        return self.tonnes >= LEAST_TONNES


def flows_in_view(view: View, tables: Tables) -> list[Flow]:
    """Land links between the same two places taken together, those with some part in view, small flows first."""
    together: dict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for link in tables["flows"]:
        if link["mode"] in LAND:
            together[frozenset((str(link["from_node"]), str(link["to_node"])))].append(link)
    flows = [_joined(view, links) for links in together.values()]
    seen = [flow for flow in flows if clipped_segment(flow.start, flow.end, view.frame)]
    return sorted(seen, key=lambda flow: (flow.tonnes, flow.start, flow.end))


def _joined(view: View, links: list[Mapping[str, Any]]) -> Flow:
    first = links[0]
    start, end = (view.place(float(first[f"{side}_lon"]), float(first[f"{side}_lat"])) for side in ("from", "to"))
    return Flow(
        start=start,
        end=end,
        tonnes=sum(cell(link, "tonnes") or 0.0 for link in links),
        use=max((share_used(link) for link in links if carries(link)), default=0.0),
        gauge_break=any(cell(link, "gauge_break") for link in links),
        enters=any(enters(link) for link in links),
    )


def width_pt(tonnes: float, most: float) -> float:
    """How wide a flow is drawn, in points: in proportion, but never too thin to see."""
    return max(NARROWEST_PT, WIDEST_PT * tonnes / max(most, LEAST_TONNES))


def colour_of(use: float) -> str:
    """The colour of the class that a share of capacity falls into."""
    return next(colour for limit, colour, _ in CLASSES_OF_USE if use < limit)


def middle_shown(colour: str) -> bool:
    """Whether a line of this colour has a white line along its middle: the fullest class has."""
    return colour == CLASSES_OF_USE[-1][1]
