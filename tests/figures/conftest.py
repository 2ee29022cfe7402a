"""A made-up case of full size: every fact and table the figures read, with numbers chosen to be easy to check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from peacebrief.facts.fact import Fact
from peacebrief.figures import FIGURES, figure_module

CLAIM = 100_000
ROLES = {
    "monitoring": ("Monitoring", "monitoring", (4_000, 11_000, 31_000), 0.002),
    "reassurance": ("Reassurance", "reassurance", (9_000, 24_000, 61_000), 0.013),
    "deterrence": ("Deterrence", "deterrence", (18_000, 57_000, 172_000), 0.21),
    "separation": ("Separation of armies", "line_enforcement", (21_000, 78_000, 248_000), 0.36),
}
POPULATION = {"quinlivan_peaceful": 62_000, "quinlivan_severe": 580_000, "mcgrath_mean": 398_000, "rand_light": 48_000}
LINE = {"observer_line": 900, "light_interposition": 5_200, "classical_disengagement": 19_000, "gcsp_density": 15_600}
OTHER = {"force_to_space": 345_000, "task_organised": 42_000, "statistical": 9_100, "published_proposals": 30_000}
NAMES = {
    "quinlivan_peaceful": "Quinlivan: peaceful population",
    "quinlivan_severe": "Quinlivan: severe / imposed order",
    "mcgrath_mean": "McGrath: historical mean density",
    "rand_light": "RAND light peacekeeping",
    "observer_line": "Observer patrol line",
    "light_interposition": "Light armed interposition, consenting states",
    "classical_disengagement": "Classical disengagement force",
    "gcsp_density": "Dense separation of armies with enforcement",
}
FACTOR = {"monitoring": 0.4, "reassurance": 0.7, "deterrence": 1.4, "separation": 1.9}
REASON = (
    "Population ratios size the policing of a population; here the host polices its own people, and has more per 1,000."
)
RULES = {"ROT1": 2.5, "ROT2": 3.0, "ROT3": 4.0, "ROT4": 5.0}
SHARES = {"United Kingdom": 0.21, "France": 0.13, "Denmark": 0.4, "Estonia": 0.3, "Netherlands": 0.16, "Spain": 0.08,
          "Portugal": 0.05}  # fmt: skip
LINE_MISSIONS = (("UNMEE", 1000, 4154), ("UNPREDEP", 420, 1110), ("UNIKOM", 240, 1187), ("MFO", 208, 2700),
                 ("UNDOF", 80, 1250), ("UNEF I", 277, 6073), ("UNFICYP 1974", 180, 4444), ("UNEF II", 160, 6973),
                 ("UNIFIL II", 121, 13000))  # fmt: skip
POPULATION_MISSIONS = (("IFOR", 3875246, 60000), ("KFOR", 1871524, 50000), ("UNMIL", 3301015, 15250),
                       ("ISAF", 29347708, 132000), ("MNF-I", 28391607, 182668), ("UNTAES", 150000, 5100),
                       ("MONUSCO", 68563038, 19357), ("MINUSMA", 21068405, 13000), ("UNTAET", 812249, 8000),
                       ("UNPROFOR", 10334127, 38599), ("UNAMSIL", 4971435, 17400))  # fmt: skip
ERRORS = {"per_line_km": (0.71, 9), "log_linear_line": (0.41, 9), "constant_line": (0.33, 9),
          "per_1000_population": (0.52, 11), "log_linear_population": (0.27, 11), "constant_population": (0.30, 11),
          "mandate_and_threat": (0.34, 45), "constant_all": (0.52, 45)}  # fmt: skip
INDICES = {"method_choice": 0.44, "post_spacing_separation": 0.16, "combat_share": 0.09, "brigade_strength": 0.06,
           "line_length": 0.05, "operational_reserve": 0.03, "sector_length": 0.02, "patrol_manning": 0.012,
           "reaction_speed": 0.008, "orbit_coverage": 0.002}  # fmt: skip
CENTRAL = {"horizon_months": 24.0, "british_contribution": 7_500.0}
LABELS = {
    "post_spacing_separation": "Distance between permanent posts when armies are held apart",
    "combat_share": "Share of combat troops in the deployed force",
    "line_length": "Length of the line of contact",
    "sector_length": "Length of line that one sector headquarters can direct",
    "patrol_manning": "Soldiers in one patrol base",
    "reaction_speed": "Speed of a reaction team",
    "british_contribution": "British contribution to the force",
    "horizon_months": "Months over which troops cycled are counted",
    "orbit_coverage": "Length of line that one monitoring orbit covers",
}


@pytest.fixture(scope="session")
def facts() -> dict[str, Fact]:
    return make_facts()


@pytest.fixture(scope="session")
def tables() -> dict[str, list[dict[str, Any]]]:
    return make_tables()


@pytest.fixture(scope="session")
def drawn(facts, tables):
    """Every figure as a page shows it, without its heading."""
    return {figure_id: figure_module(figure_id).draw(facts, tables) for figure_id in FIGURES}


def make_facts() -> dict[str, Fact]:
    """Every fact the figures read, by id."""
    found: list[Fact] = []
    for role, (_, _, span, chance) in ROLES.items():
        found.append(_spread(f"sizing.force.{role}", *span))
        found.append(_number(f"sizing.probability_at_least.{CLAIM}.{role}", chance, "probability"))
        found.append(_spread(f"sizing.pool.{role}", *(3.5 * part for part in span)))
        found.append(_spread(f"sizing.cycled.{role}", *(4.0 * part for part in span)))
        found += [_spread(f"sizing.pool_by_rule.{rule}.{role}", *(ratio * part for part in span))
                  for rule, ratio in RULES.items()]  # fmt: skip
        sizes = {method: size * FACTOR[role] for method, size in (POPULATION | LINE | OTHER).items()}
        found += [
            _spread(f"sizing.method.{method}.{role}", 0.5 * size, size, 1.9 * size) for method, size in sizes.items()
        ]
        shift = 0.02 * list(ROLES).index(role)
        found += [_number(f"sizing.sensitivity.{role}.{name}", max(0.0, share - shift), "share")
                  for name, share in INDICES.items()]  # fmt: skip
    for model, (error, count) in ERRORS.items():
        missions = [row["id"] for row in _missions()]
        tested = missions[:9] if "line" in model else missions[9:] if "population" in model else missions
        found.append(_number(f"sizing.validation.{model}.median_abs_log10_error", error, "log10",
                             [f"table:missions.csv#{name}" for name in tested]))  # fmt: skip
        found.append(_number(f"sizing.validation.{model}.n", count, "count"))
    for country, share in SHARES.items():
        found.append(_spread(f"sizing.army_share.{_slug(country)}", 0.6 * share, share, 1.5 * share))
    found.append(_spread("sizing.british_share", 0.317, 0.37, 0.528))
    found.append(_spread("sizing.theatre.line_length", 1_000, 1_140, 1_260))
    found.append(_spread("sizing.theatre.population", 27_000_000, 29_600_000, 31_200_000))
    return {fact.id: fact for fact in found}


def make_tables() -> dict[str, list[dict[str, Any]]]:
    """Every table the figures read."""
    return {
        "case": [{"id": "specimen", "draws": 4096, "evidence_cutoff": "2030-01-31", "edition": "1"}],
        "roles": [{"id": role, "label": label, "proposal_class": kind} for role, (label, kind, *_) in ROLES.items()],
        "proposals": [_proposal(number, kind, size) for number, (kind, size) in enumerate(_sizes())],
        "sizing_methods": _methods(),
        "method_weights": [_weight(role, method) for role in ROLES for method in POPULATION | LINE | OTHER],
        "missions": _missions(),
        "assumptions": [
            {"id": name, "label": label, "central": CENTRAL.get(name, 1.0)} for name, label in LABELS.items()
        ],
        "contributors": [{"id": _slug(country), "country": country, "army_active": 50_000.0} for country in SHARES],
    }


def _slug(country: str) -> str:
    return country.lower().replace(" ", "_")


def _sizes() -> list[tuple[str, float]]:
    sizes = {"monitoring": (6, 15), "reassurance": (10, 10, 13.5, 16, 17.5, 20, 22.5, 25, 27.5, 30, 45, 64),
             "deterrence": (25, 25, 80, 100, 125, 150, 200), "line_enforcement": (50, 55, 75, 100, 105, 150, 200),
             "other": (100,)}  # fmt: skip
    return [(kind, 1000 * size) for kind, group in sizes.items() for size in group]


def _proposal(number: int, kind: str, size: float) -> dict[str, Any]:
    high = size * 1.5 if number % 3 == 0 else None
    return {"id": f"P{number:02}", "role_class": kind, "force_low": size * 0.6 if number % 3 == 0 else None,
            "force_central": size, "force_high": high}  # fmt: skip


def _methods() -> list[dict[str, Any]]:
    families = {"population": POPULATION, "line": LINE}
    drawn = [{"id": method.upper(), "family": family, "name": NAMES[method], "method": method}
             for family, group in families.items() for method in group]  # fmt: skip
    other = {"brigade_frontage": "Brigade frontage", "brigade_strength": "Brigade strength",
             "operational_reserve": "Operational reserve fraction"}  # fmt: skip
    rules = [{"id": rule, "family": "multiplier", "name": f"Rotation rule {rule}", "method": None, "central": ratio}
             for rule, ratio in RULES.items()]  # fmt: skip
    return drawn + rules + [{"id": key.upper(), "family": "task-organised", "name": name, "method": key}
                            for key, name in other.items()]  # fmt: skip


def _weight(role: str, method: str) -> dict[str, Any]:
    if method in POPULATION:
        return {"role": role, "method": method, "weight": 0.0, "reason": REASON}
    if method == "force_to_space" and role == "monitoring":
        return {"role": role, "method": method, "weight": 0.0, "reason": "Monitors do not hold a line."}
    return {"role": role, "method": method, "weight": 0.2, "reason": "Fits."}


def _missions() -> list[dict[str, Any]]:
    line = [{"id": name, "name": name, "strength": size, "line_km": km, "population": None, "sizing_driver": "line"}
            for name, km, size in LINE_MISSIONS]  # fmt: skip
    return line + [{"id": name, "name": name, "strength": size, "line_km": None, "population": people,
                    "sizing_driver": "population"} for name, people, size in POPULATION_MISSIONS]  # fmt: skip


def _spread(fact_id: str, low: float, middle: float, high: float) -> Fact:
    return Fact(id=fact_id, label=fact_id, unit="persons", kind="quantiles", p5=low, p50=middle, p95=high,
                method="made up", because=())  # fmt: skip


def _number(fact_id: str, number: float, unit: str, because: Sequence[str] = ()) -> Fact:
    return Fact(id=fact_id, label=fact_id, unit=unit, kind="number", value=float(number), method="made up",
                because=tuple(because))  # fmt: skip
