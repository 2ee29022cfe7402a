"""A fact of the stages moves with every row that it says it came from, and with no other.

It says so directly or through facts; what logistics found is given here. Every row is nudged on three islands, and
where facts that name it stand still, on a fourth and further.
"""

import copy
import sys
from collections import defaultdict
from contextlib import suppress
from itertools import product

import pytest
from remembering import remember_parts
from tracing import dependants

from peacebrief.feasibility import judge_feasibility
from peacebrief.feasibility import stage as feasibility
from peacebrief.feasibility.discovery import found_again
from peacebrief.generation import generate_force
from peacebrief.generation.supply.supply_model import SupplyModel

pytestmark = pytest.mark.slow

STAGES = ("generation", "feasibility")
NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
# Families whose facts are calculated together: one that moves stands for all of them.
TOGETHER = {
    "type_gap", "risk_at_least", "risk_war", "risk_toll", "risk_expected", "evppi", "switch",
    "rank_acceptability", "central_weight",
    "confidence_factor", "first_bounded", "first_view", "rank_without", "operations", "ongoing", "duration_median",
    "still_there_group", "supply_at_least", "decides", "backtest",
}  # fmt: skip
# Families that may stand still, and why.
EXCEPTED = {
    "verdict": "words: the gate that decides has to pass a threshold",
    "verdict_under": "words: the gate that decides has to pass a threshold",
    "models_disagree": "the verdict under one model has to change",
    "confidence": "words: every gate at every level has to be far from a threshold",
    "closing": "words: conditions close the gates of few options",
    "closing_smaller": "words: conditions close the gates of few options",
    "weakest_gate": "words: one gate of five is the weakest",
    "first_failure": "words: one gate of five fails first",
    "cross_check": "a place among two, by the worst of several criteria",
    "states_counted": "a state has several rows",
    "state_years": "the one count of a kind of army cannot be left out",
    "validation": "shares of states within a factor or a range, which jump from state to state",
    "box": "the outcome of a draw has to turn, or another option has to be nearest to passing",
    "backtest_together": "the weakest gate alone",
    "backtest_least": "nought where several gates are likely to stay shut",
    "backtest_verdict": "words: the gate that decides has to pass a threshold",
    "backtest_old_verdict": "words: the gate that decides has to pass a threshold",
    "backtest_old_misses": "a count of words",
    "joint_by_loading": "few draws pass every gate of an option as planned",
    "switch": "told only where a gate fails, and found by steps",
    "decides": "told only of inputs that move the chance most",
    "risk_at_least": "counts of draws over a few marks, which not every cost reaches",
    "switch_today": "gates decide whether it is told, not what it is",
    "frechet_low": "nought unless all gates are likely",
    "frechet_high": "the chance of one gate of five",
    "gate_at_least": "nought or one where the whole range lies on one side of a threshold",
    "stands": "words of versions: gates have to pass a threshold in one of them",
    "version_word": "words of versions: gates have to pass a threshold in one of them",
    "turned_by": "words of versions: gates have to pass a threshold in one of them",
    "turns": "words of versions: gates have to pass a threshold in one of them",
    "joint_lowest": "the one version that is lowest has to move, which passes in few draws or none",
    "joint_highest": "the one version that is highest has to move",
    "versions": "a count: brigades have to be counted, or no longer",
}


def scaled(factor):
    """A nudge: every number of a row times a factor, but no flag, count or year."""

    def nudge(row):
        cells = {name: cell * factor for name, cell in row.items() if isinstance(cell, float)}
        if "choices" in row:
            cells["choices"] = [[value * factor, weight] for value, weight in row["choices"]]
        return row | cells

    return nudge


def told(**cells):
    """A nudge: cells are as they are told, where the row has them."""
    return lambda row: row | {name: cell for name, cell in cells.items() if name in row}


def removed(_):
    """A nudge: the row is taken away."""


# On so many islands every row is nudged at least; on others where facts that name it stand still on these.
LEAST = 3
# Tried in turn: a factor, what a table has of its own (what moves most comes first), other factors.
FIRST, *FURTHER = map(scaled, (0.8, 1.25, 0.4, 3.0))
KINDS = [told(army_kind=kind) for kind in ("mixed", "professional")]
OWN = {
    "gates": [told(place=9)],
    "viewpoints": [told(criterion="effect"), told(criterion="price")],
    "indicators": [told(threshold=0.5)],
    "options": [told(framework_needed=0), told(framework_needed=1)],
    "position_chances": [told(low=0.9, central=0.95, high=0.99)],
    "enablers": [told(lent_at="", gap=5.0)],
    "enabler_needs": [told(criticality=5.0)],
    "contributors": [told(brigades_central=None), *KINDS, told(position="yes"), told(position="no")],
    "option_requirements": [told(share=0.0)],
    "option_contributors": [told(most=100.0), removed, told(position="no"), told(position="yes"), told(most=None)],
    "polls": [told(support=90.0, oppose=5.0, sample=90), told(support=5.0, oppose=90.0), told(sample=90)],
    "sustained_deployments": [
        told(bound="about", deployed=10.0),
        told(deployed=900.0),
        told(bound="about", deployed=2500.0),
        told(bound="about"),
        told(bound="least"),
        removed,
    ],
    "commitments": [told(troops=2500.0)],
    "risks": [told(horizon_months=1), told(horizon_months=600), told(in_gate=1), told(in_gate=0)],
    "peacekeeping_effects": [told(estimate=0.7)],
    "past_outcomes": [told(kept=0), told(share_12=1.0, kept=1)],
    "correlations": [told(loading=0.0), told(loading=0.99)],
    "attitude": [removed, told(factor="other")],
    "versions": [removed],
    "durations": [told(**{flag: value}) for flag in ("analogue", "ended", "garrison") for value in (0, 1)],
}


