"""A miniature case with every task, every kind of method and numbers that are easy to check."""

import copy
from functools import lru_cache

import pytest

from peacebrief.uncertainty import distributions

RANGES = """
line_length 950 1150 1290 | guarded_border 2393 2400 2410 | population_held 25e6 30e6 31.5e6
area_held 483e3 488e3 490e3
post_spacing_watch 5 10 20 | post_spacing_hold 1 6 15 | patrol_sector_watch 15 25 50 | patrol_sector_hold 10 15 30
patrol_manning 20 30 45 | reaction_speed 25 40 60 | reaction_time 30 60 90 | reaction_teams_per_base 3 4 5
reaction_team_strength 20 30 40 | orbit_coverage 75 100 150 | aircraft_endurance 12 20 24 | aircraft_turnaround 4 6 10
aircraft_availability .6 .7 .8 | crew_per_aircraft 15 25 40 | helicopter_speed 200 240 270 | medical_notice 15 20 30
helicopters_per_base 2 2 3 | helicopter_availability .55 .65 .75 | helicopters_per_sector 2 4 6
crew_per_helicopter 15 20 30 | sector_length 150 250 350 | brigades_per_sector_hold 1 1 2 | tanks_per_brigade 30 44 58
infantry_fighting_vehicles_per_brigade 80 110 150 | combat_share .35 .45 .5 | engineer_weight .15 .2 .3
medical_weight .07 .1 .15 | signals_weight .1 .15 .2 | logistics_weight .3 .4 .5 | headquarters_weight .1 .15 .2
tour_months 4 6 9 | mcgrath_mean 8 13.26 20 | light_interposition 2.6 4.8 6 | dense_separation 39 50 107
brigade_frontage 7 15 30 | brigade_strength 3000 4500 5000 | post_manning 8 10 12 | operational_reserve .1 .2 .33
"""
FIXED = {"golden_hour": 60.0, "horizon_months": 24.0, "compared_contribution": 7500.0, "gcsp_density": 13.6}
PHRASE = "a ratio of the tests"
PARAMETERS = {"brigade_frontage", "brigade_strength", "post_manning", "operational_reserve"}
TABLED = {
    "mcgrath_mean",
    "light_interposition",
    "dense_separation",
    "gcsp_density",
    "brigade_frontage",
    "brigade_strength",
    "post_manning",
    "operational_reserve",
}
FITS = {
    "watch": {"mcgrath_mean": False, "light_interposition": True, "gcsp_density": True, "task_organised": True,
              "statistical": True},
    "hold": {"mcgrath_mean": False, "dense_separation": True, "force_to_space": True, "task_organised": True,
             "statistical": True},
}  # fmt: skip
# id, lead, type, mandate level, state adversary, driver, strength, line (km), population, split
MISSIONS = """
A UN observer 0 1 line 1110 420 - test
B UN observer 0 1 line 4154 1000 - train
C UN observer 0 1 line 1187 240 - train
D coalition observer 0 1 line 2700 208 - train
E UN observer 0 0 line+area 13000 121 - test
F UN observer 0 1 line 1250 80 - train
G NATO enforcement 2 1 population 60000 - 3875246 train
H NATO enforcement 2 0 population 50000 - 1871524 test
I UN stabilisation 1 0 population 15250 - 3301015 train
J UN stabilisation 1 0 ceiling 19357 - 68563038 train
K UN enforcement 2 0 population 19828 - 15662374 train
L NATO stabilisation 1 1 presence 9641 - - test
"""


@pytest.fixture(autouse=True, scope="package")
def _no_distribution_twice():
    """From run to run one number differs; the distributions of the others are kept."""
    usual = distributions.PEAKED["pert"]
    distributions.PEAKED["pert"] = lru_cache(maxsize=None)(usual)
    yield
    distributions.PEAKED["pert"] = usual


