"""A small case with made-up states, as it is resolved for the stage."""

import copy

import pytest

LEVELS = ("alone", "helped")
# Army active, army trained, position, brigades.
STATES = {
    "ashland": (80_000, 71_000, "yes", (0.5, 1.0, 1.0)),
    "birchia": (110_000, None, "yes", (1.0, 1.0, 2.0)),
    "cedria": (60_000, None, "conditional", (0.0, 0.5, 1.0)),
    "dogwood": (90_000, None, "conditional", (0.1, 0.3, 0.5)),
    "elmet": (4_000, None, "yes", (0.03, 0.04, 0.05)),
    "firland": (450_000, None, "no", (0.0, 0.0, 0.0)),
}
CHANCES = {
    ("yes", "alone"): (0.75, 0.85, 0.95),
    ("yes", "helped"): (0.85, 0.92, 0.98),
    ("conditional", "alone"): (0.10, 0.25, 0.40),
    ("conditional", "helped"): (0.30, 0.50, 0.70),
    ("no", "alone"): (0.0, 0.01, 0.05),
    ("no", "helped"): (0.0, 0.02, 0.05),
}
# Label, size, level, framework nations needed, members with their position there and whether they lead.
OPTIONS = {
    "coalition": ("Coalition", 7_500, "alone", 2, {name: ("", name in {"ashland", "birchia"}) for name in STATES
                                                   if name != "firland"}),
    "alliance": ("Alliance", 20_000, "helped", 1, {name: ("", name == "ashland") for name in STATES}),
    "watchers": ("Watchers", 5_000, "alone", 0, {"dogwood": ("yes", False), "elmet": ("", False)}),
}  # fmt: skip
REQUIREMENTS = {
    "coalition": {"monitors": 0.1, "brigades": 0.6, "enablers": 0.3},
    "alliance": {"monitors": 0.0, "brigades": 0.7, "enablers": 0.3},
    "watchers": {"monitors": 0.7, "brigades": 0.2, "enablers": 0.1},
}
POLLS = {
    "q1": ("ashland", "H1", "A", 58, 21, 1000),
    "q2": ("ashland", "H2", "A", 52, 27, None),
    "q3": ("cedria", "H1", "A", 36, 51, 800),
    "q4": ("cedria", "H3", "A", 49, 44, 1009),
    "q5": ("cedria", "H3", "B", 20, 70, 1009),
    "q6": ("dogwood", "H4", "A", 66, None, 900),
}
STRENGTHS = [
    ("ashland", 2010, 190_000, "one"),
    ("ashland", 2018, 150_000, "one"),
    ("ashland", 2024, 138_000, "two"),
    ("cedria", 1990, 500_000, "two"),
    ("cedria", 2024, 185_000, "two"),
]
KINDS = {"cedria": "mixed", "dogwood": "conscript", "elmet": "mixed"}
# Troops kept deployed, the army, its kind, and whether the row is a count. Nobody asks for troops from gorse.
KEPT = {
    ("ashland", 2001): (4_000, 90_000, "professional", "about"),
    ("ashland", 2009): (7_000, 85_000, "professional", "about"),
    ("ashland", 2011): (6_500, 84_000, "professional", "about"),
    ("birchia", 2010): (3_000, 110_000, "professional", "about"),
    ("birchia", 2015): (6_000, 110_000, "professional", "least"),
    ("cedria", 2008): (2_400, 80_000, "mixed", "about"),
    ("dogwood", 2006): (700, 95_000, "conscript", "about"),
    ("gorse", 2012): (900, 20_000, "mixed", "about"),
}
BOUND = {"ashland_north": ("ashland", 900), "ashland_south": ("ashland", 250), "cedria_north": ("cedria", 300)}
ASSUMPTIONS = {
    "compared_contribution": ("fixed", None, 3_000, None),
    "horizon_ratio": ("pert", 3, 4, 5),
    "contributor_exit_rate": ("pert", 0.01, 0.04, 0.1),
    "surge_ratio": ("pert", 1.0, 1.2, 2.0),
    "points_to_three_quarters": ("pert", 20, 40, 80),
    "house_points": ("fixed", None, 4.0, None),
    "smallest_contingent": ("fixed", None, 100, None),
    "monitor_share": ("fixed", None, 0.3, None),
    "enabler_share": ("fixed", None, 0.35, None),
    "brigade_model_weight": ("fixed", None, 0.4, None),
    "brigade_strength": ("triangular", 3000, 4500, 5000),
    "tour_months": ("pert", 4, 6, 9),
    "horizon_months": ("fixed", None, 24, None),
}


