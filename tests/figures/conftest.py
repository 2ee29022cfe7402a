"""A made-up case of full size: every fact and table the figures read, with numbers chosen to be easy to check."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from pictured import draw

from peacebrief.facts.fact import Fact
from peacebrief.figures import FIGURES, figure_module

CLAIM = 100_000
ROLES = {
    "monitoring": ("Monitoring", "monitoring", (4_000, 11_000, 31_000)),
    "reassurance": ("Reassurance", "reassurance", (9_000, 24_000, 61_000)),
    "deterrence": ("Deterrence", "deterrence", (18_000, 57_000, 172_000)),
    "separation": ("Separation of armies", "line_enforcement", (21_000, 78_000, 248_000)),
}
POPULATION = {"quinlivan_peaceful": 62_000, "quinlivan_severe": 580_000, "mcgrath_mean": 398_000, "rand_light": 48_000}
LINE = {"observer_line": 900, "light_interposition": 5_200, "classical_disengagement": 19_000, "gcsp_density": 15_600}
OTHER = {"force_to_space": 345_000, "task_organised": 42_000, "statistical": 9_100}
# The methods that fit every role, from the one that asks for least.
FITTING = ("statistical", "task_organised", "classical_disengagement")
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
# The chance that luck alone makes a rule look so good; those not named are no better than luck.
LUCK = {"log_linear_population": 0.01, "mandate_and_threat": 0.01}
INDICES = {"post_spacing_separation": 0.16, "combat_share": 0.09, "brigade_strength": 0.06,
           "line_length": 0.05, "operational_reserve": 0.03, "sector_length": 0.02, "patrol_manning": 0.012,
           "reaction_speed": 0.008, "orbit_coverage": 0.002}  # fmt: skip
CENTRAL = {"horizon_months": 24.0, "compared_contribution": 7_500.0}
LABELS = {
    "post_spacing_separation": "Distance between permanent posts when armies are held apart",
    "combat_share": "Share of combat troops in the deployed force",
    "line_length": "Length of the line of contact",
    "sector_length": "Length of line that one sector headquarters can direct",
    "patrol_manning": "Soldiers in one patrol base",
    "reaction_speed": "Speed of a reaction team",
    "compared_contribution": "British contribution to the force",
    "horizon_months": "Months over which troops cycled are counted",
    "orbit_coverage": "Length of line that one monitoring orbit covers",
}
# Supply: (provisions, fuel, ammunition, other) in kg a person and day, and the range of the whole.
POSTURES = {"garrison": ((5, 12, 0.6, 4), (17, 22, 28)), "elevated": ((6, 20, 3, 7), (29, 36, 45)),
            "high_intensity": ((6, 53, 25, 15), (79, 100, 126))}  # fmt: skip
CLASSES = ("provisions", "fuel", "ammunition", "other")
LARGEST = {"low": (143_000, 93_000, 34_000), "central": (710_000, 450_000, 160_000),
           "high": (1_900_000, 1_200_000, 440_000)}  # fmt: skip
LEFT = {"pl": ("Poland", 0.70), "ro": ("Romania", 0.65), "hu": ("Hungary", 0.87), "sk": ("Slovakia", 0.89)}
PAIRS = {("pl", "ro"): 0.21, ("hu", "pl"): 0.63, ("pl", "sk"): 0.66, ("hu", "ro"): 0.64, ("ro", "sk"): 0.64,
         ("hu", "sk"): 0.76}  # fmt: skip
DAYS = {10_000: (40, 75, 140), 30_000: (80, 150, 290), 64_000: (120, 240, 470), 100_000: (150, 330, 640)}
OPTIONS = {"nato_led": ("NATO-led force", 9e9), "coalition": ("European coalition without the United States", 2e9),
           "layered": ("Layered arrangement: monitors in front, coalition in depth", 3e9)}  # fmt: skip
PARTS = {"soldiers": 0.95, "line_haul": 0.02, "fuel_burden": 0.03, "deployment": 0.1, "camps": 0.2}
# Cities as everybody's atlas has them (latitude, longitude): hubs of a network that is made up.
PLACES = {
    "west": ("Berlin", 52.5, 13.4),
    "hub": ("Rzeszow", 50.0, 22.0),
    "lviv": ("Lviv", 49.8, 24.0),
    "kyiv": ("Kyiv", 50.5, 30.5),
    "dnipro": ("Dnipro", 48.5, 35.0),
    "odesa": ("Odesa", 46.5, 30.7),
    "budapest": ("Budapest", 47.5, 19.0),
    "muk": ("Mukachevo", 48.4, 22.7),
    "port": ("Constanta", 44.1, 28.7),
}
LINKS = (
    ("L1", "west", "hub", "rail_standard", "pl", 0, 0, 1500, 4000),
    ("L2", "hub", "lviv", "rail_standard", "pl", 1, 1, 900, 900),
    ("L3", "hub", "lviv", "road", "pl", 0, 1, 600, 2000),
    ("L4", "budapest", "muk", "rail_standard", "hu", 1, 1, 300, 500),
    ("L5", "muk", "lviv", "rail_broad", "inside", 0, 0, 300, 5000),
    ("L6", "lviv", "kyiv", "rail_broad", "inside", 0, 0, 1500, 5000),
    ("L7", "kyiv", "dnipro", "rail_broad", "inside", 0, 0, 900, 5000),
    ("L8", "port", "odesa", "sea", "sea", 0, 1, 200, 4000),
    ("L9", "kyiv", "odesa", "road", "inside", 0, 0, 0, 5000),
)
CORRIDORS = (
    ("pl", "Poland", "Poland's crossings", 0),
    ("hu", "Hungary", "Hungary's crossings", 0),
    ("sea", "Sea", "the sea", 0),
    ("inside", "Inside the theatre", "the lines inside the theatre", 1),
)
KILLED = (1, 3, 10, 30, 100, 300, 1000, 3000)
ASKED = (3, 5, 10, 15, 30)
JUDGED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "feasibility.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def facts() -> dict[str, Fact]:
    return make_facts()


@pytest.fixture(scope="session")
def tables() -> dict[str, list[dict[str, Any]]]:
    return make_tables()


@pytest.fixture(scope="session")
def drawn(facts, tables):
    """Every figure as a page shows it, without its heading."""
    return {figure_id: draw(figure_module(figure_id), facts, tables) for figure_id in FIGURES}


def make_facts() -> dict[str, Fact]:
    """Every fact the figures read, by id."""
    found: list[Fact] = []
    for role, (_, _, span) in ROLES.items():
        found.append(_spread(f"sizing.force.{role}", *span))
        asking = sum(size >= CLAIM for size in span)
        found.append(_number(f"sizing.methods_at_least.{CLAIM}.{role}", float(asking), "count"))
        found.append(_number(f"sizing.methods_fitting.{role}", float(len(span)), "count"))
        found.append(_spread(f"sizing.pool.{role}", *(3.5 * part for part in span)))
        found.append(_spread(f"sizing.cycled.{role}", *(4.0 * part for part in span)))
        found += [_spread(f"sizing.pool_by_rule.{rule}.{role}", *(ratio * part for part in span))
                  for rule, ratio in RULES.items()]  # fmt: skip
        sizes = {method: size * FACTOR[role] for method, size in (POPULATION | LINE | OTHER).items()}
        sizes |= dict(zip(FITTING, span, strict=True))
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
        found.append(_number(f"sizing.validation.{model}.luck", LUCK.get(model, 0.5), "share"))
    for country, share in SHARES.items():
        found.append(_spread(f"sizing.army_share.{_slug(country)}", 0.6 * share, share, 1.5 * share))
    found.append(_spread("sizing.compared_share", 0.317, 0.37, 0.528))
    found.append(_spread("sizing.theatre.line_length", 1_000, 1_140, 1_260))
    found.append(_spread("sizing.theatre.population", 27_000_000, 29_600_000, 31_200_000))
    return {fact.id: fact for fact in [*found, *_supply_facts(), *_judged_facts()]}


def make_tables() -> dict[str, list[dict[str, Any]]]:
    """Every table the figures read."""
    return {
        "case": [
            {
                "id": "specimen",
                "draws": 4096,
                "evidence_cutoff": "2030-01-31",
                "edition": "1",
                "logistics": {
                    "postures": {name: {"label": name.replace("_", " ").capitalize()} for name in POSTURES},
                    "sizes": list(DAYS),
                    "reference_size": 100_000,
                },
                "support_levels": JUDGED["support_levels"],
                "feasibility": {"thresholds": JUDGED["thresholds"]},
                "vocabulary": JUDGED["vocabulary"],
            }
        ],
        "roles": [{"id": role, "label": label, "proposal_class": kind} for role, (label, kind, *_) in ROLES.items()],
        "proposals": [_proposal(number, kind, size) for number, (kind, size) in enumerate(_sizes())],
        "sizing_methods": _methods(),
        "role_methods": [_beside(role, method) for role in ROLES for method in POPULATION | LINE | OTHER],
        "missions": _missions(),
        "assumptions": [
            {"id": name, "label": label, "central": CENTRAL.get(name, 1.0)} for name, label in LABELS.items()
        ],
        "sources": [{"key": f"source{number}"} for number in range(12)],
        "contributors": [{"id": _slug(country), "country": country, "army_active": 50_000.0} for country in SHARES],
        **_supply_tables(),
        **_judged_tables(),
    }


def _supply_facts() -> list[Fact]:
    """What the figures on supply read, besides their tables."""
    found = []
    for number, (posture, (classes, whole)) in enumerate(POSTURES.items()):
        found.append(_spread(f"logistics.demand.{posture}", *whole))
        found += [_spread(f"logistics.demand.{posture}.{name}", 0.7 * part, part, 1.5 * part)
                  for name, part in zip(CLASSES, classes, strict=True)]  # fmt: skip
        found += [_number(f"logistics.largest_force.{case}.{posture}", sizes[number], "persons")
                  for case, sizes in LARGEST.items()]  # fmt: skip
    found.append(_number("logistics.anchor.task_force_eagle", 23.1, "kg_per_person_day"))
    found.append(_number("logistics.anchor.fm_101_10", 29.6, "kg_per_person_day"))
    found += [_spread(f"logistics.deployment_days.{size}", *days) for size, days in DAYS.items()]
    found += [_spread(f"logistics.deployment_days_with_misses.{size}", 0.8 * low, 1.2 * middle, 1.5 * high)
              for size, (low, middle, high) in DAYS.items()]  # fmt: skip
    for option, (_, whole) in OPTIONS.items():
        found.append(_spread(f"logistics.cost_per_year.{option}", 0.6 * whole, whole, 1.8 * whole))
        found.append(_spread(f"logistics.deployment_cost.{option}", 0.2 * whole, 0.3 * whole, 0.5 * whole))
        found += [_spread(f"logistics.cost_part.{part}.{option}", 0.5 * share * whole, share * whole, 2 * share * whole)
                  for part, share in PARTS.items()]  # fmt: skip
    return found


def _supply_tables() -> dict[str, list[dict[str, Any]]]:
    """The tables that the figures on supply read."""
    flows = [
        {"link": link, "from_node": start, "to_node": end, "mode": mode, "corridor": corridor, "gauge_break": broken,
         "enters_theatre": enters, "tonnes": float(tonnes), "capacity": float(capacity), "use": tonnes / capacity,
         "size": 100_000, "posture": "garrison",
         **{f"{side}_{axis}": PLACES[node][place] for side, node in (("from", start), ("to", end))
            for place, axis in ((1, "lat"), (2, "lon"))}}
        for link, start, end, mode, corridor, broken, enters, tonnes, capacity in LINKS
    ]  # fmt: skip
    singles = [(loss, label, "country", share) for loss, (label, share) in LEFT.items()]
    pairs = [("+".join(pair), " and ".join(LEFT[one][0] for one in pair), "countries", share)
             for pair, share in PAIRS.items()]  # fmt: skip
    factors = {"low": 0.8, "central": 1.0, "high": 1.1}
    return {
        "flows": flows,
        "network_nodes": [{"id": key, "name": name, "kind": "hub", "lat": lat, "lon": lon}
                          for key, (name, lat, lon) in PLACES.items()],
        "sectors": [{"id": key, "name": f"{PLACES[key][0]}, somewhere", "node": key, "share": 0.25, "zone": "rear"}
                    for key in ("lviv", "kyiv", "dnipro", "odesa")],
        "corridors": [{"id": key, "label": label, "in_sentence": phrase, "inside": inside}
                      for key, label, phrase, inside in CORRIDORS],
        "illustrative_line": [{"id": f"N{n}", "lat": lat, "lon": lon}
                              for n, (lat, lon) in enumerate([(50, 37), (48, 37), (46.5, 32)])],
        "consumption_anchors": [{"anchor": "task_force_eagle", "label": "Bosnia 1996"},
                                {"anchor": "fm_101_10", "label": "US planning factor 1959"}],
        "demand": [{"posture": posture, "class": name} for posture in POSTURES for name in CLASSES],
        "losses": [{"loss": loss, "label": label, "kind": kind, "capacity_case": case, "posture": posture,
                    "remaining": min(1.0, share * factor)}
                   for loss, label, kind, share in (*singles, *pairs) for case, factor in factors.items()
                   for posture in POSTURES],
        "deployment_fan": [{"size": size, "day": day, **{name: size * min(1.0, day / reached)
                            for name, reached in zip(("p95", "p50", "p5"), days, strict=True)}}
                           for size, days in DAYS.items() for day in range(0, 701, 7)],
        "options": [{"id": option, "label": label, "posture": "elevated", "force_low": 7_000.0, "force_high": 30_000.0,
                     **{one: JUDGED["options"][option][one] for one in ("short_label", "in_sentence", "support_level")}}
                    for option, (label, _) in OPTIONS.items()],
        "cost": [{"option": option, "label": label, "part": part} for option, (label, _) in OPTIONS.items()
                 for part in PARTS],
    }  # fmt: skip


def _judged_facts() -> list[Fact]:
    """What the figures on generation and feasibility read, besides their tables."""
    found, levels = [_number("feasibility.ranking_draws", 2**15, "count")], list(JUDGED["support_levels"])
    for option, own in JUDGED["options"].items():
        found.append(_number(f"generation.size.{option}", own["size"], "persons"))
        for place, level in enumerate(levels):
            found.append(_spread(f"generation.sustainable.{option}.{level}", *own["supply"]))
            found.append(_number(f"generation.curve.{option}.{level}.{CLAIM}", 0.001, "probability"))
            found.append(_number(f"feasibility.joint.{option}.{level}", JUDGED["joint"][option][place], "probability"))
            found.append(_words(f"feasibility.verdict.{option}.{level}", JUDGED["verdicts"][option][place]))
            found += [_number(f"feasibility.gate.{gate}.{option}.{level}", row[option][place], "probability")
                      for gate, row in JUDGED["gates"].items()]  # fmt: skip
        found += [_number(f"feasibility.rank_acceptability.{option}.{rank}", share, "share")
                  for rank, share in enumerate(JUDGED["ranks"]["whole_simplex"][option], start=1)]  # fmt: skip
        found += [_number(f"feasibility.risk_at_least.killed.{option}.{killed}", share, "probability")
                  for killed, share in zip(KILLED, JUDGED["killed"][option], strict=True)]  # fmt: skip
    found += [_spread(f"generation.net_support.{row[0]}", *row[3:6]) for row in JUDGED["net_support"]]
    found += [_number(f"feasibility.still_there.{years}", share, "probability")
              for years, share, *_ in JUDGED["survival"]["analogues"]["steps"] if years in ASKED]  # fmt: skip
    for group, row in JUDGED["survival"].items():
        found.append(_number(f"feasibility.operations.{group}", row["n"], "count"))
        found.append(_number(f"feasibility.duration_median.{group}", row["median"], "years"))
        found += [_number(f"feasibility.still_there_group.{group}.{years}", share, "probability")
                  for years, share, *_ in row["steps"] if years in ASKED]  # fmt: skip
    return found


def _judged_tables() -> dict[str, list[dict[str, Any]]]:
    """The tables that the figures on generation and feasibility read."""
    levels = list(enumerate(JUDGED["support_levels"]))
    burden = ("option", "contributor", "country", "framework", "chance", "deployed", "army_share", "quota")
    switches = ("option", "kind", "target", "driver", "label", "unit", "today", "switching", "reachable", "p_low",
                "p_high")  # fmt: skip
    support = ("contributor", "country", "polls", "p5", "p50", "p95", "houses")
    return {
        "supply_curve": [{"option": option, "support_level": level, "troops": troops,
                          "probability": _reached(own, troops)}
                         for option, own in JUDGED["options"].items() for _, level in levels
                         for troops in range(0, 200_001, 2_500)],
        "burden": [dict(zip(burden, row, strict=True)) | {"support_level": JUDGED["options"][row[0]]["support_level"]}
                   for row in JUDGED["burden"]],
        "gate_results": [{"option": option, "support_level": level, "gate": gate, "label": row["label"],
                   "kind": row["kind"], "place": number, "probability": row[option][place], "first_failure": 0.1}
                  for number, (gate, row) in enumerate(JUDGED["gates"].items(), start=1) for option in OPTIONS
                  for place, level in levels],
        "verdicts": [{"option": option, "support_level": level, "verdict": JUDGED["verdicts"][option][place],
                      "planned": int(level == JUDGED["options"][option]["support_level"]),
                      "joint": JUDGED["joint"][option][place]} for option in OPTIONS for place, level in levels],
        "ranks": [{"weighting": weighting, "label": row["label"], "option": option, "rank": rank, "share": share}
                  for weighting, row in JUDGED["ranks"].items() for option in OPTIONS
                  for rank, share in enumerate(row[option], start=1)],
        "criteria": [{"id": criterion, "label": row["label"]} for criterion, row in JUDGED["criteria"].items()],
        "weights": [{"viewpoint": "bounded", "criterion": criterion,
                     **dict(zip(("low", "central", "high"), row["bounds"], strict=True))}
                    for criterion, row in JUDGED["criteria"].items()],
        "viewpoints": [{"viewpoint": view, "label": JUDGED["ranks"][view]["label"], "criterion": criterion}
                       for view, group in JUDGED["viewpoints"].items() for criterion in group],
        "risk_exceedance": [{"option": option, "support_level": level, "toll": "killed", "threshold": float(killed),
                             "probability": share}
                            for option, shares in JUDGED["killed"].items() for _, level in levels
                            for killed, share in zip(KILLED, shares, strict=True)],
        "risk_consequences": [{"risk": f"R{number}", "toll": "killed", "in_toll": 1} for number in range(7)],
        "survival": [{"group": group, "label": row["label"],
                      **dict(zip(("years", "share", "low", "high", "at_risk"), step, strict=True))}
                     for group, row in JUDGED["survival"].items() for step in row["steps"]],
        "still_there": [{"group": group, "label": row["label"], "n": row["n"], "median": row["median"],
                         "years": step[0], "share": step[1], "low": step[2], "high": step[3], "at_risk": step[4]}
                        for group, row in JUDGED["survival"].items() for step in row["steps"] if step[0] in ASKED],
        "durations": [{"id": f"D{number}"} for number in range(70)],
        "garrisons": [dict(row) for row in JUDGED["garrisons"]],
        "switches": [dict(zip(switches, row, strict=True))
                     | {"support_level": JUDGED["options"][row[0]]["support_level"]}
                     for row in JUDGED["switches"]],
        "net_support": [dict(zip(support, row, strict=True)) for row in JUDGED["net_support"]],
    }  # fmt: skip


def _reached(own: dict[str, Any], troops: int) -> float:
    """A chance that falls from one through p5, p50 and p95 to nothing."""
    low, middle, high = own["supply"]
    known = ((-1, 1.0), (low, 0.95), (middle, 0.5), (high, 0.05), (2 * high, 0.0))
    for (start, above), (end, below) in pairwise(known):
        if troops <= end:
            return above + (below - above) * (troops - start) / (end - start)
    return 0.0


def _words(fact_id: str, words: str) -> Fact:
    return Fact(id=fact_id, label=fact_id, unit="words", kind="words", value=words, method="made up", because=())


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


def _beside(role: str, method: str) -> dict[str, Any]:
    reason = REASON if method in POPULATION else "Monitors do not hold a line." if method not in FITTING else "Fits."
    return {"role": role, "method": method, "fits": "yes" if method in FITTING else "no", "reason": reason}


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
