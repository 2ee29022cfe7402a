"""A made-up case with two options and two levels, for the tests of the outlook."""

import copy
from pathlib import Path

import yaml

from peacebrief.feasibility.given import FeasibilityInputs

DURATIONS = Path(__file__).parents[2] / "cases/feasibility/durations.yaml"
OPTIONS = {"north": "alone", "south": "helped"}
LEVELS = ("alone", "helped")
COSTS = {
    "north": {"id": "logistics.cost_per_year.north", "p5": 1.2e9, "p50": 2.3e9, "p95": 3.8e9, "central": 2.2e9},
    "south": {"id": "logistics.cost_per_year.south", "p5": 8.0e9, "p50": 15.0e9, "p95": 24.0e9, "central": 14.0e9},
}


def quantity(name, distribution, low, central, high):
    return {
        "id": name, "distribution": distribution, "low": low, "central": central, "high": high, "choices": [],
        "origin": f"assumption:{name}",
    }  # fmt: skip


def risk(name, challenge, factor, impact, chance, *, in_gate=0, linked=""):
    low, central, high = impact
    row = {
        "id": name, "title": f"Risk {name}", "challenge": challenge, "impact_low": low, "impact_central": central,
        "impact_high": high, "in_gate": in_gate, "correlated_with": linked, "origin": f"table:risks.csv#{name}",
    }  # fmt: skip
    return row, factor, chance


RISKS = (
    risk("R1", "confrontation", "contests", (4, 5, 5), {"north": (0.05, 0.12, 0.3), "south": (0.03, 0.08, 0.2)}),
    risk("R2", "confrontation", "contests", (5, 5, 5), {"north": (0.04, 0.1, 0.25), "south": (0.02, 0.05, 0.15)}),
    risk("R3", "no_end_date", "", (2, 3, 4), {"north": (0.5, 0.7, 0.9), "south": (0.5, 0.7, 0.9)}, linked="R1"),
    risk("R4", "manpower", "", (3, 4, 4), {"north": (0.3, 0.5, 0.75), "south": (0.6, 0.8, 0.95)}, in_gate=1),
    risk("R5", "us_role", "", (3, 4, 5), {}),
)
BY_LEVEL = {"alone": (0.4, 0.6, 0.8), "helped": (0.1, 0.3, 0.5)}
CARRY_OVER = {"alone": (0.0, 0.25, 1.0), "helped": (0.1, 0.5, 1.0)}
# Name, lead, type, years, ended, analogue, garrison, successor of.
OPERATIONS = (
    ("A", "UN", "observer", 2.0, 1, 1, 0, ""),
    ("B", "NATO", "enforcement", 4.0, 1, 1, 0, ""),
    ("C", "EU", "enforcement", 6.5, 1, 1, 0, "B"),
    ("D", "UN", "interposition", 12.0, 0, 1, 0, ""),
    ("E", "UN", "interposition", 1.5, 1, 0, 0, ""),
    ("F", "US", "alliance", 70.0, 0, 1, 1, ""),
    ("G", "UN", "observer", 40.0, 0, 1, 0, ""),
)
INDICATORS = (
    ("troops", "military", "generation.sustainable.north.alone", 15_000.0, "at_least", "persons"),
    ("doubt", "public", "generation.net_support.eastland", 0.0, "at_most", "points"),
)


def chances():
    for row, _, by_option in RISKS:
        for option in OPTIONS:
            spans = {"": by_option[option]} if option in by_option else BY_LEVEL
            for level, span in spans.items():
                yield spanned({"risk": row["id"], "option": option, "us_level": level}, span, "risk_chances")


def spanned(keys, span, table):
    name = "/".join(cell for cell in keys.values() if cell)
    return {**keys, **dict(zip(("low", "central", "high"), span, strict=True)), "origin": f"table:{table}.csv#{name}"}


def duration(cells):
    columns = ("id", "lead", "mission_type", "years", "ended", "analogue", "garrison", "successor_of")
    row = dict(zip(columns, cells, strict=True))
    return {**row, "name": f"Operation {row['id']}", "origin": f"table:durations.csv#{row['id']}"}


def made_up(draws=4096):
    """The record of the made-up case."""
    return copy.deepcopy({
        "seed": 7,
        "draws": draws,
        "us_levels": list(LEVELS),
        "feasibility": {
            "thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2},
            "years": [3, 5, 10],
            "planning_horizon": 5,
        },
        "options": [
            {"id": name, "label": f"Force of the {name}", "posture": "garrison", "us_level": level, "force_low": 1.0,
             "force_central": 2.0, "force_high": 3.0, "origin": f"table:options.csv#{name}"}
            for name, level in OPTIONS.items()
        ],
        "gates": [], "criteria": [], "conditions": [],
        "quantities": [
            quantity("hazard_ratio", "lognormal", 0.2280357, 0.378, 0.6263492),
            quantity("hazard_ratio_unadjusted", "lognormal", 0.3552254, 0.603, 1.0229335),
            quantity("risk_without_force", "beta", 0.25136763, 0.5, 0.74863237),
            quantity("recovery_needs", "fixed", None, 460e9, None),
            quantity("accession_earliest", "fixed", None, 4.0, None),
            quantity("accession_chance", "fixed", None, 0.1, None),
        ],
        "correlations": [
            {"factor": factor, "quantity": f"risk.{row['id']}", "loading": 0.6,
             "origin": f"table:correlations.csv#{factor}/risk.{row['id']}"}
            for row, factor, _ in RISKS if factor
        ],
        "risks": [row for row, _, _ in RISKS],
        "risk_chances": list(chances()),
        "carry_over": [
            spanned({"option": option, "us_level": level}, CARRY_OVER[level], "carry_over")
            for option in OPTIONS for level in LEVELS
        ],
        "durations": [duration(cells) for cells in OPERATIONS],
        "indicators": [
            {**dict(zip(("id", "field", "fact", "threshold", "direction", "unit"), cells, strict=True)),
             "label": f"Indicator {cells[0]}", "origin": f"table:indicators.csv#{cells[0]}"}
            for cells in INDICATORS
        ],
    })  # fmt: skip


def inputs(record):
    """The typed inputs of a record."""
    return FeasibilityInputs.from_record(record)


def published_analogues():
    """The rows of the thirty analogues of the evidence, as its worked examples have them."""
    cases = yaml.safe_load(DURATIONS.read_text(encoding="utf-8"))
    given = next(
        case["steps"][0]["given"]
        for case in cases
        if case["name"] == "Share still there of 30 analogues without garrisons"
    )
    return [
        duration((f"X{place}", "UN", "observer", years, ended, 1, 0, ""))
        for place, (years, ended) in enumerate(zip(given["years"], given["ended"], strict=True))
    ]