@pytest.fixture(scope="session")
def specimen() -> dict:
    """The resolved inputs of the miniature case. Read them only: edit what `resolved` gives."""
    return SPECIMEN


@pytest.fixture
def resolved(specimen) -> dict:
    """The resolved inputs of the miniature case; each test gets its own."""
    return copy.deepcopy(specimen)


def _quantities() -> list[dict]:
    rows = []
    for cell in RANGES.replace("\n", "|").split("|"):
        if cell.strip():
            name, *numbers = cell.split()
            low, central, high = map(float, numbers)
            rows.append({"id": name, "distribution": "pert", "low": low, "central": central, "high": high})
    rows += [{"id": name, "distribution": "fixed", "low": None, "central": value, "high": None}
             for name, value in FIXED.items()]  # fmt: skip
    choices = [[2.5, 1], [3, 1], [4, 1], [5, 1]]
    rows.append({"id": "rotation_ratio", "distribution": "choice", "low": None, "central": 3, "high": None,
                 "choices": choices})  # fmt: skip
    for row in rows:
        table = row["id"] in TABLED
        row["origin"] = f"table:sizing_methods.csv#{row['id'].upper()}" if table else f"assumption:{row['id']}"
    return rows


def _missions() -> list[dict]:
    columns = ("id", "lead", "type", "mandate_level", "state_adversary", "sizing_driver", "strength", "line_km",
               "population", "split")  # fmt: skip
    rows = [dict(zip(columns, cell.split(), strict=True)) for cell in MISSIONS.strip().splitlines()]
    for row in rows:
        row["name"] = f"Mission {row['id']}"
        for column in ("mandate_level", "state_adversary", "strength", "line_km", "population"):
            row[column] = None if row[column] == "-" else float(row[column])
    return rows


def _specimen() -> dict:
    tasks = ["posts", "patrols", "reaction", "air_monitoring", "medical_evacuation"]
    roles = {
        "watch": {"label": "Watch", "tasks": tasks, "mission_type": "observer"},
        "hold": {"label": "Hold", "tasks": [*tasks, "reserve_brigades"],
                 "mission_type": "enforcement"},
    }  # fmt: skip
    ties = {"sensors": {"post_spacing_watch": 0.6, "orbit_coverage": 0.6}, "threat": {"brigade_strength": 0.3}}
    return {
        "case": "specimen",
        "seed": 7,
        "draws": 1024,
        "force_sizes": [5_000, 10_000, 20_000, 40_000, 80_000, 100_000, 150_000, 300_000],
        "roles": roles,
        "quantities": _quantities(),
        "ratios": [{"method": name, "family": "population" if name == "mcgrath_mean" else "line", "phrase": PHRASE}
                   for name in TABLED - PARAMETERS],
        "correlations": [{"factor": factor, "quantity": name, "loading": loading,
                          "origin": f"table:correlations.csv#{factor}/{name}"}
                         for factor, tied in ties.items() for name, loading in tied.items()],
        "methods": [{"role": role, "method": method, "fits": fits, "reason": "Said so.",
                     "origin": f"table:role_methods.csv#{role}/{method}"}
                    for role, methods in FITS.items() for method, fits in methods.items()],
        "missions": _missions(),
        "contributors": [
            {"country": "Far Land", "army_active": 75000.0, "brigades_low": 0.5, "brigades_central": 1.0,
             "brigades_high": 1.0, "position": "yes"},
            {"country": "Noland", "army_active": 20000.0, "brigades_low": 0.0, "brigades_central": 0.0,
             "brigades_high": 0.0, "position": "no"},
        ],
        "called": {"compared_army": {"name": "Farland", "adjective": "Farlandish", "comparator": "far_army_trained"}},
        "comparators": [{"id": "far_army_trained", "label": "Army of Farland, trained", "value": 71000.0,
                         "unit": "persons"},
                        {"id": "old_force", "label": "Old force", "value": 60000.0, "unit": "persons"}],
    }  # fmt: skip


SPECIMEN = _specimen()
