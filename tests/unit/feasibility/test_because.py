"""A fact of the stages moves with every row that it says it came from, and with no other."""

import graphlib
import importlib.util
import json
import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from peacebrief.feasibility import stage as feasibility
from peacebrief.feasibility.ranking import criterion_weights, cross_check, smaa
from peacebrief.generation import contribution_findings, generate_force
from peacebrief.generation import stage as generation
from peacebrief.uncertainty import draws

NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
FACTOR = 0.8
GIVEN = "fact:logistics."


def module_beside(name):
    """A module in the folder of the tests."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


rows = module_beside("row_nudges")


def kept(function, key):
    """A function whose answers are kept, since they depend on nothing but what is asked."""
    answers = {}

    def ask(*asked, **named):
        found = key(*asked, **named)
        if found not in answers:
            answers[found] = function(*asked, **named)
        return answers[found]

    return ask


def drawn_once(streams):
    """The streams of uniforms, each of them made once."""
    made = {}

    def found(names, **place):
        own = tuple(place.items())
        missing = [name for name in names if (name, own) not in made]
        made.update({(name, own): one for name, one in (streams(missing, **place) if missing else {}).items()})
        return {name: made[name, own] for name in names}

    return found


@pytest.fixture(scope="module", autouse=True)
def _told_quickly():
    """Facts only, without the tables beside them, and nothing drawn or allocated twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feasibility, "lead_rows", lambda *_: ())
        patch.setattr(feasibility, "_levelled", lambda *_: None)
        patch.setattr(feasibility, "feasibility_tables", lambda _: {})
        patch.setattr(feasibility, "outlook_tables", lambda _: {})
        patch.setattr(generation, "generation_tables", lambda _: {})
        streams, chunks = drawn_once(draws.streams), criterion_weights.weight_chunks
        for place in (draws, criterion_weights):
            patch.setattr(place, "streams", streams)
        weights = kept(
            lambda *asked, **named: list(chunks(*asked, **named)), lambda *asked, **named: repr((asked, named))
        )
        for place in (smaa, cross_check):
            patch.setattr(place, "weight_chunks", weights)
        patch.setattr(
            contribution_findings, "allocated", kept(contribution_findings.allocated, lambda task: repr(task))
        )
        yield


@pytest.fixture(scope="module")
def told():
    """The facts of all stages before and of this one, those of logistics as they are."""
    sent = kept(generate_force, lambda given: json.dumps(given, sort_keys=True))

    def tell(case, *, searched=True):
        found = sent(case["generation"])
        with pytest.MonkeyPatch.context() as patch:
            if not searched:
                patch.setattr(feasibility, "_gate_switches", lambda *_: [])
                patch.setattr(feasibility, "worth_of_knowing", lambda *_: ())
            judged = feasibility.judge_feasibility(case["feasibility"], generation=case["generation"],
                                                   found_generation=found, logistics=case["logistics"])  # fmt: skip
        return {fact["id"]: fact for stage in (case["logistics"], found, judged) for fact in stage["facts"]}

    return tell


@pytest.fixture(scope="module")
def known(island, told):
    """Name of an island -> the case, its facts and what they say they came from."""
    changes = {"usual": (lambda _: None, None), **rows.islands(island)}
    found = {}

    def know(name):
        if name not in found:
            case = rows.changed(island, changes[name][0])
            facts = told(case, searched=name in rows.SEARCHED)
            found[name] = case, facts, dependants(facts)
        return found[name]

    return know


def dependants(facts):
    """Origin -> the facts that say they came from it, through other facts as well; logistics is an origin here."""
    graph = {
        name: [source[5:] for source in fact["because"] if source.startswith("fact:") and not source.startswith(GIVEN)]
        for name, fact in facts.items()
        if not f"fact:{name}".startswith(GIVEN)
    }
    origins = {}
    for name in graphlib.TopologicalSorter(graph).static_order():
        own = set(facts[name]["because"]) - {f"fact:{source}" for source in graph[name]}
        origins[name] = own.union(*(origins[source] for source in graph[name]))
    found = defaultdict(set)
    for name, behind in origins.items():
        for origin in behind:
            found[origin].add(name)
    return found


def moved(before, now):
    """The facts that differ."""

    def numbers(facts, name):
        return [facts[name].get(part) for part in NUMBERS] if name in facts else None

    return {name for name in before.keys() | now.keys() if numbers(before, name) != numbers(now, name)}


class Trial:
    """One row nudged on one island after another, until every fact that names it has moved."""

    def __init__(self, told, known, island, origin, places):
        self.told, self.known, self.island, self.origin, self.places = told, known, island, origin, places
        stage, self.table, place = places[0]
        self.row = island[stage][self.table][place]
        self.named = set(known("usual")[2][origin])
        self.still, self.unsaid = set(self.named), set()

    def run(self, excepted):
        self._on("usual", lambda fact: family(fact) not in excepted)
        scored = {fact.split(".")[3] for fact in self.named if family(fact) == "score"}
        for name, (_, families) in rows.islands(self.island).items():
            if rows.fitting(name, self.row, scored):
                self._on(name, lambda fact, own=families: family(fact) in own and family(fact) not in excepted)

    def _on(self, island, wanted):
        for nudge in rows.NUDGES[self.table]:
            if (island != "usual" or self.tried) and not any(map(wanted, self.still)):
                return
            self._nudge(island, nudge)

    tried = False

    def _nudge(self, island, nudge):
        case, facts, said = self.known(island)
        try:
            now = self.told(rows.nudged(case, self.places, nudge), searched=island in rows.SEARCHED)
        except (ValueError, ZeroDivisionError):  # numbers that the program refuses
            return
        self.tried = True
        found = moved(facts, now)
        self.still -= found
        # Some facts are told only where they count.
        self.unsaid |= found - said[self.origin] - dependants(now)[self.origin]
        RUNS[0] += 1


RUNS = [0]


def family(fact):
    """The family of a fact: what it says, of whatever option."""
    return fact.split(".")[1]


@pytest.mark.slow
def test_no_fact_rests_on_itself(known):
    assert known("usual")[2]  # a circle raises CycleError


@pytest.mark.slow
@pytest.mark.parametrize("table", rows.NUDGES)
def test_facts_move_with_the_rows_they_name_and_with_no_others(island, told, known, table):
    unsaid, still = {}, Counter()
    detail = {}
    for origin, places in rows.places_of(island).items():
        if rows.table_of(places) == table:
            trial = Trial(told, known, island, origin, places)
            trial.run(STILL.get(table, {}))
            unsaid |= {origin: sorted(trial.unsaid)} if trial.unsaid else {}
            still.update(family(fact) for fact in trial.still)
            detail[origin] = (len(trial.named), sorted(trial.still), RUNS[0])
            with open(f"/tmp/ex/detail_{table}.json", "w") as f:
                json.dump([unsaid, still, detail], f)
    assert unsaid == {}
    assert still == STILL.get(table, {})


STILL = json.loads(os.environ.get("STILL_GUESS", "{}"))
