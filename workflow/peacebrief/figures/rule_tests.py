"""The tests of sizing rules on past missions: which rules, against which constant, and how far they miss."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.labels import RULES, uncapitalised
from peacebrief.facts.rounding import rounded, significant
from peacebrief.facts.store import sources_of
from peacebrief.figures.reading import value
from peacebrief.figures.registry import Facts
from peacebrief.reasoning.wording import listed

PREFIX, SCORE, MISSION_ROW = "sizing.validation.", "median_abs_log10_error", "table:missions.csv#"
CONSTANT = "constant guess"


@dataclass(frozen=True, slots=True)
class RuleTest:
    """Rules tested on one set of missions against one constant; a set scaled by a column is also drawn."""

    name: str
    what: str
    constant: str
    rules: tuple[str, ...]
    column: str = ""
    measure: str = ""
    theatre: str = ""
    steps: tuple[int, ...] = (1,)


TESTS = (
    RuleTest("line missions", "line length", "constant_line", ("per_line_km", "log_linear_line"),
             "line_km", "length of line, km", "sizing.theatre.line_length", (1, 3)),
    RuleTest("population missions", "population", "constant_population",
             ("per_1000_population", "log_linear_population"), "population", "population",
             "sizing.theatre.population"),
    RuleTest("missions of all kinds", "mandate with threat", "constant_all", ("mandate_and_threat",)),
)  # fmt: skip


def models(test: RuleTest) -> dict[str, str]:
    """The rules of a test and its constant, by id, with printed names."""
    return {rule: uncapitalised(RULES[rule]) for rule in test.rules} | {test.constant: CONSTANT}


def typical_miss(facts: Facts, model: str) -> float:
    """The factor by which the model misses the middle mission left out: 10 to the published error."""
    return float(10 ** value(facts[f"{PREFIX}{model}.{SCORE}"]))


def missions_of(facts: Facts, test: RuleTest) -> list[str]:
    """Ids of the missions a test rests on, read from what its error is said to come from."""
    origins = sources_of(f"{PREFIX}{test.constant}.{SCORE}", facts)
    return sorted(origin.removeprefix(MISSION_ROW) for origin in origins if origin.startswith(MISSION_ROW))


def finding(facts: Facts) -> str:
    """The title: what predicts past missions no better than the constant of its own test, and what does better."""
    better = [test.what for test in TESTS if _beats_constant(facts, test)]
    others = [test.what for test in TESTS if test.what not in better]
    if not others:
        return f"Past missions follow {listed(better)} more closely than a constant guess"
    neither = (
        f"Neither {listed(others, 'nor')} predicts" if len(others) > 1 else f"{others[0].capitalize()} does not predict"
    )
    title = f"{neither} past missions better than a constant guess"
    return f"{title}; {listed(better)} {'do' if len(better) > 1 else 'does'}" if better else title


def sentences(facts: Facts) -> list[str]:
    """The typical miss of every rule, a sentence for each test."""
    told = []
    for test in TESTS:
        misses = [f"{name} \u00d7{significant(typical_miss(facts, model))}" for model, name in models(test).items()]
        told.append(f"Typical miss over {len(missions_of(facts, test))} {test.name}: {listed(misses)}.")
    return told


def _beats_constant(facts: Facts, test: RuleTest) -> bool:
    """Whether any rule misses by less than the constant, at the digits printed: a title may not split a tie."""
    constant = rounded(typical_miss(facts, test.constant))
    return any(rounded(typical_miss(facts, model)) < constant for model in test.rules)