def put(case, table, *, only="", **cells):
    """Cells of a table, or of those of its rows that have one word."""
    for row in (row for stage in STAGES for row in case[stage].get(table, ())):
        if not only or only in row.values():
            row.update(cells)


def uncertain(case):
    """The force is found in some draws, gates are near a threshold, risks are grave, one enabler counts."""
    put(case, "contributors", army_active=120_000.0, army_trained=None)
    put(case, "option_contributors", only="eastland", most=3000.0)
    # What brigades carry lies about the sizes asked for, with any contributor or without it.
    put(case, "contributors", only="northland", brigades_low=0.0, brigades_central=0.5, brigades_high=2.0)
    put(case, "contributors", only="eastland", brigades_low=0.0, brigades_central=0.2, brigades_high=0.5)
    for force_type, share in {"monitors": 0.2, "brigades": 0.5, "enablers": 0.3}.items():
        put(case, "option_requirements", only=force_type, share=share)
    put(case, "options", force_central=7000.0, force_high=18_000.0)
    put(case, "options", only="separation", force_central=9000.0)
    put(case, "position_chances", only="yes", low=0.4, central=0.6, high=0.8)
    put(case, "gate_chances", low=0.7, central=0.75, high=0.78)
    put(case, "conditions", low=0.1, central=0.2, high=0.3)
    put(case, "criteria", only="favour", anchor_zero=-10.0, anchor_full=10.0)
    put(case, "risk_chances", low=0.6, central=0.75, high=0.9)
    put(case, "risk_chances", only="helped", low=0.5, central=0.6, high=0.8)
    put(case, "risks", in_gate=0)
    put(case, "quantities", only="accession_earliest", central=1.5)
    put(case, "quantities", only="brigade_model_weight", central=0.8)
    one_enabler(case, "bells")
    # After the worst set of losses there is enough in some draws.
    case["logistics"] = copy.deepcopy(case["logistics"])
    for row in case["logistics"]["tables"]["supply_after_loss"]["rows"]:
        row[3] = 20_000.0 * row[2] if row[1] == "set" else row[3]
    for place, row in enumerate(case["generation"]["correlations"]):
        row["loading"] *= 0.8**place


def on_the_edge(case):
    """All would send troops, one of them is only just counted on, types of troops are short, and brigades decide."""
    put(case, "options", force_central=4000.0, force_high=8000.0)
    put(case, "contributors", position="yes")
    put(case, "contributors", only="southland", brigades_low=2.0, brigades_central=3.0, brigades_high=4.0)
    put(case, "option_contributors", position="")
    for force_type, share in {"monitors": 0.5, "brigades": 0.1, "enablers": 0.4}.items():
        put(case, "option_requirements", only=force_type, share=share)
    put(case, "position_chances", low=0.6, central=0.8, high=0.9)
    put(case, "polls", only="Q1", support=40.0, oppose=50.0)
    put(case, "quantities", only="smallest_contingent", central=200.0)
    put(case, "quantities", only="brigade_model_weight", central=1.0)
    one_enabler(case, "kites")
    chance = SupplyModel.from_record(case["generation"]).central_chance("observers", "alone", "northland")
    case["generation"]["generation"]["likely"] = chance


def by_share(case):
    """All are counted on, what armies keep deployed decides, and it lies about the sizes asked for."""
    put(case, "options", force_central=2000.0, force_high=6000.0)
    put(case, "contributors", position="yes")
    put(case, "option_contributors", position="")
    put(case, "position_chances", low=0.7, central=0.85, high=0.95)
    put(case, "gate_chances", low=0.7, central=0.75, high=0.78)
    put(case, "quantities", only="brigade_model_weight", central=0.0)
    case["generation"]["generation"]["likely"] = 0.1


def one_enabler(case, name):
    """One enabler is critical, and the gaps of the others are wider."""
    put(case, "enablers", lent_at="", gap=2.0)
    put(case, "enablers", only=name, gap=1.0)
    put(case, "enabler_needs", criticality=1.0)
    put(case, "enabler_needs", only=name, criticality=5.0)


