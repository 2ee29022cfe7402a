"""Facts about tolls: what each risk costs, what all cost together in a year under an option, and the chance of war."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.risk.option_risk import OptionRisks
from peacebrief.feasibility.risk.risk_register import pert
from peacebrief.feasibility.risk.risk_scenario import Scenarios, stream, triple
from peacebrief.feasibility.risk.toll import AT_LEAST, DAYS, TOLLS, WAR
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import About, Named, number_of
from peacebrief.uncertainty.replicates import PUBLISHED, Spread

COST = "What this project judges a risk to cost if it happens, as a low, a most likely and a high figure (PERT)."
TOLL = (
    "What the risks that happen within a year cost together: soldiers and euros added up, of interruptions the "
    "longest. A chance over another time is turned into that of a year by the same risk in every month."
)
AT_LEAST_SO_MUCH = "Share of draws in which the risks of a year cost at least so much."
EXPECTED = "Mean over a year: of each risk its mean chance within a year times what it costs on average, added up."
AT_WAR = "Share of draws in which a risk that is a war, or becomes one, happens within a year."


def consequence_facts(found: Scenarios) -> Iterator[Record]:
    """What each risk costs if it happens, those too that count in no toll."""
    for (risk, toll), row in found.consequences.items():
        named = Named(risk, str(found.rows[risk]["title"]))
        p5, p50, p95 = pert(triple(row))(np.array(PUBLISHED)).tolist()
        yield spread_record(
            "feasibility.risk_consequence.{risk}.{toll}",
            {"risk": named, "toll": _named(toll)},
            label="{toll} if it happens: {risk}",
            unit=TOLLS[toll].unit,
            method=COST,
            because=[str(row["origin"])],
            spread=Spread(p5, p50, p95, 0.0),
            central=triple(row).mode,
        )


def toll_facts(inputs: FeasibilityInputs, found: Scenarios, option: Option, drawn: OptionRisks) -> Iterator[Record]:
    """What all risks of a year cost together under an option as planned, and how likely a war is."""
    for toll, spread in drawn.spreads.items():
        about: About = {"option": option, "toll": _named(toll)}
        unit, because = TOLLS[toll].unit, _origins(found, option, toll)
        yield spread_record(
            "feasibility.risk_toll.{toll}.{option}", about, label="{toll} in a year by all risks, {option}",
            unit=unit, method=TOLL, because=[*because, *_ties(inputs, found, toll)], spread=spread, central=spread.p50,
        )  # fmt: skip
        if toll != DAYS:
            yield record(
                "feasibility.risk_expected.{toll}.{option}", about, label="{toll} in an average year, {option}",
                unit=unit, method=EXPECTED, because=because, value=drawn.means[toll],
            )  # fmt: skip
        for least in AT_LEAST[toll]:
            yield _chance(
                "feasibility.risk_at_least.{toll}.{option}.{count}", {**about, "count": number_of(least)},
                drawn.at_least(toll, least), because=[f"fact:feasibility.risk_toll.{toll}.{option.id}"],
                label="chance of at least {count}, {toll} in a year, {option}", method=AT_LEAST_SO_MUCH,
            )  # fmt: skip
    if drawn.war is not None:
        yield _chance(
            "feasibility.risk_war.{option}", {"option": option}, drawn.war,
            because=[*_origins(found, option, WAR), *_ties(inputs, found, WAR)],
            label="chance that a risk that is a war comes about within a year, {option}", method=AT_WAR,
        )  # fmt: skip


def _named(toll: str) -> Named:
    return Named(toll, TOLLS[toll].label)


def _origins(found: Scenarios, option: Option, toll: str) -> list[str]:
    names = found.taking(toll)
    return [
        *(f"fact:feasibility.risk.{name}.{option.id}" for name in names),
        *(f"fact:feasibility.risk_consequence.{name}.{toll}" for name in names),
        *(str(found.rows[name]["origin"]) for name in names),
    ]


def _ties(inputs: FeasibilityInputs, found: Scenarios, toll: str) -> tuple[str, ...]:
    return inputs.tie_rows(*map(stream, found.taking(toll)))


def _chance(family: str, about: About, found: tuple[float, float], **told: Any) -> Record:
    chance, error = found
    return record(family, about, **told, unit="probability", kind="probability", value=chance, standard_error=error)
