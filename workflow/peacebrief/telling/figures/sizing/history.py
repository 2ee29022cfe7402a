"""Past missions: which rules of sizing predict a mission left out better than a constant guess does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peacebrief.facts.confidence import beats_constant as beats
from peacebrief.facts.fact import sources_of
from peacebrief.facts.rounding import significant
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Listed, Opening, Phrase, Said, Sentences, phrase

PREFIX, SCORE, MISSION_ROW = "sizing.validation.", "median_abs_log10_error", "table:missions.csv#"


@dataclass(frozen=True, slots=True)
class RuleTest:
    """Rules tested on one set of missions against one constant; a set scaled by a column is also drawn."""

    set: str
    constant: str
    rules: tuple[str, ...]
    column: str = ""
    theatre: str = ""
    steps: tuple[int, ...] = (1,)


TESTS = (
    RuleTest("line", "constant_line", ("per_line_km", "log_linear_line"), "line_km", "sizing.theatre.line_length",
             (1, 3)),
    RuleTest("population", "constant_population", ("per_1000_population", "log_linear_population"), "population",
             "sizing.theatre.population"),
    RuleTest("all", "constant_all", ("mandate_and_threat",)),
)  # fmt: skip


def caption(known: Known) -> SaidCaption:
    """The finding: which rules predict a mission left out better than a constant does."""
    counts = Listed([counted(known, test) for test in TESTS])
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_sizing.history_subtitle"),
        source=source(known, phrase("figures_sizing.history_source", missions=counts)),
        alt=Sentences([
            phrase("figures_sizing.history_shown"),
            *(_misses(known, test) for test in TESTS),
            phrase("figures_sizing.history_points", missions=str(len(drawn(known)))),
        ]),
    )  # fmt: skip


def missions(test: RuleTest) -> Phrase:
    """What the missions of a test are called."""
    return phrase(f"figures_sizing.history_missions_{test.set}")


def counted(known: Known, test: RuleTest) -> Phrase:
    """The missions of a test, counted."""
    return phrase("figures_sizing.history_counted", count=str(len(missions_of(known, test))), missions=missions(test))


def finding(known: Known) -> Phrase:
    """What predicts past missions no better than the constant of its own test, and what does better."""
    better = [test for test in TESTS if beats_constant(known, test)]
    others = [_predictor(test) for test in TESTS if test not in better]
    rules = Listed([_predictor(test) for test in better])
    if not others:
        return phrase("figures_sizing.history_all_predict", rules=rules)
    if not better:
        return _none_predict(others)
    return phrase(
        "figures_sizing.history_others_do" if len(better) > 1 else "figures_sizing.history_another_does",
        finding=_none_predict(others), rules=rules,
    )  # fmt: skip


def _predictor(test: RuleTest) -> Phrase:
    """What the rules of a test predict a mission by."""
    return phrase(f"figures_sizing.history_by_{test.set}")


def _none_predict(others: Sequence[Said]) -> Phrase:
    *first, last = others
    if not first:
        return phrase("figures_sizing.history_does_not_predict", rule=Opening(last))
    return phrase("figures_sizing.history_neither_predicts", rules=Listed(first, ", "), last=last)


def _misses(known: Known, test: RuleTest) -> Phrase:
    """The typical miss of every rule of a test."""
    told = [
        phrase("figures_sizing.history_miss", rule=name, factor=significant(typical_miss(known, model)))
        for model, name in models(test).items()
    ]
    return phrase("figures_sizing.history_misses", missions=counted(known, test), misses=Listed(told))


def models(test: RuleTest) -> dict[str, Said]:
    """The rules of a test and its constant, by id, with printed names."""
    constant: dict[str, Said] = {test.constant: phrase("figures_sizing.history_constant")}
    return {rule: phrase(f"labels.{rule}") for rule in test.rules} | constant


def typical_miss(known: Known, model: str) -> float:
    """The factor by which the model misses the middle mission left out: 10 to the published error."""
    return float(10 ** known.number(f"{PREFIX}{model}.{SCORE}"))


def missions_of(known: Known, test: RuleTest) -> list[str]:
    """Ids of the missions a test rests on, read from what its error is said to come from."""
    origins = sources_of(f"{PREFIX}{test.constant}.{SCORE}", known.facts)
    return sorted(origin.removeprefix(MISSION_ROW) for origin in origins if origin.startswith(MISSION_ROW))


def drawn(known: Known) -> list[str]:
    """Ids of the missions that are points."""
    return [name for test in TESTS if test.column for name in missions_of(known, test)]


def beats_constant(known: Known, test: RuleTest) -> bool:
    """Whether any rule of a test misses so much less than its constant that luck would hardly do it."""
    return any(beats(rule, known.facts) for rule in test.rules)
