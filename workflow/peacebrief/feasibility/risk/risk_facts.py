"""Facts about risks: each risk by option and what it costs, the challenges, tolls and their exceedance.

The same as rows, risks and exceedance curves, for figures and the annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.risk.cost_facts import consequence_facts, toll_facts
from peacebrief.feasibility.risk.option_risk import OptionRisks
from peacebrief.feasibility.risk.risk_scenario import Scenarios, stream, triple
from peacebrief.reasoning.record import Record, Row, record, spread_record
from peacebrief.reasoning.subject import About, Named
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.replicates import PUBLISHED, Spread

JUDGED = (
    "How likely this project judges it that the risk happens within its horizon, given a ceasefire and a force in "
    "place, as a low, a most likely and a high chance (a PERT distribution)."
)
ANY = "Share of draws in which at least one risk of the challenge happens; risks with a common factor come together."

RISKS = (
    "risk",
    "title",
    "challenge",
    "option",
    "support_level",
    "p5",
    "p50",
    "p95",
    "in_gate",
    "factor",
)
EXCEEDANCE = ("option", "support_level", "toll", "threshold", "probability")


def risk_facts(inputs: FeasibilityInputs, found: Scenarios, drawn: Mapping[str, OptionRisks]) -> Iterator[Record]:
    """Every risk by option, then by level where levels differ, then what the draws say of each option as planned."""
    yield from consequence_facts(found)
    for option in inputs.options:
        for name, row in found.rows.items():
            risk = Named(name, str(row["title"]))
            planned = found.chances[name, option.id, option.support_level]
            about: About = {"risk": risk, "option": option}
            yield _chance("feasibility.risk.{risk}.{option}", about, "{risk}, {option}", planned)
            yield from _by_level(inputs, found, option, risk)
        one = drawn[found.known_as[option.id, option.support_level]]
        yield from _challenge_facts(inputs, found, option, one)
        yield from toll_facts(inputs, found, option, one)


def chance_spread(row: Row) -> Spread:
    """The quantiles of a judged chance, exactly."""
    low, central, high = triple(row)
    quantity = Quantity(id="", origin="", distribution="pert", low=low, central=central, high=high)
    p5, p50, p95 = inverse_cdf(quantity)(np.array(PUBLISHED)).tolist()
    return Spread(p5, p50, p95, 0.0)


def _by_level(inputs: FeasibilityInputs, found: Scenarios, option: Option, risk: Named) -> Iterator[Record]:
    rows = {level: found.chances[risk.id, option.id, level] for level in inputs.support_levels}
    if len({triple(row) for row in rows.values()}) > 1:
        for level, row in rows.items():
            about = {"risk": risk, **inputs.at_level(option, level)}
            yield _chance("feasibility.risk_by_level.{risk}.{option}.{level}", about, "{risk}, {option}, {level}", row)


def _chance(family: str, about: About, label: str, row: Row) -> Record:
    because, central = [str(row["origin"])], triple(row).mode
    spread = chance_spread(row)
    return spread_record(
        family, about, label=label, unit="probability", method=JUDGED, because=because, spread=spread, central=central
    )


def _challenge_facts(
    inputs: FeasibilityInputs, found: Scenarios, option: Option, drawn: OptionRisks
) -> Iterator[Record]:
    for challenge, (chance, error) in drawn.challenges.items():
        names = found.of_challenge()[challenge]
        yield record(
            "feasibility.challenge.{challenge}.{option}",
            {"option": option, "challenge": _challenge(inputs, challenge)},
            label="chance that at least one risk happens: {challenge}, {option}",
            unit="probability",
            kind="probability",
            method=ANY,
            because=[
                *(f"fact:feasibility.risk.{name}.{option.id}" for name in names),
                *inputs.tie_rows(*map(stream, names)),
            ],
            value=chance,
            standard_error=error,
        )


def _challenge(inputs: FeasibilityInputs, challenge: str) -> Named:
    return Named(challenge, uncapitalised(str(inputs.called["challenges"][challenge])))


def risk_rows(inputs: FeasibilityInputs, found: Scenarios) -> Iterator[list[Any]]:
    """Every risk for every option at every level."""
    for name, row in found.rows.items():
        tie = inputs.ties.get(stream(name))
        for option in inputs.options:
            for level in inputs.support_levels:
                chance = chance_spread(found.chances[name, option.id, level])
                words = [name, str(row["title"]), str(row["challenge"]), option.id, level]
                numbers = [chance.p5, chance.p50, chance.p95]
                yield [*words, *numbers, int(row["in_gate"]), tie.factor if tie else ""]


def exceedance_rows(
    inputs: FeasibilityInputs, found: Scenarios, drawn: Mapping[str, OptionRisks]
) -> Iterator[list[Any]]:
    """The curve of each toll of a year for every option at every level, until it reaches zero."""
    for option in inputs.options:
        for level in inputs.support_levels:
            for toll, curve in drawn[found.known_as[option.id, level]].curves.items():
                for threshold, probability in zip(curve.thresholds, curve.probability.tolist(), strict=True):
                    yield [option.id, level, toll, threshold, probability]
                    if probability == 0:
                        break
