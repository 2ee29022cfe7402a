"""Nudges of every row that the stages read, and made-up islands on which facts move that stand still on the usual one.

A nudge changes the numbers of a row, or a word where it is one of the numbers of a list that counts. An island is the
usual one with other numbers: gates near a threshold, a contributor that is just counted on, a criterion that alone
tells the options apart.
"""

import copy
from collections import defaultdict
from functools import partial

from peacebrief.feasibility.verdict_rule import printed
from peacebrief.generation.supply.supply_model import SupplyModel

STAGES = ("feasibility", "generation")
SPAN = ("low", "central", "high")
FORCE, WEIGHT, IMPACT = (tuple(f"{name}_{level}" for level in SPAN) for name in ("force", "weight", "impact"))
ANCHORS = ("anchor_zero", "anchor_full")
STATE = ("army_active", "army_trained", "brigades_low", "brigades_central", "brigades_high", "budget_usd_bn")


def scaled(row, columns, factor, low=None, high=None):
    """Columns times a factor, kept in a range; of a choice, every number of it."""
    for column in columns:
        if row.get(column) is not None:
            value = row[column] * factor
            value = value if high is None else min(value, high)
            row[column] = type(row[column])(value if low is None else max(value, low))
    if row.get("choices"):
        row["choices"] = [[max(value * factor, 1.0), weight] for value, weight in row["choices"]]


def told(row, **cells):
    """Cells of the row as they are given."""
    row.update(cells)


def swapped(row):
    """The worse anchor as the better one."""
    row["anchor_zero"], row["anchor_full"] = row["anchor_full"], row["anchor_zero"]


def scalings(columns, *factors, low=None, high=None):
    return [partial(scaled, columns=columns, factor=factor, low=low, high=high) for factor in factors]


def tellings(*cells):
    return [partial(told, **one) for one in cells]


def span(low, central, high):
    return dict(zip(SPAN, (low, central, high), strict=True))


CHANCE = [*scalings(SPAN, 0.8, 1.2, high=1.0), *tellings(span(0.9, 0.95, 0.99), span(0.01, 0.02, 0.03))]
NUDGES = {
    "quantities": scalings(SPAN, 0.8, 1.2, 0.1, 10),
    "correlations": [*scalings(("loading",), 0.8, -0.8), *tellings({"loading": 0.99}, {"loading": -0.99})],
    "gate_chances": CHANCE,
    "criteria": [*scalings((*ANCHORS, *WEIGHT), 0.8), *scalings(ANCHORS, 1.25, 4, 0.1), swapped],
    "scores": scalings(SPAN, 0.8, 1.25, 0.1, 3),
    "carry_over": CHANCE,
    "risk_chances": CHANCE,
    "risks": [*scalings(IMPACT, 0.8, 0.3, low=1.0), *scalings(IMPACT, 4, high=5.0),
              *tellings({"in_gate": 1}, {"in_gate": 0})],
    "enablers": [*scalings(("gap",), 0.8), *tellings({"gap": 0.0}, {"gap": 5.0}, {"lent_at": ""},
                                                     {"lent_at": "helped"}, {"lent_at": "", "gap": 5.0})],
    "enabler_needs": tellings({"criticality": 0.0}, {"criticality": 5.0}),
    "conditions": CHANCE,
    "contributors": [*scalings(STATE, 0.8, 1.25, 0.1, 4), *tellings({"position": "no"}, {"position": "yes"})],
    "option_contributors": [*tellings({"position": "no"}, {"position": "yes"}, {"most": 100.0}, {"most": 1000.0},
                                      {"most": None}, {"framework": 1}, {"framework": 0}), None],
    "options": [*scalings(FORCE, 0.8, 1.25, 0.3, 3, 10), *tellings({"framework_needed": 0}, {"framework_needed": 1})],
    "indicators": scalings(("threshold",), 0.8),
    "durations": [*scalings(("years",), 0.8, 1.25, 0.2, 4),
                  *tellings({"ended": 0}, {"ended": 1}, {"analogue": 0}, {"analogue": 1, "garrison": 0},
                            {"analogue": 1, "garrison": 1}, {"lead": "UN", "mission_type": "interposition"},
                            {"lead": "Southland", "mission_type": "observer"})],
    "position_chances": CHANCE,
    "polls": [*scalings(("support", "oppose"), 0.8), *scalings(("sample",), 0.1),
              *tellings({"support": 90.0, "oppose": 5.0}, {"support": 5.0, "oppose": 90.0})],
    "army_strengths": scalings(("persons",), 0.8, 1.25),
    "comparators": scalings(("value",), 0.8),
    "gates": tellings({"place": 0}, {"place": 10}),
    "viewpoints": tellings(*({"criterion": name} for name in ("price", "standing", "effect"))),
    "option_requirements": scalings(("share",), 0.8, 1.2, 0.1),
}  # fmt: skip


