"""Facts about risks: each risk by option, the challenges, totals and their exceedance.

The same as rows, risks and exceedance curves, for figures and the annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option, in_words
from peacebrief.feasibility.risk.option_risk import CRITICAL, THRESHOLDS, OptionRisks
from peacebrief.feasibility.risk.risk_scenario import Scenarios, stream, triple
from peacebrief.reasoning.record import Record, Row, record, spread_record
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
            told = f"{row['title']}, {option.label}"
            planned = found.chances[name, option.id, option.us_level]
            yield _chance(f"feasibility.risk.{name}.{option.id}", told, planned)
            yield from _by_level(inputs, found, option, name)
        yield from _drawn_facts(inputs, found, option, drawn[found.known_as[option.id, option.us_level]])


def chance_spread(row: Row) -> Spread:
    """The quantiles of a judged chance, exactly."""
    low, central, high = triple(row)
    quantity = Quantity(id="", origin="", distribution="pert", low=low, central=central, high=high)
    p5, p50, p95 = inverse_cdf(quantity)(np.array(PUBLISHED)).tolist()
    return Spread(p5, p50, p95, 0.0)


def _by_level(inputs: FeasibilityInputs, found: Scenarios, option: Option, name: str) -> Iterator[Record]:
    rows = {level: found.chances[name, option.id, level] for level in inputs.us_levels}
    if len({triple(row) for row in rows.values()}) > 1:
        for level, row in rows.items():
            told = f"{found.rows[name]['title']}, {in_words(inputs, option, level)}"
            yield _chance(f"feasibility.risk_by_level.{name}.{option.id}.{level}", told, row)


def _chance(fact: str, label: str, row: Row) -> Record:
    because, central = [str(row["origin"])], triple(row).mode
    spread = chance_spread(row)
    return spread_record(
        fact, label=label, unit="probability", method=JUDGED, because=because, spread=spread, central=central
    )


def _drawn_facts(inputs: FeasibilityInputs, found: Scenarios, option: Option, drawn: OptionRisks) -> Iterator[Record]:
    total = f"feasibility.total_severity.{option.id}"
    yield spread_record(
        total,
        label=f"sum of the severities of all risks, {option.label}",
        unit="severity",
        method=TOTAL,
        because=_origins(inputs, found, option, found.counted, severity=True),
        spread=drawn.total_spread,
        central=drawn.total_spread.p50,
    )
    for threshold in THRESHOLDS:
        label = f"chance that the severities of all risks add up to {threshold:g} at least, {option.label}"
        name = f"feasibility.exceedance.{option.id}.{threshold:g}"
        yield _probability(name, (label, AT_LEAST), [f"fact:{total}"], drawn.at_least(threshold))
    for place, count in enumerate(CRITICAL):
        value = float(drawn.critical.probability[place]), float(drawn.critical.standard_error[place])
        label = f"chance that {count} or more critical risks happen, {option.label}"
        name = f"feasibility.critical_risks.{option.id}.{count}"
        yield _probability(name, (label, SEVERE), [f"fact:{total}"], value)
    for challenge, value in drawn.challenges.items():
        label = f"chance that at least one risk happens: {challenge.replace('_', ' ')}, {option.label}"
        because = _origins(inputs, found, option, found.of_challenge()[challenge])
        yield _probability(f"feasibility.challenge.{challenge}.{option.id}", (label, ANY), because, value)


def _origins(
    inputs: FeasibilityInputs, found: Scenarios, option: Option, names: tuple[str, ...], *, severity: bool = False
) -> list[str]:
    chances = [f"fact:feasibility.risk.{name}.{option.id}" for name in names]
    ties = inputs.tie_rows(*map(stream, names))
    rows = [str(found.rows[name]["origin"]) for name in names] if severity else []
    return [*chances, *ties, *rows]


def _probability(fact: str, told: tuple[str, str], because: list[str], value: tuple[float, float]) -> Record:
    label, method = told
    chance, error = value
    return record(
        fact,
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
