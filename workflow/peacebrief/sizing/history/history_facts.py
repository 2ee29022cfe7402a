"""Facts about how well the rules predict past missions, and about the association behind them.

Those about the regression on past missions are its coefficients and the spread around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import Named
from peacebrief.sizing.history.out_of_sample import Trial, blind_test, leave_one_out
from peacebrief.sizing.history.past_mission import SETS, Mission, association, geometric_mean, size_of
from peacebrief.sizing.history.prediction_rule import MODELS, STATISTICAL
from peacebrief.sizing.history.regression import fitted
from peacebrief.sizing.history.skill import beside_constant, luck

SCORES = {
    "median_abs_log10_error": (
        "median error in powers of ten",
        "log10",
        "Median, over the missions, of the size of the error of the decimal logarithm of strength.",
    ),
    "share_within_factor_2": (
        "share of missions predicted within a factor of 2",
        "share",
        "Share of missions whose predicted strength lies between half and twice the true one.",
    ),
    "coverage_90": (
        "share of missions inside the 90% prediction interval",
        "share",
        "Share of missions whose strength lies inside the 90% prediction interval (Student's t).",
    ),
    "n": ("number of missions", "count", "Number of missions predicted."),
}
WAYS = {
    "validation": ("leave one out", "Each mission is predicted by the rule fitted to the others. "),
    "held_out": ("missions set aside", "The missions set aside are predicted by the rule fitted to the rest. "),
}
ASSOCIATION = {
    "correlation": ("correlation of log strength with log {set}", "ratio", "Pearson correlation of the logarithms."),
    "elasticity": ("slope of log strength on log {set}", "ratio", "Least-squares slope of the logarithms."),
    "n": ("number of missions in the set measured by {set}", "count", "Number of missions in the set."),
}
SET_NAMES = {
    "line": "line length",
    "population": "population",
    "population_un": "population, missions led by the United Nations",
    "population_others": "population, missions led by others",
}
TOO_FEW = 3
LUCK_METHOD = (
    "Each mission is predicted by the rule, and by the constant, from the others. Wilcoxon's signed-rank test of the "
    "two misses of every mission: one-sided, exact, ties sharing their mean rank."
)

COEFFICIENTS = {
    "intercept": "decimal logarithm of strength of a mission that only observes and faces no state",
    "mandate_level": "rise of the decimal logarithm of strength with each level of mandate",
    "state_adversary": "rise of the decimal logarithm of strength where a state is the adversary",
}
METHOD = "Least squares over all missions: decimal logarithm of peak strength on level of mandate and state adversary."
SPREAD_METHOD = "Residual standard deviation of the decimal logarithm of strength around the regression."


def trials(missions: Sequence[Mission]) -> Iterator[tuple[str, Trial]]:
    """Every rule tested in both ways, where there are missions enough."""
    for way, test in {"validation": leave_one_out, "held_out": blind_test}.items():
        for model in MODELS:
            trial = test(model, missions)
            if trial is not None:
                yield way, trial


def validation_facts(missions: Sequence[Mission]) -> Iterator[Record]:
    """The scores of every rule, beside the constant of the same missions."""
    for way, trial in trials(missions):
        told, method = WAYS[way]
        came_from = [mission.origin for mission in (*trial.missions, *trial.fitted_on)]
        for score, value in trial.scores().items():
            label, unit, formula = SCORES[score]
            yield record(
                f"sizing.{way}.{{rule}}.{score}",
                {"rule": trial.model},
                label=f"{{rule}} ({told}): {label}",
                unit=unit,
                method=method + formula,
                because=[mission.origin for mission in trial.missions] if score == "n" else came_from,
                value=value,
            )


def luck_facts(missions: Sequence[Mission]) -> Iterator[Record]:
    """How likely luck alone would make a rule miss by so much less than its constant, mission by mission."""
    for own, constant in beside_constant(missions).values():
        yield record(
            "sizing.validation.{rule}.luck",
            {"rule": own.model},
            label="{rule} (leave one out): chance that luck alone makes it miss so much less than the constant",
            unit="share",
            method=LUCK_METHOD,
            because=[mission.origin for mission in own.missions],
            value=luck(own, constant),
        )


def baseline_facts(missions: Sequence[Mission]) -> Iterator[Record]:
    """Association of strength with size in each set of missions, and the rates of the missions not set aside."""
    for name, choose in SETS.items():
        chosen = choose(missions)
        if len(chosen) >= TOO_FEW:
            yield from _association_facts(name, chosen)
    for name in ("line", "population"):
        known = [mission for mission in SETS[name](missions) if not mission.held_out]
        if known:
            yield from _rate_facts(name, known)


def _association_facts(name: str, missions: list[Mission]) -> Iterator[Record]:
    sizes = [size_of(name, mission) for mission in missions]
    scores = association(sizes, [mission.strength for mission in missions])
    origins = [mission.origin for mission in missions]
    for score, value in scores.items():
        label, unit, method = ASSOCIATION[score]
        yield record(
            f"sizing.baseline.{{set}}.{score}",
            {"set": Named(name, SET_NAMES[name])},
            label=label,
            unit=unit,
            method=method,
            because=origins,
            value=value,
        )


def _rate_facts(name: str, known: list[Mission]) -> Iterator[Record]:
    """The rate and the constant of a set, as fitted before the missions set aside are looked at."""
    per, unit, told = (1, "persons_per_km", "kilometre of line")
    if name == "population":
        per, unit, told = (1000, "persons_per_1000", "thousand inhabitants")
    rates = [per * mission.strength / size_of(name, mission) for mission in known]
    shared: dict[str, Any] = {
        "method": "Geometric mean over the missions of the set that are not set aside.",
        "because": [mission.origin for mission in known],
    }
    rate, about = geometric_mean(rates), {"set": Named(name, SET_NAMES[name])}
    yield record("sizing.baseline.{set}.rate", about, label=f"troops by the {told}", unit=unit, value=rate, **shared)
    yield record(
        "sizing.baseline.{set}.constant",
        about,
        label="constant strength of the missions measured by {set}",
        unit="persons",
        value=geometric_mean([mission.strength for mission in known]),
        **shared,
    )


def regression_facts(missions: Sequence[Mission]) -> Iterator[Record]:
    """The coefficients of the regression, in powers of ten, and the residual scale."""
    fitted_on = STATISTICAL.missions(missions)
    fit = fitted(STATISTICAL.design(fitted_on), STATISTICAL.response(fitted_on))
    because = [mission.origin for mission in fitted_on]
    for (name, label), value in zip(COEFFICIENTS.items(), fit.coefficients.tolist(), strict=True):
        yield record(
            f"sizing.regression.{name}", label=label, unit="log10", method=METHOD, because=because, value=value
        )
    yield record(
        "sizing.regression.residual",
        label="spread of past missions around the regression",
        unit="log10",
        method=SPREAD_METHOD,
        because=because,
        value=fit.scale,
    )
