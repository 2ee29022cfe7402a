"""What methods, quantities, elements and rules are called in print; one name everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Tables = Mapping[str, Sequence[Mapping[str, Any]]]

COMPUTED_METHODS = {
    "force_to_space": "Brigades along the line",
    "task_organised": "Task by task, bottom up",
    "statistical": "Past missions, regression",
    "published_proposals": "Published proposals",
}
ELEMENTS = {
    "posts": "Manned posts",
    "patrols": "Patrols",
    "reaction_bases": "Rapid-reaction bases",
    "reaction_teams": "Rapid-reaction teams",
    "monitoring_orbits": "Air-monitoring orbits",
    "monitoring_aircraft": "Monitoring aircraft (mostly drones)",
    "helicopters": "Helicopters",
    "reserve_brigades": "Reserve brigades",
    "tanks": "Tanks",
    "infantry_fighting_vehicles": "Infantry fighting vehicles",
    "engineers": "Engineers (mine clearance, roads)",
    "medical": "Medical staff",
    "signals": "Signals",
    "logistics": "Logistics",
    "headquarters": "Headquarters staff",
}
# The challenges of the article that risks belong to; risks of no challenge of the article have none.
CHALLENGES = {
    "confrontation": "Direct confrontation with Russian forces",
    "rebels": "Rebels and irregular groups",
    "cyber_hybrid": "Cyber and hybrid attack",
    "provocation": "Incidents, and the warning of “provocation”",
    "supply_lines": "Supply lines",
    "manpower": "Lack of soldiers",
    "no_end_date": "No clear end date",
    "us_role": "The part of the United States",
    "un_record": "Mandate, monitoring and money",
    "other": "Other risks",
}
# What a contributor has declared about sending troops, or is taken to be willing to do.
POSITIONS = {
    "yes": "yes",
    "standing": "standing contributor, assumed willing",
    "conditional": "on conditions",
    "conflicting": "conflicting",
    "unstated": "not declared",
    "no": "no",
}
# Kinds of soldiers that an option needs.
FORCE_TYPES = {"monitors": "monitors", "brigades": "soldiers of brigades", "enablers": "supporting troops"}
# What the article says the United States could still give; economic pressure is no enabler and has a risk of its own.
US_ITEMS = {
    "intelligence_and_satellites": "Intelligence and satellites",
    "monitoring": "Monitoring of the ceasefire",
    "equipment": "Equipment, such as air defence",
    "lift": "Lift and refuelling in the air",
    "economic_pressure": "Economic pressure on Russia",
    "other": "Other enablers",
}
RULES = {
    "constant_line": "Constant guess, line missions",
    "per_line_km": "So many per kilometre of line",
    "log_linear_line": "Regression on line length",
    "constant_population": "Constant guess, population missions",
    "per_1000_population": "So many per thousand people",
    "log_linear_population": "Regression on population",
    "constant_all": "Constant guess, all missions",
    "mandate_and_threat": "Regression on mandate and threat",
}
STREAMS = {
    "method_choice": "Choice of method",
    "published_proposal": "Which published proposal is taken",
    "statistical_residual": "Scatter of past missions around the regression",
}


def method_labels(tables: Tables) -> dict[str, str]:
    """The printed name of each method, by its name in the tables."""
    return {
        str(row["method"]): str(row["name"]) for row in tables["sizing_methods"] if row["method"]
    } | COMPUTED_METHODS


def quantity_labels(tables: Tables) -> dict[str, str]:
    """The printed name of each drawn quantity: assumptions, parameters of methods, and what is drawn besides."""
    assumptions = {str(row["id"]): str(row["label"]) for row in tables["assumptions"]}
    return method_labels(tables) | assumptions | STREAMS
