"""Facts about risks: each risk by option, the challenges, totals and their exceedance.

The same as rows, risks and exceedance curves, for figures and the annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option, at_level
from peacebrief.feasibility.risk.option_risk import CRITICAL, THRESHOLDS, OptionRisks
from peacebrief.feasibility.risk.risk_scenario import Scenarios, stream, triple
from peacebrief.reasoning.record import Record, Row, record, spread_record
from peacebrief.reasoning.subject import About, Named, number_of
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.replicates import PUBLISHED, Spread

JUDGED = (
    "How likely this project judges it that the risk happens within its horizon, given a ceasefire and a force in "
    "place, as a low, a most likely and a high chance (a PERT distribution)."
)
ANY = "Share of draws in which at least one risk of the challenge happens; risks with a common factor come together."
TOTAL = "Sum of the severities, from 1 to 5, of the risks that happen; risks that are gates too are left out."
AT_LEAST = "Share of draws in which the sum of severities is at least so much; risks that are gates are left out."
SEVERE = "Share of draws in which so many risks happen at a severity that counts as critical; gates are left out."

RISKS = ("risk", "title", "challenge", "option", "us_level", "p5", "p50", "p95", "impact_central", "in_gate", "factor")
EXCEEDANCE = ("option", "us_level", "threshold", "probability")


def risk_facts(inputs: FeasibilityInputs, found: Scenarios, drawn: Mapping[str, OptionRisks]) -> Iterator[Record]:
    """Every risk by option, then by level where levels differ, then what the draws say of each option as planned."""
    for option in inputs.options:
        for name, row in found.rows.items():
            risk = Named(name, str(row["title"]))
            planned = found.chances[name, option.id, option.us_level]
            about: About = {"risk": risk, "option": option}
            yield _chance("feasibility.risk.{risk}.{option}", about, "{risk}, {option}", planned)
            yield from _by_level(inputs, found, option, risk)
        yield from _drawn_facts(inputs, found, option, drawn[found.known_as[option.id, option.us_level]])


def chance_spread(row: Row) -> Spread:
    """The quantiles of a judged chance, exactly."""
    low, central, high = triple(row)
    quantity = Quantity(id="", origin="", distribution="pert", low=low, central=central, high=high)
    p5, p50, p95 = inverse_cdf(quantity)(np.array(PUBLISHED)).tolist()
    return Spread(p5, p50, p95, 0.0)


def _by_level(inputs: FeasibilityInputs, found: Scenarios, option: Option, risk: Named) -> Iterator[Record]:
    rows = {level: found.chances[risk.id, option.id, level] for level in inputs.us_levels}
    if len({triple(row) for row in rows.values()}) > 1:
        for level, row in rows.items():
            about = {"risk": risk, **at_level(option, level)}
            yield _chance("feasibility.risk_by_level.{risk}.{option}.{level}", about, "{risk}, {option}, {level}", row)


def _chance(family: str, about: About, label: str, row: Row) -> Record:
    because, central = [str(row["origin"])], triple(row).mode
    spread = chance_spread(row)
    return spread_record(
        family, about, label=label, unit="probability", method=JUDGED, because=because, spread=spread, central=central
    )


def _drawn_facts(inputs: FeasibilityInputs, found: Scenarios, option: Option, drawn: OptionRisks) -> Iterator[Record]:
    total = f"feasibility.total_severity.{option.id}"
    about: About = {"option": option}
    yield spread_record(
        "feasibility.total_severity.{option}",
        about,
        label="sum of the severities of all risks, {option}",
        unit="severity",
        method=TOTAL,
        because=_origins(inputs, found, option, found.counted, severity=True),
        spread=drawn.total_spread,
        central=drawn.total_spread.p50,
    )
    for threshold in THRESHOLDS:
        label = "chance that the severities of all risks add up to {severity} at least, {option}"
        told = "exceedance.{option}.{severity}", {**about, "severity": number_of(threshold)}, label, AT_LEAST
        yield _probability(told, [f"fact:{total}"], drawn.at_least(threshold))
    for place, count in enumerate(CRITICAL):
        value = float(drawn.critical.probability[place]), float(drawn.critical.standard_error[place])
        label = "chance that {count} or more critical risks happen, {option}"
        told = "critical_risks.{option}.{count}", {**about, "count": number_of(count)}, label, SEVERE
        yield _probability(told, [f"fact:{total}"], value)
    for challenge, value in drawn.challenges.items():
        label, named = "chance that at least one risk happens: {challenge}, {option}", challenge.replace("_", " ")
        told = "challenge.{challenge}.{option}", {**about, "challenge": Named(challenge, named)}, label, ANY
        because = _origins(inputs, found, option, found.of_challenge()[challenge])
        yield _probability(told, because, value)


def _origins(
    inputs: FeasibilityInputs, found: Scenarios, option: Option, names: tuple[str, ...], *, severity: bool = False
) -> list[str]:
    chances = [f"fact:feasibility.risk.{name}.{option.id}" for name in names]
    ties = inputs.tie_rows(*map(stream, names))
    rows = [str(found.rows[name]["origin"]) for name in names] if severity else []
    return [*chances, *ties, *rows]


def _probability(told: tuple[str, About, str, str], because: list[str], value: tuple[float, float]) -> Record:
    family, about, label, method = told
    chance, error = value
    return record(
        f"feasibility.{family}",
        about,
        label=label,
        unit="probability",
        kind="probability",
        method=method,
        because=because,
        value=chance,
        standard_error=error,
    )


def risk_rows(inputs: FeasibilityInputs, found: Scenarios) -> Iterator[list[Any]]:
    """Every risk for every option at every level."""
    for name, row in found.rows.items():
        tie = inputs.ties.get(stream(name))
        for option in inputs.options:
            for level in inputs.us_levels:
                chance = chance_spread(found.chances[name, option.id, level])
                words = [name, str(row["title"]), str(row["challenge"]), option.id, level]
                numbers = [chance.p5, chance.p50, chance.p95, triple(row, "impact").mode]
                yield [*words, *numbers, int(row["in_gate"]), tie.factor if tie else ""]


def exceedance_rows(
    inputs: FeasibilityInputs, found: Scenarios, drawn: Mapping[str, OptionRisks]
) -> Iterator[list[Any]]:
    """The curve of the sum of severities for every option at every level, until it reaches zero."""
    for option in inputs.options:
        for level in inputs.us_levels:
            curve = drawn[found.known_as[option.id, level]].total
            for threshold, probability in zip(curve.thresholds, curve.probability.tolist(), strict=True):
                yield [option.id, level, threshold, probability]
                if probability == 0:
                    break