def places_of(case):
    """Every row of every table with numbers: its origin, and where the stages read it."""
    found = defaultdict(list)
    for stage in STAGES:
        for table, rows in case[stage].items():
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                for place, row in enumerate(rows):
                    found[row["origin"]].append((stage, table, place))
    return found


def table_of(places):
    """The table that a row stands in."""
    return places[0][1]


def nudged(case, places, nudge):
    """The case with one row nudged, or taken away where there is no nudge."""
    changed = {**case, **{stage: dict(case[stage]) for stage in STAGES}}
    for stage, table, place in places:
        rows = changed[stage][table] = list(case[stage][table])
        row = rows[place] = dict(rows[place])
        if nudge is None:
            del rows[place]
        else:
            nudge(row)
        if table == "option_requirements":
            _made_whole(rows, place, case[stage][table][place]["share"] - row["share"])
    return changed


def _made_whole(rows, place, spare):
    """Shares add up to one: another type of the option takes what this one leaves."""
    other = next(one for one, row in enumerate(rows) if row["option"] == rows[place]["option"] and one != place)
    rows[other] = {**rows[other], "share": rows[other]["share"] + spare}


def _all(case, table, **cells):
    for stage in STAGES:
        for row in case[stage].get(table, []):
            row.update(cells)


def _sized(case, **sizes):
    for stage in STAGES:
        for row in case[stage]["options"]:
            size = sizes[row["id"]]
            row.update(dict(zip(FORCE, (size / 2, size, size * 2), strict=True)))


def _assumed(case, **spans):
    for stage in STAGES:
        for row in case[stage]["quantities"]:
            row.update(span(*spans[row["id"]]) if row["id"] in spans else {})


def middling(case):
    """Armies so large that a force is found in some draws and not in others, and states that keep to nothing."""
    for row in case["generation"]["contributors"]:
        row.update({name: row[name] * 6 for name in ("army_active", "army_trained") if row[name]})
    _sized(case, observers=7000.0, separation=9000.0)
    for row in case["generation"]["position_chances"]:
        row.update(span(0.4, 0.6, 0.8) if row["position"] == "yes" else {})


def clear(case):
    """Every gate is passed by a little."""
    _all(case, "gate_chances", **span(0.88, 0.92, 0.96))
    _sized(case, observers=400.0, separation=400.0)


def closable(case):
    """What stops the options is what conditions are named for."""
    _sized(case, observers=400.0, separation=1700.0)
    _assumed(case, horizon_ratio=(1.0, 1.1, 1.2), contributor_exit_rate=(0.001, 0.002, 0.003))
    for row in case["feasibility"]["gate_chances"]:
        high = row["option"] == "observers" and row["gate"] == "law"
        row.update(span(0.88, 0.92, 0.96) if high else span(0.5, 0.6, 0.7))


def hopeless(case):
    """Every gate is closed in every draw."""
    _all(case, "gate_chances", **span(0.0, 0.0, 0.0))
    _sized(case, observers=1e6, separation=1e6)


def early(case):
    """Accession comes within the years asked for."""
    _assumed(case, accession_earliest=(None, 0.5, None))


