"""Units of the numbers behind each figure, as the header of its data file gives them."""

from __future__ import annotations

SHARE, CHANCE, TROOPS, POINTS = "share 0 to 1", "probability 0 to 1", "troops", "percentage points"
RANGE = ("p5", "p50", "p95")

# By figure the columns that hold numbers. A column whose unit changes from row to row says by what.
UNITS: dict[str, dict[str, str]] = {
    "force_ladder": {"low": TROOPS, "central": TROOPS, "high": TROOPS, "probability": CHANCE},
    "methods_side_by_side": {"p5": TROOPS, "p50": TROOPS, "p95": TROOPS, "weight": SHARE},
    "history": {"x": "km or people by set", "x_low": "km or people by set", "x_high": "km or people by set",
                "strength": TROOPS, "factor": "ratio", "missions": "count"},
    "rotation": {**dict.fromkeys(RANGE, "troops; share of an army for armies"), "ratio": "pool for each"},
    "sensitivity_indices": {"share": SHARE},
    "demand": dict.fromkeys(RANGE, "kg a person and day"),
    "supply_map": {"from_lat": "degrees north", "from_lon": "degrees east", "to_lat": "degrees north",
                   "to_lon": "degrees east", "tonnes": "tonnes a day", "use": "share of capacity 0 to 1",
                   "gauge_break": "1 for yes", "enters_theatre": "1 for yes"},
    "corridor_losses": {"share": SHARE, "troops": TROOPS},
    "deployment_fan": {"size": TROOPS, "day": "days", **dict.fromkeys(RANGE, "troops; days where kind is days")},
    "cost": {**dict.fromkeys(RANGE, "billion EUR of 2025"), "force_low": TROOPS, "force_high": TROOPS},
    "burden": {"troops": TROOPS, "army_share": SHARE, "quota": TROOPS},
    "gate_matrix": {"probability": CHANCE},
    "rank_acceptability": {"rank": "place", "share": SHARE},
    "risk_exceedance": {"severity": "sum of severities 1 to 5", "probability": CHANCE},
    "durations": {"years": "years", "share": SHARE, "low": SHARE, "high": SHARE, "at_risk": "count"},
    "switching_values": {"p_low": CHANCE, "p_now": CHANCE, "p_high": CHANCE, "central": "see unit",
                         "needed": "see unit"},
    "public_support": {**dict.fromkeys(RANGE, POINTS), "polls": "count", "houses": "count"},
    "pipeline": {"number": "count"},
}  # fmt: skip


def headed(figure_id: str) -> dict[str, str]:
    """What each column of numbers is called in the data file: "p50 [troops]"."""
    return {column: f"{column} [{unit}]" for column, unit in UNITS[figure_id].items()}
