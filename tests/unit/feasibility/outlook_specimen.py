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


def risk(name, challenge, factor, chance, *, in_gate=0, linked="", months=12):
    row = {
        "id": name, "title": f"Risk {name}", "challenge": challenge, "horizon_months": months, "in_gate": in_gate,
        "correlated_with": linked, "origin": f"table:risks.csv#{name}",
    }  # fmt: skip
    return row, factor, chance


RISKS = (
    risk("R1", "confrontation", "contests", {"north": (0.05, 0.12, 0.3), "south": (0.03, 0.08, 0.2)}),
    risk("R2", "confrontation", "contests", {"north": (0.04, 0.1, 0.25), "south": (0.02, 0.05, 0.15)}),
    risk("R3", "no_end_date", "", {"north": (0.5, 0.7, 0.9), "south": (0.5, 0.7, 0.9)}, linked="R1", months=60),
    risk("R4", "manpower", "", {"north": (0.3, 0.5, 0.75), "south": (0.6, 0.8, 0.95)}, in_gate=1),
    risk("R5", "us_role", "", {}, months=36),
)
# Risk, toll, low, central and high, and whether it counts in the tolls of a year.
CONSEQUENCES = (
    ("R1", "killed", (1, 15, 120), 1),
    ("R2", "war", (0.6, 0.8, 0.95), 1),
    ("R2", "killed", (20, 200, 2000), 1),
    ("R3", "euros", (1e9, 3e9, 1.5e10), 0),
    ("R4", "missing", (3000, 6000, 20000), 1),
    ("R5", "days", (7, 30, 180), 1),
    ("R5", "euros", (5e8, 2e9, 6e9), 1),
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
SIZES = {"north": 2000.0, "south": 5000.0}
# Id, estimate, low, high, dose, pooled.
EFFECTS = (
    ("old", 0.378, 0.207, 0.69, 7000.0, 1),
    ("new", 0.9, 0.4, 2.0, 4000.0, 1),
    ("told", 0.15, None, None, None, 0),
)
FORMS = (("presence", None, 0.2), ("logarithm", 1000.0, 0.3), ("saturation", 4000.0, 0.3), ("linear", 6000.0, 0.2))
# Id, events, cases, share, clusters, months.
RATES = (("counted", 13, 68, None, None, 60), ("ever", None, None, 0.5, None, None), ("unread", 1, 2, None, None, 12))
MODELS = (("counted", 0.6, None, None, None), ("ever", 0.4, 8.0, 20.0, 45.0))
INDICATORS = (
    ("troops", "military", "generation.sustainable.north.alone", 15_000.0, "at_least", "persons"),
    ("doubt", "public", "generation.net_support.eastland", 0.0, "at_most", "points"),
)


def chances():
    for row, _, by_option in RISKS:
        for option in OPTIONS:
            spans = {"": by_option[option]} if option in by_option else BY_LEVEL
            for level, span in spans.items():
                yield spanned({"risk": row["id"], "option": option, "support_level": level}, span, "risk_chances")


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
        "support_levels": list(LEVELS),
        "called": {
            "patron": {"name": "the Far League", "adjective": "League", "label": "Far League"},
            "challenges": {row["challenge"]: f"Challenge {row['challenge']}" for row, _, _ in RISKS},
        },
        "feasibility": {
            "thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2},
            "years": [3, 5, 10],
            "planning_horizon": 5,
            "war_sizes": [0, 2000, 9000],
        },
        "options": [
            {"id": name, "label": f"Force of the {name}", "posture": "garrison",
             "fighting_posture": "garrison", "support_level": level,
             "force_low": 1000.0, "force_central": SIZES[name], "force_high": 9000.0,
             "origin": f"table:options.csv#{name}"}
            for name, level in OPTIONS.items()
        ],
        "gates": [], "criteria": [], "conditions": [],
        "quantities": [
            quantity("provocation_chance", "pert", 0.05, 0.15, 0.3),
            quantity("provocation_ratio", "pert", 1.1, 1.5, 2.5),
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
        "risk_consequences": [
            {**spanned({"risk": name, "toll": toll}, span, "risk_consequences"), "in_toll": in_toll}
            for name, toll, span, in_toll in CONSEQUENCES
        ],
        "carry_over": [
            spanned({"option": option, "support_level": level}, CARRY_OVER[level], "carry_over")
            for option in OPTIONS for level in LEVELS
        ],
        "peacekeeping_effects": [
            {**dict(zip(("id", "estimate", "low", "high", "dose", "pooled"), cells, strict=True)), "study": cells[0],
             "origin": f"table:peacekeeping_effects.csv#{cells[0]}"}
            for cells in EFFECTS
        ],
        "dose_forms": [
            {**dict(zip(("id", "scale", "weight"), cells, strict=True)), "label": f"form {cells[0]}",
             "origin": f"table:dose_forms.csv#{cells[0]}"}
            for cells in FORMS
        ],
        "base_rates": [
            {**dict(zip(("id", "events", "out_of", "share", "clusters", "months"), cells, strict=True)),
             "label": f"Rate {cells[0]}", "origin": f"table:base_rates.csv#{cells[0]}"}
            for cells in RATES
        ],
        "base_rate_models": [
            {**dict(zip(("base_rate", "weight", "watched_low", "watched_central", "watched_high"), cells, strict=True)),
             "origin": f"table:base_rate_models.csv#{cells[0]}"}
            for cells in MODELS
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
