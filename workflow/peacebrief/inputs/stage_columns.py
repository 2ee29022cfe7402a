"""The columns that each stage reads from each table: numbers, codes, and the words it hands on. Standard library only.

A table named with {case} lies in the folder of the case.
"""

from __future__ import annotations


def _three(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{part}" for name in names for part in ("low", "central", "high"))


ASSUMPTIONS = ("id", "unit", "distribution", "low", "central", "high", "choices", "stage")
CORRELATIONS = ("factor", "quantity", "loading")

SIZING: dict[str, tuple[str, ...]] = {
    "reference/missions": (
        "id", "name", "lead", "type", "strength", "line_km", "population", "sizing_driver", "state_adversary",
        "split",
    ),
    "reference/mission_types": ("type", "mandate_level"),
    "reference/sizing_methods": ("id", "method", "low", "central", "high", "unit", "distribution"),
    "reference/comparators": ("id", "value", "unit"),
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/method_weights": ("role", "method", "weight", "reason"),
    "{case}/contributors": ("country", "army_active", *_three("brigades"), "position"),
    "{case}/proposals": ("id", "role_class", *_three("force")),
}  # fmt: skip
LOGISTICS: dict[str, tuple[str, ...]] = {
    "reference/consumption": (
        "item", "posture", "label", "supply_class", "unit", "low", "central", "high", "kg_per_unit",
        "cross_border_share",
    ),
    "reference/consumption_anchors": ("id", "anchor", "item", "value", "unit"),
    "reference/vehicles": ("id", "name", "mode", *_three("payload", "speed", "hours", "availability", "load_factor")),
    "reference/units": ("id", "name", *_three("personnel", "vehicles", "mass"), "stow_m2", "lane_m", *_three("trains")),
    "reference/deployments": (
        "id", "case", "name", "date", "day", "metric", "value", "unit", "moved", "moved_unit", "use", *_three("loc"),
        "pre_staged",
    ),
    "reference/throughput": ("id", "place", "flow", "direction", "low", "value", "high", "unit"),
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/options": ("id", "label", "posture", *_three("force")),
    "{case}/network/nodes": ("id", "name", "country", "kind", "lat", "lon", *_three("handling"), "scope"),
    "{case}/network/links": (
        "id", "from_node", "to_node", "mode", "open", "two_way", "distance_km", "gauge_break",
        *_three("units", "capacity"), "scope", *_three("speed", "delay"), "crosses_dnipro", "corridor", "contested",
        "enters_theatre", "transit_countries",
    ),
    "{case}/network/corridors": ("id", "label", "in_sentence", "country", "country_name", "in_article", "inside"),
    "{case}/network/sectors": ("id", "name", "node", "share", "zone"),
}  # fmt: skip
COLUMNS = {"sizing": SIZING, "logistics": LOGISTICS}
# Names in case.yaml that the record of a stage shows; what is nested under them counts too, less the WORDS.
SETTINGS = {
    "sizing": frozenset({"seed", "draws", "force_sizes", "roles"}),
    "logistics": frozenset({"seed", "draws", "logistics"}),
}
WORDS = {"sizing": frozenset({"purpose", "definition"}), "logistics": frozenset({"label", "phrase", "definition"})}
# What is drawn for each item of a table is called after the table, and belongs to the stage that reads it.
DRAWN_BY_ITEM = {"consumption": "logistics"}


def stage_of_quantity(quantity: str, assumption_stages: dict[str, str]) -> str:
    """The stage that reads a quantity: that of the assumption or table; sizing for what is neither, a method."""
    table, _, item = quantity.partition(".")
    if item:
        return DRAWN_BY_ITEM.get(table, "")
    return assumption_stages.get(quantity, "sizing")