def severe(case):
    """Risks that are likely and grave, all of them counted."""
    for row in case["feasibility"]["risk_chances"]:
        row.update(span(0.6, 0.75 if row["us_level"] == "helped" else 0.8, 0.95))
    _all(case, "risks", in_gate=0, **dict(zip(IMPACT, (3.0, 4.0, 5.0), strict=True)))


def doubtful(case, contributor):
    """A contributor is only just counted on, under both options, and recruits close the gap after some years."""
    _sized(case, observers=2500.0, separation=2500.0)
    rows = {(row["position"], row["us_level"]): row for row in case["generation"]["position_chances"]}
    for (position, level), row in rows.items():
        row.update({name: rows[position, "helped"][name] for name in SPAN} if level == "alone" else {})
    model = SupplyModel.from_record(case["generation"])
    case["generation"]["generation"]["likely"] = model.central_chance("observers", "alone", contributor)


def alone(case, criterion):
    """One criterion alone tells the options apart: on all others they are as good as can be."""
    for row in case["feasibility"]["criteria"]:
        row.update({"anchor_zero": -1000.0, "anchor_full": -999.0} if row["id"] != criterion else {})


def weakest(case, enabler):
    """No other enabler has a gap."""
    for row in case["feasibility"]["enablers"]:
        row.update({"gap": 5.0, "lent_at": ""} if row["id"] == enabler else {"gap": 0.0})


def edge(case, gate, facts):
    """The upper threshold lies where the gate just reaches it."""
    middling(case)
    reached = printed(facts[gate]["value"])
    case["feasibility"]["feasibility"]["thresholds"] = {
        "feasible": reached, "conditional": min(reached, 0.4), "not_feasible": min(reached, 0.2)}  # fmt: skip


def changed(case, change, **named):
    """The case with a change that leaves the first one as it is."""
    other = {**case, **{stage: copy.deepcopy(case[stage]) for stage in STAGES}}
    change(other, **named)
    return other


RANKED = ("cross_check", "first_view", "first_bounded", "confidence_factor", "rank_acceptability", "central_weight")
WORDS = ("verdict", "confidence", "weakest_gate", "first_failure", "closing", "closing_smaller")
COUNTED = ("contributors", "counted_on_army", "allocated", "army_share", "deployed", "quota", "type_gap", "recruits",
           "recruits_needed", "share_needed", "soldiers_missing", "spending", "years", "chance")  # fmt: skip
SUPPLIED = ("curve", "gate", "joint", "probability", "evppi", "switch", "switch_today", "given", "gap", "sustainable",
            "size_conditional", "size_held", "size_that_passes", "brigades", "brigade_troops",
            "indicator")  # fmt: skip
LEAVING = ("exit_by_accession", "exit_before_accession", "still_there_with_accession", "years_present_with_accession")
CHAINED = ("enabler_coverage", "enabler_gap", "score", *RANKED)
SEARCHED = ("usual", "middling")


def islands(case):
    """Name -> the change that makes the island, and the families of facts that it is tried for."""
    found = {
        "middling": (middling, SUPPLIED),
        "clear": (clear, (*WORDS, "gate", "joint", "probability", "given")),
        "closable": (closable, ("closing", "closing_smaller", "verdict", "given")),
        "hopeless": (hopeless, ("first_failure", "weakest_gate")),
        "early": (early, LEAVING),
        "severe": (severe, ("critical_risks", "challenge")),
    }
    states, enablers, criteria = (
        [row["id"] for row in case[stage][table]]
        for stage, table in (("generation", "contributors"), ("feasibility", "enablers"), ("feasibility", "criteria"))
    )
    found |= {f"doubtful.{name}": (partial(doubtful, contributor=name), COUNTED) for name in states}
    found |= {f"weakest.{name}": (partial(weakest, enabler=name), CHAINED) for name in enablers}
    return found | {f"alone.{name}": (partial(alone, criterion=name), RANKED) for name in criteria}


def fitting(island, row, criteria):
    """Whether an island is worth trying for a row: one made for an enabler or a criterion is so for its own rows."""
    kind, _, name = island.partition(".")
    if kind == "weakest":
        return name in (row.get("id"), row.get("enabler"))
    return kind != "alone" or name in criteria