class Island:
    """A case, its facts, and which of them name what they came from."""

    def __init__(self, case, change=lambda _: None):
        self.case = {**case, **{stage: copy.deepcopy(case[stage]) for stage in STAGES}}
        change(self.case)
        self._sent = generate_force(self.case["generation"])
        self.facts = self._told(self.case)
        self.naming = dependants(self.facts.values())

    def _told(self, case):
        """Facts of both stages, those of generation as they are where it reads nothing else."""
        sent = self._sent if case["generation"] == self.case["generation"] else generate_force(case["generation"])
        read = {"generation": case["generation"], "found_generation": sent, "logistics": case["logistics"]}
        found = judge_feasibility(case["feasibility"], **read)
        return {fact["id"]: fact for stage in (sent, found) for fact in stage["facts"]}

    def moved(self, origin, case, *, gone=False):
        """The facts that move with an origin, and those of them that do not name it."""
        now = self._told(case)
        # Some are told only before or after; a row that is taken away names nothing that is told only without it.
        names = self.facts.keys() if gone else self.facts.keys() | now.keys()
        before, after = ({one: [both[one].get(part) for part in NUMBERS] for one in both} for both in (self.facts, now))
        found = {name for name in names if before.get(name) != after.get(name)}
        return found, found - self.naming[origin] - dependants(now.values())[origin]

    def nudged(self, places, nudge):
        """The case with one row nudged, None where the row stays as it is."""
        case = {**self.case, **{stage: dict(self.case[stage]) for stage in STAGES}}
        for stage, table, place in places:
            rows = case[stage][table] = list(case[stage][table])
            rows[place : place + 1] = [row for row in [nudge(rows[place])] if row]
        return case if any(case[stage] != self.case[stage] for stage in STAGES) else None


@pytest.fixture(scope="module")
def usual(island):
    with pytest.MonkeyPatch.context() as patch:
        for module in [one for name, one in sys.modules.items() if name.startswith("peacebrief.")]:
            if hasattr(module, "REPLICATES"):
                patch.setattr(module, "REPLICATES", 2)  # as many draws, by the same code, in fewer and larger parts
        for name in ("levelled_rankings", "change_table", "ranking_tables", "outlook_tables", "lead_rows"):
            patch.setattr(feasibility, name, lambda *_, **__: {})  # no fact is written from these
        patch.setattr(found_again, "RESAMPLES", 0)  # replicates alone take a third of the time
        remember_parts(patch)
        yield Island(island)


@pytest.fixture(scope="module")
def trials(island, usual):
    """By row: on how many islands it was nudged, what moved unsaid, and families that name it and stand still."""
    islands = [usual, *(Island(island, change) for change in (uncertain, on_the_edge, by_share))]
    families = {name: fact["family"].split(".")[1] for one in islands for name, fact in one.facts.items()}
    places, found = defaultdict(list), {}
    for stage, table in [(name, table) for name in STAGES for table, rows in island[name].items() if rows]:
        rows = island[stage][table]
        for place, row in enumerate(rows if isinstance(rows, list) and isinstance(rows[0], dict) else ()):
            places[row["origin"]].append((stage, table, place))
    for origin, own in places.items():
        nudged, unsaid, still = set(), set(), set(usual.naming[origin])
        waiting = list(product([FIRST, *OWN.get(own[0][1], ()), *FURTHER], islands))
        while waiting and (len(nudged) < LEAST or {families[name] for name in still} - EXCEPTED.keys()):
            nudge, one = waiting.pop(0)
            case = one.nudged(own, nudge)
            with suppress(ValueError):  # numbers that the program refuses
                moved, silent = one.moved(origin, case, gone=nudge is removed) if case else (set(), set())
                nudged |= {one} if case else set()
                unsaid |= silent
                together = {families.get(name) for name in moved} & TOGETHER
                still = {name for name in still - moved if families[name] not in together}
                if not moved and {families[name] for name in still} - EXCEPTED.keys():
                    # Other nudges first: this one may move as little on other islands.
                    waiting.sort(key=lambda pair, stood=nudge: pair[0] is stood)
        found[origin] = len(nudged), unsaid, {families[name] for name in still}
    return found


def test_every_row_of_every_table_is_nudged(trials):
    assert [origin for origin, (tried, _, _) in trials.items() if not tried] == []


def test_no_fact_moves_that_does_not_name_the_row(trials):
    assert {origin: unsaid for origin, (_, unsaid, _) in trials.items() if unsaid} == {}


def test_every_fact_moves_with_the_rows_it_names(trials):
    standing = {origin: still - EXCEPTED.keys() for origin, (_, _, still) in trials.items()}
    assert {origin: still for origin, still in standing.items() if still} == {}


def test_every_exception_is_needed(trials):
    assert EXCEPTED.keys() <= set().union(*(still for _, _, still in trials.values()))


def test_what_logistics_hands_over_moves_only_what_names_it(usual):
    case = {**usual.case, "logistics": copy.deepcopy(usual.case["logistics"])}
    for row in case["logistics"]["tables"]["supply_after_loss"]["rows"]:
        row[3] *= 0.2 if row[:2] == ["elevated", "one"] else 1.0
    moved, unsaid = usual.moved("fact:logistics.largest_force_one_lost.elevated", case)
    assert moved
    assert unsaid == set()