def _specimen():
    return {
        "case": "specimen",
        "seed": 7,
        "draws": 2048,
        "support_levels": list(LEVELS),
        "called": {
            "patron": {"name": "the Far League", "adjective": "League", "label": "Far League"},
            "compared_army": {"name": "Ashland", "adjective": "Ashlandish", "comparator": "ashland_army",
                              "contributor": "ashland"},
        },
        "force_sizes": [5_000, 20_000, 100_000],
        "generation": {"largest_size": 120_000, "size_step": 2_500, "likely": 0.5,
                       "supply_sizes": [5_000, 15_000]},
        "quantities": [
            {"id": name, "origin": f"assumption:{name}", "distribution": kind, "low": low, "central": central,
             "high": high, "choices": []}
            for name, (kind, low, central, high) in ASSUMPTIONS.items()
        ] + [{"id": "rotation_ratio", "origin": "assumption:rotation_ratio", "distribution": "choice", "low": None,
              "central": 3, "high": None, "choices": [[2.5, 1.0], [3, 1.0], [4, 1.0], [5, 1.0]]}],
        "correlations": [{"factor": "political_will", "quantity": f"position.{name}", "loading": 0.5,
                          "origin": f"table:correlations.csv#political_will/position.{name}"} for name in STATES]
        + [{"factor": "common_effort", "quantity": f"sustained_share.{name}", "loading": 0.4,
            "origin": f"table:correlations.csv#common_effort/sustained_share.{name}"} for name in STATES],
        "options": [
            {"id": name, "label": label, "force_low": size / 2, "force_central": size, "force_high": size * 2,
             "support_level": level, "framework_needed": needed, "origin": f"table:options.csv#{name}"}
            for name, (label, size, level, needed, _) in OPTIONS.items()
        ],
        "contributors": [
            {"id": name, "country": name.title(), "army_active": active, "army_trained": trained,
             "army_kind": KINDS.get(name, "professional"), "position": position, "brigades_low": low,
             "brigades_central": central, "brigades_high": high, "origin": f"table:contributors.csv#{name}"}
            for name, (active, trained, position, (low, central, high)) in STATES.items()
        ],
        "option_contributors": [
            {"option": option, "contributor": name, "position": position or None, "framework": int(leads),
             "most": 300 if (option, name) == ("watchers", "elmet") else None,
             "origin": f"table:option_contributors.csv#{option}/{name}"}
            for option, (*_, members) in OPTIONS.items() for name, (position, leads) in members.items()
        ],
        "position_chances": [
            {"position": position, "support_level": level, "low": low, "central": central, "high": high,
             "origin": f"table:position_chances.csv#{position}/{level}"}
            for (position, level), (low, central, high) in CHANCES.items()
        ],
        "option_requirements": [
            {"option": option, "force_type": name, "share": share,
             "origin": f"table:option_requirements.csv#{option}/{name}"}
            for option, types in REQUIREMENTS.items() for name, share in types.items()
        ],
        "polls": [
            {"id": name, "contributor": state, "pollster": house, "comparable_group": group, "support": support,
             "oppose": opposed, "sample": sample, "origin": f"table:polls.csv#{name}"}
            for name, (state, house, group, support, opposed, sample) in POLLS.items()
        ],
        "sustained_deployments": [
            {"contributor": state, "country": state.title(), "year": year, "deployed": deployed, "army": army,
             "kind": kind, "bound": bound, "origin": f"table:sustained_deployments.csv#{state}_{year}"}
            for (state, year), (deployed, army, kind, bound) in KEPT.items()
        ],
        "commitments": [
            {"contributor": state, "troops": troops, "origin": f"table:commitments.csv#{name}"}
            for name, (state, troops) in BOUND.items()
        ],
        "army_strengths": [
            {"id": f"{state}_{year}", "contributor": state, "country": state.title(), "year": year,
             "persons": persons, "series": series, "origin": f"table:army_strengths.csv#{state}_{year}"}
            for state, year, persons, series in STRENGTHS
        ],
    }  # fmt: skip


SPECIMEN = _specimen()


@pytest.fixture(scope="session")
def specimen():
    """The case as it is. Read it only."""
    return SPECIMEN


@pytest.fixture
def resolved():
    """A copy that a test may change."""
    return copy.deepcopy(SPECIMEN)
